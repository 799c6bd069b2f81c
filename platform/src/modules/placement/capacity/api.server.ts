import { z } from "@hono/zod-openapi";
import { type Operation, readOperation, writeOperation } from "../../../api/operation.server.ts";
import { cutPage, decodeCursor, pageOf, pagingQuery } from "../../../api/paging.server.ts";
import { done } from "../../../outcome.ts";
import { day, id, profession } from "../../organisation/contract.ts";
import { capacityStates } from "../codes.ts";
import {
	type Capacity,
	capacity,
	capacityAnswer,
	listedOffer,
	newCapacity,
	newSite,
	offer,
	site,
	siteChange,
} from "./contract.ts";
import {
	addSite,
	answerCapacity,
	changeSite,
	enterCapacity,
	listCapacity,
	listOwnOffers,
	listPublishedOffers,
	listSites,
	readAnswerPage,
	readSite,
	stepCapacity,
} from "./service.server.ts";

const room = "placement";
const version = z.object({ version: z.int() });
const withoutVersion = { version: true } as const;
const offsetKey = z.tuple([z.int().min(0)]);
const moment = z.iso.datetime().nullable();

/** Lists are read by offset inside; the cursor carries it, so that the outside never depends on that. */
function offsetOf(cursor: string | undefined): number {
	return cursor === undefined ? 0 : (decodeCursor(cursor, offsetKey)?.[0] ?? 0);
}

function given<Query extends object>(query: Query) {
	return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}

const capacityOnWire = capacity.extend({
	askedAt: moment,
	remindedAt: moment,
	answeredAt: moment,
	approvedAt: moment,
	publishedAt: moment,
});

function onWire(row: Capacity): z.input<typeof capacityOnWire> {
	const said = (at: Date | null) => at?.toISOString() ?? null;
	return {
		...row,
		askedAt: said(row.askedAt),
		remindedAt: said(row.remindedAt),
		answeredAt: said(row.answeredAt),
		approvedAt: said(row.approvedAt),
		publishedAt: said(row.publishedAt),
	};
}

const offerQuery = pagingQuery.extend({
	search: z.string().max(200).optional(),
	profession: profession.optional(),
	year: z.coerce.number().int().min(1).max(7).optional(),
	hostId: id.optional(),
	from: day.optional().openapi({ description: "Only offers open on or after this day" }),
	to: day.optional().openapi({ description: "Only offers open on or before this day" }),
});

/** Sites and capacity over the API: the service's own verbs. */
export const capacityOperations: readonly Operation[] = [
	readOperation({
		id: "listSites",
		path: "/placement/sites",
		room,
		summary: "Sites kept by the organisation the token acts for",
		queryShape: pagingQuery.extend({ search: z.string().max(200).optional(), hostId: id.optional() }),
		answer: pageOf(site),
		read: async (work, { query: { cursor, limit, ...query } }) => {
			const offset = offsetOf(cursor);
			const { rows } = await listSites(work, { ...given(query), offset, pageSize: limit + 1 });
			return cutPage(rows, limit, () => [offset + limit]);
		},
	}),
	readOperation({
		id: "readSite",
		path: "/placement/sites/{siteId}",
		room,
		summary: "One site; its ETag is the version a change must send back",
		pathShape: z.object({ siteId: id }),
		answer: site,
		read: async (work, { path }) => (await readSite(work, path.siteId)) ?? null,
	}),
	writeOperation({
		id: "addSite",
		method: "post",
		path: "/placement/sites",
		room,
		summary: "A site of the organisation the token acts for, or of a host that is not here itself",
		body: newSite,
		answer: z.object({ id }),
		write: (work, { body }) => addSite(work, body),
	}),
	writeOperation({
		id: "changeSite",
		method: "put",
		path: "/placement/sites/{siteId}",
		room,
		summary: "Changes a site",
		pathShape: z.object({ siteId: id }),
		body: siteChange.omit(withoutVersion),
		answer: version,
		versioned: true,
		write: (work, { path, body, version }) => changeSite(work, path.siteId, { ...body, version: version ?? 0 }),
	}),
	readOperation({
		id: "listPublishedOffers",
		path: "/placement/offers",
		room,
		summary: "Published places of every host, as far as they are not kept for other institutions",
		queryShape: offerQuery,
		answer: pageOf(listedOffer),
		read: async (work, { query: { cursor, limit, ...query } }) => {
			const offset = offsetOf(cursor);
			const { rows } = await listPublishedOffers(work, { ...given(query), offset, pageSize: limit + 1 });
			return cutPage(rows, limit, () => [offset + limit]);
		},
	}),
	readOperation({
		id: "listOwnOffers",
		path: "/placement/offers/own",
		room,
		summary: "Places kept by the organisation the token acts for, published or not",
		queryShape: offerQuery,
		answer: pageOf(listedOffer),
		read: async (work, { query: { cursor, limit, ...query } }) => {
			const offset = offsetOf(cursor);
			const { rows } = await listOwnOffers(work, { ...given(query), offset, pageSize: limit + 1 });
			return cutPage(rows, limit, () => [offset + limit]);
		},
	}),
	readOperation({
		id: "listCapacity",
		path: "/placement/capacity",
		room,
		summary: "What each site has said it can take, and how far that has come",
		queryShape: pagingQuery.extend({
			state: z.enum(capacityStates).optional(),
			siteId: id.optional(),
			collectionId: id.optional(),
		}),
		answer: pageOf(capacityOnWire),
		read: async (work, { query: { cursor, limit, ...query } }) => {
			const offset = offsetOf(cursor);
			const { rows } = await listCapacity(work, { ...given(query), offset, pageSize: limit + 1 });
			return cutPage(rows.map(onWire), limit, () => [offset + limit]);
		},
	}),
	readOperation({
		id: "readCapacity",
		path: "/placement/capacity/{capacityId}",
		room,
		summary: "What one site has said, with its offers; its ETag is the version an answer must send back",
		pathShape: z.object({ capacityId: id }),
		answer: capacityOnWire.extend({ offers: z.array(offer) }),
		read: async (work, { path }) => {
			const page = await readAnswerPage(work, path.capacityId);
			return page ? { ...onWire(page.capacity), offers: [...page.capacity.offers] } : null;
		},
	}),
	writeOperation({
		id: "enterCapacity",
		method: "post",
		path: "/placement/capacity",
		room,
		summary: "Enters what a site can take in some days; it waits for approval",
		body: newCapacity,
		answer: z.object({ id }),
		write: (work, { body }) => enterCapacity(work, body),
	}),
	writeOperation({
		id: "answerCapacity",
		method: "put",
		path: "/placement/capacity/{capacityId}",
		room,
		summary: "Says anew what a site can take; places somebody counts on cannot be taken away",
		pathShape: z.object({ capacityId: id }),
		body: capacityAnswer.omit(withoutVersion),
		answer: version.extend({ state: z.enum(capacityStates) }),
		versioned: true,
		write: (work, { path, body, version }) => answerCapacity(work, path.capacityId, { ...body, version: version ?? 0 }),
	}),
	writeOperation({
		id: "stepCapacity",
		method: "post",
		path: "/placement/capacity/steps",
		room,
		summary: "Approves, publishes or takes back capacity, one or many",
		body: z.object({ step: z.enum(["approve", "publish", "takeBack"]), capacityIds: z.array(id).min(1).max(2000) }),
		answer: z.object({ done: z.int(), left: z.int() }),
		write: async (work, { body }) => {
			const outcome = await stepCapacity(work, body.step, body.capacityIds);
			return outcome.refused ? outcome : done({ done: outcome.done.done, left: outcome.done.left.length });
		},
	}),
];
