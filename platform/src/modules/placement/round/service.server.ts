import { randomBytes } from "node:crypto";
import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId, type Page } from "../../organisation/contract.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { type RoundRules, usualRules } from "../allocate/contract.ts";
import { mayCoordinate, sideOf } from "../rules.ts";
import type { Round, RoundHost, RoundPeriod, RoundRefusal, RoundRow, RoundValues, RunRow } from "./contract.ts";
import { refuseRound, stateOn } from "./rules.ts";
import { listRuns } from "./run.store.server.ts";
import * as store from "./store.server.ts";

type RoundHead = {
	readonly round: Round;
	readonly runs: readonly RunRow[];
	readonly can: { readonly run: boolean; readonly bring: boolean };
	/** The organisation acted for, and whether it runs the round. */
	readonly organisationId: string;
	readonly own: boolean;
};

export type RoundPage = Pick<RoundHead, "round" | "runs" | "can"> & {
	readonly periods: readonly RoundPeriod[];
	readonly hosts: readonly RoundHost[];
	readonly otherHosts: readonly RoundHost[];
};

/** Rounds the organisation acted for runs or takes part in, with their state as of today. */
export async function listRounds(work: Work, query: store.RoundQuery): Promise<Page<RoundRow>> {
	const { organisationId } = await mandateOf(work);
	if (organisationId === null) return { rows: [], total: 0 };
	const { rows, total } = await store.listRounds(work, organisationId, query);
	return {
		total,
		rows: rows.map(({ wishesFrom, runs, claims, withoutWishes, ...row }) => ({
			...row,
			...(row.organisationId === organisationId || claims > 0
				? { claims, withoutWishes }
				: { claims: null, withoutWishes: null }),
			state: stateOn({ ...row, wishesFrom }, work.today, runs),
		})),
	};
}

/** A round, its runs and what the asker may do; undefined where the organisation acted for has no part in it. */
export async function readRoundHead(work: Work, id: string): Promise<RoundHead | undefined> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	const round = organisationId === null || !isId(id) ? undefined : await store.findRound(work, id);
	if (organisationId === null || !round) return undefined;
	const own = round.organisationId === organisationId;
	const runs = own ? await listRuns(work, round) : [];
	return {
		...{ organisationId, own, runs },
		round: { ...round, state: stateOn(round, work.today, runs.length) },
		can: { run: own && mayCoordinate(mandate), bring: mayCoordinate(mandate) },
	};
}

/** One round with whose students and whose places are in it; undefined as its head is. */
export async function readRound(work: Work, id: string): Promise<RoundPage | undefined> {
	const head = await readRoundHead(work, id);
	if (!head) return undefined;
	const { organisationId, own, ...shown } = head;
	return {
		...shown,
		periods: await store.listPeriods(work, head.round, organisationId),
		hosts: await store.listHosts(work, head.round),
		otherHosts: own ? await store.listOtherHosts(work, head.round) : [],
	};
}

/** The round, where the asker may run it. */
export async function roundToRun(
	work: Work,
	id: string,
	version: number | null,
): Promise<Outcome<Round, "missing" | "not-allowed" | "changed-by-another">> {
	const mandate = await mandateOf(work);
	const round = isId(id) ? await store.findRound(work, id) : undefined;
	if (!round) return refused("missing");
	if (!mandate.system && round.organisationId !== mandate.organisationId) return refused("missing");
	if (!mayCoordinate(mandate)) return refused("not-allowed");
	if (version !== null && round.version !== version) return refused("changed-by-another");
	return done(round);
}

/**
 * Begins a round. The organisation acted for takes part by itself: an institution with its students, others with their
 * places. Its own periods that lie within the days are taken in, and every host that has published places for them.
 */
export async function createRound(
	work: Work,
	values: RoundValues,
	organisationKind: string,
): Promise<Outcome<{ id: string }, RoundRefusal>> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	if (organisationId === null || !mayCoordinate(mandate)) return refused("not-allowed");
	const refusals = refuseRound(values);
	if (refusals.length > 0) return refusedAll(refusals);
	const id = newId();
	const kept = { organisationId, id };
	const seed = randomBytes(9).toString("base64url");
	await store.insertRound(work, { ...kept, values, rules: usualRules, seed });
	await store.addParties(work, kept, sideOf(organisationKind), [organisationId]);
	const round = await store.findRound(work, id);
	if (!round) throw new Error("a round just made is there");
	const periods = (await store.listPeriods(work, round, organisationId)).filter(
		(period) => period.firstDay >= values.firstDay && period.lastDay <= values.lastDay,
	);
	const taken = new Set((await store.listRoundsOfPeriods(work, periods)).map(({ periodId }) => periodId));
	const free = periods.filter((period) => !taken.has(period.id));
	await takeIn(work, round, free);
	if (sideOf(organisationKind) === "institution")
		await store.addParties(
			work,
			kept,
			"host",
			(await store.listOtherHosts(work, round)).map(({ hostId }) => hostId),
		);
	await record(work, { verb: "round.create", objectKind: "round", objectId: id, detail: { name: values.name } });
	return done({ id });
}

export async function changeRound(
	work: Work,
	id: string,
	{ version, ...values }: RoundValues & { readonly version: number },
): Promise<Outcome<undefined, RoundRefusal>> {
	const found = await roundToRun(work, id, version);
	if (found.refused) return found;
	const refusals = refuseRound(values);
	if (refusals.length > 0) return refusedAll(refusals);
	if (!(await store.updateRound(work, { ...found.done, version }, values))) return refused("changed-by-another");
	await record(work, { verb: "round.change", objectKind: "round", objectId: id });
	return done(undefined);
}

export async function changeRules(
	work: Work,
	id: string,
	version: number,
	rules: RoundRules,
): Promise<Outcome<undefined, RoundRefusal>> {
	const found = await roundToRun(work, id, version);
	if (found.refused) return found;
	if (!(await store.updateRules(work, { ...found.done, version }, rules))) return refused("changed-by-another");
	await record(work, {
		verb: "round.change-rules",
		objectKind: "round",
		objectId: id,
		detail: { before: JSON.stringify(found.done.rules) },
	});
	return done(undefined);
}

/**
 * Says which of the organisation's own periods are in a round. Those of others stay as they are: each brings its own.
 * Students with a claim in a period follow it into the round and out of it.
 */
export async function choosePeriods(
	work: Work,
	id: string,
	periodIds: readonly string[],
): Promise<Outcome<undefined, RoundRefusal>> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	const round = isId(id) ? await store.findRound(work, id) : undefined;
	if (!round || organisationId === null) return refused("missing");
	if (!mayCoordinate(mandate)) return refused("not-allowed");
	const own = (await store.listPeriods(work, round, organisationId)).filter(
		(period) => period.organisationId === organisationId,
	);
	const wanted = new Set(periodIds);
	const unknown = periodIds.find((period) => !own.some(({ id: known }) => known === period));
	if (unknown !== undefined) return refused("period-not-yours", { field: "periods" });
	const added = own.filter((period) => wanted.has(period.id) && !period.included);
	const removed = own.filter((period) => !wanted.has(period.id) && period.included);
	const elsewhere = await store.listRoundsOfPeriods(work, added);
	if (elsewhere.length > 0) return refused("period-elsewhere", { field: "periods" });
	if (removed.length > 0 && round.publication > 0) return refused("already-published", { field: "periods" });
	await store.attachClaims(work, removed, null);
	await store.deleteRoundPeriods(work, round, removed);
	await takeIn(work, round, added);
	await record(work, {
		verb: "round.choose-periods",
		objectKind: "round",
		objectId: id,
		detail: { added: added.length, removed: removed.length },
	});
	return done(undefined);
}

async function takeIn(work: Work, round: Round, periods: readonly RoundPeriod[]): Promise<void> {
	await store.insertRoundPeriods(work, round, periods);
	await store.attachClaims(work, periods, round);
	const { organisationId } = await mandateOf(work);
	// Only the organisation that runs the round adds parties; one that brings periods is a party already.
	if (round.organisationId === organisationId)
		await store.addParties(work, round, "institution", [...new Set(periods.map((period) => period.institutionId))]);
}

/** Takes in places of hosts, or an institution whose coordinator may then bring its own periods. */
export async function addParties(
	work: Work,
	id: string,
	side: "institution" | "host",
	partyIds: readonly string[],
): Promise<Outcome<undefined, RoundRefusal>> {
	const found = await roundToRun(work, id, null);
	if (found.refused) return found;
	await store.addParties(work, found.done, side, partyIds);
	await record(work, {
		verb: "round.add-party",
		objectKind: "round",
		objectId: id,
		detail: { side, parties: [...partyIds] },
	});
	return done(undefined);
}

export async function removeHost(work: Work, id: string, hostId: string): Promise<Outcome<undefined, RoundRefusal>> {
	const found = await roundToRun(work, id, null);
	if (found.refused) return found;
	await store.removeParty(work, found.done, "host", hostId);
	await record(work, { verb: "round.remove-party", objectKind: "round", objectId: id, detail: { party: hostId } });
	return done(undefined);
}
