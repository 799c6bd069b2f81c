import { z } from "@hono/zod-openapi";
import { type Operation, readOperation, writeOperation } from "../../../api/operation.server.ts";
import { cutPage, decodeCursor, pageOf, pagingQuery } from "../../../api/paging.server.ts";
import { refused } from "../../../outcome.ts";
import { day, id } from "../../organisation/contract.ts";
import { roundRules } from "../allocate/contract.ts";
import { roundStates } from "../codes.ts";
import { requestPublication } from "../publish/publication.server.ts";
import { roundValues, runRequest } from "./contract.ts";
import { askRun, chooseRun, readRun, requestRun } from "./run.server.ts";
import { changeRules, choosePeriods, createRound, listRounds, readRound } from "./service.server.ts";

const room = "placement";
const roundPath = z.object({ roundId: id });
const runPath = z.object({ runId: id });
const offsetKey = z.tuple([z.int().min(0)]);
const moment = z.iso.datetime().nullable();
const count = z.int();

const run = z.object({
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

function runOnWire(
	row: Omit<z.input<typeof run>, "createdAt" | "finishedAt"> & { createdAt: Date; finishedAt: Date | null },
) {
	const { number, name, state, jobId, holds, claims, placed, chosen } = row;
	return {
		...{ id: row.id, number, name, state, jobId, holds, claims, placed, chosen },
		createdAt: row.createdAt.toISOString(),
		finishedAt: row.finishedAt?.toISOString() ?? null,
	};
}

/** Rounds over the API: made, run and published by the same verbs as the pages. */
export const roundOperations: readonly Operation[] = [
	readOperation({
		id: "listRounds",
		path: "/placement/rounds",
		room,
		summary: "Rounds the organisation the token acts for runs or takes part in",
		queryShape: pagingQuery.extend({ search: z.string().max(200).optional() }),
		answer: pageOf(
			z.object({
				...{ id, organisationId: id, name: z.string(), ownerName: z.string(), firstDay: day, lastDay: day },
				...{ state: z.enum(roundStates), calculated: z.boolean(), wishesUntil: day.nullable() },
				...{ claims: count.nullable(), withoutWishes: count.nullable(), placed: count },
			}),
		),
		read: async (work, { query: { cursor, limit, search } }) => {
			const offset = cursor === undefined ? 0 : (decodeCursor(cursor, offsetKey)?.[0] ?? 0);
			const { rows } = await listRounds(work, { ...(search ? { search } : {}), offset, pageSize: limit + 1 });
			return cutPage(rows, limit, () => [offset + limit]);
		},
	}),
	readOperation({
		id: "readRound",
		path: "/placement/rounds/{roundId}",
		room,
		summary: "One round with its periods, hosts, rules and runs; its ETag is the version a change must send back",
		pathShape: roundPath,
		answer: roundValues.extend({
			...{ id, organisationId: id, state: z.enum(roundStates), rules: roundRules },
			...{ chosenRunId: id.nullable(), publication: count, publishedAt: moment, version: count },
			periods: z.array(
				z.object({
					id,
					courseName: z.string(),
					name: z.string(),
					firstDay: day,
					lastDay: day,
					claims: count.nullable(),
					included: z.boolean(),
				}),
			),
			hosts: z.array(z.object({ hostId: id, name: z.string(), sites: count, places: count })),
			runs: z.array(run),
		}),
		read: async (work, { path }) => {
			const page = await readRound(work, path.roundId);
			if (!page) return null;
			const { round, periods, hosts, runs } = page;
			const { seed: _seed, publishedAt, ...values } = round;
			return {
				...values,
				publishedAt: publishedAt?.toISOString() ?? null,
				periods: periods.map(({ id, courseName, name, firstDay, lastDay, claims, included }) => ({
					...{ id, courseName, name, firstDay, lastDay, claims, included },
				})),
				hosts: hosts.map(({ hostId, name, sites, places }) => ({ hostId, name, sites, places })),
				runs: runs.map(runOnWire),
			};
		},
	}),
	writeOperation({
		id: "createRound",
		method: "post",
		path: "/placement/rounds",
		room,
		summary: "Begins a round with the organisation's own periods within its days",
		body: roundValues,
		answer: z.object({ id }),
		write: (work, { body }) =>
			createRound(work, body, work.actor.kind === "person" ? (work.actor.organisationKind ?? "") : ""),
	}),
	writeOperation({
		id: "changeRoundRules",
		method: "put",
		path: "/placement/rounds/{roundId}/rules",
		room,
		summary: "Changes what the next run of a round keeps to and aims at",
		pathShape: roundPath,
		body: roundRules,
		versioned: true,
		write: async (work, { path, body, version }) => {
			const outcome = await changeRules(work, path.roundId, version ?? 0, body);
			return outcome.refused ? outcome : { done: null };
		},
	}),
	writeOperation({
		id: "chooseRoundPeriods",
		method: "put",
		path: "/placement/rounds/{roundId}/periods",
		room,
		summary: "Says which of the organisation's own periods are in a round",
		pathShape: roundPath,
		body: z.object({ periodIds: z.array(id).max(2000) }),
		write: async (work, { path, body }) => {
			const outcome = await choosePeriods(work, path.roundId, body.periodIds);
			return outcome.refused ? outcome : { done: null };
		},
	}),
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
	writeOperation({
		id: "publishRound",
		method: "post",
		path: "/placement/rounds/{roundId}/publications",
		room,
		summary: "Asks for the chosen run to be published: all of it, or, where it no longer fits, nothing",
		pathShape: roundPath,
		answer: z.object({ jobId: id }),
		write: (work, { path }) => requestPublication(work, path.roundId),
	}),
];
