import { z } from "@hono/zod-openapi";
import { type Operation, readOperation, writeOperation } from "../../../api/operation.server.ts";
import { done } from "../../../outcome.ts";
import { id } from "../../organisation/contract.ts";
import { type Collection, collectionChange, collectionValues, newCollection } from "./contract.ts";
import {
	askMoreSites,
	changeCollection,
	listCollections,
	makeCapacityLinks,
	readCollection,
	remindSites,
	setCollectionState,
	startCollection,
} from "./service.server.ts";

const room = "placement";
const path = z.object({ collectionId: id });
const version = z.object({ version: z.int() });
const count = z.int();
const moment = z.iso.datetime();

const collection = collectionValues.extend({
	...{ id, state: z.enum(["open", "closed"]), createdAt: moment, version: count, asked: count, answered: count },
	toApprove: count.openapi({ description: "Answered, and nobody has approved it" }),
	published: count,
});

function onWire({ createdAt, ...row }: Collection): z.input<typeof collection> {
	return collection.parse({ ...row, createdAt: createdAt.toISOString() });
}

/** Who is told over the API: leaders with an account, in their inbox. Letters are for whoever has the links to send. */
const telling = { mails: false, language: "nb" } as const;

const siteIds = newCollection.shape.siteIds;

/** Collections over the API: sites are asked what they can take, reminded, and answered for as in the pages. */
export const collectionOperations: readonly Operation[] = [
	readOperation({
		id: "listCollections",
		path: "/placement/collections",
		room,
		summary:
			"Collections of capacity the organisation the token acts for has made, newest first, with how far each has come",
		answer: z.object({ items: z.array(collection) }),
		read: async (work) => ({ items: (await listCollections(work)).map(onWire) }),
	}),
	readOperation({
		id: "readCollection",
		path: "/placement/collections/{collectionId}",
		room,
		summary:
			"One collection with how far it has come; what each site has said is listed as capacity. Its ETag is the version a change must send back",
		pathShape: path,
		answer: collection,
		read: async (work, given) => {
			const found = await readCollection(work, given.path.collectionId);
			return found ? onWire(found) : null;
		},
	}),
	writeOperation({
		id: "startCollection",
		method: "post",
		path: "/placement/collections",
		room,
		summary:
			"Asks sites what they can take in some days; leaders with an account find it in their inbox, nobody is mailed: take out links for the others",
		body: newCollection,
		answer: z.object({ id, asked: count }),
		write: async (work, { body }) => {
			const outcome = await startCollection(work, body, telling);
			return outcome.refused ? outcome : done({ id: outcome.done.id, asked: outcome.done.asked });
		},
	}),
	writeOperation({
		id: "askMoreSites",
		method: "post",
		path: "/placement/collections/{collectionId}/sites",
		room,
		summary: "Asks more sites in a collection that is open; those asked already are left in peace",
		pathShape: path,
		body: z.object({ siteIds }),
		answer: z.object({ asked: count }),
		write: async (work, { path, body }) => {
			const outcome = await askMoreSites(work, path.collectionId, body.siteIds, telling);
			return outcome.refused ? outcome : done({ asked: outcome.done.asked });
		},
	}),
	writeOperation({
		id: "makeCollectionLinks",
		method: "post",
		path: "/placement/collections/{collectionId}/links",
		room,
		summary:
			"Makes links by which sites that have not answered can do so without an account, to be sent by whoever asks; each holds a secret that is given here only, and links made before go on working",
		pathShape: path,
		answer: z.object({
			items: z.array(
				z.object({
					...{ siteName: z.string(), contactName: z.string().nullable(), contactEmail: z.string().nullable() },
					path: z.string().openapi({ description: "Below the address of this installation" }),
					expiresAt: moment,
				}),
			),
		}),
		write: async (work, { path }) => {
			const outcome = await makeCapacityLinks(work, path.collectionId, telling.language);
			if (outcome.refused) return outcome;
			return done({
				items: outcome.done.map(({ name, contactName, contactEmail, path, expiresAt }) => ({
					...{ siteName: name, contactName, contactEmail, path, expiresAt: expiresAt.toISOString() },
				})),
			});
		},
	}),
	writeOperation({
		id: "remindSites",
		method: "post",
		path: "/placement/collections/{collectionId}/reminders",
		room,
		summary:
			"Reminds sites that have not answered, in the inbox of leaders with an account; those asked or reminded today are left in peace, those without an account are counted",
		pathShape: path,
		body: z.object({
			capacityIds: z.array(id).min(1).max(2000).nullable().openapi({ description: "Null: all that have not answered" }),
		}),
		answer: z.object({ reminded: count, left: count, unreached: count }),
		write: async (work, { path, body }) => {
			const outcome = await remindSites(work, path.collectionId, body.capacityIds, telling);
			if (outcome.refused) return outcome;
			const { reminded, left, unreached } = outcome.done;
			return done({ reminded, left, unreached });
		},
	}),
	writeOperation({
		id: "changeCollection",
		method: "put",
		path: "/placement/collections/{collectionId}",
		room,
		summary: "Gives a collection another last day to answer, or other words to those who are reminded",
		pathShape: path,
		body: collectionChange.omit({ version: true }),
		answer: version,
		versioned: true,
		write: (work, { path, body, version }) =>
			changeCollection(work, path.collectionId, { ...body, version: version ?? 0 }),
	}),
	writeOperation({
		id: "setCollectionState",
		method: "put",
		path: "/placement/collections/{collectionId}/state",
		room,
		summary: "Closes a collection, so that nobody answers any more and its links no longer work, or opens it again",
		pathShape: path,
		body: z.object({ state: z.enum(["open", "closed"]) }),
		answer: version,
		versioned: true,
		write: (work, { path, body, version }) =>
			setCollectionState(work, path.collectionId, { ...body, version: version ?? 0 }),
	}),
];
