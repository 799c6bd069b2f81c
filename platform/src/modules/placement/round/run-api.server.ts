import { z } from "@hono/zod-openapi";
import { type Operation, readOperation, writeOperation } from "../../../api/operation.server.ts";
import { jobStates, maySeeJob } from "../../../job/rules.ts";
import { findJobRow } from "../../../job/store.server.ts";
import { refused } from "../../../outcome.ts";
import { id } from "../../organisation/contract.ts";
import { roundRules } from "../allocate/contract.ts";
import { publishJob } from "../publish/jobs.server.ts";
import { runRequest } from "./contract.ts";
import { runJob } from "./jobs.server.ts";
import { askRun, chooseRun, readRun, requestRun } from "./run.server.ts";

const room = "placement";
const roundPath = z.object({ roundId: id });
const runPath = z.object({ runId: id });
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

/** Runs of rounds over the API: asked for, followed, read and chosen, by the same verbs as the pages. */
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
];

const refusedResult = z.object({
	refused: z.array(z.object({ code: z.string(), detail: z.record(z.string(), z.unknown()).optional() })),
});

function refusedBy(result: unknown) {
	const parsed = refusedResult.safeParse(result);
	return parsed.success ? parsed.data.refused : null;
}
