import { z } from "@hono/zod-openapi";
import { type Operation, readOperation, writeOperation } from "../../../api/operation.server.ts";
import { cutPage, decodeCursor, pageOf, pagingQuery } from "../../../api/paging.server.ts";
import { id } from "../../organisation/contract.ts";
import { asks, boxes, type Enquiry, enquiry, enquiryStandings, enquiryStep, newEnquiries } from "./contract.ts";
import { standingOf } from "./rules.ts";
import { listEnquiries, openEnquiry, sendEnquiries } from "./service.server.ts";

const room = "meeting";
const offsetKey = z.tuple([z.int().min(0)]);
const moment = z.iso.datetime();
// Who stands behind a name is not told by the API, nor where a receiver is reached.
const onWireShape = enquiry
	.omit({ contactId: true, contactEmail: true, ownerId: true, sentBy: true })
	.extend({ sentAt: moment, standing: z.enum(enquiryStandings) });
const stepOnWire = enquiryStep.extend({ at: moment });

function onWire(one: Enquiry, today: string): z.input<typeof onWireShape> {
	return onWireShape.parse({ ...one, sentAt: one.sentAt.toISOString(), standing: standingOf(one, today) });
}

/** Enquiries over the API: to read what is asked and answered, and to ask. */
export const enquiryOperations: readonly Operation[] = [
	readOperation({
		id: "listEnquiries",
		path: "/enquiries",
		room,
		summary: "What the organisation the token acts for asks and is asked; what is open first, by day",
		queryShape: pagingQuery.extend({
			search: z.string().max(200).optional(),
			box: z.enum(boxes).optional(),
			standing: z.enum(enquiryStandings).optional(),
			asks: z.enum(asks).optional(),
		}),
		answer: pageOf(onWireShape.extend({ fromName: z.string(), toName: z.string(), waited: z.int() })),
		read: async (work, { query: { cursor, limit, ...query } }) => {
			const offset = cursor === undefined ? 0 : (decodeCursor(cursor, offsetKey)?.[0] ?? 0);
			const { rows } = await listEnquiries(work, { ...query, offset, pageSize: limit + 1 });
			const found = rows.map((row) => ({
				...onWire(row, work.today),
				...{ fromName: row.fromName, toName: row.toName, waited: row.waited },
			}));
			return cutPage(found, limit, () => [offset + limit]);
		},
	}),
	readOperation({
		id: "readEnquiry",
		path: "/enquiries/{enquiryId}",
		room,
		summary: "One enquiry with its thread",
		pathShape: z.object({ enquiryId: id }),
		answer: onWireShape.extend({ fromName: z.string(), toName: z.string(), steps: z.array(stepOnWire) }),
		read: async (work, { path }) => {
			const opened = await openEnquiry(work, path.enquiryId);
			if (opened.refused) return null;
			const { enquiry: one, steps, fromName, toName } = opened.done;
			return {
				...onWire(one, work.today),
				...{ fromName, toName },
				steps: steps.map((step) => ({ ...step, at: step.at.toISOString() })),
			};
		},
	}),
	writeOperation({
		id: "sendEnquiries",
		method: "post",
		path: "/enquiries",
		room,
		summary: "Asks one or several organisations, or arenas that answer for their parties: one enquiry each",
		body: newEnquiries,
		answer: z.object({
			ids: z.array(id),
			/** How many found it in an inbox; receivers without an account are reached from the page of the enquiry. */
			told: z.int(),
			silent: z.int(),
		}),
		write: async (work, { body }) => {
			const sent = await sendEnquiries(work, body, { mails: false, language: "nb" });
			if (sent.refused) return sent;
			const { ids, counts } = sent.done;
			return { done: { ids: [...ids], told: counts.told, silent: counts.silent } };
		},
	}),
];
