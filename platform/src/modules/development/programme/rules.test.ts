import { describe, expect, it } from "vitest";
import type { Batch, Programme, ProgrammeFacts } from "./contract.ts";
import { lackingOf, refuseBatch, refuseClosing, refuseMeasure, refuseProgramme } from "./rules.ts";

const today = "2026-11-23";
const facts: ProgrammeFacts = {
	...{ title: "Trygg hjemme", commissioner: "Direktoratet", partners: "", mandate: "Tildelingsbrev 2026" },
	...{ purpose: "Folk skal kunne bo hjemme så lenge de selv vil.", themes: "Fall\nErnæring", admits: "capacity" },
	...{ priorities: "", moneyFor: "Frikjøp", networkId: null, noArenaBecause: "Bare tre kommuner" },
	...{ firstDay: "2026-12-01", lastDay: "2028-12-01" },
};
const programme: Programme = {
	...{ ...facts, organisationId: "o", id: "p", themes: ["Fall", "Ernæring"], state: "draft", openedOn: null },
	...{ closedOn: null, closedBecause: "", copiedFrom: null, version: 1 },
};
const batch: Batch = {
	...{
		id: "b",
		name: "Pulje 1",
		applyBy: "2026-12-01",
		startsOn: "2027-01-01",
		endsOn: "2028-01-01",
		places: 3,
		kept: 1,
	},
};
const whole = {
	programme,
	goals: [{ id: "g", wording: "Færre fall", localExample: "Ti færre fall i året" }],
	expectations: [{ id: "e", expects: "Prosjektleder i 20 prosent" }],
	batches: [batch],
};

describe("a programme", () => {
	it("is refused where its purpose says a goal again, and where it is about everything", () => {
		const around = { goals: [], networks: new Set(["n"]) };
		expect(refuseProgramme(facts, around)).toEqual([]);
		const repeated = { ...around, goals: [{ wording: "Folk bor hjemme så lenge de selv vil" }] };
		expect(refuseProgramme(facts, repeated)[0]).toMatchObject({ code: "purpose-repeats-goal", field: "purpose" });
		const codes = (given: Partial<ProgrammeFacts>) =>
			refuseProgramme({ ...facts, ...given }, around).map(({ code, field }) => [code, field]);
		expect(codes({ themes: "a\nb\nc\nd\ne\nf" })).toEqual([["too-many-themes", "themes"]]);
		expect(codes({ themes: "a\nb\nc\nd\ne\n\na" })).toEqual([]);
		expect(codes({ networkId: "n" })).toEqual([["arena-twice", "noArenaBecause"]]);
		expect(codes({ networkId: "x", noArenaBecause: "" })).toEqual([["network-unknown", "networkId"]]);
	});

	it("lacks what those who apply must know", () => {
		expect(lackingOf(whole, today)).toEqual([]);
		expect(
			lackingOf(
				{
					...{ goals: [], expectations: [], batches: [] },
					programme: { ...programme, mandate: "", themes: [], admits: "priority", moneyFor: "", noArenaBecause: "" },
				},
				today,
			),
		).toEqual(["mandate", "themes", "goals", "expectations", "batches", "priorities", "money", "arena"]);
		const vague = [{ id: "g", wording: "Færre fall", localExample: "" }];
		const past = [{ ...batch, applyBy: "2026-11-22", places: null, kept: 0 }];
		expect(lackingOf({ ...whole, goals: vague, batches: past }, today)).toEqual([
			"local-examples",
			"batch-past",
			"places",
		]);
	});

	it("has batches that can be applied to before they begin, with places where places are given", () => {
		const codes = (given: Partial<Batch>, admits: Programme["admits"] = "capacity") =>
			refuseBatch({ ...batch, ...given }, admits).map(({ code }) => code);
		expect(codes({})).toEqual([]);
		expect(codes({ applyBy: "2027-02-01" })).toEqual(["apply-after-start"]);
		expect(codes({ places: null })).toEqual(["places-missing", "more-kept-than-places"]);
		expect(codes({ places: null, kept: 0 }, "all")).toEqual([]);
		expect(codes({ kept: 4 })).toEqual(["more-kept-than-places"]);
	});

	it("is measured anew only by something else", () => {
		const measure = { indicator: "Fall", definition: "Med skade", measuredIn: "fall", adds: "sum" } as const;
		const before = { ...measure, id: "m", goalId: "g", number: 1, fromDay: today };
		expect(refuseMeasure(measure, before).map(({ code }) => code)).toEqual(["same-measure"]);
		expect(refuseMeasure({ ...measure, definition: "Alle" }, before)).toEqual([]);
	});

	it("closes when everybody is answered and something is learnt", () => {
		const open = { state: "open", openedOn: "2026-10-01" } as const;
		const codes = (lessons: number, unanswered: number, closedOn = today) =>
			refuseClosing(open, { closedOn, lesson: "" }, { lessons, unanswered, today }).map(({ code }) => code);
		expect(codes(1, 0)).toEqual([]);
		expect(codes(0, 2)).toEqual(["unanswered-left", "lesson-missing"]);
		expect(codes(1, 0, "2026-09-01")).toEqual(["before-opened"]);
	});
});
