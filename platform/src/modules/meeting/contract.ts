import { z } from "zod";
import { commonRefusals, day, id } from "../organisation/contract.ts";
import {
	type ArenaKind,
	type ArenaSort,
	type ArenaState,
	answers,
	arenaKinds,
	type DecisionSort,
	type DecisionStanding,
	decisionStates,
	duties,
	endings,
	itemKinds,
	itemOutcomes,
	type Level,
	levels,
	meetingStates,
	represents,
	ways,
} from "./codes.ts";

export * from "./codes.ts";

const text = (most: number) => z.string().trim().max(most);
const email = z.email().max(320).nullable();
const time = z.stringFormat("time", /^([01][0-9]|2[0-3]):[0-5][0-9]$/);

export const arenaFacts = z.object({
	name: z.string().trim().min(1).max(160),
	purpose: text(4000).default(""),
	kind: z.enum(arenaKinds),
	level: z.enum(levels),
	/** How often it should meet. */
	meetingsAYear: z.int().min(1).max(52).nullable(),
	/** The agreement it follows up. */
	agreementId: id.nullable(),
	/** May answer on behalf of its parties. */
	speaksFor: z.boolean(),
	/** Who decided that it may, and when. */
	speaksDecidedBy: text(200).default(""),
	/** The chair goes round between the parties. */
	chairRotates: z.boolean(),
});
export type ArenaFacts = z.infer<typeof arenaFacts>;

export const newArena = arenaFacts.extend({ partyIds: z.array(id).max(60) });
export type NewArena = z.infer<typeof newArena>;

export const arena = arenaFacts.extend({
	id,
	organisationId: id,
	keeperName: z.string(),
	agreementTitle: z.string().nullable(),
	endedOn: day.nullable(),
	/** What became of one that has ended. */
	becomes: z.enum(endings).nullable(),
	becomesNote: z.string(),
	version: z.int(),
});
export type Arena = z.infer<typeof arena>;

/** The end of an arena: what becomes of it, and who answers for that. */
export const arenaEnding = z.object({
	becomes: z.enum(endings),
	becomesNote: text(1000).default(""),
	version: z.int(),
});
export type ArenaEnding = z.infer<typeof arenaEnding>;

export type ArenaParty = {
	readonly id: string;
	readonly name: string;
	readonly kind: string;
	/** Whether the arena answers for it, where it answers for its parties. */
	readonly spokenFor: boolean;
};

export const seatFacts = z.object({
	partyId: id,
	/** The role that has the seat, not the person: "Kommunalsjef helse". */
	role: z.string().trim().min(1).max(120),
	represents: z.enum(represents),
	duty: z.enum(duties),
	/** Who holds it now. */
	name: text(200).default(""),
	email,
	deputyName: text(200).default(""),
	deputyEmail: email,
});
export type SeatFacts = z.infer<typeof seatFacts>;
export const seat = seatFacts.extend({
	id,
	personId: id.nullable(),
	validFrom: day,
	validTo: day.nullable(),
	sort: z.int(),
	version: z.int(),
});
export type Seat = z.infer<typeof seat>;

export const meetingFacts = z.object({
	day,
	from: time,
	to: time,
	place: text(200).default(""),
	/** A meeting on the net. */
	link: z
		.url({ protocol: /^https?$/ })
		.max(500)
		.nullable(),
});
export type MeetingFacts = z.infer<typeof meetingFacts>;

/** A series: the first meeting, and as many after it as often as the arena meets. */
export const newMeetings = meetingFacts.extend({ count: z.int().min(1).max(12), weeksBetween: z.int().min(1).max(52) });
export type NewMeetings = z.infer<typeof newMeetings>;

export const meeting = z.object({
	id,
	organisationId: id,
	arenaId: id,
	startsAt: z.date(),
	endsAt: z.date(),
	place: z.string(),
	link: z.string().nullable(),
	state: z.enum(meetingStates),
	minutesApprovedAt: z.date().nullable(),
	cancelledBecause: z.string().nullable(),
	version: z.int(),
});
export type Meeting = z.infer<typeof meeting>;

export const itemFacts = z.object({
	kind: z.enum(itemKinds),
	title: z.string().trim().min(1).max(200),
	body: text(4000).default(""),
});
export type ItemFacts = z.infer<typeof itemFacts>;
export const item = itemFacts.extend({
	id,
	meetingId: id.nullable(),
	askedBy: id.nullable(),
	askedByName: z.string().nullable(),
	decisionId: id.nullable(),
	/** What it is about, where that is an object of the system. */
	objectKind: z.string().nullable(),
	objectId: id.nullable(),
	minutes: z.string(),
	outcome: z.enum(itemOutcomes),
	/** The seats of those who most want it on the agenda. */
	votes: z.array(id),
	sort: z.int(),
	version: z.int(),
});
export type Item = z.infer<typeof item>;

export const itemMinutes = z.object({ minutes: text(8000).default(""), outcome: z.enum(itemOutcomes) });
export type ItemMinutes = z.infer<typeof itemMinutes>;

export const decisionFacts = z.object({
	body: z.string().trim().min(1).max(2000),
	/** The seat that answers for it; empty: somebody outside, by name. */
	seatId: id.nullable(),
	ownerName: text(200).default(""),
	dueOn: day.nullable(),
});
export type DecisionFacts = z.infer<typeof decisionFacts>;

export const decision = z.object({
	id,
	arenaId: id,
	organisationId: id,
	meetingId: id,
	itemId: id,
	body: z.string(),
	seatId: id.nullable(),
	ownerName: z.string(),
	dueOn: day.nullable(),
	state: z.enum(decisionStates),
	note: z.string(),
	settledOn: day.nullable(),
	decidedOn: day,
	/** The object it changes, any object of the system. */
	objectKind: z.string().nullable(),
	objectId: id.nullable(),
	version: z.int(),
});
export type Decision = z.infer<typeof decision>;

export const decisionSettling = z.object({
	state: z.enum(decisionStates),
	note: text(2000).default(""),
	version: z.int(),
});

/** The object a decision changes; both null for none. */
export const decisionObject = z.object({ objectKind: text(60).nullable(), objectId: id.nullable(), version: z.int() });

export const presence = z.object({
	id,
	seatId: id,
	answer: z.enum(answers).nullable(),
	answeredAt: z.date().nullable(),
	came: z.enum(ways).nullable(),
	name: z.string(),
	version: z.int(),
});
export type Presence = z.infer<typeof presence>;

export const invitationAnswer = z.object({ answer: z.enum(answers) });

export type WholeArena = {
	readonly arena: Arena;
	readonly parties: readonly ArenaParty[];
	readonly seats: readonly Seat[];
	readonly meetings: readonly Meeting[];
	/** Items asked for and not yet on an agenda. */
	readonly requests: readonly Item[];
	readonly decisions: readonly Decision[];
};

export type WholeMeeting = {
	readonly meeting: Meeting;
	readonly items: readonly Item[];
	readonly decisions: readonly Decision[];
	readonly presence: readonly Presence[];
};

export type ListedArena = {
	readonly id: string;
	readonly name: string;
	readonly kind: ArenaKind;
	readonly level: Level;
	readonly parties: readonly string[];
	readonly endedOn: string | null;
	/** When it meets next, and when it met last. */
	readonly next: Date | null;
	readonly last: Date | null;
	readonly open: number;
	readonly late: number;
};

export type ArenaQuery = {
	readonly search?: string | undefined;
	/** Only those that meet, or only those that have ended. */
	readonly state?: ArenaState | undefined;
	readonly sort?: ArenaSort;
	readonly descending?: boolean;
	readonly offset?: number;
	readonly pageSize?: number | undefined;
};

export type ListedDecision = Decision & {
	readonly arenaName: string;
	readonly itemTitle: string;
	readonly standing: DecisionStanding;
};

export type DecisionQuery = {
	readonly search?: string | undefined;
	readonly standing?: DecisionStanding | undefined;
	readonly arenaId?: string | undefined;
	readonly sort?: DecisionSort;
	readonly descending?: boolean;
	readonly offset?: number;
	readonly pageSize?: number | undefined;
};

export const meetingRefusals = [
	...commonRefusals,
	"organisation-unknown",
	"agreement-unknown",
	"party-unknown",
	"party-stands",
	"party-has-seats",
	"seat-unknown",
	"seat-used",
	"no-seats",
	"no-items",
	"in-the-past",
	"not-held-yet",
	"already-held",
	"cancelled",
	"minutes-approved",
	"minutes-missing",
	"needs-owner",
	"needs-decision",
	"item-unknown",
	"decision-unknown",
	"already-settled",
	"object-unknown",
	"arena-ended",
	"needs-decider",
	"needs-going-on",
	"too-many-votes",
] as const;
export type MeetingRefusal = (typeof meetingRefusals)[number];
