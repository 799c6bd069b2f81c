import { z } from "@hono/zod-openapi";
import { type Operation, readOperation, writeOperation } from "../../../api/operation.server.ts";
import { cutPage, decodeCursor, pageOf, pagingQuery } from "../../../api/paging.server.ts";
import { day, id, role } from "../contract.ts";
import {
	handOverInput,
	type Membership,
	membershipChange,
	membershipEnd,
	membershipRow,
	membershipValues,
	peopleStatuses,
	peopleWarnings,
	positions,
} from "./contract.ts";
import { handOver } from "./hand-over.server.ts";
import {
	addMembership,
	changeMembership,
	endMembership,
	listPeople,
	readPerson,
	verifyMembership,
} from "./service.server.ts";

const room = "organisation";
const path = z.object({ membershipId: id });
const moment = z.iso.datetime();
const version = z.object({ version: z.int() });
const withoutVersion = { version: true } as const;
const offsetKey = z.tuple([z.int().min(0)]);

const membership = membershipRow.extend({ verifiedAt: moment, warnings: z.array(z.enum(peopleWarnings)) });

function onWire({ verifiedAt, warnings, ...row }: Membership): z.input<typeof membership> {
	return { ...row, verifiedAt: verifiedAt.toISOString(), warnings: [...warnings] };
}

const held = z.object({
	id,
	responsibility: z.string(),
	profession: z.string().nullable(),
	unitName: z.string().nullable(),
});

/** People and roles over the API: those of the organisation the token acts for, and never another's. */
export const peopleOperations: readonly Operation[] = [
	readOperation({
		id: "listPeople",
		path: "/people",
		room,
		summary:
			"Roles people hold at the organisation the token acts for; those held today unless a day or a status is given",
		queryShape: pagingQuery.extend({
			search: z.string().max(200).optional(),
			role: role.optional(),
			unitId: id.optional().openapi({ description: "The unit and everything below it" }),
			asOf: day.optional().openapi({ description: "The day a status is told for; today unless given" }),
			status: z.enum(peopleStatuses).optional(),
			position: z.enum(positions).optional(),
			warning: z.enum(peopleWarnings).optional(),
		}),
		answer: pageOf(membership),
		read: async (work, { query: { cursor, limit, ...query } }) => {
			const offset = cursor === undefined ? 0 : (decodeCursor(cursor, offsetKey)?.[0] ?? 0);
			const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
			const { rows } = await listPeople(work, { ...given, offset, pageSize: limit + 1 });
			return cutPage(rows.map(onWire), limit, () => [offset + limit]);
		},
	}),
	readOperation({
		id: "readPerson",
		path: "/people/{membershipId}",
		room,
		summary: "One role, the same person's other roles, and what the person answers for; its ETag is the role's version",
		pathShape: path,
		answer: membership.extend({
			otherRoles: z.array(membership),
			contacts: z.array(held),
			deputyContacts: z.array(held),
			deputyFor: z.array(z.object({ id, name: z.string(), role: z.string() })),
		}),
		read: async (work, { path }) => {
			const found = await readPerson(work, path.membershipId);
			if (!found) return null;
			return {
				...onWire(found.membership),
				otherRoles: found.memberships.filter((one) => one.id !== path.membershipId).map(onWire),
				contacts: [...found.contacts],
				deputyContacts: [...found.deputyContacts],
				deputyFor: [...found.deputyFor],
			};
		},
	}),
	writeOperation({
		id: "addRole",
		method: "post",
		path: "/people",
		room,
		summary: "Gives a person a role at the organisation the token acts for",
		body: membershipValues,
		answer: z.object({ id }),
		write: (work, { body }) => addMembership(work, body),
	}),
	writeOperation({
		id: "changeRole",
		method: "put",
		path: "/people/{membershipId}",
		room,
		summary: "Changes a role; contacts that carry the person's name and address follow",
		pathShape: path,
		body: membershipChange.omit(withoutVersion),
		answer: version,
		versioned: true,
		write: (work, { path, body, version }) =>
			changeMembership(work, path.membershipId, { ...body, version: version ?? 0 }),
	}),
	writeOperation({
		id: "endRole",
		method: "post",
		path: "/people/{membershipId}/end",
		room,
		summary: "Ends a role after its last day; nothing is deleted",
		pathShape: path,
		body: membershipEnd.omit(withoutVersion),
		answer: version,
		versioned: true,
		write: (work, { path, body, version }) =>
			endMembership(work, path.membershipId, { ...body, version: version ?? 0 }),
	}),
	writeOperation({
		id: "verifyRole",
		method: "post",
		path: "/people/{membershipId}/verify",
		room,
		summary: "Says that a role still is correct",
		pathShape: path,
		answer: z.object({ verifiedAt: moment }),
		write: async (work, { path }) => {
			const outcome = await verifyMembership(work, path.membershipId);
			return outcome.refused ? outcome : { done: { verifiedAt: outcome.done.verifiedAt.toISOString() } };
		},
	}),
	writeOperation({
		id: "handOver",
		method: "post",
		path: "/people/{membershipId}/hand-over",
		room,
		summary: "Hands everything a leaving person holds to a successor, in one step",
		pathShape: path,
		body: handOverInput,
		answer: z.object({
			roles: z.int(),
			contacts: z.int(),
			deputyContacts: z.int(),
			deputyFor: z.int(),
			otherThings: z.int(),
			ended: z.int(),
			left: z.int().openapi({ description: "What names the person still, and must be changed by hand." }),
		}),
		write: (work, { path, body }) => handOver(work, path.membershipId, body),
	}),
];
