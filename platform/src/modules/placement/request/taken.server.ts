import type { Work } from "../../../database/work.server.ts";
import { foldName } from "../../../geography/search.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { answerCapacity, enterCapacity, readAnswerPage, stepCapacity } from "../capacity/answer.server.ts";
import { professionOf } from "../capacity/codes.ts";
import type { CapacityRefusal } from "../capacity/contract.ts";
import { freePlaces } from "../capacity/rules.ts";
import { addSite } from "../capacity/site.server.ts";
import { listSites } from "../capacity/site.store.server.ts";
import { findCapacityOf, listOffers, listPromised } from "../capacity/store.server.ts";
import type { AnsweredLine, Request, RequestRefusal } from "./contract.ts";
import { openRequest } from "./open.server.ts";
import { unfit } from "./rules.ts";
import * as store from "./store.server.ts";

type TakeInRefusal = RequestRefusal | CapacityRefusal;

/**
 * Takes what an order was answered with, and no capacity says, into the keeper's own: the site where it is not known yet,
 * approved places for the days of the order, kept for who ordered them. From then on a round can use them.
 */
export async function takeInAnswer(
	work: Work,
	requestId: string,
	version: number,
): Promise<Outcome<{ places: number }, TakeInRefusal>> {
	const opened = await openRequest(work, requestId, version);
	if (opened.refused) return opened;
	const { request, isKeeper, organisationId } = opened.done;
	if (!isKeeper) return refused("not-allowed");
	const answer = await store.listAnswer(work, request);
	const named = answer.filter(({ offerId }) => offerId === null);
	if (request.state !== "answered" || named.length === 0) return refused("nothing-to-take-in");
	const offers = new Map<string, string>();
	for (const line of named) {
		const taken = await takeIn(work, organisationId, request, line);
		if (taken.refused) return taken;
		offers.set(line.id, taken.done);
		await store.linkAnswer(work, request, line.id, { organisationId, id: taken.done });
	}
	if (!(await store.updateRequest(work, request, {}))) return refused("changed-by-another");
	const places = named.reduce((sum, line) => sum + line.places, 0);
	await record(work, {
		...{ verb: "request.take-in", objectKind: "request", objectId: requestId, organisationId, detail: { places } },
	});
	return done({ places });
}

/** The offer a named line becomes: one that is kept for them already, with room for it, or a new one. */
async function takeIn(
	work: Work,
	organisationId: string,
	request: Request,
	line: AnsweredLine,
): Promise<Outcome<string, TakeInRefusal>> {
	const { hostId, institutionId, firstDay, lastDay } = request;
	const site = await siteOf(work, organisationId, request, line.siteName);
	if (site.refused) return site;
	const siteId = site.done;
	const query = { hostId, from: firstDay, to: lastDay, words: [] };
	const standing = (await listOffers(work, organisationId, query)).rows.find(
		(offer) => offer.siteId === siteId && offer.reservedFor === institutionId && !unfit(offer, request),
	);
	if (standing) {
		const held = (await listPromised(work, [siteId])).filter(({ offerId }) => offerId === standing.id);
		const lacks = line.places - freePlaces(standing.places, held, request);
		if (lacks <= 0) return done(standing.id);
		const page = await readAnswerPage(work, (await findCapacityOf(work, organisationId, standing.id)) ?? "");
		if (!page) return refused("missing");
		const { mostAtOnce, supervisors, offers } = page.shown;
		const { note, version } = page.capacity;
		const raised = await answerCapacity(work, page.capacity.id, {
			...{ takes: true, mostAtOnce: mostAtOnce === null ? null : mostAtOnce + lacks, supervisors, note, version },
			offers: offers.map((one) => (one.id === standing.id ? { ...one, places: one.places + lacks } : one)),
		});
		return raised.refused ? raised : done(standing.id);
	}
	const entered = await enterCapacity(work, {
		...{ siteId, firstDay, lastDay, takes: true, mostAtOnce: null, supervisors: null, note: request.answerMessage },
		offers: [
			{
				...{ id: null, profession: professionOf(request.profession), years: [request.yearOfStudy], firstDay, lastDay },
				...{ places: line.places, leastTogether: null, reservedFor: institutionId },
			},
		],
	});
	if (entered.refused) return entered;
	const approved = await stepCapacity(work, "approve", [entered.done.id]);
	if (approved.refused) return approved;
	const page = await readAnswerPage(work, entered.done.id);
	const made = page?.capacity.offers[0];
	return made ? done(made.id) : refused("missing");
}

/** The keeper's site of that name at the host, made where there is none: of a kind that will do for the course. */
async function siteOf(
	work: Work,
	organisationId: string,
	{ hostId, settings }: Request,
	siteName: string,
): Promise<Outcome<string, TakeInRefusal>> {
	const known = await listSites(work, organisationId, { hostId, words: [foldName(siteName)] });
	const site = known.rows.find(({ name, closedOn }) => closedOn === null && foldName(name) === foldName(siteName));
	if (site) return done(site.id);
	const added = await addSite(work, {
		...{ hostId, name: siteName, setting: settings[0] ?? null, municipalityNumber: null, postcode: null },
		...{ housingNote: null, contactName: null, contactEmail: null, published: false },
	});
	return added.refused ? added : done(added.done.id);
}
