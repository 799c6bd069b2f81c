import { z } from "@hono/zod-openapi";
import { type Operation, readOperation, writeOperation } from "../../../api/operation.server.ts";
import { cutPage, decodeCursor, pageOf, pagingQuery } from "../../../api/paging.server.ts";
import { day, id } from "../../organisation/contract.ts";
import {
	claimValues,
	studentChange,
	studentRow,
	studentStatuses,
	studentValues,
	studentWarnings,
	wishesInput,
	wishInput,
} from "./contract.ts";
import {
	addClaim,
	changeStudent,
	createStudent,
	listStudents,
	readStudent,
	readWishes,
	stateWishes,
	withdrawClaim,
} from "./service.server.ts";

const room = "placement";
const studentPath = z.object({ studentId: id });
const claimPath = z.object({ claimId: id });
const version = z.object({ version: z.int() });
const offsetKey = z.tuple([z.int().min(0)]);

const claim = z.object({
	id,
	periodId: id,
	courseName: z.string(),
	periodName: z.string(),
	firstDay: day,
	lastDay: day,
	priority: z.int(),
	withdrawnAt: z.iso.datetime().nullable(),
	/** How many have been stated. */
	wishes: z.int(),
	version: z.int(),
});

/** Students, claims and wishes over the API: those of the organisation the token acts for, and a student's own. */
export const rosterOperations: readonly Operation[] = [
	readOperation({
		id: "listStudents",
		path: "/placement/students",
		room,
		summary: "Students the organisation the token acts for keeps; those who have not left unless a status is given",
		queryShape: pagingQuery.extend({
			search: z.string().max(200).optional(),
			institutionId: id.optional(),
			periodId: id.optional().openapi({ description: "Those with a claim in the period" }),
			year: z.coerce.number().int().min(1).max(7).optional(),
			warning: z.enum(studentWarnings).optional(),
			status: z.enum(studentStatuses).optional(),
		}),
		answer: pageOf(studentRow),
		async read(work, { query: { cursor, limit, ...query } }) {
			const offset = cursor === undefined ? 0 : (decodeCursor(cursor, offsetKey)?.[0] ?? 0);
			const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
			const { rows } = await listStudents(work, { ...given, offset, pageSize: limit + 1 });
			return cutPage(rows, limit, () => [offset + limit]);
		},
	}),
	readOperation({
		id: "readStudent",
		path: "/placement/students/{studentId}",
		room,
		summary: "A student with their claims",
		pathShape: studentPath,
		answer: studentRow.extend({ items: z.array(claim) }),
		async read(work, { path }) {
			const found = await readStudent(work, path.studentId);
			if (!found) return null;
			const claims = found.claims.map(({ id, periodId, courseName, periodName, firstDay, lastDay, ...rest }) => ({
				...{ id, periodId, courseName, periodName, firstDay, lastDay, priority: rest.priority },
				...{ withdrawnAt: rest.withdrawnAt?.toISOString() ?? null, wishes: rest.wishes, version: rest.version },
			}));
			return { ...found.student, items: claims };
		},
	}),
	writeOperation({
		id: "createStudent",
		method: "post",
		path: "/placement/students",
		room,
		summary: "Enters a student; a postcode that is not known is kept",
		body: studentValues,
		answer: z.object({ id }),
		write: (work, { body }) => createStudent(work, body),
	}),
	writeOperation({
		id: "changeStudent",
		method: "put",
		path: "/placement/students/{studentId}",
		room,
		summary: "Changes a student",
		pathShape: studentPath,
		body: studentChange.omit({ version: true }),
		answer: version,
		versioned: true,
		write: (work, { path, body, version }) => changeStudent(work, path.studentId, { ...body, version: version ?? 0 }),
	}),
	writeOperation({
		id: "addClaim",
		method: "post",
		path: "/placement/students/{studentId}/claims",
		room,
		summary: "Says that a student needs a placement in a period",
		pathShape: studentPath,
		body: claimValues,
		answer: z.object({ id }),
		write: (work, { path, body }) => addClaim(work, path.studentId, body),
	}),
	writeOperation({
		id: "withdrawClaim",
		method: "delete",
		path: "/placement/claims/{claimId}",
		room,
		summary: "Says that a student no longer needs a placement",
		pathShape: claimPath,
		versioned: true,
		async write(work, { path, version }) {
			const outcome = await withdrawClaim(work, path.claimId, version ?? 0);
			return outcome.refused ? outcome : { done: null };
		},
	}),
	readOperation({
		id: "readWishes",
		path: "/placement/claims/{claimId}/wishes",
		room,
		summary: "What a student wishes, in order",
		pathShape: claimPath,
		answer: z.object({
			open: z.boolean(),
			most: z.int(),
			until: day.nullable(),
			wishes: z.array(wishInput.extend({ rank: z.int(), name: z.string(), statedBy: z.string() })),
		}),
		async read(work, { path }) {
			const found = await readWishes(work, path.claimId);
			if (!found) return null;
			const { open, most, until } = found.window;
			const wishes = found.wishes.map(({ kind, target, rank, name, statedBy }) => ({
				kind,
				target,
				rank,
				name,
				statedBy,
			}));
			return { open, most, until, wishes };
		},
	}),
	writeOperation({
		id: "stateWishes",
		method: "put",
		path: "/placement/claims/{claimId}/wishes",
		room,
		summary: "Puts a list of wishes, in order, in place of what was there; `seen` guards against overwriting",
		pathShape: claimPath,
		body: wishesInput,
		answer: z.object({ wishes: z.array(wishInput) }),
		async write(work, { path, body }) {
			const outcome = await stateWishes(work, path.claimId, body);
			return outcome.refused ? outcome : { done: { wishes: [...outcome.done.wishes] } };
		},
	}),
];
