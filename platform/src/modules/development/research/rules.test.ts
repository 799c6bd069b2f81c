import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sizeClass, sizeClasses } from "../../../statistic/cut.ts";
import type { Asker } from "../rules.ts";
import type { AskAnswer, AskFacts, ResearchFacts } from "./contract.ts";
import { answers, noBecause } from "./contract.ts";
import {
	answered,
	askedBy,
	mayAnswer,
	mayPropose,
	readersOf,
	refuseAnswer,
	refuseAsk,
	refuseResearch,
	stateOf,
	takesPart,
} from "./rules.ts";

const asker = (role: string): Asker => ({ organisationId: "here", system: false, holdings: [{ role, unitId: null }] });
const codesOf = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code);

describe("who proposes and who answers", () => {
	it("is asked of roles: researchers propose, those who answer for people and data answer", () => {
		expect([mayPropose(asker("researcher")), mayPropose(asker("employee"))]).toEqual([true, false]);
		expect([mayAnswer(asker("manager")), mayAnswer(asker("researcher"))]).toEqual([true, false]);
		expect(mayPropose({ ...asker("researcher"), organisationId: null })).toBe(false);
	});
});

describe("research", () => {
	const facts = { firstDay: "2027-01-01", lastDay: "2027-12-31", funding: "none", fundingSource: "" } as ResearchFacts;
	it("ends after it begins, and says whose the money is where there is some", () => {
		expect(refuseResearch(facts)).toEqual([]);
		expect(codesOf(refuseResearch({ ...facts, lastDay: "2026-12-31" }))).toEqual(["ends-before-start"]);
		for (const funding of ["sought", "granted"] as const)
			expect(codesOf(refuseResearch({ ...facts, funding }))).toEqual(["source-missing"]);
	});
	it("is going on until it is given back, and ended when it is ended", () => {
		expect(stateOf({ returnedOn: null, endedOn: null })).toBe("going");
		expect(stateOf({ returnedOn: "2027-01-01", endedOn: null })).toBe("returned");
		expect(stateOf({ returnedOn: "2027-01-01", endedOn: "2027-02-01" })).toBe("ended");
	});
});

describe("what one is asked", () => {
	const ask: AskFacts = {
		...{ partyId: "them", needId: null, whyYou: "Dere har tallene", hours: 40, data: "", access: "" },
		answerBy: "2027-02-01",
	};
	const around = { organisationId: "us", asked: new Set<string>(), need: null, today: "2027-01-01" };
	it("is something, of another, once, and in time", () => {
		expect(refuseAsk(ask, around)).toEqual([]);
		expect(codesOf(refuseAsk({ ...ask, hours: null }, around))).toEqual(["asks-nothing"]);
		expect(refuseAsk({ ...ask, hours: null, access: "Pårørende" }, around)).toEqual([]);
		expect(codesOf(refuseAsk({ ...ask, partyId: "us" }, around))).toEqual(["self-asked"]);
		expect(codesOf(refuseAsk(ask, { ...around, asked: new Set(["them"]) }))).toEqual(["asked-already"]);
		expect(codesOf(refuseAsk({ ...ask, answerBy: "2026-12-31" }, around))).toEqual(["answer-in-the-past"]);
	});
	it("answers a need of theirs that is open, or none", () => {
		const named = { ...ask, needId: "need" };
		expect(codesOf(refuseAsk(named, around))).toEqual(["need-unknown"]);
		const need = { organisationId: "them", closedOn: null };
		expect(refuseAsk(named, { ...around, need })).toEqual([]);
		expect(codesOf(refuseAsk(named, { ...around, need: { ...need, organisationId: "others" } }))).toEqual([
			"need-unknown",
		]);
		expect(codesOf(refuseAsk(named, { ...around, need: { ...need, closedOn: "2026-12-01" } }))).toEqual([
			"need-unknown",
		]);
	});
});

describe("an answer", () => {
	const given = { answer: "yes", noBecause: null, answerWords: "", hoursGiven: null, version: 1 } satisfies AskAnswer;
	it("says why where it is no, what where it is changed, and gives no more than was asked", () => {
		const asked = { hours: 40 };
		expect(refuseAnswer(given, asked)).toEqual([]);
		expect(codesOf(refuseAnswer({ ...given, answer: "no" }, asked))).toEqual(["why-missing"]);
		expect(codesOf(refuseAnswer({ ...given, answer: "changed" }, asked))).toEqual(["words-missing", "hours-missing"]);
		expect(codesOf(refuseAnswer({ ...given, hoursGiven: 41 }, asked))).toEqual(["too-many-hours"]);
	});
	it("gives what was asked when it is yes, nothing when it is no, and what it says when it is changed", () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...answers),
				fc.option(fc.constantFrom(...noBecause)),
				fc.option(fc.nat(500)),
				fc.option(fc.integer({ min: 1, max: 500 })),
				(answer, because, hoursGiven, hours) => {
					const kept = answered({ ...given, answer, noBecause: because, hoursGiven }, { hours });
					expect(kept.noBecause).toBe(answer === "no" ? because : null);
					if (answer === "yes") expect(kept.hoursGiven).toBe(hours);
					if (answer === "no") expect(kept.hoursGiven).toBe(hours === null ? null : 0);
					if (answer === "changed") expect(kept.hoursGiven).toBe(hoursGiven);
				},
			),
		);
	});
	it("makes a party of whoever says yes, changed or not, until it is taken back", () => {
		expect(takesPart({ answer: "changed", withdrawnOn: null })).toBe(true);
		expect(takesPart({ answer: "no", withdrawnOn: null })).toBe(false);
		expect(takesPart({ answer: "yes", withdrawnOn: "2027-01-01" })).toBe(false);
	});
});

it("is read by who proposes it and those who are asked and not let go", () => {
	const asks = [
		{ partyId: "one", withdrawnOn: null },
		{ partyId: "other", withdrawnOn: "2027-01-01" },
	];
	expect(readersOf("us", asks)).toEqual(["us", "one"]);
});

it("counts how much groups are asked, with those never asked, and leaves nobody out", () => {
	const codes = sizeClasses.map(({ code }) => code);
	fc.assert(
		fc.property(
			fc.array(fc.record({ population: fc.option(fc.nat(40_000)), asks: fc.nat(5) }), { maxLength: 40 }),
			(all) => {
				const groups = askedBy(all, codes, ({ population }) => sizeClass(population));
				const sum = (of: (group: (typeof groups)[number]) => number) =>
					groups.reduce((one, group) => one + of(group), 0);
				expect(sum(({ count }) => count)).toBe(all.length);
				expect(sum(({ asks }) => asks)).toBe(all.reduce((one, { asks }) => one + asks, 0));
				expect(sum(({ never }) => never)).toBe(all.filter(({ asks }) => asks === 0).length);
			},
		),
	);
});
