import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Applicant, funnelOf, keptPlaces, proposed, refuseAnswers, refuseDecision } from "./admission-rules.ts";
import { type AdmissionState, admissionRules } from "./codes.ts";
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

describe("admission", () => {
	const one = (id: string, state: AdmissionState, isFirst = false, hour = 0): Applicant => ({
		...{ id, state, isFirst },
		sentAt: new Date(Date.UTC(2026, 10, 20, hour)),
	});
	const answer = (applicants: Applicant[], id: string, because = "", admits: Programme["admits"] = "capacity") => {
		const applicant = applicants.find((each) => each.id === id) ?? one(id, "draft");
		const about = { admits, batch, applicants, today };
		return refuseDecision({ decision: "admitted", because }, applicant, about).map(({ code }) => code);
	};

	it("follows the turn unless it is said why not, and keeps places for new ones", () => {
		const three = [one("a", "sent", false, 1), one("b", "sent", false, 2), one("c", "sent", false, 3)];
		expect([...proposed("capacity", batch, three, today)]).toEqual(["a", "b"]);
		expect(answer(three, "a")).toEqual([]);
		expect(answer(three, "c")).toEqual(["out-of-turn"]);
		expect(answer(three, "c", "Minst i fylket")).toEqual([]);
		const filled = [one("a", "admitted"), one("b", "admitted"), one("c", "sent"), one("d", "sent", true, 4)];
		expect(answer(filled, "c")).toEqual(["kept-for-first"]);
		expect(answer(filled, "d")).toEqual([]);
		expect(answer([...filled.slice(0, 2), one("d", "admitted", true), one("c", "sent")], "c")).toEqual(["batch-full"]);
		expect(answer([one("a", "declined")], "a")).toEqual(["not-sent"]);
		const after = { ...batch, applyBy: "2026-11-01" };
		expect(keptPlaces(after, [one("a", "sent")], today)).toBe(0);
		expect(keptPlaces(after, [one("a", "sent", true)], today)).toBe(1);
	});

	it("says why to whoever gets no place", () => {
		const about = { admits: "all", batch, applicants: [], today } as const;
		const no = refuseDecision({ decision: "declined", because: "" }, one("a", "sent"), about);
		expect(no).toEqual([{ code: "because-missing", field: "because" }]);
	});

	it("proposes nobody where more have a place than there are", () => {
		const one = (id: string, state: AdmissionState, isFirst: boolean) => ({ id, state, isFirst, sentAt: new Date(0) });
		const over = ["a", "b", "c"].map((id) => one(id, "admitted", false));
		const waiting = ["d", "e"].map((id) => one(id, "sent", true));
		expect(proposed("capacity", { ...batch, places: 2, kept: 1 }, [...over, ...waiting], today).size).toBe(0);
	});

	it("never proposes more than there are places, nor gives away those kept for new ones", () => {
		const applicant = fc.record({
			id: fc.uuid(),
			state: fc.constantFrom<AdmissionState>("sent", "waiting", "admitted", "declined", "withdrawn"),
			isFirst: fc.boolean(),
			sentAt: fc.date({ min: new Date(0), max: new Date(2e12), noInvalidDate: true }),
		});
		fc.assert(
			fc.property(
				fc.uniqueArray(applicant, { selector: ({ id }) => id }),
				fc.integer({ min: 1, max: 8 }),
				fc.nat(8),
				fc.constantFrom(...admissionRules),
				(applicants, places, some, admits) => {
					const kept = Math.min(some, places);
					const of = { ...batch, places, kept };
					const taken = applicants.filter(({ state }) => state === "admitted");
					const found = proposed(admits, of, applicants, today);
					const chosen = applicants.filter(({ id }) => found.has(id));
					expect(chosen.every(({ state }) => state === "sent" || state === "waiting")).toBe(true);
					if (admits === "all") return;
					expect(chosen.length).toBeLessThanOrEqual(Math.max(0, places - taken.length));
					const others = [...taken, ...chosen].filter(({ isFirst }) => !isFirst).length;
					const before = taken.filter(({ isFirst }) => !isFirst).length;
					// Places taken before anybody counted are not taken back.
					expect(others).toBeLessThanOrEqual(Math.max(before, places - kept));
				},
			),
		);
	});

	it("asks for each thing that is expected, and why not", () => {
		const expected = [
			{ id: "e", expects: "Prosjektleder" },
			{ id: "f", expects: "Måling" },
		];
		const no = { expectationId: "e", accepted: false, because: "" };
		expect(refuseAnswers([no], expected, true).map(({ code, field }) => [code, field])).toEqual([
			["answer-unsaid", "because-e"],
			["answer-missing", "answer-f"],
		]);
		expect(refuseAnswers([{ ...no, because: "Har ingen" }], expected, false)).toEqual([]);
	});

	it("counts each municipality once at each step", () => {
		const sent = { sentAt: new Date(), admittedOn: today, state: "admitted" } as const;
		const admissions = [
			{ ...sent, id: "1", organisationId: "a" },
			{ ...sent, id: "2", organisationId: "b", state: "withdrawn" as const },
			{ ...sent, id: "3", organisationId: "c", admittedOn: null, state: "declined" as const },
			{ ...sent, id: "4", organisationId: "c", admittedOn: null, state: "sent" as const },
			{ ...sent, id: "5", organisationId: "d", sentAt: null, admittedOn: null, state: "draft" as const },
		];
		const projects = [
			{ admissionId: "1", state: "running" },
			{ admissionId: "1", state: "ended" },
			{ admissionId: "2", state: "ended" },
		];
		expect(funnelOf(["a", "d", "e"], admissions, projects)).toEqual({
			...{ invited: 3, invitedApplied: 1, applied: 3, admitted: 2, began: 2, ended: 1, left: 1 },
		});
	});
});
