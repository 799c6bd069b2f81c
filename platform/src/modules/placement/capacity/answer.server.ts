import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { listOrganisations, mandateOf, unitPath } from "../../organisation/service.server.ts";
import { institutionKinds } from "../codes.ts";
import { recordEffort } from "../effort.server.ts";
import { mayAnswerForSite, mayCoordinate } from "../rules.ts";
import { coordinatedBy, nameOf } from "./asker.server.ts";
import { type Replaced, readBeside, replace } from "./beside.server.ts";
import type { CapacityAnswer, CapacityRefusal, CapacityView, NewCapacity, OfferInAnswer } from "./contract.ts";
import { type Fewer, listFewer } from "./fewer.store.server.ts";
import { asAnswer } from "./offer-in-answer.ts";
import { isOpenToSite, refuseOffers, stateOfAnswer, stepsOf, suggestFrom } from "./rules.ts";
import { findSite } from "./site.store.server.ts";
import * as store from "./store.server.ts";

/** What a link for capacity does, as identity knows it. */
export const capacityPurpose = "placement-capacity";

type Opened = {
	readonly organisationId: string;
	readonly capacity: CapacityView;
	/** Whose word it is: the site's own, or its keeper's. */
	readonly as: "site" | "keeper";
};

/**
 * Capacity the asker may answer: by a link made for it, as leader of its unit, or as coordinator of its keeper. Undefined
 * where it is not theirs.
 */
async function open(work: Work, capacityId: string): Promise<Opened | undefined> {
	if (!isId(capacityId)) return undefined;
	const { actor } = work;
	if (actor.kind === "link") {
		if (actor.purpose !== capacityPurpose || actor.objectId !== capacityId) return undefined;
		const capacity = await store.findCapacity(work, actor.organisationId, capacityId);
		return capacity && { organisationId: actor.organisationId, capacity, as: "site" };
	}
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	if (organisationId === null) return undefined;
	const capacity = await store.findCapacity(work, organisationId, capacityId);
	if (!capacity) return undefined;
	if (mayCoordinate(mandate)) return { organisationId, capacity, as: "keeper" };
	const path = capacity.unitId === null ? [] : ((await unitPath(work, organisationId, capacity.unitId)) ?? []);
	// A site that is no unit has no leader but its keeper.
	return path.length > 0 && mayAnswerForSite(mandate, path) ? { organisationId, capacity, as: "site" } : undefined;
}

export type AnswerPage = {
	readonly capacity: CapacityView;
	readonly as: "site" | "keeper";
	/** Whether it can be changed by the asker. */
	readonly open: boolean;
	/** What the form shows: what was said, or last year's as a suggestion. */
	readonly shown: {
		readonly mostAtOnce: number | null;
		readonly supervisors: number | null;
		readonly offers: readonly OfferInAnswer[];
		/** The days the suggestion was said for. */
		readonly suggestedFrom: { readonly firstDay: string; readonly lastDay: string } | null;
		/** The keeper has written it for these very days: the site says whether it is right. */
		readonly written: boolean;
	};
	/** Places for the same days that are published already, by other capacity of the site. */
	readonly published: readonly OfferInAnswer[];
	/** Places of it the site has said since that it does not have. */
	readonly fewer: readonly Fewer[];
	readonly can: { readonly approve: boolean; readonly publish: boolean; readonly takeBack: boolean };
};

/** Capacity with what its form shows; undefined where the asker may not answer it. */
export async function readAnswerPage(work: Work, capacityId: string): Promise<AnswerPage | undefined> {
	const opened = await open(work, capacityId);
	if (!opened) return undefined;
	const { capacity, as, organisationId } = opened;
	const steps = stepsOf(capacity.state);
	const isKeeper = as === "keeper";
	const { replaced, published } = await readBeside(work, capacity);
	return {
		capacity,
		as,
		open: isKeeper || isOpenToSite(capacity.state, capacity.approvedAt !== null, capacity.collectionState),
		shown:
			capacity.state === "asked"
				? (writtenBefore(replaced) ?? (await suggestionFor(work, organisationId, capacity)))
				: shownOf(capacity),
		published,
		fewer: (await listFewer(work, capacity.siteId)).filter((one) => one.capacityId === capacity.id),
		can: {
			approve: isKeeper && steps.approve,
			publish: isKeeper && steps.publish,
			takeBack: isKeeper && steps.takeBack,
		},
	};
}

function shownOf(capacity: CapacityView): AnswerPage["shown"] {
	const { mostAtOnce, supervisors } = capacity;
	return { mostAtOnce, supervisors, offers: capacity.offers.map(asAnswer), suggestedFrom: null, written: false };
}

/** What the keeper has written for the site and these days, as a question whether it is right. */
function writtenBefore(replaced: readonly Replaced[]): AnswerPage["shown"] | undefined {
	const [first] = replaced;
	if (!first) return undefined;
	return {
		...{ mostAtOnce: first.mostAtOnce, supervisors: first.supervisors, suggestedFrom: null, written: true },
		offers: replaced.flatMap(({ gone }) => gone.map((offer) => ({ ...asAnswer(offer), id: null }))),
	};
}

/** What the same site said of the same half of an earlier year, else of the time before this. */
async function suggestionFor(work: Work, organisationId: string, capacity: CapacityView): Promise<AnswerPage["shown"]> {
	const earlier = await store.listEarlier(work, organisationId, [capacity.siteId], capacity.firstDay);
	const best = earlier.find((one) => one.month === capacity.firstDay.slice(5, 7)) ?? earlier[0];
	if (!best) return { mostAtOnce: null, supervisors: null, offers: [], suggestedFrom: null, written: false };
	const offers = (await store.listOffersOf(work, organisationId, [best.id])).map((offer) => ({
		...asAnswer(offer),
		id: null,
	}));
	const { mostAtOnce, supervisors, firstDay, lastDay } = best;
	return {
		mostAtOnce,
		supervisors,
		offers: suggestFrom(offers, best, capacity).map((offer) => ({ ...offer, id: null })),
		suggestedFrom: { firstDay, lastDay },
		written: false,
	};
}

/** Says what a site can take, or changes what was said, until somebody has approved it; the keeper adjusts it after too. */
export async function answerCapacity(
	work: Work,
	capacityId: string,
	answer: CapacityAnswer,
	by: { readonly name?: string | null } = {},
): Promise<Outcome<{ version: number; state: CapacityView["state"] }, CapacityRefusal>> {
	const opened = await open(work, capacityId);
	if (!opened) return refused("missing");
	const { capacity, organisationId, as } = opened;
	if (capacity.version !== answer.version) return refused("changed-by-another");
	if (as === "site" && !isOpenToSite(capacity.state, capacity.approvedAt !== null, capacity.collectionState))
		return refused(capacity.collectionState === "closed" ? "collection-closed" : "already-approved");
	const { replaced } = await readBeside(work, capacity);
	const judged = await judge(work, organisationId, capacity, answer, replaced);
	if (judged.refused) return judged;
	const state = stateOfAnswer(answer.takes, capacity.state, as);
	const key = { organisationId, id: capacityId, version: answer.version };
	const { siteId, hostId } = capacity;
	await store.writeOffers(
		work,
		{ organisationId, capacityId, siteId, hostId, published: state === "published" },
		judged.done,
	);
	const written = await store.updateCapacity(work, key, {
		...{ most_at_once: answer.takes ? answer.mostAtOnce : null, supervisors: answer.supervisors, note: answer.note },
		...{ state, answered_at: work.now, answered_by: by.name ?? nameOf(work) ?? capacity.contactName },
		...(state === "none" || state === "answered" ? { approved_at: null, published_at: null } : {}),
	});
	if (!written) return refused("changed-by-another");
	await replace(work, capacity, replaced);
	await record(work, {
		...{ verb: as === "site" ? "capacity.answer" : "capacity.enter", objectKind: "capacity", objectId: capacityId },
		...{ organisationId, detail: { state, offers: judged.done.length } },
	});
	const { collectionId } = capacity;
	await recordEffort(work, { kind: "touch", what: "capacity-answered", collectionId, organisationId });
	return done({ version: answer.version + 1, state });
}

/** The offers as they will stand, or why they cannot. */
async function judge(
	work: Work,
	organisationId: string,
	capacity: Pick<CapacityView, "siteId" | "firstDay" | "lastDay" | "offers"> & { readonly id: string | null },
	answer: Pick<CapacityAnswer, "takes" | "mostAtOnce" | "offers">,
	replaced: readonly Replaced[] = [],
): Promise<Outcome<store.OfferToWrite[], CapacityRefusal>> {
	const offers = answer.takes ? answer.offers : [];
	if (answer.takes && offers.length === 0) return refused("offer-missing", { field: "offers.0.places" });
	const own = new Set(capacity.offers.map(({ id }) => id));
	const known = offers.map((offer) => ({ ...offer, id: offer.id !== null && own.has(offer.id) ? offer.id : null }));
	const gone = new Set(replaced.flatMap((one) => one.gone.map(({ id }) => id)));
	const elsewhere = (await store.listOffersElsewhere(work, organisationId, capacity.siteId, capacity.id)).filter(
		({ id }) => !gone.has(id),
	);
	const promised = (await store.listPromised(work, [capacity.siteId])).filter((one) => own.has(one.offerId));
	const refusals = refuseOffers(known, {
		...{ firstDay: capacity.firstDay, lastDay: capacity.lastDay, mostAtOnce: answer.takes ? answer.mostAtOnce : null },
		before: capacity.offers.map((offer) => ({ ...asAnswer(offer), id: offer.id })),
		elsewhere: elsewhere.map(asAnswer),
		promised,
		knownInstitutions: await institutionsAmong(work, known),
	});
	if (refusals.length > 0) return refusedAll(refusals);
	return done(known.map((offer) => ({ ...offer, id: offer.id ?? newId() })));
}

async function institutionsAmong(work: Work, offers: readonly OfferInAnswer[]): Promise<ReadonlySet<string>> {
	if (offers.every((offer) => offer.reservedFor === null)) return new Set();
	return new Set((await listInstitutions(work)).map(({ id }) => id));
}

/** Organisations places can be kept for, by name. */
export async function listInstitutions(work: Work): Promise<readonly { readonly id: string; readonly name: string }[]> {
	const found = await Promise.all(institutionKinds.map((kind) => listOrganisations(work, { kind })));
	return found.flatMap(({ rows }) => rows.map(({ id, name }) => ({ id, name })));
}

/** Capacity a keeper enters itself, outside any collection; it waits for approval like the others. */
export async function enterCapacity(
	work: Work,
	{ siteId, firstDay, lastDay, ...answer }: NewCapacity,
	id: string = newId(),
): Promise<Outcome<{ id: string }, CapacityRefusal>> {
	const organisationId = await coordinatedBy(work);
	if (organisationId === undefined) return refused("not-allowed");
	const site = await findSite(work, organisationId, siteId);
	if (!site) return refused("site-unknown", { field: "siteId" });
	if (site.closedOn !== null && site.closedOn < firstDay) return refused("site-closed", { field: "siteId" });
	if (lastDay < firstDay) return refused("ends-before-start", { field: "lastDay" });
	const judged = await judge(work, organisationId, { id, siteId, firstDay, lastDay, offers: [] }, answer);
	if (judged.refused) return judged;
	const state = answer.takes ? "answered" : "none";
	const { hostId } = site;
	await store.insertCapacity(work, organisationId, [
		{ id, siteId, hostId, collectionId: null, firstDay, lastDay, state },
	]);
	await store.writeOffers(work, { organisationId, capacityId: id, siteId, hostId, published: false }, judged.done);
	await store.updateCapacity(
		work,
		{ organisationId, id, version: 1 },
		{
			...{ most_at_once: answer.mostAtOnce, supervisors: answer.supervisors, note: answer.note },
			...{ answered_at: work.now, answered_by: nameOf(work) },
		},
	);
	await record(work, {
		...{ verb: "capacity.enter", objectKind: "capacity", objectId: id, organisationId },
		detail: { state, offers: judged.done.length },
	});
	return done({ id });
}

/** Capacity that could not take a step with the others. */
export type LeftBehind = { readonly siteName: string; readonly state: CapacityView["state"] };

/** Approves, publishes or takes back capacity: one, or many at once. What cannot be done is left, and told. */
export async function stepCapacity(
	work: Work,
	step: "approve" | "publish" | "takeBack",
	capacityIds: readonly string[],
): Promise<Outcome<{ done: number; left: readonly LeftBehind[] }, CapacityRefusal>> {
	const organisationId = await coordinatedBy(work);
	if (organisationId === undefined) return refused("not-allowed");
	if (capacityIds.length === 0) return refused("none-chosen");
	let stepped = 0;
	const left: LeftBehind[] = [];
	for (const id of new Set(capacityIds)) {
		const capacity = isId(id) ? await store.findCapacity(work, organisationId, id) : undefined;
		if (!capacity) continue;
		if (!stepsOf(capacity.state)[step]) {
			left.push({ siteName: capacity.siteName, state: capacity.state });
			continue;
		}
		if (step === "takeBack" && capacity.state === "published") {
			const own = new Set(capacity.offers.map((offer) => offer.id));
			const held = (await store.listPromised(work, [capacity.siteId])).filter((one) => own.has(one.offerId));
			if (held.length > 0) {
				if (capacityIds.length > 1) {
					left.push({ siteName: capacity.siteName, state: capacity.state });
					continue;
				}
				const refusal = refuseOffers([], {
					...{
						firstDay: capacity.firstDay,
						lastDay: capacity.lastDay,
						mostAtOnce: null,
						elsewhere: [],
						promised: held,
					},
					before: capacity.offers.map((offer) => ({ ...asAnswer(offer), id: offer.id })),
					knownInstitutions: new Set(),
				});
				return refusedAll(refusal.map((one) => ({ ...one, code: "promised-gone" as const })));
			}
		}
		await write(work, organisationId, capacity, step);
		stepped++;
	}
	if (stepped === 0) return refused(step === "takeBack" ? "nothing-published" : "not-answered");
	return done({ done: stepped, left });
}

async function write(
	work: Work,
	organisationId: string,
	capacity: CapacityView,
	step: "approve" | "publish" | "takeBack",
): Promise<void> {
	const key = { organisationId, id: capacity.id, version: capacity.version };
	const approved = capacity.approvedAt ?? work.now;
	const sets: Readonly<Record<typeof step, store.CapacityColumns>> = {
		approve: { state: "approved", approved_at: approved },
		publish: { state: "published", approved_at: approved, published_at: work.now },
		takeBack:
			capacity.state === "published"
				? { state: "approved", published_at: null }
				: { state: "answered", approved_at: null },
	};
	await store.updateCapacity(work, key, sets[step]);
	// What is approved is no longer the site's to change. Its links go on working: whoever answered can always see the answer.
	await record(work, {
		...{ verb: verbs[step], objectKind: "capacity", objectId: capacity.id, organisationId },
		detail: { before: capacity.state },
	});
}

const verbs = { approve: "capacity.approve", publish: "capacity.publish", takeBack: "capacity.take-back" } as const;
