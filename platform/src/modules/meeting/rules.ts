import type { Refusal } from "../../outcome.ts";
import { type DecisionStanding, deciding } from "./codes.ts";
import type {
	Arena,
	Decision,
	DecisionFacts,
	Item,
	Meeting,
	MeetingFacts,
	MeetingRefusal,
	Presence,
	Seat,
} from "./contract.ts";

/** Who asks, as the mandate of the room organisation tells it. */
export type Asker = {
	readonly organisationId: string | null;
	readonly system: boolean;
	readonly personId: string | null;
	readonly holdings: readonly { readonly role: string; readonly unitId: string | null }[];
};

const keeping = ["agreement-coordinator", "administrator", "manager", "network-leader"];

/** Keeps arenas for the organisation acted for. */
export function mayKeepArenas(asker: Asker): boolean {
	return asker.system || asker.holdings.some(({ role, unitId }) => unitId === null && keeping.includes(role));
}

/** Whether the person has the chair or keeps the minutes of an arena. */
function leads(asker: Asker, seats: readonly Seat[]): boolean {
	return seats.some(({ personId, duty }) => personId !== null && personId === asker.personId && duty !== "member");
}

export type Can = {
	/** Change the arena, its parties and seats, and end it. */
	readonly keep: boolean;
	/** Plan meetings, set the agenda, write the minutes. */
	readonly lead: boolean;
	/** Ask for items, say who holds the seats of the own organisation, mark own decisions as done. */
	readonly takePart: boolean;
};

/** What the asker may do in an arena. */
export function whatMay(
	asker: Asker,
	arena: Pick<Arena, "organisationId" | "endedOn">,
	parties: readonly { readonly id: string }[],
	seats: readonly Seat[],
): Can {
	const keep = mayKeepArenas(asker) && asker.organisationId === arena.organisationId;
	const isParty = parties.some(({ id }) => id === asker.organisationId);
	const sits = seats.some(({ personId }) => personId !== null && personId === asker.personId);
	const open = arena.endedOn === null;
	return {
		keep,
		lead: open && (keep || leads(asker, seats)),
		takePart: open && (keep || sits || (isParty && mayKeepArenas(asker))),
	};
}

/** Whether the asker may say how a decision stands: who leads the arena, and who owns it. */
export function maySettle(asker: Asker, can: Can, decision: Pick<Decision, "seatId">, seats: readonly Seat[]): boolean {
	if (can.lead) return true;
	const owner = seats.find(({ id }) => id === decision.seatId);
	return (
		owner !== undefined &&
		((owner.personId !== null && owner.personId === asker.personId) ||
			(owner.partyId === asker.organisationId && mayKeepArenas(asker)))
	);
}

/** How a decision stands on a day. */
export function standingOf({ state, dueOn }: Pick<Decision, "state" | "dueOn">, today: string): DecisionStanding {
	return state === "open" && dueOn !== null && dueOn < today ? "late" : state;
}

/** The decisions an agenda begins with: those not settled, the latest first. */
export function toFollowUp(decisions: readonly Decision[], items: readonly Item[]): readonly Decision[] {
	const placed = new Set(items.map(({ decisionId }) => decisionId));
	return decisions
		.filter(({ id, state }) => state === "open" && !placed.has(id))
		.sort((one, other) => (one.dueOn ?? "9999").localeCompare(other.dueOn ?? "9999"));
}

/**
 * Where on an agenda something to follow up comes: after what is followed up already, decisions before commitments, and
 * before all else.
 */
export function placeToFollowUp(
	items: readonly Pick<Item, "kind" | "decisionId">[],
	one: Pick<Item, "decisionId">,
): number {
	const isBefore = ({ kind, decisionId }: Pick<Item, "kind" | "decisionId">) =>
		kind === "follow-up" && (decisionId !== null || one.decisionId === null);
	const place = items.findIndex((item) => !isBefore(item));
	return place === -1 ? items.length : place;
}

/** An arena that answers for its parties says who decided that it may. */
export function refuseSpeaking({
	speaksFor,
	speaksDecidedBy,
}: Pick<Arena, "speaksFor" | "speaksDecidedBy">): readonly Refusal<MeetingRefusal>[] {
	return speaksFor && speaksDecidedBy === "" ? [{ code: "needs-decider", field: "speaksDecidedBy" }] : [];
}

/** Why a meeting cannot be at a time. */
export function refuseTime(facts: MeetingFacts, today: string): readonly Refusal<MeetingRefusal>[] {
	const refusals: Refusal<MeetingRefusal>[] = [];
	if (facts.day < today) refusals.push({ code: "in-the-past", field: "day" });
	if (facts.to <= facts.from) refusals.push({ code: "ends-before-start", field: "to" });
	return refusals;
}

/** Why a decision cannot stand: it has an owner, and a last day that is not behind. */
export function refuseDecision(
	facts: DecisionFacts,
	seats: readonly Seat[],
	decidedOn: string,
): readonly Refusal<MeetingRefusal>[] {
	const refusals: Refusal<MeetingRefusal>[] = [];
	if (facts.seatId !== null && !seats.some(({ id }) => id === facts.seatId))
		refusals.push({ code: "seat-unknown", field: "seatId" });
	if (facts.seatId === null && facts.ownerName === "") refusals.push({ code: "needs-owner", field: "seatId" });
	if (facts.dueOn !== null && facts.dueOn < decidedOn) refusals.push({ code: "ends-before-start", field: "dueOn" });
	return refusals;
}

/** The seats that hold on a day. */
export function seatsOn(seats: readonly Seat[], day: string): readonly Seat[] {
	return seats.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day));
}

/** How often the seats of one kind, or of one party, were filled at the meetings held: who came, of who was asked. */
export type Attendance = { readonly asked: number; readonly came: number; readonly byDeputy: number };

const nobody: Attendance = { asked: 0, came: 0, byDeputy: 0 };

/** Presence at meetings that were held, gathered by what a seat represents, by party, or by anything else of a seat. */
export function attendanceBy<Key>(
	presences: readonly Presence[],
	seats: readonly Seat[],
	keyOf: (seat: Seat) => Key,
): ReadonlyMap<Key, Attendance> {
	const found = new Map<Key, Attendance>();
	const seatOf = new Map(seats.map((seat) => [seat.id, seat]));
	for (const { seatId, came } of presences) {
		const seat = seatOf.get(seatId);
		if (!seat || came === null) continue;
		const before = found.get(keyOf(seat)) ?? nobody;
		found.set(keyOf(seat), {
			asked: before.asked + 1,
			came: before.came + (came === "holder" || came === "deputy" ? 1 : 0),
			byDeputy: before.byDeputy + (came === "deputy" ? 1 : 0),
		});
	}
	return found;
}

/**
 * Those of these parties that have never been there, once the arena has met: signed, but never present. One that has no
 * seat has not been there either.
 */
export function neverPresent(
	presences: readonly Presence[],
	seats: readonly Seat[],
	partyIds: readonly string[],
): readonly string[] {
	const by = attendanceBy(presences, seats, ({ partyId }) => partyId);
	return by.size === 0 ? [] : partyIds.filter((id) => (by.get(id) ?? nobody).came === 0);
}

/** Whether those who decide were there: the share of deciding seats that were filled, of those asked. */
export function anchoring(presences: readonly Presence[], seats: readonly Seat[]): Attendance {
	const by = attendanceBy(presences, seats, ({ represents }) => deciding.includes(represents));
	return by.get(true) ?? nobody;
}

/** How items and decisions of held meetings came out: how many were decided with an owner, and how many were done. */
export function outcomesOf(
	items: readonly Pick<Item, "outcome" | "kind">[],
	decisions: readonly Pick<Decision, "state">[],
): { readonly items: number; readonly decided: number; readonly decisions: number; readonly done: number } {
	return {
		items: items.length,
		decided: items.filter(({ outcome }) => outcome === "decided").length,
		decisions: decisions.length,
		done: decisions.filter(({ state }) => state === "done").length,
	};
}

/** Whether a meeting can be changed: it has not been held, and is not cancelled. */
export function isAhead({ state }: Pick<Meeting, "state">): boolean {
	return state === "planned" || state === "invited";
}
