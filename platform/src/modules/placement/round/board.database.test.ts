import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { makePeriodOf, makeSiteOf } from "../../../../test/make-placement.ts";
import { eventually, workOn } from "../../../../test/worker.ts";
import { newId, type Reading, type Work } from "../../../database/work.server.ts";
import { type Actor, system } from "../../../identity/actor.ts";
import { isOver } from "../../../job/rules.ts";
import { findJobRow } from "../../../job/store.server.ts";
import type { Outcome } from "../../../outcome.ts";
import { type BoardQuery, boardState, boardStudent, openStanding, readBoard, toldMoves } from "./board.server.ts";
import { runJob } from "./jobs.server.ts";
import { judgeAhead, lockClaim, moveClaim, undoMove, unlockClaim } from "./move.server.ts";
import type { AskRun } from "./opened/ask.server.ts";
import { readRun, requestRun } from "./run.server.ts";
import { handsOf } from "./run-view.server.ts";
import { createRound, readRound, removeHost } from "./service.server.ts";
import { placesReader } from "./since.server.ts";
import { type Trial, tryMove } from "./trial.server.ts";
import { listChecks, requestVerification, verifyJob } from "./verify.server.ts";
import { whyOf } from "./why.server.ts";
import "../../../registrations.server.ts";

const database = await openTestDatabase();
database.setNow("2026-11-20T09:00:00Z");

const values = {
	...{ name: "Vår 2027", firstDay: "2027-01-01", lastDay: "2027-06-30" },
	...{ wishesFrom: null, wishesUntil: null, wishesMost: 5, confirmBy: null },
};
const everything: BoardQuery = { search: "", municipality: "", course: "", full: "", page: 1 };

function finished<Value>(outcome: Outcome<Value>): Value {
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done;
}
const codes = (outcome: Outcome<unknown>) => (outcome.refused ?? []).map(({ code }) => code);
const as = <Value, Code extends string>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value, Code>>) =>
	database.commanding(actor, verb);
const read = <Value>(actor: Actor, verb: (work: Work) => Promise<Value>) => database.reading(actor, verb);

/** A round that has been run: three students, one place at A, one at B, two at C, and nobody has wished for anything. */
async function board() {
	const school = await makeOrganisation(database, { kind: "institution", name: `Høgskolen ${newId().slice(-6)}` });
	const host = await makeOrganisation(database);
	const owner = await makeActor(database, { organisation: school, roles: ["placement-coordinator"] });
	const colleague = await makeActor(database, { organisation: school, roles: ["placement-coordinator"] });
	const hosting = await makeActor(database, { organisation: host, roles: ["placement-coordinator"] });
	const { claims } = await makePeriodOf(database, school.id, { students: 3 });
	await makeSiteOf(database, host.id, { name: "Åsheim" });
	await makeSiteOf(database, host.id, { name: "Bakken" });
	await makeSiteOf(database, host.id, { name: "Solbakken", places: 2 });
	const roundId = finished(await as(owner, (work) => createRound(work, values, "institution"))).id;
	for (const { hostId } of (await read(owner, (work) => readRound(work, roundId)))?.hosts ?? [])
		if (hostId !== host.id) finished(await as(owner, (work) => removeHost(work, roundId, hostId)));
	await workOn(database, { jobs: [runJob, verifyJob] });
	const runId = await run(owner, roundId);
	const reading: Reading = (work) => read(owner, work);
	const asSystem = placesReader(database, school.id);
	const now = async () => {
		const standing = await openStanding(reading, runId);
		if (!standing) throw new Error("no run");
		return standing;
	};
	const seen = async () => (await now()).seen;
	const where = async (claim: string) => {
		const { rows } = await sites();
		return rows.find(({ students }) => students.some((one) => one.claim === claim))?.name ?? null;
	};
	const sites = async (query: Partial<BoardQuery> = {}) => {
		const { sites: rows, ...rest } = await readBoard(reading, asSystem, await now(), { ...everything, ...query }, "nb");
		return { rows, ...rest };
	};
	const trial = async (claim: string, to: Parameters<typeof tryMove>[4]) =>
		tryMove(reading, asSystem, await now(), claim, to);
	return { reading, now, owner, colleague, hosting, roundId, runId, claims, seen, sites, where, trial };
}

async function run(owner: Actor, roundId: string): Promise<string> {
	const { runId, jobId } = finished(await as(owner, (work) => requestRun(work, roundId, null)));
	await eventually(async () => {
		const job = await read(system("test"), (work) => findJobRow(work, jobId));
		return job && isOver(job.state) ? job : null;
	});
	return runId;
}

function edited(trial: Trial): Extract<Trial, { kind: "edited" }> {
	if (trial.kind !== "edited") throw new Error(trial.because);
	return trial;
}

describe("the board", () => {
	it("has sites with their students and free places, found by student, site and how full they are", async () => {
		const { reading, now, hosting, runId, sites, claims } = await board();
		const { rows, total, unplaced } = await sites();
		expect(total).toBe(3);
		expect(unplaced).toEqual({ total: 0, rows: [] });
		expect(rows.flatMap(({ students }) => students.map(({ student }) => student)).sort()).toEqual([
			...["Student 1", "Student 2", "Student 3"],
		]);
		expect(rows.reduce((sum, { places, taken }) => sum + places - taken, 0)).toBe(1);
		expect((await sites({ search: "åsheim" })).rows.map(({ name }) => name)).toEqual(["Åsheim"]);
		const found = (await sites({ search: "student 2" })).rows;
		expect(found).toHaveLength(1);
		expect(found[0]?.students.filter((one) => one.found).map(({ student }) => student)).toEqual(["Student 2"]);
		expect((await sites({ full: "free" })).rows.map(({ places, taken }) => places - taken)).toEqual([1]);
		expect((await sites({ course: "Et annet emne" })).total).toBe(0);
		expect((await sites({ page: 2 })).rows).toEqual([]);
		// The host of the places is no coordinator of this round.
		expect(await openStanding((work) => read(hosting, work), runId)).toBeUndefined();
		const one = await boardStudent(reading, await now(), claims[0]?.id ?? "");
		expect(one).toMatchObject({ student: "Student 1", locked: false, moved: false });
		// Two of one name are told apart by their numbers.
		await database.commanding(system("make"), async (work) => {
			await sql`update placement.student s set name = 'Ole Aas', search_name = 'ole aas',
					number = right(s.name, 1) from placement.claim c
				where c.id = any(${claims.slice(0, 2).map(({ id }) => id)}::uuid[])
					and s.organisation_id = c.organisation_id and s.id = c.student_id`.execute(work.db);
			return { done: undefined };
		});
		expect(await boardStudent(reading, await now(), claims[1]?.id ?? "")).toMatchObject({ student: "Ole Aas (2)" });
	});

	it("has no transaction open while the thread that has the run answers", async () => {
		const { owner, runId, sites } = await board();
		const { rows } = await sites();
		const claim = rows.flatMap(({ students }) => students)[0]?.claim ?? "";
		let under = 0;
		const reading: Reading = async (work) => {
			under++;
			return read(owner, work).finally(() => under--);
		};
		const standing = await openStanding(reading, runId);
		if (!standing) throw new Error("no run");
		const open: number[] = [];
		const ask: AskRun = (question, given) => {
			open.push(under);
			return standing.ask(question, given);
		};
		const watched = { ...standing, ask };
		await readBoard(reading, reading, watched, { ...everything, search: "student" }, "nb");
		await boardStudent(reading, watched, claim);
		await tryMove(reading, reading, watched, claim, { site: rows[0]?.id ?? "" });
		await whyOf(reading, watched, claim, { offer: null, along: false, reason: null, moves: 0 });
		expect(open.length).toBeGreaterThanOrEqual(5);
		expect(open.filter((count) => count > 0)).toEqual([]);
	});

	it("tells what a move costs and who must move along before anybody decides, and then does just that", async () => {
		const { reading, now, owner, runId, seen, sites, where, trial } = await board();
		const { rows } = await sites();
		const full = rows.find(({ places, taken }) => taken === places && places === 1);
		const crowded = rows.filter(({ students }) => students.length > 0);
		const mover = crowded.find(({ id }) => id !== full?.id)?.students[0];
		if (!full || !mover) throw new Error("every site is empty");
		const tried = edited(await trial(mover.claim, { site: full.id }));
		expect(tried).toMatchObject({ site: full.name, exceeded: [{ name: full.name, count: 2, places: 1 }] });
		expect(tried.best?.along.length).toBeGreaterThan(0);
		expect(tried.best?.cost.places).toBe(0);
		const along = tried.best?.along.map(({ claim }) => claim) ?? [];
		const [offer, before] = [tried.offer, await seen()];
		await judgeAhead(reading, runId, mover.claim, offer);
		// Alone there is not room, and nobody is moved who was not shown.
		const move = (others: readonly string[], at = before) =>
			as(owner, (work) => moveClaim(work, runId, mover.claim, offer, at, others, "Bor på Åsheim."));
		expect(codes(await move([]))).toEqual(["no-room"]);
		expect(codes(await move([mover.claim]))).toEqual(["changed-by-another"]);
		finished(await move(along));
		expect(await where(mover.claim)).toBe(full.name);
		for (const one of tried.best?.along ?? []) expect(await where(one.claim)).toBe(one.to);
		expect((await sites()).rows.every(({ over }) => !over)).toBe(true);
		const standing = await now();
		const told = { state: await boardState(standing), moves: await toldMoves(reading, standing, 10) };
		expect(told.state).toMatchObject({ moves: 1 + along.length, over: 0 });
		expect(told.moves).toMatchObject([
			{ claim: mover.claim, to: full.name, along: along.length, reason: "Bor på Åsheim." },
		]);
		// The reason is told with the place; who moved along learns that it was to make room, and nobody else's reason.
		const why = async (claim: string) => {
			const row = await standing.ask("row", { edits: standing.edits, claim });
			return row && whyOf(reading, standing, claim, handsOf(standing, row));
		};
		expect(await why(mover.claim)).toMatchObject({ moves: 1, byHand: { along: false, reason: "Bor på Åsheim." } });
		expect(await why(along[0] ?? "")).toMatchObject({ moves: 1, byHand: { along: true, reason: null } });
		// Undone, everybody is back: those who moved along too.
		finished(
			await as(owner, async (work) => undoMove(work, runId, told.moves[0]?.number ?? 0, before + 1 + along.length)),
		);
		expect((await sites()).rows).toEqual(rows);
	});

	it("tells of places that have been taken since the run, on the board and before a move", async () => {
		const { owner, claims, runId, seen, sites, where, trial } = await board();
		const before = await sites();
		expect(before.rows.every(({ changed }) => !changed)).toBe(true);
		const [free] = (await sites({ full: "free" })).rows;
		const mover = claims.find(({ id }) => !free?.students.some(({ claim }) => claim === id))?.id ?? "";
		expect(edited(await trial(mover, { site: free?.id ?? "" })).lost).toBe(false);
		// The site answers anew, that it can take one fewer.
		await database.commanding(system("make"), async (work) => {
			await sql`update placement.offer set places = places - 1 where site_id = ${free?.id ?? ""}`.execute(work.db);
			return { done: undefined };
		});
		const after = await sites();
		expect(after.rows.filter(({ changed }) => changed)).toMatchObject([
			{ id: free?.id, places: (free?.places ?? 0) - 1, free: 0, over: false },
		]);
		expect(after.rows.filter(({ changed }) => !changed)).toEqual(before.rows.filter(({ id }) => id !== free?.id));
		const tried = edited(await trial(mover, { site: free?.id ?? "" }));
		expect(tried.lost).toBe(true);
		// It is the coordinator's to decide: the plan says so until there is room.
		finished(await as(owner, async (work) => moveClaim(work, runId, mover, tried.offer, await seen())));
		expect(await where(mover)).toBe(free?.name);
		expect((await sites()).rows.find(({ id }) => id === free?.id)).toMatchObject({ changed: true, over: true });
	});

	it("takes a place away and gives it back, at a cost that is that of the last move alone", async () => {
		const { owner, runId, claims, seen, sites, trial } = await board();
		const [first, second] = [claims[0]?.id ?? "", claims[1]?.id ?? ""];
		const away = edited(await trial(first, { offer: null }));
		expect(away).toMatchObject({ site: null, exceeded: [], cost: { places: 1 }, best: null });
		finished(await as(owner, async (work) => moveClaim(work, runId, first, null, await seen())));
		expect((await sites()).unplaced).toMatchObject({ total: 1, rows: [{ claim: first, moved: true }] });
		expect(edited(await trial(second, { offer: null })).cost.places).toBe(1);
		const [free] = (await sites({ full: "free" })).rows;
		expect(edited(await trial(first, { site: free?.id ?? "" })).cost.places).toBe(-1);
		expect(await trial(first, { site: newId() })).toEqual({ kind: "refused", because: "nothing-here" });
	});

	it("lets the later of two coordinators see what the first did, and overwrites nothing", async () => {
		const { owner, colleague, runId, claims, seen, sites } = await board();
		const [first, second] = [claims[0]?.id ?? "", claims[1]?.id ?? ""];
		const both = await seen();
		finished(await as(owner, (work) => moveClaim(work, runId, first, null, both)));
		expect(codes(await as(colleague, (work) => moveClaim(work, runId, second, null, both)))).toEqual([
			"changed-by-another",
		]);
		expect((await sites()).unplaced.rows.map(({ claim }) => claim)).toEqual([first]);
		expect(codes(await as(colleague, (work) => undoMove(work, runId, 1, both)))).toEqual(["changed-by-another"]);
		const outcomes = await Promise.all([
			as(owner, (work) => moveClaim(work, runId, second, null, both + 1)),
			as(colleague, (work) => moveClaim(work, runId, claims[2]?.id ?? "", null, both + 1)),
		]);
		expect(outcomes.map(codes).sort()).toEqual([[], ["changed-by-another"]]);
	});

	it("keeps a locked student where the lock says, by hand and in the next run", async () => {
		const { reading, owner, roundId, runId, claims, seen, sites, where, trial } = await board();
		const { rows } = await sites();
		const full = rows.find(({ taken, places }) => taken === places && places === 1);
		const held = full?.students[0]?.claim ?? "";
		finished(await as(owner, (work) => lockClaim(work, runId, held)));
		expect(codes(await as(owner, async (work) => moveClaim(work, runId, held, null, await seen())))).toEqual([
			"locked-here",
		]);
		// Nor does it move along for somebody else: there is no way to make room.
		const other = claims.find(({ id }) => id !== held)?.id ?? "";
		const tried = edited(await trial(other, { site: full?.id ?? "" }));
		expect(tried.exceeded).toHaveLength(1);
		expect(tried.best).toBeNull();
		const again = await run(owner, roundId);
		const offerIn = (id: string) =>
			openStanding(reading, id).then((standing) => standing?.ask("row", { edits: [], claim: held }));
		expect(await where(held)).toBe(full?.name);
		const next = await offerIn(again);
		expect(next?.offer).toEqual(expect.any(String));
		expect(next?.offer).toBe((await offerIn(runId))?.offer);
		expect(await read(owner, (work) => readRun(work, again))).toMatchObject({ placed: 3 });
		finished(await as(owner, (work) => unlockClaim(work, runId, held)));
		finished(await as(owner, async (work) => moveClaim(work, runId, held, null, await seen())));
	});
});

describe("a run checked again", () => {
	it("is gone through by the separate checker when somebody asks, who is told with when", async () => {
		const { owner, hosting, runId } = await board();
		expect(codes(await as(hosting, (work) => requestVerification(work, runId)))).toEqual(["run-missing"]);
		const { jobId } = finished(await as(owner, (work) => requestVerification(work, runId)));
		const over = await eventually(async () => {
			const job = await read(system("test"), (work) => findJobRow(work, jobId));
			return job && isOver(job.state) ? job : null;
		});
		expect(over).toMatchObject({ state: "done" });
		const checks = await read(owner, async (work) => {
			const run = await readRun(work, runId);
			return run ? listChecks(work, run) : [];
		});
		expect(checks).toMatchObject([{ byName: owner.name, flaws: [], withProof: true }]);
		expect(checks[0]?.at.toISOString()).toBe("2026-11-20T09:00:00.000Z");
	});
});
