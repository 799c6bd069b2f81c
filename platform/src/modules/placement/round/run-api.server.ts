import { z } from "@hono/zod-openapi";
import { type Operation, readOperation, slowOperation, writeOperation } from "../../../api/operation.server.ts";
import type { Reading } from "../../../database/work.server.ts";
import { jobStates, maySeeJob } from "../../../job/rules.ts";
import { findJobRow } from "../../../job/store.server.ts";
import { refused } from "../../../outcome.ts";
import { id } from "../../organisation/contract.ts";
import { roundRules } from "../allocate/contract.ts";
import { publishJob } from "../publish/jobs.server.ts";
import { type RunRow, runRequest } from "./contract.ts";
import { runJob } from "./jobs.server.ts";
import { askRunLater, chooseRun, readRun, requestRun } from "./run.server.ts";
import { listChecks, requestVerification, verifyJob } from "./verify.server.ts";

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
	supposed: z.array(z.object({ offerId: id, places: count })).openapi({
		description:
			"Places added (or, below zero, taken away) for this run alone; a run with any is never chosen nor published",
	}),
});

export function runOnWire(
	row: Omit<z.input<typeof run>, "createdAt" | "finishedAt" | "supposed"> &
		Pick<RunRow, "createdAt" | "finishedAt" | "supposed">,
) {
	const { number, name, state, jobId, holds, claims, placed, chosen } = row;
	return {
		...{ id: row.id, number, name, state, jobId, holds, claims, placed, chosen },
		supposed: row.supposed.map(({ offerId, places }) => ({ offerId, places })),
		createdAt: row.createdAt.toISOString(),
		finishedAt: row.finishedAt?.toISOString() ?? null,
	};
}

const proof = z.object({
	holds: z.enum(["optimal", "feasible"]),
	flaws: z
		.array(z.string())
		.openapi({ description: "What the checker found wrong when the run was made; empty: nothing" }),
	steps: z.array(z.object({ name: z.string(), value: z.number(), bound: z.number().nullable() })).openapi({
		description: "`bound` is what no plan as good on the steps before can go below; null: nothing is proved",
	}),
	snapshotHash: z.string().openapi({ description: "SHA-256 of the facts the run was made from" }),
	supposed: z
		.array(z.object({ offerId: id, places: count }))
		.openapi({ description: "Places in those facts that are supposed; empty: all are as they are" }),
	seed: z.string().openapi({ description: "Settles what is equal: who has both can make the run again" }),
	pairs: z.object({ open: count, considered: count, provedFor: z.enum(["open", "considered"]) }),
	milliseconds: z.record(z.string(), z.number()),
	checks: z
		.array(
			z.object({
				...{ byName: z.string(), at: z.iso.datetime(), flaws: z.array(z.string()) },
				withProof: z.boolean().openapi({ description: "Whether there was a proof to check, beside the plan" }),
				milliseconds: count,
			}),
		)
		.openapi({ description: "Latest first" }),
});

async function readFile(reading: Reading, runId: string, file: "problem" | "result"): Promise<Uint8Array | null> {
	const run = await reading((work) => readRun(work, runId));
	const ask = run && askRunLater(reading, run);
	return ask ? ask("file", { file }) : null;
}

/** Runs of rounds over the API: asked for, followed, read and chosen, by the same verbs as the pages. */
export const runOperations: readonly Operation[] = [
	writeOperation({
		id: "requestRun",
		method: "post",
		path: "/placement/rounds/{roundId}/runs",
		room,
		summary:
			"Asks for a run of a round as it stands, or with another travel cap, aim or places for this run alone; read the run until it is done",
		pathShape: roundPath,
		body: runRequest,
		answer: z.object({ runId: id, jobId: id }),
		write: (work, { path, body: { name, ...whatIf } }) => requestRun(work, path.roundId, name || null, whatIf),
	}),
	slowOperation({
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
		read: async ({ reading }, { path }) => {
			const found = await reading((work) => readRun(work, path.runId));
			if (!found) return null;
			const ask = askRunLater(reading, found);
			const plan = ask ? await ask("plan", { edits: [] }) : null;
			const { roundId, rules, seed, snapshotHash, measures } = found;
			return {
				...runOnWire(found),
				...{ roundId, rules, seed, snapshotHash, measures: measures && { ...measures } },
				plan: plan && [...plan],
			};
		},
	}),
	slowOperation({
		id: "readProof",
		path: "/placement/runs/{runId}/proof",
		room,
		summary: "What is proved of a finished run, step by step, and each time somebody had it checked again",
		pathShape: runPath,
		answer: proof,
		read: async ({ reading }, { path }) => {
			const found = await reading(async (work) => {
				const run = await readRun(work, path.runId);
				return run && { run, checks: await listChecks(work, run) };
			});
			const ask = found && askRunLater(reading, found.run);
			if (!found || !ask) return null;
			const { flaws, steps, milliseconds, supposed, ...told } = await ask("proof", null);
			return {
				supposed: supposed.map(({ offer, places }) => ({ offerId: offer, places })),
				...{ ...told, flaws: [...flaws], steps: [...steps], milliseconds: { ...milliseconds } },
				checks: found.checks.map(({ byName, at, flaws, withProof, milliseconds }) => ({
					...{ byName, at: at.toISOString(), flaws: [...flaws], withProof, milliseconds },
				})),
			};
		},
	}),
	slowOperation({
		id: "readProblem",
		path: "/placement/runs/{runId}/problem",
		room,
		summary:
			"The facts of a finished run in the form of allocation/problem.schema.json, for anyone to check with the command line; no names, and no reason behind anybody's rules. Missing for national rounds, which are too large for one file",
		pathShape: runPath,
		answer: z.record(z.string(), z.unknown()),
		read: ({ reading }, { path }) => readFile(reading, path.runId, "problem"),
	}),
	slowOperation({
		id: "readCertificate",
		path: "/placement/runs/{runId}/certificate",
		room,
		summary:
			"The proof of a finished run in the form of allocation/result.schema.json; under rules that cross, the rules and what bounds the plan",
		pathShape: runPath,
		answer: z.record(z.string(), z.unknown()),
		read: ({ reading }, { path }) => readFile(reading, path.runId, "result"),
	}),
	writeOperation({
		id: "verifyRun",
		method: "post",
		path: "/placement/runs/{runId}/checks",
		room,
		summary:
			"Has the separate checker go through a finished run again; read the job until it is over, and then the proof",
		pathShape: runPath,
		answer: z.object({ jobId: id }),
		write: async (work, { path }) =>
			(await readRun(work, path.runId)) ? requestVerification(work, path.runId) : refused("missing"),
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
			"How far a run, a check of one or a publication has come, and the refusal where it was refused; whoever asked for it may read it",
		pathShape: z.object({ jobId: id }),
		answer: z.object({
			...{ id, state: z.enum(jobStates), done: count, of: count, step: z.string().nullable(), finishedAt: moment },
			refused: z.array(z.object({ code: z.string(), detail: z.record(z.string(), z.unknown()).optional() })).nullable(),
		}),
		read: async (work, { path }) => {
			const job = await findJobRow(work, path.jobId);
			if (!job || !maySeeJob(work.actor, job) || ![runJob.kind, publishJob.kind, verifyJob.kind].includes(job.kind))
				return null;
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
