import type { Refusal } from "../../../outcome.ts";
import { groupsBy } from "../../../statistic/cut.ts";
import { statusDue } from "../project/rules.ts";
import { type Asker, mayBegin } from "../rules.ts";
import { type OfferState, type ReachedHow, togetherLeast } from "./codes.ts";
import type { GuidedProject, Help, HelpRefusal, Offer, OfferAnswer, OfferFacts } from "./contract.ts";

const helping = ["administrator", "manager", "network-leader", "adviser"];
const guiding = ["network-leader", "adviser"];

/** Says what the organisation acted for helps others with, and offers it to them. */
export function mayHelp(asker: Asker): boolean {
	return asker.organisationId !== null && (asker.system || asker.holdings.some(({ role }) => helping.includes(role)));
}

/** Asks for help and answers offers of it: those who begin projects of the organisation acted for. */
export function mayTakeHelp(asker: Asker): boolean {
	return asker.organisationId !== null && mayBegin(asker);
}

/** Follows the projects of those who have let the organisation acted for in. */
export function mayGuide(asker: Asker): boolean {
	return asker.holdings.some(({ role }) => guiding.includes(role));
}

/** Says whose advisers the organisation acted for lets in. */
export function mayLetIn(asker: Asker): boolean {
	const deciding = ["administrator", "manager"];
	return (
		asker.organisationId !== null &&
		(asker.system || asker.holdings.some(({ role, unitId }) => unitId === null && deciding.includes(role)))
	);
}

/** Where help to one organisation stands. What is asked for waits from the day it is asked, whether or not a word is said to it. */
export function offerStateOf(
	offer: Pick<Offer, "begun" | "answer" | "beganOn" | "endedOn" | "withdrawnOn">,
): OfferState {
	if (offer.withdrawnOn !== null) return "withdrawn";
	if (offer.endedOn !== null) return "ended";
	if (offer.beganOn !== null) return "going";
	if (offer.answer === "no") return "declined";
	if (offer.answer === "later") return "later";
	return offer.answer === "yes" || offer.begun === "asked" ? "waiting" : "offered";
}

/** Whether nothing more is to come of it. */
export function isOver(offer: Parameters<typeof offerStateOf>[0]): boolean {
	return ["declined", "ended", "withdrawn"].includes(offerStateOf(offer));
}

/** The day somebody began to wait: when they asked, or said yes to an offer. */
function waitsFrom({ begun, saidOn, answeredOn }: Pick<Offer, "begun" | "saidOn" | "answeredOn">): string {
	return begun === "asked" ? saidOn : (answeredOn ?? saidOn);
}

/** Those who wait for a help, whoever has waited longest first. */
export function queueOf(offers: readonly Offer[]): readonly Offer[] {
	return offers
		.filter((one) => offerStateOf(one) === "waiting")
		.sort((one, other) => waitsFrom(one).localeCompare(waitsFrom(other)) || (one.id < other.id ? -1 : 1));
}

type Refusals = Refusal<HelpRefusal>[];

/** What is wrong with offering help to somebody. */
export function refuseOffer(
	{ partyId, answerBy }: OfferFacts,
	around: { readonly organisationId: string; readonly offers: readonly Offer[]; readonly today: string },
): Refusals {
	const refusals: Refusals = [];
	if (partyId === around.organisationId) refusals.push({ code: "self-offered", field: "partyId" });
	if (around.offers.some((one) => one.partyId === partyId && !isOver(one)))
		refusals.push({ code: "offered-already", field: "partyId" });
	if (answerBy < around.today) refusals.push({ code: "answer-in-the-past", field: "answerBy" });
	return refusals;
}

/** Whoever is helped has somebody to speak with there, in a role. */
export function refuseLocal({ localName, localRole }: Pick<OfferAnswer, "localName" | "localRole">): Refusals {
	const refusals: Refusals = [];
	if (localName === "") refusals.push({ code: "local-missing", field: "localName" });
	if (localRole === "") refusals.push({ code: "local-missing", field: "localRole" });
	return refusals;
}

/** What is wrong with an answer: a yes names who is spoken with, and anything else says why. */
export function refuseOfferAnswer(given: OfferAnswer): Refusals {
	if (given.answer === "yes") return refuseLocal(given);
	return given.answerWords === "" ? [{ code: "words-missing", field: "answerWords" }] : [];
}

/** Why help cannot begin for one who waits: there must be room, two to develop together, and a reason to pass those before. */
export function refuseBeginning(
	offer: Offer,
	help: Pick<Help, "way" | "atOnce">,
	{ offers, because }: { readonly offers: readonly Offer[]; readonly because: string },
): Refusals {
	if (offerStateOf(offer) !== "waiting") return [{ code: "not-waiting" }];
	const queue = queueOf(offers);
	const going = offers.filter((one) => offerStateOf(one) === "going").length;
	if (help.atOnce !== null && going >= help.atOnce) return [{ code: "is-full", detail: { most: help.atOnce } }];
	if (help.way === "together" && going + queue.length < togetherLeast)
		return [{ code: "one-alone", detail: { least: togetherLeast } }];
	const before = queue.findIndex(({ id }) => id === offer.id);
	return before > 0 && because === "" ? [{ code: "out-of-turn", field: "beganBecause", detail: { before } }] : [];
}

/** A municipality, and what has been offered to it. */
export type ReachedOne = {
	readonly id: string;
	readonly name: string;
	readonly population: number | null;
	/** From the organisation acted for, as the crow flies, whole; null where one of them has no place. */
	readonly kilometres: number | null;
	/** Offered by the organisation acted for, ever; and by anybody. */
	readonly offers: number;
	readonly offersByAll: number;
	/** Of what it was offered or asked for here, what it said yes to. */
	readonly accepted: number;
	/** Offers it has not answered. */
	readonly unanswered: number;
	readonly lastContact: string | null;
	/** Who is spoken with there, with the role; null: nobody is named. */
	readonly local: string | null;
	readonly letIn: boolean;
};

/** Whether a municipality is one of those looked for. */
export function isReachedSo(one: ReachedOne, how: ReachedHow): boolean {
	if (how === "never") return one.offersByAll === 0;
	if (how === "never-by-us") return one.offers === 0;
	return how === "no-answer" ? one.unanswered > 0 : one.lastContact === null;
}

/** How many of a group have been offered something, and said yes; each of `count`. */
export type OfferedGroup<Class> = {
	readonly class: Class | "unknown";
	readonly count: number;
	readonly offered: number;
	readonly accepted: number;
};

/** How far offers reach by a cut, in the order of its classes; classes nobody is in are left out. */
export function offeredBy<const Class extends string>(
	all: readonly ReachedOne[],
	classes: readonly Class[],
	classOf: (one: ReachedOne) => Class | null,
): OfferedGroup<Class>[] {
	return groupsBy(all, classes, classOf).map(({ class: one, group }) => ({
		...{ class: one ?? "unknown", count: group.length },
		offered: group.filter(({ offers }) => offers > 0).length,
		accepted: group.filter(({ accepted }) => accepted > 0).length,
	}));
}

/** Whether a running project has not said how it stands by the day it was to. */
export function isLate(
	project: Pick<GuidedProject, "state" | "statusOn" | "startedOn" | "statusDays">,
	today: string,
): boolean {
	const due = statusDue({ project, statuses: project.statusOn === null ? [] : [{ onDay: project.statusOn }] });
	return due !== null && due < today;
}
