import { type Statistic, share } from "../../../statistic/statistic.ts";
import { isRole, type Responsibility, roleCapabilities } from "../../organisation/codes.ts";
import type { Asker } from "../rules.ts";
import type { Asks, EnquiryStanding } from "./codes.ts";
import type { Enquiry } from "./contract.ts";

/** Roles that write and answer on behalf of a whole organisation. */
export const corresponding = [
	"agreement-coordinator",
	"placement-coordinator",
	"network-leader",
	"manager",
	"administrator",
] as const;
/** Roles that are told when an enquiry has been left after it was reminded of. */
export const leading = ["manager", "administrator"] as const;
/** How long after the reminder those who lead are told, days. */
export const escalateAfter = 3;

const asking: readonly string[] = [...corresponding, "grants-coordinator", "competence-planner", "project-leader"];

function wholly(asker: Asker, roles: readonly string[]): boolean {
	return asker.holdings.some(({ role, unitId }) => unitId === null && roles.includes(role));
}

/** Sends enquiries on behalf of the organisation acted for. */
export function mayAsk(asker: Asker): boolean {
	return asker.system || wholly(asker, asking);
}

/** Answers whatever the organisation acted for is asked. */
export function mayAnswerAll(asker: Asker): boolean {
	return asker.system || wholly(asker, corresponding);
}

/** Reads what the organisation acted for asks and is asked: those who may see its people. */
export function maySee(asker: Asker): boolean {
	return (
		asker.system ||
		asker.holdings.some(({ role }) => isRole(role) && roleCapabilities[role].some((one) => one === "see-people"))
	);
}

export type EnquiryCan = {
	/** Take it, ask back, answer, refuse. */
	readonly answer: boolean;
	/** Send it on to another role, unit or organisation. */
	readonly forward: boolean;
	/** Answer what was asked back. */
	readonly reply: boolean;
	/** Take it back, and make a link for a receiver without an account. */
	readonly withdraw: boolean;
};

export const canNothing: EnquiryCan = { answer: false, forward: false, reply: false, withdraw: false };

type Asked = Pick<
	Enquiry,
	"organisationId" | "receiverId" | "arenaId" | "state" | "ownerId" | "contactId" | "sentBy" | "unitId"
>;

/** What the asker may do with an enquiry. @param leadsArena has the chair of the arena it was sent to, or its minutes */
export function whatMayWith(asker: Asker, enquiry: Asked, leadsArena: boolean): EnquiryCan {
	if (!isOpen(enquiry)) return canNothing;
	const { personId } = asker;
	const asks =
		enquiry.organisationId === asker.organisationId &&
		(mayAsk(asker) || (personId !== null && enquiry.sentBy === personId));
	const isTheirs =
		enquiry.receiverId === asker.organisationId &&
		(mayAnswerAll(asker) ||
			(personId !== null && [enquiry.ownerId, enquiry.contactId].includes(personId)) ||
			(enquiry.unitId !== null && asker.holdings.some(({ unitId }) => unitId === enquiry.unitId) && maySee(asker)));
	const answers = isTheirs || (enquiry.arenaId !== null && leadsArena);
	return {
		answer: answers,
		forward: answers && enquiry.arenaId === null,
		reply: asks && enquiry.state === "asked-back",
		withdraw: asks,
	};
}

/** Whether something is still to be done. */
export function isOpen({ state }: Pick<Enquiry, "state">): boolean {
	return state === "sent" || state === "taken" || state === "asked-back";
}

/** How an enquiry stands on a day. What is asked back waits for the one who asked, and is not late. */
export function standingOf({ state, dueOn }: Pick<Enquiry, "state" | "dueOn">, today: string): EnquiryStanding {
	return (state === "sent" || state === "taken") && dueOn < today ? "late" : state;
}

const dayLength = 86_400_000;

/** Whole days from one day to another, YYYY-MM-DD; never below zero. */
export function daysBetween(from: string, to: string): number {
	return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / dayLength));
}

const responsibilityOf: Readonly<Record<Asks, Responsibility>> = {
	...{ places: "placements", meeting: "general", agreement: "agreements" },
	...{ "project-partner": "research", lecturer: "general", other: "general" },
};

/** What an organisation has somebody answer for that an enquiry belongs to. */
export function responsibilityFor(asks: Asks): Responsibility {
	return responsibilityOf[asks];
}

/** What is due to be told about an enquiry nobody has answered: a reminder, then to those who lead. */
export function nextTelling(
	{ state, dueOn, remindedOn, escalatedOn }: Pick<Enquiry, "state" | "dueOn" | "remindedOn" | "escalatedOn">,
	today: string,
): "remind" | "escalate" | null {
	if (standingOf({ state, dueOn }, today) !== "late") return null;
	if (remindedOn === null) return "remind";
	return escalatedOn === null && daysBetween(remindedOn, today) >= escalateAfter ? "escalate" : null;
}

/** How enquiries to one organisation came out. Open ones whose day is ahead, or that wait for the asker, are not judged. */
export type Answering = {
	readonly inTime: number;
	readonly late: number;
	readonly unanswered: number;
	readonly waiting: number;
};

/** The share answered in time, of those that are answered or should have been. A refusal with a reason is an answer. */
export function inTimeShare(
	{ inTime, late, unanswered, waiting }: Answering,
	said: { readonly baseRule: string; readonly source: string },
	today: string,
): Statistic {
	const judged = inTime + late + unanswered;
	return share(inTime, judged, { ...said, population: judged + waiting, date: today });
}
