import { z } from "zod";
import { commonRefusals, day, id, version } from "../../organisation/contract.ts";
import { anchorings, memberStandings, moneyKinds, networkKinds, orderStates } from "./codes.ts";

export * from "./codes.ts";

const words = (most: number) => z.string().trim().min(1).max(most);
const perhaps = (most: number) => z.string().trim().max(most).default("");
const email = z.email().max(320).nullable();

/** What a network is, as its form states it. */
export const networkFacts = z.object({
	name: words(160),
	/** What it is for, in one or two sentences. */
	purpose: words(4000),
	kind: z.enum(networkKinds),
	foundedOn: day,
	/** The decision it stands on. */
	foundedBy: perhaps(300),
	/** Who owns it and sits on its board. */
	owners: perhaps(500),
	/** How it decides what it does. */
	decides: perhaps(500),
	moneyKind: z.enum(moneyKinds),
	money: perhaps(500),
	leadRotates: z.boolean(),
	gatheringsAYear: z.int().min(1).max(52).nullable(),
	/** What it works on; rolled on. */
	plan: perhaps(4000),
	planUntil: day.nullable(),
});
export type NetworkFacts = z.infer<typeof networkFacts>;
export const networkChange = networkFacts.extend({ version });
export const networkEnd = z.object({ endedOn: day, endedBecause: words(1000), version });
export type NetworkEnd = z.infer<typeof networkEnd>;

export type Network = NetworkFacts & {
	readonly organisationId: string;
	readonly id: string;
	/** The arena of the meeting room its gatherings are in. */
	readonly arenaId: string | null;
	readonly endedOn: string | null;
	readonly endedBecause: string;
	readonly version: number;
};

export const memberFacts = z.object({
	/** Null for one who stands in no register: then the name says who. */
	partyId: id.nullable(),
	name: perhaps(160),
	standing: z.enum(memberStandings),
	invitedOn: day.nullable(),
	/** Null while only invited. */
	joinedOn: day.nullable(),
	/** Who decided the membership, where. */
	adoptedBy: perhaps(200),
	adoptedOn: day.nullable(),
	anchored: z.enum(anchorings).nullable(),
	contactRole: perhaps(120),
	contactName: perhaps(200),
	contactEmail: email,
	/** Per cent of a position. */
	pledgedShare: z.int().min(1).max(500).nullable(),
	/** Hours a year. */
	pledgedHours: z.int().min(1).max(20_000).nullable(),
	/** Kroner a year. */
	pledgedKroner: z.int().min(0).max(1_000_000_000).nullable(),
	/** The day of the writing the pledge stands in, and what writing. */
	pledgedOn: day.nullable(),
	pledgedWhere: perhaps(200),
});
export type MemberFacts = z.infer<typeof memberFacts>;
export const memberChange = memberFacts.extend({ version });
export const memberLeaving = z.object({ leftOn: day, leftBecause: words(500), version });
export type MemberLeaving = z.infer<typeof memberLeaving>;

export type Member = MemberFacts & {
	readonly id: string;
	readonly leftOn: string | null;
	readonly leftBecause: string;
	readonly version: number;
};

export const leadFacts = z.object({
	memberId: id,
	name: words(200),
	email,
	firstDay: day,
	/** What the one before hands over: what is under way, what is promised, who to talk to. */
	handedOver: perhaps(2000),
});
export type LeadFacts = z.infer<typeof leadFacts>;
export type Lead = Omit<LeadFacts, "handedOver"> & {
	readonly id: string;
	readonly lastDay: string | null;
	/** What was handed over to whoever came after. */
	readonly handedOver: string;
};

export const orderFacts = z.object({
	memberId: id,
	wish: words(1000),
	/** Role and name. */
	orderedBy: words(200),
	/** Ordered by somebody who answers for the services. */
	isLine: z.boolean(),
	/** 1 must have, 2 important, 3 would like. */
	importance: z.coerce.number().int().min(1).max(3),
});
export type OrderFacts = z.infer<typeof orderFacts>;
export const orderAnswer = z.object({ state: z.enum(orderStates), answer: perhaps(1000), version });
export type OrderAnswer = z.infer<typeof orderAnswer>;
export type Order = OrderFacts &
	Pick<OrderAnswer, "state" | "answer"> & { readonly id: string; readonly version: number };

export const deliveryFacts = z.object({
	memberId: id,
	year: z.int().min(1950).max(2200),
	hours: z.int().min(0).max(20_000),
	note: perhaps(500),
});
export type DeliveryFacts = z.infer<typeof deliveryFacts>;
export type Delivery = DeliveryFacts & {
	readonly id: string;
	readonly recordedBy: string;
	readonly undoneAt: Date | null;
	readonly undoneBy: string;
};

export const noteFacts = z.object({ onDay: day, note: words(1000), source: perhaps(200) });
export type NoteFacts = z.infer<typeof noteFacts>;
export type Note = NoteFacts & { readonly id: string; readonly recordedBy: string };

export const networkRefusals = [
	...commonRefusals,
	"plan-half-said",
	"has-ended",
	"ahead-of-today",
	"before-founded",
	"organisation-unknown",
	"name-missing",
	"stands-already",
	"pledge-half-said",
	"pledge-nothing",
	"joined-before-invited",
	"left-before-joined",
	"has-left",
	"has-done-something",
	"member-unknown",
	"lead-before-last",
	"handover-missing",
	"answer-missing",
	"has-arena",
] as const;
export type NetworkRefusal = (typeof networkRefusals)[number];
