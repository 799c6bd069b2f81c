import { describe, expect, it } from "vitest";
import type { FormPart } from "../../../forms/definition.ts";
import { interimDays } from "../award/interim.ts";
import { emptyContent } from "./contract.ts";
import { type CallForm, changedFields, lacksOf, refuseMoney, standingOf } from "./rules.ts";

const words = (nb: string) => ({ nb, nn: nb, en: nb });
const form = (...parts: FormPart[]): CallForm => ({
	definition: { id: "f", version: 1, title: words("Skjema"), parts },
	isReady: true,
});
const application = form({ kind: "number", id: "people", label: words("Hvor mange?") });
const full = {
	...emptyContent,
	...{ title: "Utlysning", schemeId: "s", purpose: "Flere", regulation: "Forskrift", pot: 1000, ownShare: 0 },
	...{ opensOn: "2027-01-10", closesOn: "2027-03-01", decidesOn: "2027-06-01", spendBy: "2028-06-30" },
	...{ reportOn: "2028-09-01", carryOver: "Overføres med studieåret." },
	categories: [{ id: "k1", name: "Utdanning", about: "", highest: null, novelty: "any" as const }],
	criteria: [{ id: "v1", name: "Behov", about: "", weight: 100 }],
};
const codes = (lacks: readonly { readonly code: string }[]) => lacks.map(({ code }) => code);

describe("a call", () => {
	it("is ready when all is said and each fact of the report is prepared", () => {
		const report = form(
			{ kind: "number", id: "done", label: words("Hvor mange fullførte?") },
			{ kind: "longText", id: "learnt", label: words("Hva lærte dere?") },
		);
		expect(lacksOf(full, application, report)).toEqual([{ code: "unprepared", name: "Hvor mange fullførte?" }]);
		for (const source of ["fact study-completed", "application people"])
			expect(lacksOf({ ...full, prepared: { done: source } }, application, report)).toEqual([]);
		// What prepared it may be taken away again.
		const measured = { ...full, prepared: { done: "measure m1" } };
		expect(codes(lacksOf(measured, application, report))).toEqual(["unprepared"]);
		const named = { ...measured, measures: [{ id: "m1", name: "Fullførte", about: "" }] };
		expect(lacksOf(named, application, report)).toEqual([]);
		expect(codes(lacksOf({ ...full, prepared: { done: "application gone" } }, application, report))).toEqual([
			"unprepared",
		]);
	});

	it("lacks all it does not say", () => {
		expect(codes(lacksOf({ ...emptyContent, municipality: false, joint: false }, null, null))).toEqual([
			...["title", "scheme", "purpose", "regulation", "applicants", "pot", "own-share", "days", "carry-over"],
			...["categories", "criteria", "application-form", "report-form"],
		]);
		const uneven = { ...full, criteria: [{ id: "v1", name: "Behov", about: "", weight: 90 }] };
		expect(lacksOf(uneven, application, form())).toEqual([{ code: "weights", sum: 90 }]);
	});

	it("has its days and amounts in order", () => {
		const money = { ...full, lowest: null, highest: null };
		expect(refuseMoney(money)).toEqual([]);
		expect(refuseMoney({ ...money, closesOn: "2027-01-09", highest: 2000, lowest: 3000 })).toEqual([
			{ code: "closes-before-opens", field: "closesOn" },
			{ code: "lowest-over-highest", field: "highest" },
			{ code: "highest-over-pot", field: "highest" },
		]);
	});

	it("is told of underway each year from the first day on, between the decision and the report", () => {
		const money = { ...full, lowest: null, highest: null };
		const codesOf = (interimOn: string) => refuseMoney({ ...money, interimOn }).map(({ code }) => code);
		expect([codesOf("2027-05-31"), codesOf("2027-06-01"), codesOf("2028-09-01")]).toEqual([
			["interim-before-decides"],
			[],
			["interim-after-report"],
		]);
		expect(interimDays("2027-10-01", "2030-10-01")).toEqual(["2027-10-01", "2028-10-01", "2029-10-01"]);
		expect([interimDays(null, "2030-10-01"), interimDays("2027-10-01", null)]).toEqual([[], ["2027-10-01"]]);
	});

	it("stands as its days say, the last day included", () => {
		const call = { way: "here", published: 1, withdrawnAt: null } as const;
		const on = (today: string) => standingOf(call, full, today);
		expect(["2027-01-09", "2027-01-10", "2027-03-01", "2027-03-02"].map(on)).toEqual([
			...["coming", "open", "open", "closed"],
		]);
		expect(standingOf({ ...call, published: null }, full, "2027-02-01")).toBe("draft");
		expect(standingOf({ ...call, withdrawnAt: new Date() }, full, "2027-02-01")).toBe("withdrawn");
	});

	it("tells what a version says otherwise", () => {
		expect(changedFields(full, { ...full, pot: 2000, conditions: "Nytt" })).toEqual(["conditions", "pot"]);
	});
});
