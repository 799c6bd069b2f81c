import { z } from "@hono/zod-openapi";
import { type Operation, readOperation, writeOperation } from "../../../api/operation.server.ts";
import { cutPage, decodeCursor, pageOf, pagingQuery } from "../../../api/paging.server.ts";
import { jobStates, maySeeJob } from "../../../job/rules.ts";
import { findJobRow } from "../../../job/store.server.ts";
import { type Outcome, refused } from "../../../outcome.ts";
import { id } from "../../organisation/contract.ts";
import { roundRules } from "../allocate/contract.ts";
import { crossingRules } from "../allocate/crossing.ts";
import { pairRules } from "../codes.ts";
import { publishJob } from "../publish/jobs.server.ts";
import { runRequest } from "./contract.ts";
import { runJob } from "./jobs.server.ts";
import { lockClaim, longestReason, type MoveRefusal, moveClaim, unlockClaim } from "./move.server.ts";
import { askRun, chooseRun, readRun, requestRun } from "./run.server.ts";
import { nameClaims } from "./run.store.server.ts";
import { handsOf, readStanding } from "./run-view.server.ts";
import { type ToldWish, whyOf } from "./why.server.ts";

const room = "placement";
const roundPath = z.object({ roundId: id });
const runPath = z.object({ runId: id });
const claimPath = runPath.extend({ claimId: id });
const offsetKey = z.tuple([z.int().min(0)]);
const moment = z.iso.datetime().nullable();
const count = z.int();

export const run = z.object({
	id,
	number: count,
	name: z.string(),
	state: z.enum(["waiting", "done", "stopped", "refused"]),
	jobId: id.nullable(),
	holds: z.enum(["optimal", "feasible"]).nullable(),
	claims: count.nullable(),
	placed: count.nullable(),
	createdAt: z.iso.datetime(),
	finishedAt: moment,
	chosen: z.boolean(),
});

export function runOnWire(
	row: Omit<z.input<typeof run>, "createdAt" | "finishedAt"> & { createdAt: Date; finishedAt: Date | null },
) {
	const { number, name, state, jobId, holds, claims, placed, chosen } = row;
	return {
		...{ id: row.id, number, name, state, jobId, holds, claims, placed, chosen },
		createdAt: row.createdAt.toISOString(),
		finishedAt: row.finishedAt?.toISOString() ?? null,
	};
}

/** Offers by the rule that closed them. */
const removed = z.array(z.object({ rule: z.enum(pairRules), offers: count }));

const cost = z.object({
	places: count.openapi({ description: "Places lost, all priority classes together; below 0: gained" }),
	byPriority: z.array(z.object({ priority: count, places: count })),
	minutes: z.number().openapi({ description: "Minutes one way, summed over those who are placed before and after" }),
	ranks: count.openapi({ description: "Steps down lists of wishes, summed likewise" }),
	others: count.openapi({ description: "How many others get another place, or none, or their first" }),
	steps: z.array(z.object({ name: z.string(), change: z.number() })),
});

const wishAnswers = [
	...(["given", "rules", "nothing-offered", "locked", "no-place", "cost", "crossing", "rules-cross"] as const),
	...(["moved-away", "not-chosen"] as const),
];

const why = z.object({
	...{ claim: id, offerId: id.nullable(), siteName: z.string().nullable() },
	...{ rank: count.nullable(), minutes: z.number().nullable(), locked: z.boolean() },
	seen: count.openapi({ description: "How many moves the run has ever had: a move must send it back" }),
	exact: z.boolean().openapi({ description: "Whether costs are on every pair and heed every rule" }),
	proved: z
		.boolean()
		.openapi({ description: "Whether the run's plan is proved to be the best; moves by hand since are not" }),
	moves: count.openapi({ description: "Moves by hand the plan has" }),
	wishes: z.array(
		z.object({
			...{ rank: count, name: z.string(), minutes: z.number().nullable() },
			answer: z.enum(wishAnswers),
			removed,
			crossing: z.enum(crossingRules).nullable(),
			cost: cost
				.nullable()
				.openapi({ description: "What giving it anyway would cost, everybody moved in the best way" }),
			sure: z
				.object({ kind: z.enum(["exact", "none-better", "best-found"]), least: z.number().nullable().optional() })
				.nullable(),
			moves: z.array(
				z.object({
					...{ who: z.enum(["claim", "another"]), from: z.string().nullable(), to: z.string().nullable() },
					...{ minutes: z.number(), ranks: count },
				}),
			),
		}),
	),
	removed,
});

const move = z.object({
	offerId: id.nullable().openapi({ description: "Null takes the place away" }),
	seen: count.min(0).openapi({ description: "As the claim was read with" }),
	reason: z.string().trim().max(longestReason).nullable().openapi({ description: "For the student to read" }),
});

/** Runs of rounds over the API: asked for, read, explained, moved in by hand and chosen, by the same verbs as the pages. */
export const runOperations: readonly Operation[] = [
	writeOperation({
		id: "requestRun",
		method: "post",
		path: "/placement/rounds/{roundId}/runs",
		room,
		summary: "Asks for a run of a round as it stands; read the run until it is done",
		pathShape: roundPath,
		body: runRequest,
		answer: z.object({ runId: id, jobId: id }),
		write: (work, { path, body }) => requestRun(work, path.roundId, body.name || null),
	}),
	readOperation({
		id: "readRun",
		path: "/placement/runs/{runId}",
		room,
		summary: "A run; when it is done with its plan, its measures and the fingerprint of what it was made from",
		pathShape: runPath,
		answer: run.extend({
			roundId: id,
			rules: roundRules,
			seed: z.string(),
			snapshotHash: z.string().nullable(),
			plan: z
				.array(z.object({ claim: id, offer: id.nullable(), rank: count.nullable(), minutes: z.number().nullable() }))
				.nullable(),
			measures: z.record(z.string(), z.unknown()).nullable(),
		}),
		read: async (work, { path }) => {
			const found = await readRun(work, path.runId);
			if (!found) return null;
			const ask = await askRun(work, found);
			const plan = ask ? await ask("plan", { edits: [] }) : null;
			const { roundId, rules, seed, snapshotHash, measures } = found;
			return {
				...runOnWire(found),
				...{ roundId, rules, seed, snapshotHash, measures: measures && { ...measures } },
				plan: plan && [...plan],
			};
		},
	}),
	writeOperation({
		id: "chooseRun",
		method: "post",
		path: "/placement/runs/{runId}/choose",
		room,
		summary: "Marks the run that is meant to be published",
		pathShape: runPath,
		write: async (work, { path }) => {
			if (!(await readRun(work, path.runId))) return refused("missing");
			const outcome = await chooseRun(work, path.runId);
			return outcome.refused ? outcome : { done: null };
		},
	}),
	readOperation({
		id: "readPlacementJob",
		path: "/placement/jobs/{jobId}",
		room,
		summary:
			"How far a run or a publication has come, and the refusal where it was refused; whoever asked for it may read it",
		pathShape: z.object({ jobId: id }),
		answer: z.object({
			...{ id, state: z.enum(jobStates), done: count, of: count, step: z.string().nullable(), finishedAt: moment },
			refused: z.array(z.object({ code: z.string(), detail: z.record(z.string(), z.unknown()).optional() })).nullable(),
		}),
		read: async (work, { path }) => {
			const job = await findJobRow(work, path.jobId);
			if (!job || !maySeeJob(work.actor, job) || ![runJob.kind, publishJob.kind].includes(job.kind)) return null;
			return {
				...{ id: job.id, state: job.state, done: job.progressDone, of: job.progressOf, step: job.step },
				...{ finishedAt: job.finishedAt?.toISOString() ?? null, refused: refusedBy(job.result) },
			};
		},
	}),
	readOperation({
		id: "listUnplaced",
		path: "/placement/runs/{runId}/unplaced",
		room,
		summary: "Those without a place in the plan of a run as it stands, each with what closed places to them",
		pathShape: runPath,
		queryShape: pagingQuery,
		answer: pageOf(
			z.object({
				...{ claim: id, studentName: z.string().nullable(), institutionId: id, course: z.string() },
				open: count.openapi({ description: "Offers that are open to the student, all of them taken by others" }),
				removed,
				shortage: z
					.object({ claims: count, places: count })
					.nullable()
					.openapi({ description: "So many have only these places open among them" }),
				byHand: z.boolean().openapi({ description: "The run gave a place, and a hand took it" }),
			}),
		),
		read: async (work, { path, query: { cursor, limit } }) => {
			const standing = await readStanding(work, path.runId);
			if (!standing) return null;
			const offset = cursor === undefined ? 0 : (decodeCursor(cursor, offsetKey)?.[0] ?? 0);
			const { rows } = await standing.ask("unplacedPage", { edits: standing.edits, offset, pageSize: limit + 1 });
			const named = await nameClaims(
				work,
				rows.map(({ claim }) => claim),
			);
			const names = new Map(named.map(({ id, name }) => [id, name]));
			const wire = rows.map((row) => ({
				...{ ...row, removed: [...row.removed], studentName: names.get(row.claim) ?? null },
			}));
			return cutPage(wire, limit, () => [offset + limit]);
		},
	}),
	readOperation({
		id: "explainClaim",
		path: "/placement/runs/{runId}/claims/{claimId}",
		room,
		summary:
			"Where one student is in the plan of a run as it stands, and why: each wish with what stopped it or what it would cost",
		pathShape: claimPath,
		answer: why,
		read: async (work, { path }) => {
			const standing = await readStanding(work, path.runId);
			const row = standing && (await standing.ask("row", { edits: standing.edits, claim: path.claimId }));
			if (!standing || !row) return null;
			const { wishes, removed, exact, proved, moves } = await whyOf(standing.ask, row.claim, handsOf(standing, row));
			return {
				...{ claim: row.claim, offerId: row.offer, siteName: row.site, rank: row.rank, minutes: row.minutes },
				...{ locked: standing.locked.includes(row.claim), seen: standing.seen, exact, proved, moves },
				...{ wishes: wishes.map(onWire), removed: [...removed] },
			};
		},
	}),
	writeOperation({
		id: "moveClaim",
		method: "post",
		path: "/placement/runs/{runId}/claims/{claimId}/move",
		room,
		summary: "Moves one student of a plan by hand; refused where a rule closes the place or it is full",
		pathShape: claimPath,
		body: move,
		write: async (work, { path, body }): Promise<Outcome<null, MoveRefusal | "missing">> => {
			if (!(await readRun(work, path.runId))) return refused("missing");
			const { offerId, seen, reason } = body;
			const outcome = await moveClaim(work, path.runId, path.claimId, offerId, seen, [], reason);
			return outcome.refused ? outcome : { done: null };
		},
	}),
	writeOperation({
		id: "lockClaim",
		method: "put",
		path: "/placement/runs/{runId}/claims/{claimId}/lock",
		room,
		summary: "Holds a student where the plan has them, whatever the next run would do; or lets go",
		pathShape: claimPath,
		body: z.object({ locked: z.boolean() }),
		write: async (work, { path, body }): Promise<Outcome<null, MoveRefusal | "missing">> => {
			if (!(await readRun(work, path.runId))) return refused("missing");
			const outcome = await (body.locked ? lockClaim : unlockClaim)(work, path.runId, path.claimId);
			return outcome.refused ? outcome : { done: null };
		},
	}),
];

function onWire({ removed, moves, cost, ...wish }: ToldWish): z.input<typeof why>["wishes"][number] {
	const told = cost && { ...cost, byPriority: [...cost.byPriority], steps: [...cost.steps] };
	return { ...wish, removed: [...removed], moves: [...moves], cost: told };
}

const refusedResult = z.object({
	refused: z.array(z.object({ code: z.string(), detail: z.record(z.string(), z.unknown()).optional() })),
});

function refusedBy(result: unknown) {
	const parsed = refusedResult.safeParse(result);
	return parsed.success ? parsed.data.refused : null;
}
