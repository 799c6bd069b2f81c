import { z } from "@hono/zod-openapi";
import { type Operation, readOperation } from "../../api/operation.server.ts";
import { cutPage, decodeCursor, pageOf, pagingQuery } from "../../api/paging.server.ts";
import { day, id } from "../organisation/contract.ts";
import {
	arena,
	arenaKinds,
	decision,
	decisionStandings,
	item,
	levels,
	type Meeting,
	meeting,
	presence,
	seat,
} from "./contract.ts";
import { standingOf } from "./rules.ts";
import { listArenas, listDecisions, openArena, openMeeting } from "./service.server.ts";

const room = "meeting";
const offsetKey = z.tuple([z.int().min(0)]);
const moment = z.iso.datetime();
const listing = pagingQuery.extend({ search: z.string().max(200).optional() });
const offsetOf = (cursor: string | undefined) =>
	cursor === undefined ? 0 : (decodeCursor(cursor, offsetKey)?.[0] ?? 0);

const listedArena = z.object({
	...{ id, name: z.string(), kind: z.enum(arenaKinds), level: z.enum(levels), parties: z.array(z.string()) },
	...{ next: moment.nullable(), last: moment.nullable(), open: z.int(), late: z.int() },
});
const meetingOnWire = meeting.extend({ startsAt: moment, endsAt: moment, minutesApprovedAt: moment.nullable() });
const decisionOnWire = decision.extend({ standing: z.enum(decisionStandings) });
const party = z.object({ id, name: z.string(), kind: z.string(), spokenFor: z.boolean() });
// Addresses of members are for those who call them: they do not leave by the API.
const seatOnWire = seat.omit({ email: true, deputyEmail: true, personId: true });
const presenceOnWire = presence.extend({ answeredAt: moment.nullable() });

function onWire(one: Meeting): z.input<typeof meetingOnWire> {
	const { startsAt, endsAt, minutesApprovedAt } = one;
	return {
		...one,
		...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
		minutesApprovedAt: minutesApprovedAt?.toISOString() ?? null,
	};
}

/** Arenas, meetings and decisions over the API: to read who meets, what was decided, and what became of it. */
export const meetingOperations: readonly Operation[] = [
	readOperation({
		id: "listArenas",
		path: "/arenas",
		room,
		summary: "Arenas the organisation the token acts for keeps or takes part in, those that meet soonest first",
		queryShape: listing,
		answer: pageOf(listedArena),
		read: async (work, { query: { cursor, limit, search } }) => {
			const offset = offsetOf(cursor);
			const { rows } = await listArenas(work, { search, state: "going", offset, pageSize: limit + 1 });
			const found = rows.map(({ next, last, parties, ...row }) => ({
				...{ ...row, parties: [...parties] },
				...{ next: next?.toISOString() ?? null, last: last?.toISOString() ?? null },
			}));
			return cutPage(found, limit, () => [offset + limit]);
		},
	}),
	readOperation({
		id: "readArena",
		path: "/arenas/{arenaId}",
		room,
		summary: "One arena with its parties, members by role, meetings and decisions",
		pathShape: z.object({ arenaId: id }),
		answer: arena.extend({
			...{ parties: z.array(party), seats: z.array(seatOnWire) },
			...{ meetings: z.array(meetingOnWire), decisions: z.array(decisionOnWire) },
		}),
		read: async (work, { path }) => {
			const opened = await openArena(work, path.arenaId);
			if (opened.refused) return null;
			const { arena: one, parties, seats, meetings, decisions } = opened.done;
			return {
				...one,
				parties: [...parties],
				seats: seats.map((one) => seatOnWire.parse(one)),
				meetings: meetings.map(onWire),
				decisions: decisions.map((row) => ({ ...row, standing: standingOf(row, work.today) })),
			};
		},
	}),
	readOperation({
		id: "readMeeting",
		path: "/meetings/{meetingId}",
		room,
		summary: "One meeting with its agenda, minutes, decisions, and who was asked and came",
		pathShape: z.object({ meetingId: id }),
		answer: meetingOnWire.extend({
			...{ items: z.array(item), decisions: z.array(decisionOnWire), presence: z.array(presenceOnWire) },
		}),
		read: async (work, { path }) => {
			const opened = await openMeeting(work, path.meetingId);
			if (opened.refused) return null;
			const { meeting: one, items, decisions, presence: asked } = opened.done;
			return {
				...onWire(one),
				items: [...items],
				decisions: decisions
					.filter(({ meetingId }) => meetingId === one.id)
					.map((row) => ({ ...row, standing: standingOf(row, work.today) })),
				presence: asked.map((row) => ({ ...row, answeredAt: row.answeredAt?.toISOString() ?? null })),
			};
		},
	}),
	readOperation({
		id: "listDecisions",
		path: "/decisions",
		room,
		summary: "What has been decided across arenas and years, what is late first",
		queryShape: listing.extend({ standing: z.enum(decisionStandings).optional(), arenaId: id.optional() }),
		answer: pageOf(decisionOnWire.extend({ arenaName: z.string(), itemTitle: z.string(), dueOn: day.nullable() })),
		read: async (work, { query: { cursor, limit, ...query } }) => {
			const offset = offsetOf(cursor);
			const { rows } = await listDecisions(work, { ...query, offset, pageSize: limit + 1 });
			return cutPage([...rows], limit, () => [offset + limit]);
		},
	}),
];
