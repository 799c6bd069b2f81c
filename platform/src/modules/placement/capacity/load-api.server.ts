import { z } from "@hono/zod-openapi";
import { type Operation, readOperation, writeOperation } from "../../../api/operation.server.ts";
import { cutPage, decodeCursor, pageOf, pagingQuery } from "../../../api/paging.server.ts";
import { id } from "../../organisation/contract.ts";
import { loadKinds } from "../codes.ts";
import { loadValues } from "./contract.ts";
import { addLoad, changeLoad, listLoad, readLoad, removeLoad } from "./service.server.ts";

const room = "placement";
const path = z.object({ loadId: id });
const offsetKey = z.tuple([z.int().min(0)]);
const load = loadValues.extend({ id, siteName: z.string(), version: z.int() });

/** Learners outside the rounds over the API: pupils, apprentices and others who hold places at the same sites. */
export const loadOperations: readonly Operation[] = [
	readOperation({
		id: "listLoads",
		path: "/placement/loads",
		room,
		summary: "Learners outside the rounds at the sites the organisation the token acts for keeps",
		queryShape: pagingQuery.extend({
			search: z.string().max(200).optional(),
			kind: z.enum(loadKinds).optional(),
			siteId: id.optional(),
		}),
		answer: pageOf(load),
		read: async (work, { query: { cursor, limit, ...query } }) => {
			const offset = cursor === undefined ? 0 : (decodeCursor(cursor, offsetKey)?.[0] ?? 0);
			const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
			const { rows } = await listLoad(work, { ...given, offset, pageSize: limit + 1 });
			return cutPage(rows, limit, () => [offset + limit]);
		},
	}),
	readOperation({
		id: "readLoad",
		path: "/placement/loads/{loadId}",
		room,
		summary: "Learners at one site in some days; its ETag is the version a change must send back",
		pathShape: path,
		answer: load,
		read: async (work, given) => (await readLoad(work, given.path.loadId)) ?? null,
	}),
	writeOperation({
		id: "addLoad",
		method: "post",
		path: "/placement/loads",
		room,
		summary: "Says that learners outside the rounds are at a site in some days: rounds have so much less room there",
		body: loadValues,
		answer: z.object({ id }),
		write: (work, { body }) => addLoad(work, body),
	}),
	writeOperation({
		id: "changeLoad",
		method: "put",
		path: "/placement/loads/{loadId}",
		room,
		summary: "Changes how many learners are at a site, or when",
		pathShape: path,
		body: loadValues,
		answer: z.object({ version: z.int() }),
		versioned: true,
		write: (work, { path, body, version }) => changeLoad(work, path.loadId, { ...body, version: version ?? 0 }),
	}),
	writeOperation({
		id: "removeLoad",
		method: "delete",
		path: "/placement/loads/{loadId}",
		room,
		summary: "Takes learners away from a site, as if they had never been said",
		pathShape: path,
		write: async (work, { path }) => {
			const outcome = await removeLoad(work, path.loadId);
			return outcome.refused ? outcome : { done: null };
		},
	}),
];
