import { z } from "@hono/zod-openapi";
import { type Operation, readOperation, writeOperation } from "../../../api/operation.server.ts";
import { cutPage, decodeCursor, pageOf, pagingQuery } from "../../../api/paging.server.ts";
import { id, profession } from "../../organisation/contract.ts";
import {
	courseChange,
	courseKeepers,
	courseRow,
	courseStatuses,
	courseValues,
	periodChange,
	periodRow,
	periodValues,
} from "./contract.ts";
import {
	addPeriod,
	archiveCourse,
	changeCourse,
	changePeriod,
	createCourse,
	listCourses,
	readCourse,
	removePeriod,
} from "./service.server.ts";

const room = "placement";
const path = z.object({ courseId: id });
const periodPath = path.extend({ periodId: id });
const version = z.object({ version: z.int() });
const offsetKey = z.tuple([z.int().min(0)]);

/** Courses with placement and their periods, over the API: those kept here, and those others have published. */
export const courseOperations: readonly Operation[] = [
	readOperation({
		id: "listCourses",
		path: "/placement/courses",
		room,
		summary: "Courses with placement the organisation the token acts for keeps, and those others have published",
		queryShape: pagingQuery.extend({
			search: z.string().max(200).optional(),
			keeper: z.enum(courseKeepers).optional(),
			status: z.enum(courseStatuses).optional(),
			institutionId: id.optional(),
			profession: profession.optional(),
		}),
		answer: pageOf(courseRow),
		async read(work, { query: { cursor, limit, ...query } }) {
			const offset = cursor === undefined ? 0 : (decodeCursor(cursor, offsetKey)?.[0] ?? 0);
			const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
			const { rows } = await listCourses(work, { ...given, offset, pageSize: limit + 1 });
			return cutPage(rows, limit, () => [offset + limit]);
		},
	}),
	readOperation({
		id: "readCourse",
		path: "/placement/courses/{courseId}",
		room,
		summary: "A course with its periods",
		pathShape: path,
		answer: courseRow.extend({ items: z.array(periodRow) }),
		async read(work, { path }) {
			const found = await readCourse(work, path.courseId);
			return found ? { ...found.course, items: [...found.periods] } : null;
		},
	}),
	writeOperation({
		id: "createCourse",
		method: "post",
		path: "/placement/courses",
		room,
		summary: "Enters a course, of the organisation itself or kept on behalf of another institution",
		body: courseValues,
		answer: z.object({ id }),
		write: (work, { body }) => createCourse(work, body),
	}),
	writeOperation({
		id: "changeCourse",
		method: "put",
		path: "/placement/courses/{courseId}",
		room,
		summary: "Changes a course",
		pathShape: path,
		body: courseChange.omit({ version: true }),
		answer: version,
		versioned: true,
		write: (work, { path, body, version }) => changeCourse(work, path.courseId, { ...body, version: version ?? 0 }),
	}),
	writeOperation({
		id: "archiveCourse",
		method: "put",
		path: "/placement/courses/{courseId}/archived",
		room,
		summary: "Takes a course out of use, or into use again",
		pathShape: path,
		body: z.object({ archived: z.boolean() }),
		answer: version,
		versioned: true,
		write: (work, { path, body, version }) => archiveCourse(work, path.courseId, { ...body, version: version ?? 0 }),
	}),
	writeOperation({
		id: "addPeriod",
		method: "post",
		path: "/placement/courses/{courseId}/periods",
		room,
		summary: "Adds a period to a course",
		pathShape: path,
		body: periodValues,
		answer: z.object({ id }),
		write: (work, { path, body }) => addPeriod(work, path.courseId, body),
	}),
	writeOperation({
		id: "changePeriod",
		method: "put",
		path: "/placement/courses/{courseId}/periods/{periodId}",
		room,
		summary: "Changes a period",
		pathShape: periodPath,
		body: periodChange.omit({ version: true }),
		answer: version,
		versioned: true,
		write: (work, { path, body, version }) =>
			changePeriod(work, path.courseId, path.periodId, { ...body, version: version ?? 0 }),
	}),
	writeOperation({
		id: "removePeriod",
		method: "delete",
		path: "/placement/courses/{courseId}/periods/{periodId}",
		room,
		summary: "Takes a period away where nobody stands on it",
		pathShape: periodPath,
		versioned: true,
		async write(work, { path, version }) {
			const outcome = await removePeriod(work, path.courseId, path.periodId, version ?? 0);
			return outcome.refused ? outcome : { done: null };
		},
	}),
];
