import { expect, it } from "vitest";
import type { NeedFacts } from "./contract.ts";
import { mayNoteNeeds, refuseClosing, refuseNeed } from "./rules.ts";

const facts = { unitId: null, neededBy: null } as NeedFacts;
const around = { units: new Set(["ward"]), today: "2027-01-10", neededBefore: null };
const codesOf = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code);

it("is noted by those who lead services or plan for them", () => {
	const asker = (role: string) => ({ organisationId: "here", system: false, holdings: [{ role, unitId: null }] });
	expect([mayNoteNeeds(asker("unit-leader")), mayNoteNeeds(asker("student"))]).toEqual([true, false]);
});

it("is of a unit there is, and needed on a day that comes, or on the day it already said", () => {
	expect(refuseNeed({ ...facts, unitId: "ward", neededBy: "2027-01-10" }, around)).toEqual([]);
	expect(codesOf(refuseNeed({ ...facts, unitId: "gone" }, around))).toEqual(["unit-unknown"]);
	const late = { ...facts, neededBy: "2027-01-09" };
	expect(codesOf(refuseNeed(late, around))).toEqual(["needed-in-the-past"]);
	expect(refuseNeed(late, { ...around, neededBefore: "2027-01-09" })).toEqual([]);
});

it("is closed with what was learnt, unless nobody needs it any more", () => {
	const closing = { learnt: "", version: 1 };
	expect(codesOf(refuseClosing({ ...closing, closedBecause: "answered" }))).toEqual(["learnt-missing"]);
	expect(codesOf(refuseClosing({ ...closing, closedBecause: "known-elsewhere" }))).toEqual(["learnt-missing"]);
	expect(refuseClosing({ ...closing, closedBecause: "no-longer" })).toEqual([]);
	expect(refuseClosing({ ...closing, closedBecause: "answered", learnt: "At det hjelper" })).toEqual([]);
});
