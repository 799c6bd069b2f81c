import { z } from "@hono/zod-openapi";
import { type Operation, readOperation, slowOperation, writeOperation } from "../../../api/operation.server.ts";
import { cutPage, decodeCursor, pageOf, pagingQuery } from "../../../api/paging.server.ts";
import { day, id } from "../../organisation/contract.ts";
import { placementStates } from "../codes.ts";
import { why, whyOnWire } from "../round/why-api.ts";
import { answerAsHost, answerAsStudent, cancelPlacement } from "./answer.server.ts";
import { hostCloses } from "./codes.ts";
import { cancelling, hostAnswer, type Placement, reconsiderationAnswer, studentAnswer } from "./contract.ts";
import { placementWaits } from "./pages/placements-table.ts";
import { answerReconsideration } from "./reconsider.server.ts";
import { listPlacements, readPlacement } from "./service.server.ts";
import { explainPlacement } from "./why.server.ts";

const room = "placement";
const path = z.object({ placementId: id });
const offsetKey = z.tuple([z.int().min(0)]);
const moment = z.iso.datetime().nullable();
const words = z.string().nullable();

const placement = z.object({
	...{ id, roundId: id, runId: id, claimId: id, studentId: id, studentName: z.string() },
	...{
		institutionId: id,
		institutionName: z.string(),
		hostId: id,
		hostName: z.string(),
		siteId: id,
		siteName: z.string(),
	},
	...{ courseName: z.string(), profession: z.string(), yearOfStudy: z.int(), firstDay: day, lastDay: day },
	...{ minutes: z.int().nullable(), rank: z.int().nullable(), state: z.enum(placementStates), supervisorName: words },
	hostAnswer: z.enum(["confirmed", "declined"]).nullable(),
	...{ hostReason: words, hostAnsweredAt: moment, hostAnsweredBy: words },
	studentAnswer: z.enum(["accepted", "reconsider"]).nullable(),
	studentReason: words.openapi({ description: "Only the student's institution and the student are told" }),
	studentAnsweredAt: moment,
	reconsidered: z.enum(["granted", "refused"]).nullable(),
	reconsideredReason: words.openapi({ description: "Only the student's institution and the student are told" }),
	...{ reconsideredAt: moment, reconsideredBy: words },
	version: z.int(),
});

function onWire(row: Placement): z.input<typeof placement> {
	return placement.parse({
		...row,
		hostAnsweredAt: row.hostAnsweredAt?.toISOString() ?? null,
		studentAnsweredAt: row.studentAnsweredAt?.toISOString() ?? null,
		reconsideredAt: row.reconsideredAt?.toISOString() ?? null,
	});
}

/** Published placements over the API: to read, to answer for the site or as the student, and to cancel. */
export const placementOperations: readonly Operation[] = [
	readOperation({
		id: "listPlacements",
		path: "/placement/placements",
		room,
		summary: "Placements the organisation the token acts for has a part in, or the student's own",
		queryShape: pagingQuery.extend({
			search: z.string().max(200).optional(),
			state: z.enum(placementStates).optional(),
			waiting: z.enum(placementWaits).optional(),
			roundId: id.optional(),
			siteId: id.optional(),
		}),
		answer: pageOf(placement),
		read: async (work, { query: { cursor, limit, ...query } }) => {
			const offset = cursor === undefined ? 0 : (decodeCursor(cursor, offsetKey)?.[0] ?? 0);
			const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
			const { rows } = await listPlacements(work, { ...given, offset, pageSize: limit + 1 });
			return cutPage(rows.map(onWire), limit, () => [offset + limit]);
		},
	}),
	readOperation({
		id: "readPlacement",
		path: "/placement/placements/{placementId}",
		room,
		summary: "One placement; its ETag is the version an answer must send back",
		pathShape: path,
		answer: placement,
		read: async (work, given) => {
			const page = await readPlacement(work, given.path.placementId);
			return page ? onWire(page.placement) : null;
		},
	}),
	slowOperation({
		id: "explainPlacement",
		path: "/placement/placements/{placementId}/why",
		room,
		summary:
			"Why this place: each wish with what stopped it or what it would have cost others, nobody else named; for the student and those who place the student",
		pathShape: path,
		answer: why,
		read: async ({ reading, database }, given) => {
			const page = await reading((work) => readPlacement(work, given.path.placementId));
			const told = page && (await explainPlacement(database, page));
			return told ? whyOnWire(await told.why()) : null;
		},
	}),
	writeOperation({
		id: "answerPlacementForSite",
		method: "post",
		path: "/placement/placements/{placementId}/site-answer",
		room,
		summary:
			"Confirms or declines a placement for the site; a no has a reason, and closes the place to this student (usual) or to all",
		pathShape: path,
		body: hostAnswer.omit({ version: true }).extend({ closes: z.enum(hostCloses).default("student") }),
		versioned: true,
		write: async (work, { path, body, version }) => {
			const byName = work.actor.kind === "person" ? work.actor.name : "";
			const outcome = await answerAsHost(work, path.placementId, { ...body, version: version ?? 0 }, byName);
			return outcome.refused ? outcome : { done: null };
		},
	}),
	writeOperation({
		id: "answerPlacementAsStudent",
		method: "post",
		path: "/placement/placements/{placementId}/student-answer",
		room,
		summary:
			"Accepts a placement, or asks for reconsideration with a reason: as the student, or for the student by a coordinator of whoever keeps the student",
		pathShape: path,
		body: studentAnswer.omit({ version: true }),
		versioned: true,
		write: async (work, { path, body, version }) => {
			const outcome = await answerAsStudent(work, path.placementId, { ...body, version: version ?? 0 });
			return outcome.refused ? outcome : { done: null };
		},
	}),
	writeOperation({
		id: "answerReconsideration",
		method: "post",
		path: "/placement/placements/{placementId}/reconsideration",
		room,
		summary:
			"Answers a student who asks for reconsideration: granted, another place is to be found; both with a reason",
		pathShape: path,
		body: reconsiderationAnswer.omit({ version: true }),
		versioned: true,
		write: async (work, { path, body, version }) => {
			const byName = work.actor.kind === "person" ? work.actor.name : "";
			const answer = { ...body, version: version ?? 0 };
			const outcome = await answerReconsideration(work, path.placementId, answer, byName, { mails: true });
			return outcome.refused ? outcome : { done: null };
		},
	}),
	writeOperation({
		id: "cancelPlacement",
		method: "post",
		path: "/placement/placements/{placementId}/cancellation",
		room,
		summary:
			"Ends a placement with a reason: its place is free at once; `next` says whether the student is to have another place, null where another organisation keeps the student",
		pathShape: path,
		body: cancelling.omit({ version: true }),
		versioned: true,
		write: async (work, { path, body, version }) => {
			const byName = work.actor.kind === "person" ? work.actor.name : "";
			const outcome = await cancelPlacement(work, path.placementId, { ...body, version: version ?? 0 }, byName);
			return outcome.refused ? outcome : { done: null };
		},
	}),
];
