import type { Reading, Work } from "../../../database/work.server.ts";
import { nameOrganisations } from "../../organisation/service.server.ts";
import { countMoves, listLocked, listMoves, type Move } from "./move.store.server.ts";
import type { AskRun } from "./opened/ask.server.ts";
import type { BareRow, Names } from "./opened/lists.ts";
import type { Edit } from "./opened/opened.ts";
import { readyWithin } from "./ready.ts";
import { askRun, askRunLater, readRun } from "./run.server.ts";
import { nameClaims, type RunHead } from "./run.store.server.ts";

/** A finished run as it stands: to be asked about, with what has been moved since and who is held in place. */
export type Standing = {
	readonly run: RunHead;
	readonly ask: AskRun;
	readonly moves: readonly Move[];
	readonly edits: readonly Edit[];
	/** Claims that are locked now. */
	readonly locked: readonly string[];
	/** How many moves it has ever had: what a form looked at. */
	readonly seen: number;
};

/** A finished run with moves and locks as they are now, to be asked about within the unit of work; undefined where there is none for the asker. */
export async function readStanding(work: Work, runId: string): Promise<Standing | undefined> {
	const run = await readRun(work, runId);
	const ask = run && (await askRun(work, run));
	return run && ask && standingOf(work, run, ask);
}

/** The same, to be asked about when its unit of work is over: what pages do. */
export async function openStanding(reading: Reading, runId: string): Promise<Standing | undefined> {
	return reading(async (work) => {
		const run = await readRun(work, runId);
		const ask = run && askRunLater(reading, run);
		return run && ask && standingOf(work, run, ask);
	});
}

async function standingOf(work: Work, run: RunHead, ask: AskRun): Promise<Standing> {
	const moves = await listMoves(work, run);
	return {
		...{ run, moves, edits: editsOf(moves), ask },
		locked: await listLocked(work, { organisationId: run.organisationId, id: run.roundId }),
		seen: await countMoves(work, run),
	};
}

export function editsOf(moves: readonly Move[]): readonly Edit[] {
	return moves.map(({ claim, to }) => ({ claim, offer: to }));
}

/** One claim of a run's plan, as people read it. */
export type PlanRow = BareRow & {
	/** Null where another keeper's student is meant: only the institution is told. */
	readonly student: string | null;
	readonly studentId: string | null;
	readonly institution: string;
	readonly host: string | null;
	readonly locked: boolean;
	/** By hand, since the run. */
	readonly moved: boolean;
};

/** Rows of a plan with the names the asker may know: of these rows alone. */
export async function namedRows(work: Work, standing: Standing, rows: readonly BareRow[]): Promise<PlanRow[]> {
	const names = new Map(
		(
			await nameClaims(
				work,
				rows.map(({ claim }) => claim),
			)
		).map((row) => [row.id, row]),
	);
	const organisations = await namesOf(work, [
		...rows.map(({ institutionId }) => institutionId),
		...rows.flatMap(({ hostId }) => hostId ?? []),
	]);
	const locked = new Set(standing.locked);
	const moved = new Set(standing.moves.map(({ claim }) => claim));
	return rows.map((row) => ({
		...row,
		...{ student: names.get(row.claim)?.name ?? null, studentId: names.get(row.claim)?.studentId ?? null },
		institution: organisations[row.institutionId] ?? "",
		host: row.hostId === null ? null : (organisations[row.hostId] ?? ""),
		...{ locked: locked.has(row.claim), moved: moved.has(row.claim) },
	}));
}

/** What organisations are called, by id. */
export async function namesOf(work: Work, ids: readonly string[]): Promise<Names> {
	const named = await nameOrganisations(work, [...new Set(ids)]);
	return Object.fromEntries([...named].map(([id, { name }]) => [id, name]));
}

/** Where a claim is, and what hands have had to do with it. */
export function handsOf(
	{ moves }: Standing,
	{ claim, offer }: { readonly claim: string; readonly offer: string | null },
) {
	const last = moves.findLast((move) => move.claim === claim);
	return {
		...{ offer, along: last !== undefined && last.along !== null, reason: last?.reason ?? null },
		moves: moves.filter(({ along }) => along === null).length,
	};
}

/** What moves by hand cost in all, and how many limits they exceed; null where there are none or nothing can be said. */
async function costOfMoves({ ask, edits }: Standing) {
	const cost = edits.length === 0 ? null : await ask("cost", { edits });
	return cost?.kind === "edited" ? cost : null;
}

/** The same as a page tells it: what takes longer than a page waits for is being worked out. */
export async function costForPage(standing: Standing) {
	const told = await readyWithin(costOfMoves(standing));
	return { cost: told?.cost ?? null, over: told?.exceeded.length ?? 0, making: told === undefined };
}
