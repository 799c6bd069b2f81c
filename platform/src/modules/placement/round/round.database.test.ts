import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { makePeriodOf, makeSiteOf } from "../../../../test/make-placement.ts";
import { eventually, workOn } from "../../../../test/worker.ts";
import { newId, type Work } from "../../../database/work.server.ts";
import { type Actor, system } from "../../../identity/actor.ts";
import { isOver } from "../../../job/rules.ts";
import { cancelJob } from "../../../job/service.server.ts";
import { findJobRow } from "../../../job/store.server.ts";
import type { Outcome } from "../../../outcome.ts";
import { type RunCertificate, type RunResult, type Snapshot, usualRules } from "../allocate/contract.ts";
import { addClaim, createCounted, createStudent, withdrawClaim } from "../roster/service.server.ts";
import { runJob } from "./jobs.server.ts";
import { unpacked } from "./pack.server.ts";
import { chooseRun, deleteRun, readRun, requestRun } from "./run.server.ts";
import { findRunContent } from "./run.store.server.ts";
import {
	addParties,
	changeRound,
	changeRules,
	choosePeriods,
	createRound,
	listRounds,
	readRound,
	removeHost,
} from "./service.server.ts";
import { readSnapshot } from "./snapshot.server.ts";
import { findRound } from "./store.server.ts";
import "../../../registrations.server.ts";

const database = await openTestDatabase();
database.setNow("2026-11-20T09:00:00Z");

type Organisation = Awaited<ReturnType<typeof makeOrganisation>>;
const values = {
	...{ name: "Vår 2027", firstDay: "2027-01-01", lastDay: "2027-06-30" },
	...{ wishesFrom: "2026-12-01", wishesUntil: "2026-12-15", wishesMost: 5, confirmBy: "2027-01-05" },
};

function finished<Value>(outcome: Outcome<Value>): Value {
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done;
}
const codes = (outcome: Outcome<unknown>) => (outcome.refused ?? []).map(({ code }) => code);
const as = <Value, Code extends string>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value, Code>>) =>
	database.commanding(actor, verb);
const read = <Value>(actor: Actor, verb: (work: Work) => Promise<Value>) => database.reading(actor, verb);
const coordinator = (organisation: Organisation) =>
	makeActor(database, { organisation, roles: ["placement-coordinator"] });
const institution = () => makeOrganisation(database, { kind: "institution", name: `Høgskolen ${newId().slice(-6)}` });
const begin = async (actor: Actor, kind: string, given: Partial<typeof values> = {}) =>
	finished(await as(actor, (work) => createRound(work, { ...values, ...given }, kind))).id;

/** An institution with students, a municipality with two sites, and a round of theirs. */
async function region(students = 4) {
	const [school, host] = [await institution(), await makeOrganisation(database)];
	const [owner, hosting] = [await coordinator(school), await coordinator(host)];
	const period = await makePeriodOf(database, school.id, { students });
	const sites = [await makeSiteOf(database, host.id, { places: 2 }), await makeSiteOf(database, host.id)] as const;
	return { school, host, owner, hosting, period, sites, roundId: await begin(owner, "institution") };
}

function over(jobId: string) {
	return eventually(async () => {
		const job = await read(system("test"), (work) => findJobRow(work, jobId));
		return job && isOver(job.state) ? job : null;
	});
}

/** Runs a round as its owner, in the thread a worker gives it. */
async function ran(owner: Actor, roundId: string, name: string | null = null): Promise<string> {
	const { runId, jobId } = finished(await as(owner, (work) => requestRun(work, roundId, name)));
	const job = await over(jobId);
	expect(job).toMatchObject({ state: "done" });
	return runId;
}

describe("a round", () => {
	it("begins with the owner's periods within its days and every host with places then", async () => {
		const { owner, school, host, period, sites, roundId } = await region();
		await makePeriodOf(database, school.id, { students: 1, firstDay: "2027-06-01", lastDay: "2027-08-01" });
		await makeSiteOf(database, host.id, { state: "answered", places: 50 });
		const page = await read(owner, (work) => readRound(work, roundId));
		expect(page?.periods.filter(({ included }) => included)).toMatchObject([
			{ id: period.id, claims: 4, withWishes: 0 },
		]);
		expect(page?.periods).toHaveLength(2);
		// The database holds places of other tests' hosts too, and those are in it all the same.
		expect(page?.hosts.find(({ hostId }) => hostId === host.id)).toMatchObject({ sites: sites.length, places: 3 });
		expect(page?.round.state).toBe("preparing");
	});

	it("is changed with the version that was read, and refused where its days cannot be", async () => {
		const { owner, roundId } = await region(1);
		const change = (version: number, given: Partial<typeof values> = {}) =>
			as(owner, (work) => changeRound(work, roundId, { ...values, ...given, version }));
		expect(codes(await change(1, { lastDay: "2026-12-31" }))).toEqual(["ends-before-start"]);
		expect(codes(await change(1, { wishesUntil: "2026-11-30" }))).toEqual(["wishes-end-before-start"]);
		finished(await change(1, { name: "Våren" }));
		expect(codes(await change(1, { name: "Høsten" }))).toEqual(["changed-by-another"]);
		const rules = { ...usualRules, travelCap: 45 };
		expect(codes(await as(owner, (work) => changeRules(work, roundId, 1, rules)))).toEqual(["changed-by-another"]);
		finished(await as(owner, (work) => changeRules(work, roundId, 2, rules)));
		const page = await read(owner, (work) => readRound(work, roundId));
		expect(page?.round).toMatchObject({ name: "Våren", rules: { travelCap: 45 }, version: 3 });
	});

	it("is told in the list as on its page: wishes open on their day and not before", async () => {
		const { owner, roundId } = await region(1);
		const state = async () => {
			const { rows } = await read(owner, (work) => listRounds(work, {}));
			const page = await read(owner, (work) => readRound(work, roundId));
			expect(rows).toHaveLength(1);
			expect(rows[0]?.state).toBe(page?.round.state);
			return rows[0]?.state;
		};
		expect(await state()).toBe("preparing");
		database.setNow("2026-12-05T09:00:00Z");
		expect(await state()).toBe("wishes");
		database.setNow("2026-12-16T09:00:00Z");
		expect(await state()).toBe("allocating");
		database.setNow("2026-11-20T09:00:00Z");
	});

	it("takes no period that is in another, nor one that somebody else keeps", async () => {
		const { owner, school, period, roundId } = await region(2);
		const other = await begin(owner, "institution", { name: "En annen" });
		const page = await read(owner, (work) => readRound(work, other));
		expect(page?.periods.filter(({ included }) => included)).toEqual([]);
		const choose = (round: string, periods: readonly string[]) =>
			as(owner, (work) => choosePeriods(work, round, periods));
		expect(codes(await choose(other, [period.id]))).toEqual(["period-elsewhere"]);
		const theirs = await makePeriodOf(database, (await institution()).id, { students: 1 });
		expect(codes(await choose(roundId, [period.id, theirs.id]))).toEqual(["period-not-yours"]);
		// Out of the one, the period and its students may go into the other.
		finished(await choose(roundId, []));
		finished(await choose(other, [period.id]));
		const claims = await read(owner, (work) =>
			work.db.selectFrom("placement.claim").select("round_id").where("organisation_id", "=", school.id).execute(),
		);
		expect(claims.map((claim) => claim.round_id)).toEqual([other, other]);
	});

	it("has parties that bring their own periods, and nobody else's", async () => {
		const { owner, hosting, period, roundId } = await region(1);
		const guest = await institution();
		const guesting = await coordinator(guest);
		const brought = await makePeriodOf(database, guest.id, { students: 3 });
		const bring = (periods: readonly string[]) => as(guesting, (work) => choosePeriods(work, roundId, periods));
		expect(codes(await bring([brought.id]))).toEqual(["missing"]);
		expect(await read(guesting, (work) => readRound(work, roundId))).toBeUndefined();
		finished(await as(owner, (work) => addParties(work, roundId, "institution", [guest.id])));
		expect(codes(await bring([brought.id, period.id]))).toEqual(["period-not-yours"]);
		finished(await bring([brought.id]));
		const page = await read(owner, (work) => readRound(work, roundId));
		const included = page?.periods.filter((row) => row.included).map(({ id, claims }) => [id, claims]);
		expect(included).toEqual(
			expect.arrayContaining([
				[period.id, 1],
				[brought.id, 3],
			]),
		);
		// A party sees the round and what it may do there; the runs are the owner's.
		const theirs = await read(guesting, (work) => readRound(work, roundId));
		expect(theirs).toMatchObject({ can: { run: false, bring: true }, runs: [], otherHosts: [] });
		expect(codes(await as(guesting, (work) => requestRun(work, roundId, null)))).toEqual(["missing"]);
		// How many others have is not known to it, which is not none; to the host, of nobody.
		const listed = async (actor: Actor) =>
			(await read(actor, (work) => listRounds(work, {}))).rows.filter(({ id }) => id === roundId);
		expect(await listed(guesting)).toMatchObject([{ claims: 3, withoutWishes: 3 }]);
		expect(await listed(hosting)).toMatchObject([{ claims: null, withoutWishes: null }]);
		expect(new Map(theirs?.periods.map(({ id, claims, withWishes }) => [id, [claims, withWishes]]))).toEqual(
			new Map([
				[period.id, [null, null]],
				[brought.id, [3, 0]],
			]),
		);
		finished(await bring([]));
		expect((await read(owner, (work) => readRound(work, roundId)))?.periods.filter((row) => row.included)).toHaveLength(
			1,
		);
	});

	it("is followed by students who come to a period later, and by their wishes", async () => {
		const { host, owner, school, period, roundId } = await region(1);
		const late = finished(
			await as(owner, (work) =>
				createStudent(work, {
					...{ institutionId: school.id, name: "Sen Student", number: null, email: null, phone: null, programme: null },
					...{ profession: null, yearOfStudy: 2, postcode: null, travel: "car" as const, language: null },
				}),
			),
		);
		const need = { periodId: period.id, priority: 1, priorityReason: null };
		const { id } = finished(await as(owner, (work) => addClaim(work, late.id, need)));
		const claim = await read(owner, (work) =>
			work.db
				.selectFrom("placement.claim")
				.select(["round_id", "round_owner_id", "version"])
				.where("id", "=", id)
				.execute(),
		);
		expect(claim).toMatchObject([{ round_id: roundId, round_owner_id: school.id }]);
		const snapshot = () =>
			read(system("test", school.id), async (work) => {
				const round = await findRound(work, roundId);
				return round && readSnapshot(work, round);
			});
		const claims = async () => (await snapshot())?.claims.length;
		// A site nobody has said the municipality of is in that of the municipality that has it.
		await database.commanding(system("make"), async (work) => {
			const identity = work.db.updateTable("organisation.identity").set({ municipality_number: "5053" });
			await identity.where("organisation_id", "=", host.id).execute();
			return { done: undefined };
		});
		const sites = (await snapshot())?.sites.filter(({ hostId }) => hostId === host.id) ?? [];
		expect(new Set(sites.map(({ municipality }) => municipality))).toEqual(new Set(["5053"]));
		expect(await claims()).toBe(2);
		finished(await as(owner, (work) => withdrawClaim(work, id, claim[0]?.version ?? 0)));
		expect(await claims()).toBe(1);
		finished(await as(owner, (work) => addClaim(work, late.id, need)));
		expect(await claims()).toBe(2);
		// Wishes come along when the period goes elsewhere.
		await database.commanding(system("make", school.id), async (work) => {
			await work.db
				.insertInto("placement.wish")
				.values({
					...{ organisation_id: school.id, claim_id: id, rank: 1, kind: "county", target: "50" },
					...{ stated_at: work.now, stated_by: "student", round_owner_id: school.id },
				})
				.execute();
			return { done: undefined };
		});
		finished(await as(owner, (work) => choosePeriods(work, roundId, [])));
		const wish = () =>
			read(owner, (work) =>
				work.db.selectFrom("placement.wish").select("round_owner_id").where("claim_id", "=", id).execute(),
			);
		expect(await wish()).toEqual([{ round_owner_id: null }]);
		finished(await as(owner, (work) => choosePeriods(work, roundId, [period.id])));
		expect(await wish()).toEqual([{ round_owner_id: school.id }]);
	});

	it("is nobody else's: another organisation, and a lesser role", async () => {
		const { school, host, period, roundId } = await region(1);
		const stranger = await coordinator(await institution());
		const teacher = await makeActor(database, { organisation: school, roles: ["teacher"] });
		for (const [actor, code] of [
			[stranger, "missing"],
			[teacher, "not-allowed"],
		] as const) {
			const refusals = [
				await as(actor, (work) => changeRound(work, roundId, { ...values, version: 1 })),
				await as(actor, (work) => changeRules(work, roundId, 1, usualRules)),
				await as(actor, (work) => addParties(work, roundId, "host", [host.id])),
				await as(actor, (work) => removeHost(work, roundId, host.id)),
				await as(actor, (work) => choosePeriods(work, roundId, [period.id])),
				await as(actor, (work) => requestRun(work, roundId, null)),
			];
			for (const refusal of refusals) expect(codes(refusal)).toEqual([code]);
		}
		expect(codes(await as(teacher, (work) => createRound(work, values, "institution")))).toEqual(["not-allowed"]);
		expect(await read(stranger, (work) => readRound(work, roundId))).toBeUndefined();
		expect((await read(stranger, (work) => listRounds(work, {}))).total).toBe(0);
	});
});

describe("a run", () => {
	it("is refused by name where there is nothing to allocate, or nowhere to go", async () => {
		const school = await institution();
		const owner = await coordinator(school);
		const host = await makeOrganisation(database);
		const roundId = await begin(owner, "institution");
		const ask = () => as(owner, (work) => requestRun(work, roundId, null));
		expect(codes(await ask())).toEqual(["no-periods"]);
		const empty = await makePeriodOf(database, school.id);
		finished(await as(owner, (work) => choosePeriods(work, roundId, [empty.id])));
		expect(codes(await ask())).toEqual(["no-claims"]);
		const full = await makePeriodOf(database, school.id, { students: 1 });
		finished(await as(owner, (work) => choosePeriods(work, roundId, [empty.id, full.id])));
		const hosts = (await read(owner, (work) => readRound(work, roundId)))?.hosts ?? [];
		for (const { hostId } of hosts) finished(await as(owner, (work) => removeHost(work, roundId, hostId)));
		expect(codes(await ask())).toEqual(["no-offers"]);
		finished(await as(owner, (work) => addParties(work, roundId, "host", [host.id])));
		await makeSiteOf(database, school.id, { hostId: host.id, state: "answered" });
		expect(codes(await ask())).toEqual(["no-offers"]);
	});

	it("is tried with places that are not there, another cap and another aim: for itself alone, and never chosen", async () => {
		const { owner, host, sites, roundId } = await region(4);
		await onlyHost(owner, roundId, host.id);
		await workOn(database, { jobs: [runJob] });
		const [{ offerId }] = sites;
		const ask = (places: number, id = offerId) =>
			as(owner, (work) => requestRun(work, roundId, null, { supposed: [{ offerId: id, places }] }));
		expect((await ask(-3)).refused).toEqual([{ code: "fewer-than-none", field: `places.${offerId}` }]);
		expect(codes(await ask(1, newId()))).toEqual(["offer-unknown"]);
		const { runId, jobId } = finished(
			await as(owner, (work) =>
				requestRun(work, roundId, null, { travelCap: 45, aim: "bottleneck", supposed: [{ offerId, places: 1 }] }),
			),
		);
		expect(await over(jobId)).toMatchObject({ state: "done" });
		expect(await read(owner, (work) => readRun(work, runId))).toMatchObject({
			...{ name: "Beregning 1, tenkte plasser", claims: 4, placed: 4, rules: { travelCap: 45, aim: "bottleneck" } },
			supposed: [{ offerId, places: 1, site: "Solbakken sykehjem", hostId: host.id }],
		});
		const snapshot = await read(owner, async (work) => {
			const run = await readRun(work, runId);
			const content = run && (await findRunContent(work, run));
			return content && unpacked<Snapshot>(content.snapshot);
		});
		expect(snapshot).toMatchObject({ supposed: [{ offer: offerId, places: 1 }], rules: { travelCap: 45 } });
		expect(codes(await as(owner, (work) => chooseRun(work, runId)))).toEqual(["run-supposed"]);
		const page = await read(owner, (work) => readRound(work, roundId));
		expect(page?.round).toMatchObject({ chosenRunId: null, rules: usualRules });
		expect(await read(owner, (work) => readRun(work, runId))).toMatchObject({ chosen: false });
		// The next run counts the places there are.
		const next = await ran(owner, roundId);
		expect(await read(owner, (work) => readRun(work, next))).toMatchObject({ placed: 3, supposed: [] });
	});

	it("is done in a thread, with plan, proof and measures kept; two side by side; one is chosen", async () => {
		const { owner, hosting, host, sites, roundId } = await region(4);
		await onlyHost(owner, roundId, host.id);
		await workOn(database, { jobs: [runJob] });
		const first = await as(owner, (work) => requestRun(work, roundId, "Som vanlig"));
		const second = await as(owner, (work) => requestRun(work, roundId, null));
		await Promise.all([over(finished(first).jobId), over(finished(second).jobId)]);
		const runs = (await read(owner, (work) => readRound(work, roundId)))?.runs;
		expect(runs).toMatchObject([
			{ number: 2, name: "Beregning 2", state: "done", holds: "optimal", claims: 4, placed: 3, chosen: false },
			{ number: 1, name: "Som vanlig", state: "done", holds: "optimal", claims: 4, placed: 3, chosen: false },
		]);
		const [runId, otherId] = [finished(first).runId, finished(second).runId];
		const [one, other] = await read(owner, async (work) =>
			Promise.all(
				[runId, otherId].map(async (id) => {
					const run = await readRun(work, id);
					const content = run && (await findRunContent(work, run));
					return (
						content && {
							snapshot: await unpacked<Snapshot>(content.snapshot),
							result: await unpacked<RunResult>(content.plan),
							certificate: await unpacked<RunCertificate>(content.certificate),
						}
					);
				}),
			),
		);
		expect(one?.result.flaws).toEqual([]);
		expect(one?.certificate.result?.status).toBe("optimal");
		expect(one?.result.snapshotHash).toBe(other?.result.snapshotHash);
		expect(one?.result.plan).toEqual(other?.result.plan);
		expect(new Set(one?.snapshot.offers.map(({ id }) => id))).toEqual(new Set(sites.map(({ offerId }) => offerId)));
		expect(JSON.stringify(one?.snapshot)).not.toContain("Student 1");

		finished(await as(owner, (work) => chooseRun(work, runId)));
		expect(codes(await as(owner, (work) => deleteRun(work, runId)))).toEqual(["run-kept"]);
		finished(await as(owner, (work) => chooseRun(work, otherId)));
		finished(await as(owner, (work) => deleteRun(work, runId)));
		expect(await read(owner, (work) => readRun(work, runId))).toBeUndefined();
		expect(codes(await as(owner, (work) => chooseRun(work, runId)))).toEqual(["run-missing"]);
		// A host of the round sees neither runs, claims nor wishes; the database itself says so.
		expect(await read(hosting, (work) => readRun(work, otherId))).toBeUndefined();
		expect(codes(await as(hosting, (work) => chooseRun(work, otherId)))).toEqual(["run-missing"]);
		const seen = await read(hosting, async (work) => {
			const { rows } = await sql<{
				rounds: number;
				runs: number;
				claims: number;
				wishes: number;
				students: number;
			}>`select
				(select count(*)::int from placement.round where id = ${roundId}) rounds, (select count(*)::int from placement.run) runs,
				(select count(*)::int from placement.claim) claims, (select count(*)::int from placement.wish) wishes,
				(select count(*)::int from placement.student) students`.execute(work.db);
			return rows[0];
		});
		expect(seen).toEqual({ rounds: 1, runs: 0, claims: 0, wishes: 0, students: 0 });
	});

	it("cancelled halfway leaves the round as it was", async () => {
		const { owner, host, roundId } = await region(3);
		await onlyHost(owner, roundId, host.id);
		const { jobId, runId } = finished(await as(owner, (work) => requestRun(work, roundId, null)));
		expect(codes(await as(owner, (work) => chooseRun(work, runId)))).toEqual(["run-not-done"]);
		finished(await as(owner, (work) => cancelJob(work, jobId)));
		await workOn(database, { jobs: [runJob] });
		expect(await over(jobId)).toMatchObject({ state: "cancelled" });
		const page = await read(owner, (work) => readRound(work, roundId));
		expect(page?.runs).toMatchObject([{ state: "stopped", placed: null, chosen: false }]);
		expect(page?.round).toMatchObject({ version: 1, chosenRunId: null, publication: 0 });
		expect(codes(await as(owner, (work) => chooseRun(work, runId)))).toEqual(["run-not-done"]);
		// And the next run is as if nothing had happened.
		const again = await ran(owner, roundId);
		expect(await read(owner, (work) => readRun(work, again))).toMatchObject({ number: 2, placed: 3 });
	});
});

describe("alone", () => {
	it("a municipality allocates the students it has been told the number of, over its own sites", async () => {
		const [school, host] = [await institution(), await makeOrganisation(database)];
		const hosting = await coordinator(host);
		const period = await makePeriodOf(database, host.id, { institutionId: school.id });
		finished(await as(hosting, (work) => createCounted(work, { periodId: period.id, count: 5 })));
		await makeSiteOf(database, host.id, { state: "approved", places: 3 });
		await makeSiteOf(database, host.id, { state: "published", places: 1 });
		const roundId = await begin(hosting, "municipality");
		await workOn(database, { jobs: [runJob] });
		const runId = await ran(hosting, roundId);
		expect(await read(hosting, (work) => readRun(work, runId))).toMatchObject({
			claims: 5,
			placed: 4,
			holds: "optimal",
		});
		const page = await read(hosting, (work) => readRound(work, roundId));
		expect(page?.hosts).toMatchObject([{ hostId: host.id, sites: 2, places: 4 }]);
	});

	it("an institution allocates its students over places it has written down for municipalities not on board", async () => {
		const [school, host] = [await institution(), await makeOrganisation(database)];
		const owner = await coordinator(school);
		await makePeriodOf(database, school.id, { students: 3 });
		await makeSiteOf(database, school.id, { hostId: host.id, state: "approved", places: 2 });
		const roundId = await begin(owner, "institution");
		await onlyHost(owner, roundId, host.id);
		await workOn(database, { jobs: [runJob] });
		const runId = await ran(owner, roundId);
		expect(await read(owner, (work) => readRun(work, runId))).toMatchObject({ claims: 3, placed: 2 });
	});
});

/** The database of these tests has many hosts with places; a test that counts says whose. */
async function onlyHost(owner: Actor, roundId: string, hostId: string): Promise<void> {
	const hosts = (await read(owner, (work) => readRound(work, roundId)))?.hosts ?? [];
	expect(hosts.map((host) => host.hostId)).toContain(hostId);
	for (const host of hosts)
		if (host.hostId !== hostId) finished(await as(owner, (work) => removeHost(work, roundId, host.hostId)));
}
