import { z } from "@hono/zod-openapi";
import { type Operation, readOperation, writeOperation } from "../../../api/operation.server.ts";
import { cutPage, decodeCursor, pageOf, pagingQuery } from "../../../api/paging.server.ts";
import { id, profession } from "../../organisation/contract.ts";
import { requestSides, requestStandings } from "./codes.ts";
import { newRequests, type Request, request, requestAnswer, requestChange } from "./contract.ts";
import {
	addRequests,
	answerRequest,
	changeRequest,
	listRequests,
	readRequest,
	sendRequests,
	takeInAnswer,
	withdrawRequest,
} from "./service.server.ts";

const room = "placement";
const path = z.object({ requestId: id });
const version = z.object({ version: z.int() });
const withoutVersion = { version: true } as const;
const offsetKey = z.tuple([z.int().min(0)]);
const moment = z.iso.datetime().nullable();
const requestOnWire = request.extend({ sentAt: moment, answeredAt: moment });

function onWire(row: Request): z.input<typeof requestOnWire> {
	return {
		...row,
		sentAt: row.sentAt?.toISOString() ?? null,
		answeredAt: row.answeredAt?.toISOString() ?? null,
	};
}

/** Orders of places over the API, for both sides. */
export const requestOperations: readonly Operation[] = [
	readOperation({
		id: "listRequests",
		path: "/placement/requests",
		room,
		summary: "Orders of places the organisation the token acts for has made, or is asked for",
		queryShape: pagingQuery.extend({
			search: z.string().max(200).optional(),
			standing: z.enum(requestStandings).optional(),
			side: z.enum(requestSides).optional(),
			profession: profession.optional(),
		}),
		answer: pageOf(requestOnWire),
		read: async (work, { query: { cursor, limit, ...query } }) => {
			const offset = cursor === undefined ? 0 : (decodeCursor(cursor, offsetKey)?.[0] ?? 0);
			const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
			const { rows } = await listRequests(work, { ...given, offset, pageSize: limit + 1 });
			return cutPage(rows.map(onWire), limit, () => [offset + limit]);
		},
	}),
	readOperation({
		id: "readRequest",
		path: "/placement/requests/{requestId}",
		room,
		summary: "One order with its answer; its ETag is the version a change or an answer must send back",
		pathShape: path,
		answer: requestOnWire.extend({
			answer: z.array(z.object({ id, siteName: z.string(), offerId: id.nullable(), places: z.int() })),
			offersThatFit: z.array(z.object({ id, siteName: z.string(), places: z.int(), free: z.int() })),
		}),
		read: async (work, { path }) => {
			const page = await readRequest(work, path.requestId);
			if (!page) return null;
			return {
				...onWire(page.request),
				answer: [...page.answer],
				offersThatFit: page.offers.map(({ id, siteName, places, free }) => ({ id, siteName, places, free })),
			};
		},
	}),
	writeOperation({
		id: "addRequests",
		method: "post",
		path: "/placement/requests",
		room,
		summary: "Orders the same places from one or many hosts, as drafts",
		body: newRequests,
		answer: z.object({ ids: z.array(id) }),
		write: async (work, { body }) => {
			const outcome = await addRequests(work, body);
			return outcome.refused ? outcome : { done: { ids: [...outcome.done.ids] } };
		},
	}),
	writeOperation({
		id: "changeRequest",
		method: "put",
		path: "/placement/requests/{requestId}",
		room,
		summary: "Changes a draft",
		pathShape: path,
		body: requestChange.omit(withoutVersion),
		answer: version,
		versioned: true,
		write: (work, { path, body, version }) => changeRequest(work, path.requestId, { ...body, version: version ?? 0 }),
	}),
	writeOperation({
		id: "sendRequests",
		method: "post",
		path: "/placement/requests/send",
		room,
		summary: "Sends drafts; hosts with an account are notified here, and nobody is mailed",
		body: z.object({ requestIds: z.array(id).min(1).max(400) }),
		answer: z.object({ sent: z.int(), told: z.int(), mailed: z.int(), silent: z.int() }),
		write: (work, { body }) => sendRequests(work, body.requestIds, { mails: false, language: "nb" }),
	}),
	writeOperation({
		id: "answerRequest",
		method: "post",
		path: "/placement/requests/{requestId}/answer",
		room,
		summary: "Answers an order with places, and the reason for those that cannot be met",
		pathShape: path,
		body: requestAnswer.omit(withoutVersion),
		answer: version.extend({ offered: z.int() }),
		versioned: true,
		write: (work, { path, body, version }) => answerRequest(work, path.requestId, { ...body, version: version ?? 0 }),
	}),
	writeOperation({
		id: "takeInAnswer",
		method: "post",
		path: "/placement/requests/{requestId}/take-in",
		room,
		summary:
			"Takes named places of an answer into the keeper's own capacity, kept for who ordered them, so that rounds can use them",
		pathShape: path,
		answer: z.object({ places: z.int() }),
		versioned: true,
		write: (work, { path, version }) => takeInAnswer(work, path.requestId, version ?? 0),
	}),
	writeOperation({
		id: "withdrawRequest",
		method: "post",
		path: "/placement/requests/{requestId}/withdraw",
		room,
		summary: "Withdraws an order; a draft is deleted",
		pathShape: path,
		answer: z.object({ removed: z.boolean() }),
		versioned: true,
		write: (work, { path, version }) => withdrawRequest(work, path.requestId, version ?? 0),
	}),
];
