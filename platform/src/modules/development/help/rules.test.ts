import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Asker } from "../rules.ts";
import { offerAnswers } from "./codes.ts";
import type { Offer, OfferAnswer } from "./contract.ts";
import {
	isLate,
	isOver,
	isReachedSo,
	mayGuide,
	mayHelp,
	mayLetIn,
	mayTakeHelp,
	offeredBy,
	offerStateOf,
	queueOf,
	type ReachedOne,
	refuseBeginning,
	refuseOffer,
	refuseOfferAnswer,
} from "./rules.ts";

const today = "2027-01-01";
const asker = (role: string, unitId: string | null = null): Asker => ({
	...{ organisationId: "here", system: false, holdings: [{ role, unitId }] },
});
const codesOf = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code);

const offer: Offer = {
	...{ organisationId: "centre", helpId: "h", id: "o", partyId: "town", begun: "offered", because: "Dere spurte" },
	...{ saidOn: "2026-12-01", saidBy: "Kari", answerBy: "2026-12-20", answer: null, answerWords: "", answeredOn: null },
	...{ answeredBy: "", localName: "", localRole: "", localEmail: null, beganOn: null, beganBecause: "" },
	...{ endedOn: null, result: "", withdrawnOn: null, version: 1 },
};
const yes = (id: string, answeredOn: string): Offer => ({
	...{ ...offer, id, partyId: `town ${id}`, answer: "yes", answeredOn, localName: "Ola", localRole: "Leder" },
});
const going = (id: string): Offer => ({ ...yes(id, "2026-12-02"), beganOn: "2026-12-03" });

describe("who helps and who is helped", () => {
	it("is asked of roles", () => {
		expect([mayHelp(asker("adviser")), mayHelp(asker("employee"))]).toEqual([true, false]);
		expect([mayTakeHelp(asker("unit-leader")), mayTakeHelp(asker("employee"))]).toEqual([true, false]);
		expect([mayGuide(asker("adviser")), mayGuide(asker("case-officer"))]).toEqual([true, false]);
		// One unit does not let anybody in to the projects of all.
		expect([mayLetIn(asker("manager")), mayLetIn(asker("manager", "unit"))]).toEqual([true, false]);
	});
});

describe("an offer", () => {
	it("is made once to another, who has time to answer", () => {
		const facts = { partyId: "town", because: "Dere spurte", answerBy: "2027-01-20" };
		const around = { organisationId: "centre", offers: [], today };
		expect(refuseOffer(facts, around)).toEqual([]);
		expect(codesOf(refuseOffer({ ...facts, partyId: "centre" }, around))).toEqual(["self-offered"]);
		expect(codesOf(refuseOffer(facts, { ...around, offers: [offer] }))).toEqual(["offered-already"]);
		// What was declined may be offered again.
		expect(refuseOffer(facts, { ...around, offers: [{ ...offer, answer: "no" }] })).toEqual([]);
		expect(codesOf(refuseOffer({ ...facts, answerBy: "2026-12-31" }, around))).toEqual(["answer-in-the-past"]);
	});
	it("is answered by naming whom to speak with, or with why not", () => {
		const given: OfferAnswer = {
			...{ answer: "yes", answerWords: "", localName: "Ola", localRole: "Leder", localEmail: null, version: 1 },
		};
		expect(refuseOfferAnswer(given)).toEqual([]);
		expect(codesOf(refuseOfferAnswer({ ...given, localName: "" }))).toEqual(["local-missing"]);
		for (const answer of ["later", "no"] as const)
			expect(codesOf(refuseOfferAnswer({ ...given, answer }))).toEqual(["words-missing"]);
	});
	it("stands in one place, which is over only when nothing more can come of it", () => {
		const day = fc.option(fc.constant(today));
		fc.assert(
			fc.property(
				fc.constantFrom("offered", "asked"),
				fc.option(fc.constantFrom(...offerAnswers)),
				day,
				day,
				day,
				(begun, answer, beganOn, endedOn, withdrawnOn) => {
					const one = { begun, answer, beganOn, endedOn, withdrawnOn } as const;
					const state = offerStateOf(one);
					expect(isOver(one)).toBe(state === "declined" || state === "ended" || state === "withdrawn");
					if (withdrawnOn === null && endedOn === null && beganOn !== null) expect(state).toBe("going");
					if (state === "offered") expect([begun, answer]).toEqual(["offered", null]);
				},
			),
		);
	});
});

describe("the queue", () => {
	const asked: Offer = { ...offer, id: "a", begun: "asked", saidOn: "2026-12-05", localName: "Ola" };
	it("is those who wait, from the day they asked or said yes", () => {
		const all = [yes("c", "2026-12-09"), asked, offer, going("g"), yes("b", "2026-12-02")];
		expect(queueOf(all).map(({ id }) => id)).toEqual(["b", "a", "c"]);
	});
	it("is begun with as there is room, and nobody is passed without a reason", () => {
		const [first, second] = [yes("b", "2026-12-02"), yes("c", "2026-12-09")];
		const help = { way: "visit", atOnce: 1 } as const;
		const about = (offers: readonly Offer[], because = "") => ({ offers, because });
		expect(refuseBeginning(first, help, about([first, second]))).toEqual([]);
		expect(refuseBeginning(second, help, about([first, second]))).toMatchObject([
			{ code: "out-of-turn", detail: { before: 1 } },
		]);
		expect(refuseBeginning(second, help, about([first, second], "Har mistet lederen"))).toEqual([]);
		expect(codesOf(refuseBeginning(first, help, about([first, going("g")])))).toEqual(["is-full"]);
		expect(codesOf(refuseBeginning(offer, help, about([offer])))).toEqual(["not-waiting"]);
	});
	it("waits for a second one where it is developed together", () => {
		const help = { way: "together", atOnce: null } as const;
		const first = yes("b", "2026-12-02");
		expect(codesOf(refuseBeginning(first, help, { offers: [first, offer], because: "" }))).toEqual(["one-alone"]);
		for (const other of [yes("c", "2026-12-09"), going("g")])
			expect(refuseBeginning(first, help, { offers: [first, other], because: "" })).toEqual([]);
	});
});

describe("whom help reaches", () => {
	const one: ReachedOne = {
		...{ id: "t", name: "Frosta", population: 2600, kilometres: 40, offers: 0, offersByAll: 1, accepted: 0 },
		...{ unanswered: 0, lastContact: null, local: null, letIn: false },
	};
	it("tells never by anybody from never by us", () => {
		expect(isReachedSo(one, "never")).toBe(false);
		expect(isReachedSo(one, "never-by-us")).toBe(true);
		expect(isReachedSo({ ...one, offersByAll: 0 }, "never")).toBe(true);
		expect([isReachedSo(one, "no-answer"), isReachedSo(one, "no-contact")]).toEqual([false, true]);
	});
	it("counts each municipality once in each cut", () => {
		const all = [one, { ...one, id: "u", offers: 3, accepted: 2 }, { ...one, id: "v", population: null }];
		expect(offeredBy(all, ["small"], ({ population }) => (population === null ? null : "small"))).toEqual([
			{ class: "small", count: 2, offered: 1, accepted: 1 },
			{ class: "unknown", count: 1, offered: 0, accepted: 0 },
		]);
	});
});

describe("a project advisers follow", () => {
	it("is late when it has not said how it stands by the day it was to", () => {
		const project = { state: "running", startedOn: "2026-11-01", statusOn: null, statusDays: 61 } as const;
		expect(isLate(project, today)).toBe(false);
		expect(isLate(project, "2027-01-02")).toBe(true);
		expect(isLate({ ...project, statusOn: "2026-12-01" }, "2027-01-02")).toBe(false);
		expect(isLate({ ...project, state: "ended" }, "2028-01-01")).toBe(false);
	});
});
