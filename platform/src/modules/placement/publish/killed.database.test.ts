import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { makePeriodOf, makeSiteOf } from "../../../../test/make-placement.ts";
import { startMortalPlacement } from "../../../../test/mortal.ts";
import { eventually, workOn } from "../../../../test/worker.ts";
import { newId, type Work } from "../../../database/work.server.ts";
import { type Actor, system } from "../../../identity/actor.ts";
import { isOver } from "../../../job/rules.ts";
import { findJobRow } from "../../../job/store.server.ts";
import type { Outcome } from "../../../outcome.ts";
import { usualRules } from "../allocate/contract.ts";
import { runJob } from "../round/jobs.server.ts";
import { chooseRun, readRun, requestRun } from "../round/run.server.ts";
import { changeRules, createRound, readRound, removeHost } from "../round/service.server.ts";
import { publishJob } from "./jobs.server.ts";
import { previewPublication } from "./preview.server.ts";
import { requestPublication } from "./publication.server.ts";
import "../../../registrations.server.ts";
import { mailing } from "./test/region.ts";

const database = await openTestDatabase();
database.setNow("2026-11-20T09:00:00Z");

/** As many as a region has. */
const students = 1500;
const sites = 10;

function finished<Value>(outcome: Outcome<Value>): Value {
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done;
}
const as = <Value, Code extends string>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value, Code>>) =>
	database.commanding(actor, verb);
const read = <Value>(actor: Actor, verb: (work: Work) => Promise<Value>) => database.reading(actor, verb);
const find = (id: string) => read(system("test"), (work) => findJobRow(work, id));
const over = (id: string) =>
	eventually(async () => {
		const job = await find(id);
		return job && isOver(job.state) ? job : null;
	});

/** A round of a region that is ready to be run. */
async function region() {
	const school = await makeOrganisation(database, { kind: "institution", name: `Høgskolen ${newId().slice(-6)}` });
	const host = await makeOrganisation(database);
	const owner = await makeActor(database, { organisation: school, roles: ["placement-coordinator"] });
	await makePeriodOf(database, school.id, { students, email: (at) => `student${at}@example.no` });
	for (let at = 0; at < sites; at++)
		await makeSiteOf(database, host.id, { name: `Sted ${at}`, places: students / sites });
	const values = {
		...{ name: "Vår 2027", firstDay: "2027-01-01", lastDay: "2027-06-30" },
		...{ wishesFrom: null, wishesUntil: null, wishesMost: 5, confirmBy: "2026-12-20" },
	};
	const { id: roundId } = finished(await as(owner, (work) => createRound(work, values, "institution")));
	for (const { hostId } of (await read(owner, (work) => readRound(work, roundId)))?.hosts ?? [])
		if (hostId !== host.id) finished(await as(owner, (work) => removeHost(work, roundId, hostId)));
	// Somebody lives far away: everybody has a place all the same.
	finished(await as(owner, (work) => changeRules(work, roundId, 1, { ...usualRules, travelCap: null })));
	const counts = async () => {
		const { rows } = await read(system("test"), (work) =>
			sql<{ placements: number; publications: number; mails: number; links: number }>`select
				(select count(*)::int from placement.placement where round_id = ${roundId}) placements,
				(select count(*)::int from placement.publication where round_id = ${roundId}) publications,
				(select count(*)::int from notice.mail where organisation_id = ${school.id}) mails,
				(select count(*)::int from identity.link_token where organisation_id = ${school.id}) links`.execute(work.db),
		);
		return rows[0];
	};
	return { owner, roundId, counts };
}

async function publishable() {
	const made = await region();
	const { owner, roundId } = made;
	const worker = await workOn(database, { jobs: [runJob] });
	const { runId, jobId } = finished(await as(owner, (work) => requestRun(work, roundId, null)));
	expect(await over(jobId)).toMatchObject({ state: "done" });
	await worker.stop();
	finished(await as(owner, (work) => chooseRun(work, runId)));
	return { ...made, runId };
}

const nothing = { placements: 0, publications: 0, mails: 0, links: 0 };
const everything = { placements: students, publications: 1, mails: students + sites, links: students + sites };

describe("a worker killed (kill -9) with 1,500 students", () => {
	it("in the middle of a run: another makes the run, once, and the round is as it was until then", {
		timeout: 180_000,
	}, async () => {
		const { owner, roundId } = await region();
		const { runId, jobId } = finished(await as(owner, (work) => requestRun(work, roundId, null)));
		expect(await startMortalPlacement(database, "allocate").ended).toBe("SIGKILL");
		expect(await find(jobId)).toMatchObject({ state: "running" });
		const left = await read(owner, (work) => readRun(work, runId));
		expect(left).toMatchObject({ state: "waiting", placed: null });
		await workOn(database, { jobs: [runJob, publishJob] }, { env: mailing });
		const job = await over(jobId);
		expect(job).toMatchObject({ state: "done" });
		expect(job.attempt).toBeGreaterThan(1);
		expect(await read(owner, (work) => readRun(work, runId))).toMatchObject({ state: "done", placed: students });
		expect((await read(owner, (work) => readRound(work, roundId)))?.runs).toHaveLength(1);
	});

	it("with all placements written and nobody told: nothing is out, and then all of it, once", {
		timeout: 180_000,
	}, async () => {
		const { owner, roundId, counts } = await publishable();
		const { jobId } = finished(await as(owner, (work) => requestPublication(work, roundId)));
		expect(await startMortalPlacement(database, "tell").ended).toBe("SIGKILL");
		expect(await find(jobId)).toMatchObject({ state: "running" });
		expect(await counts()).toEqual(nothing);
		expect((await read(owner, (work) => readRound(work, roundId)))?.round).toMatchObject({ publication: 0 });
		await workOn(database, { jobs: [runJob, publishJob] }, { env: mailing });
		const job = await over(jobId);
		expect(job).toMatchObject({ state: "done" });
		expect(job.attempt).toBeGreaterThan(1);
		expect(await counts()).toEqual(everything);
	});
});

describe("1,500 placements published twice at once", () => {
	it("are made once, everybody is told once, and the second is told why not", { timeout: 180_000 }, async () => {
		const { owner, roundId, counts } = await publishable();
		expect(await read(owner, (work) => previewPublication((verb) => verb(work), database, roundId))).toMatchObject({
			...{ changes: { added: students, changed: 0, removed: 0, kept: 0 }, overbooked: [], unplaced: 0 },
		});
		const ask = async () => finished(await as(owner, (work) => requestPublication(work, roundId))).jobId;
		const asked = [await ask(), await ask()];
		await workOn(database, { jobs: [runJob, publishJob] }, { env: mailing });
		const jobs = await Promise.all(asked.map(over));
		expect(jobs.map(({ state }) => state).sort()).toEqual(["done", "failed"]);
		expect(await counts()).toEqual(everything);
	});
});
