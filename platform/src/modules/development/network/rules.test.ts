import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Delivery, Lead, Member, MemberFacts, Network, NetworkFacts, Order } from "./contract.ts";
import {
	compositionOf,
	deliveredHours,
	funnelOf,
	inOrderOfNeed,
	isIn,
	leadOn,
	pledgedHoursOf,
	refuseLead,
	refuseMember,
	refuseNetwork,
	weaknessesOf,
} from "./rules.ts";

const today = "2026-11-23";
const facts: NetworkFacts = {
	...{
		name: "PLO",
		purpose: "Lære av hverandre.",
		kind: "owned",
		foundedOn: "2020-01-01",
		foundedBy: "Kommunestyrene",
	},
	...{ owners: "", decides: "", moneyKind: "budgets", money: "", leadRotates: true, gatheringsAYear: 4 },
	...{ plan: "", planUntil: null },
};
const network: Network = {
	...facts,
	...{ organisationId: "o", id: "n", arenaId: null, endedOn: null, endedBecause: "", version: 1 },
};
const member: Member = {
	...{ id: "m", partyId: "p", name: "Verdal", standing: "member", invitedOn: null, joinedOn: "2020-01-01" },
	...{ adoptedBy: "Kommunestyret", adoptedOn: "2019-12-01", anchored: "line", contactRole: "", contactName: "" },
	...{ contactEmail: null, pledgedShare: 20, pledgedHours: null, pledgedKroner: null, pledgedOn: "2019-12-01" },
	...{ pledgedWhere: "Avtalen", leftOn: null, leftBecause: "", version: 1 },
};
const lead: Lead = {
	id: "l",
	memberId: "m",
	name: "Kari",
	email: null,
	firstDay: "2026-01-01",
	lastDay: null,
	handedOver: "",
};
const delivered: Delivery = {
	...{ id: "d", memberId: "m", year: 2025, hours: 340, note: "", recordedBy: "Kari", undoneAt: null, undoneBy: "" },
};
const strong = {
	...{ network, members: [member], leads: [lead], deliveries: [delivered] },
	gatherings: { lastOn: "2026-10-01", isPlanned: true },
};

describe("what makes a network weak", () => {
	it("is nothing where all is said, led, written and delivered", () => {
		expect(weaknessesOf(strong, today)).toEqual([]);
	});
	it.each([
		["no-lead", { leads: [{ ...lead, lastDay: "2026-06-30" }] }],
		["not-decided", { network: { ...network, foundedBy: "" } }],
		["not-adopted", { members: [{ ...member, adoptedOn: null }] }],
		["staff-only", { members: [{ ...member, anchored: "staff" as const }] }],
		["pledge-unwritten", { members: [{ ...member, pledgedOn: null, pledgedWhere: "" }] }],
		["pledge-undelivered", { deliveries: [{ ...delivered, hours: 170 }] }],
		["pledge-undelivered", { deliveries: [{ ...delivered, undoneAt: new Date(0) }] }],
		["no-gathering", { gatherings: { lastOn: "2026-01-01", isPlanned: false } }],
		["plan-past", { network: { ...network, plan: "Palliasjon", planUntil: "2026-11-22" } }],
	])("%s", (weakness, change) => {
		const isOfMembers = ["not-adopted", "pledge-unwritten", "pledge-undelivered"].includes(weakness);
		expect(weaknessesOf({ ...strong, ...change }, today)).toEqual([
			{ weakness, members: isOfMembers ? ["Verdal"] : [] },
		]);
	});
	it("is nothing in one that has ended", () => {
		expect(weaknessesOf({ ...strong, leads: [], network: { ...network, endedOn: "2026-01-01" } }, today)).toEqual([]);
	});
	it("asks nothing in writing of those who only take part, nor of an offer to meet", () => {
		const beside: Member = {
			...member,
			id: "b",
			standing: "beside",
			adoptedOn: null,
			pledgedOn: null,
			pledgedShare: null,
		};
		expect(weaknessesOf({ ...strong, members: [member, beside] }, today)).toEqual([]);
		const offer = { ...network, kind: "offered", foundedBy: "" } as const;
		const loose = { ...member, adoptedOn: null, pledgedOn: null, pledgedWhere: "", pledgedShare: null };
		expect(weaknessesOf({ ...strong, network: offer, members: [loose] }, today)).toEqual([]);
	});
});

it("counts a share of a position as hours of a year, and hours as they are", () => {
	expect(pledgedHoursOf({ pledgedShare: 20, pledgedHours: null })).toBe(350);
	expect(pledgedHoursOf({ pledgedShare: 20, pledgedHours: 60 })).toBe(60);
	expect(pledgedHoursOf({ pledgedShare: null, pledgedHours: null })).toBeNull();
	expect(deliveredHours([delivered, { ...delivered, id: "e", hours: 10 }], "m", 2025)).toBe(350);
	expect(deliveredHours([delivered], "m", 2026)).toBeNull();
});

it("has one who leads on each day of a turn, and nobody between", () => {
	const turns = [
		{ ...lead, lastDay: "2026-03-31" },
		{ ...lead, id: "k", firstDay: "2026-05-01" },
	];
	expect(leadOn(turns, "2026-03-31")?.id).toBe("l");
	expect(leadOn(turns, "2026-04-15")).toBeNull();
	expect(leadOn(turns, today)?.id).toBe("k");
});

it("counts joined among those written down, and left among those who joined", () => {
	const members: Member[] = [
		member,
		{ ...member, id: "a", leftOn: "2024-01-01", leftBecause: "Sparing" },
		{ ...member, id: "b", joinedOn: null },
		{ ...member, id: "c", standing: "beside" },
	];
	expect(funnelOf(members, today)).toEqual({ invited: 3, joined: 2, left: 1, waiting: 1 });
	expect(members.map((one) => isIn(one, today))).toEqual([true, false, false, true]);
});

describe("composition", () => {
	it("is mixed where one has four times as many people as another", () => {
		expect(compositionOf([1000, 3999])).toMatchObject({ mix: "alike", size: "few" });
		expect(compositionOf([1000, 4000, null, 2000])).toEqual({
			...{ count: 4, known: 3, smallest: 1000, largest: 4000, size: "usual", mix: "mixed" },
		});
		expect(compositionOf([null])).toMatchObject({ mix: null, smallest: null });
		expect(compositionOf(Array.from({ length: 9 }, () => 5000)).size).toBe("many");
	});
	it("never finds a smallest above the largest", () => {
		fc.assert(
			fc.property(fc.array(fc.option(fc.integer({ min: 100, max: 700_000 }))), (populations) => {
				const { smallest, largest, known } = compositionOf(populations);
				expect(known).toBe(populations.filter((one) => one !== null).length);
				if (smallest !== null && largest !== null) expect(smallest).toBeLessThanOrEqual(largest);
				else expect(known).toBe(0);
			}),
		);
	});
});

const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code);

describe("refusals", () => {
	it("of a network", () => {
		expect(refuseNetwork(facts, today)).toEqual([]);
		expect(codes(refuseNetwork({ ...facts, foundedOn: "2027-01-01" }, today))).toEqual(["ahead-of-today"]);
		expect(codes(refuseNetwork({ ...facts, plan: "Demens" }, today))).toEqual(["plan-half-said"]);
	});
	const of = (change: Partial<MemberFacts>, others: readonly Member[] = []) =>
		codes(refuseMember({ ...member, ...change }, { network, others, today }));
	it("of a member", () => {
		expect(of({})).toEqual([]);
		expect(of({ partyId: null, name: "" })).toEqual(["name-missing"]);
		expect(of({}, [{ ...member, id: "x" }])).toEqual(["stands-already"]);
		expect(of({}, [{ ...member, id: "x", leftOn: "2021-01-01" }])).toEqual([]);
		expect(of({ joinedOn: "2019-01-01" })).toEqual(["before-founded"]);
		expect(of({ joinedOn: "2027-01-01" })).toEqual(["ahead-of-today"]);
		expect(of({ invitedOn: "2021-01-01" })).toEqual(["joined-before-invited"]);
		expect(of({ pledgedWhere: "" })).toEqual(["pledge-half-said"]);
		expect(of({ pledgedShare: null })).toEqual(["pledge-nothing"]);
	});
	it("of a lead", () => {
		const about = { members: [member], leads: [lead], today };
		const next = { memberId: "m", name: "Ola", email: null, firstDay: "2026-07-01", handedOver: "Planen." };
		expect(refuseLead(next, about)).toEqual([]);
		expect(codes(refuseLead({ ...next, handedOver: "" }, about))).toEqual(["handover-missing"]);
		expect(refuseLead({ ...next, handedOver: "" }, { ...about, leads: [] })).toEqual([]);
		expect(codes(refuseLead({ ...next, firstDay: "2026-01-01" }, about))).toEqual(["lead-before-last"]);
		expect(codes(refuseLead({ ...next, memberId: "x" }, about))).toEqual(["member-unknown"]);
	});
});

it("puts what is in the plan first, then what must be had, and the line before a staff", () => {
	const order = (id: string, change: Partial<Order>): Order => ({
		...{ id, memberId: "m", wish: id, orderedBy: "Kari", isLine: false, importance: 2, state: "ordered", answer: "" },
		...{ version: 1, ...change },
	});
	const orders = [
		order("e", { state: "declined", importance: 1 }),
		order("d", {}),
		order("c", { isLine: true }),
		order("b", { importance: 1 }),
		order("a", { state: "planned", importance: 3 }),
	];
	expect(inOrderOfNeed(orders).map(({ id }) => id)).toEqual(["a", "b", "c", "d", "e"]);
});
