import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { cutBy } from "../../../statistic/cut.ts";
import { isId } from "../../organisation/contract.ts";
import { mandateOf, nameOrganisations } from "../../organisation/service.server.ts";
import { nameOfActor } from "../network/open.server.ts";
import { mayEnter } from "../rules.ts";
import type { Help, HelpFacts, HelpRefusal, Offer, OfferAnswer, OfferFacts, Queue, RequestFacts } from "./contract.ts";
import { kilometresFrom } from "./distance.server.ts";
import {
	isOver,
	mayHelp,
	mayTakeHelp,
	offerStateOf,
	queueOf,
	refuseBeginning,
	refuseLocal,
	refuseOffer,
	refuseOfferAnswer,
} from "./rules.ts";
import * as store from "./store.server.ts";

type Done<Value = undefined> = Promise<Outcome<Value, HelpRefusal>>;

/** An offer, with who it is to. */
export type ListedOffer = Offer & { readonly partyName: string };

/** Help in a list. */
export type ListedHelp = Help & {
	readonly organisationName: string;
	readonly isOwn: boolean;
	/** From the organisation acted for, as the crow flies, whole; null where one of them has no place. */
	readonly kilometres: number | null;
	readonly queue: Queue;
	/** All of them for one's own; else those to the organisation acted for. The latest first. */
	readonly offers: readonly ListedOffer[];
};

async function listed(work: Work, all: readonly Help[], offers: readonly Offer[], organisationId: string | null) {
	const ids = [...all.map((one) => one.organisationId), ...offers.map(({ partyId }) => partyId)];
	const names = await nameOrganisations(work, [...new Set(ids)]);
	const nameOf = (id: string) => names.get(id)?.name ?? "";
	const queues = await store.readQueues(work);
	const far = await kilometresFrom(work, organisationId);
	const named = offers.map((offer): ListedOffer => ({ ...offer, partyName: nameOf(offer.partyId) }));
	const of = cutBy(named, ({ helpId }) => helpId);
	return all.map(
		(help): ListedHelp => ({
			...{ ...help, organisationName: nameOf(help.organisationId), isOwn: help.organisationId === organisationId },
			kilometres: help.organisationId === organisationId ? null : far(help.organisationId),
			queue: queues.get(help.id) ?? { going: 0, waiting: 0, place: null },
			offers: of.get(help.id) ?? [],
		}),
	);
}

/** What anybody helps with, by title; what is offered no longer only where it is one's own. */
export async function listHelp(work: Work): Promise<readonly ListedHelp[]> {
	const asker = await mandateOf(work);
	if (!mayEnter(asker)) return [];
	const all = (await store.listHelp(work)).filter(
		({ endedOn, organisationId }) => endedOn === null || organisationId === asker.organisationId,
	);
	return all.length === 0 ? [] : listed(work, all, await store.listOffers(work, null), asker.organisationId);
}

export type OpenedHelp = ListedHelp & {
	/** Those who wait, whoever has waited longest first; where it is one's own. */
	readonly waiting: readonly string[];
	readonly can: {
		/** Change it, offer it, begin and end with those who wait. */
		readonly keep: boolean;
		/** Ask for it: nothing is under way between the two. */
		readonly ask: boolean;
		/** Answer what the organisation acted for is offered, and let go of what it asked for. */
		readonly take: boolean;
	};
};

/** One help, with what the asker may read of whom it is offered to. */
export async function openHelp(work: Work, id: string): Promise<OpenedHelp | undefined> {
	const asker = await mandateOf(work);
	const help = isId(id) && mayEnter(asker) ? await store.findHelp(work, id) : undefined;
	if (!help) return undefined;
	const [one] = await listed(work, [help], await store.listOffers(work, id), asker.organisationId);
	if (!one) return undefined;
	const take = !one.isOwn && mayTakeHelp(asker);
	return {
		...one,
		waiting: one.isOwn ? queueOf(one.offers).map((offer) => offer.id) : [],
		can: {
			keep: one.isOwn && mayHelp(asker),
			ask:
				take &&
				one.endedOn === null &&
				one.offers.every((offer) => offer.partyId !== asker.organisationId || isOver(offer)),
			take,
		},
	};
}

async function noted(work: Work, deed: string, { organisationId, id }: store.Key): Promise<void> {
	await record(work, { verb: `help.${deed}`, objectKind: "help", objectId: id, organisationId });
}

async function toKeep(work: Work, id: string): Done<OpenedHelp> {
	const opened = await openHelp(work, id);
	if (!opened) return refused("missing");
	return opened.can.keep ? done(opened) : refused("not-allowed");
}

/** Says something the organisation acted for helps others with; everybody reads it from now on. */
export async function addHelp(work: Work, facts: HelpFacts): Done<{ id: string }> {
	const asker = await mandateOf(work);
	const { organisationId } = asker;
	if (organisationId === null || !mayHelp(asker)) return refused("not-allowed");
	const key = { organisationId, id: newId() };
	await store.insertHelp(work, key, facts);
	await noted(work, "create", key);
	return done({ id: key.id });
}

export async function changeHelp(
	work: Work,
	id: string,
	{ version, ...facts }: HelpFacts & { readonly version: number },
): Done {
	const opened = await toKeep(work, id);
	if (opened.refused) return opened;
	if (!(await store.updateHelp(work, { ...opened.done, version }, facts))) return refused("changed-by-another");
	await noted(work, "change", opened.done);
	return done(undefined);
}

/** Offers it no longer, or again. What is under way goes on, and what was offered stays to be read. */
export async function endHelp(work: Work, id: string, version: number, ended: boolean): Done {
	const opened = await toKeep(work, id);
	if (opened.refused) return opened;
	const endedOn = ended ? work.today : null;
	if (!(await store.updateHelp(work, { ...opened.done, version }, { endedOn }))) return refused("changed-by-another");
	await noted(work, ended ? "end" : "reopen", opened.done);
	return done(undefined);
}

/** Offers help to one organisation, which is asked to answer by a day. */
export async function offerHelp(work: Work, id: string, facts: OfferFacts): Done<{ id: string }> {
	const opened = await toKeep(work, id);
	if (opened.refused) return opened;
	const help = opened.done;
	if (help.endedOn !== null) return refused("has-ended");
	const { organisationId, offers } = help;
	const refusals = refuseOffer(facts, { organisationId, offers, today: work.today });
	if (!(await nameOrganisations(work, [facts.partyId])).has(facts.partyId))
		refusals.push({ code: "organisation-unknown", field: "partyId" });
	if (refusals.length > 0) return refusedAll(refusals);
	const offer = { ...facts, id: newId(), begun: "offered", saidBy: nameOfActor(work) } as const;
	await store.insertOffer(work, help, { ...offer, localName: "", localRole: "", localEmail: null });
	await noted(work, "offer", help);
	return done({ id: offer.id });
}

/** Asks for help on behalf of the organisation acted for, which waits for it from today. */
export async function askForHelp(work: Work, id: string, facts: RequestFacts): Done<{ id: string }> {
	const opened = await openHelp(work, id);
	if (!opened) return refused("missing");
	const { organisationId: partyId } = await mandateOf(work);
	if (!opened.can.take || partyId === null) return refused("not-allowed");
	if (opened.endedOn !== null) return refused("has-ended");
	if (!opened.can.ask) return refused("offered-already");
	const refusals = refuseLocal(facts);
	if (refusals.length > 0) return refusedAll(refusals);
	const offer = { ...facts, id: newId(), partyId, begun: "asked", answerBy: null, saidBy: nameOfActor(work) } as const;
	await store.insertOffer(work, opened, offer);
	await noted(work, "ask", opened);
	return done({ id: offer.id });
}

async function toOffer(
	work: Work,
	id: string,
	offerId: string,
): Done<{ readonly help: OpenedHelp; offer: ListedOffer }> {
	const help = await openHelp(work, id);
	const offer = help?.offers.find((one) => one.id === offerId);
	if (!help || !offer) return refused("missing");
	return offer.withdrawnOn === null ? done({ help, offer }) : refused("is-withdrawn");
}

/**
 * Answers an offer, for who was offered it: yes and waits its turn, later, or no; or a request, for who was asked: no, with
 * why. It can be answered anew until it begins.
 */
export async function answerOffer(work: Work, id: string, offerId: string, { version, ...given }: OfferAnswer): Done {
	const found = await toOffer(work, id, offerId);
	if (found.refused) return found;
	const { help, offer } = found.done;
	const answers = offer.begun === "offered" ? help.can.take : help.can.keep && given.answer === "no";
	if (!answers) return refused("not-allowed");
	if (offer.beganOn !== null) return refused("has-begun");
	const refusals = refuseOfferAnswer({ ...given, version });
	if (refusals.length > 0) return refusedAll(refusals);
	const change = { answer: given, by: nameOfActor(work) };
	if (!(await store.updateOffer(work, { ...offer, version }, change))) return refused("changed-by-another");
	await noted(work, "answer", help);
	return done(undefined);
}

/** Begins to help one that waits. */
export async function beginHelping(
	work: Work,
	id: string,
	offerId: string,
	{ beganBecause, version }: { readonly beganBecause: string; readonly version: number },
): Done {
	const found = await toOffer(work, id, offerId);
	if (found.refused) return found;
	const { help, offer } = found.done;
	if (!help.can.keep) return refused("not-allowed");
	const refusals = refuseBeginning(offer, help, { offers: help.offers, because: beganBecause });
	if (refusals.length > 0) return refusedAll(refusals);
	const change = { began: beganBecause, by: nameOfActor(work), answered: offer.answer !== null };
	if (!(await store.updateOffer(work, { ...offer, version }, change))) return refused("changed-by-another");
	await noted(work, "begin", help);
	return done(undefined);
}

/** Ends what was under way, with what came of it. */
export async function endHelping(
	work: Work,
	id: string,
	offerId: string,
	{ result, version }: { readonly result: string; readonly version: number },
): Done {
	const found = await toOffer(work, id, offerId);
	if (found.refused) return found;
	const { help, offer } = found.done;
	if (!help.can.keep) return refused("not-allowed");
	if (offerStateOf(offer) !== "going") return refused("not-going");
	if (!(await store.updateOffer(work, { ...offer, version }, { result }))) return refused("changed-by-another");
	await noted(work, "finish", help);
	return done(undefined);
}

/** Takes back an offer or a request that has not begun, by whoever made it; it stays to be read. */
export async function withdrawOffer(work: Work, id: string, offerId: string, version: number): Done {
	const found = await toOffer(work, id, offerId);
	if (found.refused) return found;
	const { help, offer } = found.done;
	if (offer.begun === "offered" ? !help.can.keep : !help.can.take) return refused("not-allowed");
	if (offer.beganOn !== null) return refused("has-begun");
	if (!(await store.updateOffer(work, { ...offer, version }, "withdrawn"))) return refused("changed-by-another");
	await noted(work, "withdraw", help);
	return done(undefined);
}
