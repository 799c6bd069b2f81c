import type { Work } from "../../../database/work.server.ts";
import { kilometresBetween, travelBetween, travelTable } from "../../../geography/distance.ts";
import { rankMatches, searchWords } from "../../../geography/search.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { readSiteEvaluations } from "../evaluate/store.server.ts";
import { listClaimsOf } from "./claim.store.server.ts";
import type { Claim, ClaimWishes, Wish, WishesInput, WishInput, WishRefusal, WishTarget } from "./contract.ts";
import { openClaim, selfOf } from "./open.server.ts";
import { mayState, refuseWishes, type Standing, sameWishes, wishKey, wishWindow } from "./rules.ts";
import { listSelf } from "./store.server.ts";
import * as store from "./wish.store.server.ts";

/** So many places a search shows. */
const shownPlaces = 20;

/** A claim with its wishes, for its student and for who works with placement at the keeper; undefined for all others. */
export async function readWishes(work: Work, claimId: string): Promise<ClaimWishes | undefined> {
	const found = await openClaim(work, claimId);
	if (found.refused) return undefined;
	return whole(work, found.done.claim, found.done.standing);
}

/** All own claims with their wishes, the earliest first: also those that are over, for ever. */
export async function listOwnWishes(work: Work): Promise<readonly ClaimWishes[]> {
	const self = selfOf(work);
	if (self.personId === null && self.linkedStudentId === null) return [];
	const students = await listSelf(work, self);
	const claims = await listClaimsOf(
		work,
		students.map((student) => student.id),
	);
	const shown: ClaimWishes[] = [];
	for (const claim of claims) shown.push(await whole(work, claim, "student"));
	return shown;
}

async function whole(work: Work, claim: Claim, standing: Standing): Promise<ClaimWishes> {
	const wishes = (await store.listWishes(work, [claim.id])).get(claim.id) ?? [];
	const targets = await describe(work, claim, wishes);
	const window = wishWindow(claim, work.today);
	return {
		claim,
		window,
		wishes: wishes.map((wish) => ({ ...wish, ...(targets.get(wishKey(wish)) ?? unknown(wish)) })),
		can: { state: mayState(standing, window) },
	};
}

/**
 * Puts a list of wishes, in order, in place of what was there: by the student until the deadline, by a coordinator on
 * their behalf until the plan is out.
 */
export async function stateWishes(
	work: Work,
	claimId: string,
	{ wishes, seen }: WishesInput,
): Promise<Outcome<{ wishes: readonly WishInput[] }, WishRefusal>> {
	const found = await openClaim(work, claimId);
	if (found.refused) return found;
	const { claim, standing } = found.done;
	const window = wishWindow(claim, work.today);
	if (standing === "follower") return refused("not-allowed");
	if (!mayState(standing, window)) return refused(window.why === "withdrawn" ? "withdrawn" : "wishes-closed");
	const before = (await store.listWishes(work, [claim.id])).get(claim.id) ?? [];
	if (seen !== undefined && !sameWishes(seen, before)) return refused("changed-by-another");
	if (sameWishes(wishes, before)) return done({ wishes });
	const refusals = refuseWishes(wishes, before, window, await describe(work, claim, wishes));
	if (refusals.length > 0) return refusedAll(refusals);
	const stood = new Map(before.map((wish) => [wishKey(wish), wish]));
	const said = { statedAt: work.now, statedBy: standing };
	await store.replaceWishes(
		work,
		claim,
		wishes.map((wish) => ({ ...said, ...stood.get(wishKey(wish)), ...wish })),
	);
	await record(work, {
		...{ verb: "wish.state", objectKind: "claim", objectId: claim.id, aboutPersonId: claim.personId },
		...{ organisationId: claim.organisationId, detail: { wishes: wishes.length, by: standing } },
	});
	return done({ wishes });
}

/**
 * Places that can be wished for by what was typed: sites, municipalities and counties, each kind best first. Nothing
 * typed: the nearest sites that take the profession.
 */
export async function searchTargets(work: Work, claim: Claim, typed: string): Promise<readonly WishTarget[]> {
	const words = searchWords(typed);
	const reach = await store.readReach(work, claim);
	const rows = await store.searchSites(work, claim, words, 400);
	const places =
		words.length === 0
			? []
			: rankMatches(
					typed,
					(await store.listPlaces(work)).map((place) => ({ place, names: place.name.split(" - ") })),
					8,
				).map((match) => match.item.place);
	const shown = await measured(work, claim, reach, [...places, ...rows]);
	const open = shown.filter((target) => target.refusal === null);
	const sites = open.filter((target) => target.kind === "site");
	if (words.length === 0) sites.sort((one, other) => far(one) - far(other));
	return [...open.filter((target) => target.kind !== "site"), ...sites].slice(0, shownPlaces);
}

function far(target: WishTarget): number {
	return target.travel?.minutes ?? Number.MAX_SAFE_INTEGER;
}

/** What is known of the places of some wishes, by wish. */
async function describe(
	work: Work,
	claim: Claim,
	wishes: readonly WishInput[],
): Promise<ReadonlyMap<string, WishTarget>> {
	if (wishes.length === 0) return new Map();
	const siteIds = wishes.flatMap(({ kind, target }) => (kind === "site" && isId(target) ? [target] : []));
	const wanted = new Set(wishes.map(wishKey));
	const places = wishes.some(({ kind }) => kind !== "site") ? await store.listPlaces(work) : [];
	const rows = [
		...(await store.findSites(work, claim, siteIds)),
		...places.filter((place) => wanted.has(wishKey(place))),
	];
	const targets = await measured(work, claim, await store.readReach(work, claim), rows);
	return new Map(targets.map((target) => [wishKey(target), target]));
}

async function measured(
	work: Work,
	claim: Claim,
	reach: store.RoundReach,
	rows: readonly store.TargetRow[],
): Promise<WishTarget[]> {
	const origin = await store.findOrigin(work, claim.studentId);
	const from = [origin?.postcode, origin?.municipality].filter((one) => typeof one === "string");
	const to = [...new Set(rows.flatMap((row) => (row.municipality === null ? [] : [row.municipality])))];
	const imported = await store.listTravel(work, from, to);
	const tables = from.map((key) => {
		const known = imported.filter((one) => one.from === key || one.to === key);
		return { key, table: travelTable(known, known[0]?.source ?? "", known[0]?.date ?? "") };
	});
	const said = await readSiteEvaluations(
		work,
		rows.flatMap(({ kind, target }) => (kind === "site" ? [target] : [])),
	);
	return rows.map((row) => ({
		...{ kind: row.kind, target: row.target, name: row.name, where: row.where, setting: row.setting },
		...{ housingNote: row.housingNote, note: row.note },
		evaluation: said.get(row.target) ?? null,
		travel: row.kind === "county" ? null : travelTo(origin, row, tables),
		refusal: refusalOf(row, reach),
	}));
}

type Tables = readonly { readonly key: string; readonly table: ReturnType<typeof travelTable> }[];

/** From where the student lives; imported minutes from the postcode before those from the municipality before the estimate. */
function travelTo(origin: store.Origin | undefined, row: store.TargetRow, tables: Tables): WishTarget["travel"] {
	if (!origin || origin.latitude === null || origin.longitude === null) return null;
	if (row.latitude === null || row.longitude === null) return null;
	const from = { latitude: origin.latitude, longitude: origin.longitude };
	const to = { latitude: row.latitude, longitude: row.longitude };
	const key = row.municipality ?? undefined;
	for (const { key: fromKey, table } of tables) {
		const travel = travelBetween({ key: fromKey, at: from }, { key, at: to }, [table]);
		if (travel.basis === "imported") return pick(travel, kilometresBetween(from, to));
	}
	const travel = travelBetween({ at: from }, { at: to });
	return pick(travel, travel.kilometres);
}

function pick({ minutes, basis }: { minutes: number; basis: "estimate" | "imported" }, kilometres: number) {
	return { minutes, basis, kilometres: Math.round(kilometres) };
}

/** Why a place cannot be wished for: its host is not in the round, or it takes others and not this profession and year. */
export function refusalOf(row: store.TargetRow, { hosts, municipalities }: store.RoundReach): WishTarget["refusal"] {
	if (row.kind === "site") {
		if (hosts !== null && (row.hostId === null || !hosts.has(row.hostId))) return "target-outside-round";
		return row.offers > 0 && row.fitting === 0 ? "profession-not-taken" : null;
	}
	if (municipalities === null) return null;
	if (row.kind === "municipality") return municipalities.has(row.target) ? null : "target-outside-round";
	return [...municipalities].some((number) => number.startsWith(row.target)) ? null : "target-outside-round";
}

/** A place that is no longer told of: what was wished stands all the same. */
function unknown(wish: Wish): WishTarget {
	return {
		...{ kind: wish.kind, target: wish.target, name: wish.target, where: null, setting: null },
		...{ housingNote: null, note: null, travel: null, evaluation: null, refusal: "target-unknown" },
	};
}
