import {
	estimateMinutes,
	kilometresBetweenPoints,
	type MeasuringPoint,
	measuringPoint,
	travelEstimate,
} from "../../../geography/distance.ts";
import type { PairRule } from "../codes.ts";
import type { SnapshotClaim } from "./contract.ts";
import type { Ground } from "./ground.ts";

/** Rank of a place not wished for, and minutes where nobody knows the way, as `each` gives them. */
export const notWished = 0;
export const notKnown = -1;

/** What holds between a claim and a site; the rule is null where none removes the site. */
export type Judged = { readonly rule: PairRule | null; readonly rank: number; readonly minutes: number };

export type Reach = {
	/** Visits every slot that no rule removes for a claim. */
	each(claim: number, open: (slot: number, rank: number, minutes: number) => void): void;
	/** What holds between a claim and a site, whatever is offered there. */
	judge(claim: number, site: number): Judged;
	/** The rule that removes a claim from an offer, whatever kind it is. */
	ruleOf(claim: number, offer: number): PairRule | null;
	/** Rules about public transport that could not be used, because nobody has said anything of any site. */
	readonly unusedTransportRules: number;
};

/** Degrees in one cell of the grid over the country. */
const cell = { latitude: 0.25, longitude: 0.5 };
const kilometresPerDegree = 111.2;

/** What must hold for one claim, ready to be asked about many sites. */
type Needs = {
	readonly claim: SnapshotClaim;
	readonly from: MeasuringPoint | null;
	readonly imported: ReadonlyMap<string, number> | undefined;
	readonly mostMinutes: number | null;
	readonly onlyIn: ReadonlySet<string> | null;
	readonly notSites: ReadonlySet<string>;
	readonly notHosts: ReadonlySet<string>;
	readonly settingsDone: ReadonlySet<string>;
	readonly transport: boolean;
	/** Ranks of sites wished for, by index; and of municipalities and counties by number, null where none is. */
	readonly siteRanks: ReadonlyMap<number, number>;
	readonly areaRanks: ReadonlyMap<string, number> | null;
};

/**
 * Who can go where, site by site. Imported minutes between a postcode and a municipality win over the estimate. A cap does not
 * remove a site the way to which nobody knows; a student's own limit does, because it must hold.
 */
export function reachOf(ground: Ground): Reach {
	const { snapshot, groups, groupOf, siteOfOffer } = ground;
	const { sites, claims, rules } = snapshot;
	const imported = importedMinutes(snapshot.travel);
	const transportKnown = sites.some(({ publicTransport }) => publicTransport !== null);
	const forbidden = new Map<string, Set<string>>();
	for (const { claim, offer } of snapshot.forbidden)
		forbidden.set(claim, (forbidden.get(claim) ?? new Set<string>()).add(offer));
	const points = sites.map(({ at }) => (at === null ? null : measuringPoint(at)));
	// Each group has a grid of the sites that suit it alone, made when it is first asked for.
	const grids = new Map<number, ReturnType<typeof gridOf>>();
	const gridFor = (group: number) => {
		const known = grids.get(group);
		if (known !== undefined) return known;
		const made = gridOf(groups[group]?.sites ?? [], (site) => sites[site]?.at ?? null);
		grids.set(group, made);
		return made;
	};
	const sitesIn = new Map<string, number[]>();
	sites.forEach(({ municipality }, site) => {
		for (const area of municipality === null ? [] : [municipality, municipality.slice(0, 2)])
			sitesIn.set(area, [...(sitesIn.get(area) ?? []), site]);
	});

	const readNeeds = (claim: SnapshotClaim): Needs => {
		const targets = (kind: string) =>
			new Set(claim.rules.flatMap((rule) => (rule.kind === kind && rule.target !== null ? [rule.target] : [])));
		const minutes = claim.rules.flatMap(({ kind, amount }) =>
			kind === "most-minutes" && amount !== null ? [amount] : [],
		);
		const only = targets("only-municipality");
		const siteRanks = new Map<number, number>();
		const areaRanks = new Map<string, number>();
		for (const { kind, target, rank: wished } of claim.wishes) {
			const site = kind === "site" ? ground.siteIndex.get(target) : undefined;
			if (site !== undefined) siteRanks.set(site, Math.min(wished, siteRanks.get(site) ?? wished));
			else if (kind !== "site") areaRanks.set(target, Math.min(wished, areaRanks.get(target) ?? wished));
		}
		return {
			claim,
			from: claim.from === null ? null : measuringPoint(claim.from),
			imported: claim.postcode === null ? undefined : imported.get(claim.postcode),
			mostMinutes: minutes.length > 0 ? Math.min(...minutes) : null,
			onlyIn: only.size > 0 ? only : null,
			notSites: targets("not-site"),
			notHosts: targets("not-host"),
			settingsDone: targets("setting-done"),
			transport: transportKnown && claim.rules.some(({ kind }) => kind === "near-public-transport"),
			siteRanks,
			areaRanks: areaRanks.size > 0 ? areaRanks : null,
		};
	};
	// One claim is asked about many sites in a row.
	let last: Needs | undefined;
	const needsOf = (claim: SnapshotClaim): Needs => {
		if (last?.claim !== claim) last = readNeeds(claim);
		return last;
	};
	let rank = notWished;
	let minutes = notKnown;
	/** Leaves rank and minutes of what it judges where they can be read without an object for each of millions. */
	const siteRule = (needs: Needs, at: number): PairRule | null => {
		const site = sites[at];
		if (site === undefined) return "forbidden";
		const area = site.municipality ?? "";
		rank = rankAt(needs, at, area);
		const known = needs.imported?.get(area);
		const { from } = needs;
		const to = points[at] ?? null;
		if (known !== undefined) minutes = known;
		else if (from !== null && to !== null) minutes = Math.round(estimateMinutes(kilometresBetweenPoints(from, to)));
		else minutes = notKnown;
		if (needs.notSites.has(site.id)) return "excluded-site";
		if (needs.notHosts.has(site.hostId)) return "excluded-host";
		if (needs.onlyIn !== null && !needs.onlyIn.has(area)) return "only-municipality";
		if (site.setting !== null && needs.settingsDone.has(site.setting)) return "setting-done";
		if (needs.transport && site.publicTransport !== true) return "no-public-transport";
		if (needs.mostMinutes !== null && (minutes === notKnown || minutes > needs.mostMinutes)) return "own-travel-cap";
		if (rules.travelCap !== null && minutes > rules.travelCap && !(rules.wishBeyondCap && rank !== notWished))
			return "travel-cap";
		return null;
	};

	/** Sites that may be within a claim's reach, each once; those left out are certain to be beyond it. */
	const stamp = new Int32Array(sites.length);
	let turn = 0;
	const candidates = (claim: number, needs: Needs): readonly number[] => {
		const { from, wishes } = needs.claim;
		const cap = Math.min(rules.travelCap ?? Number.POSITIVE_INFINITY, needs.mostMinutes ?? Number.POSITIVE_INFINITY);
		if (from === null || !Number.isFinite(cap)) return groups[groupOf[claim] ?? 0]?.sites ?? [];
		const near: number[] = [];
		turn++;
		const add = (list: readonly number[]) => {
			for (const site of list) {
				if (stamp[site] === turn) continue;
				stamp[site] = turn;
				near.push(site);
			}
		};
		const grid = gridFor(groupOf[claim] ?? 0);
		add(grid.unplaced);
		grid.around(
			from,
			Math.max(0, (cap + 0.5 - travelEstimate.minutesAtZero) / travelEstimate.minutesPerKilometre),
			add,
		);
		for (const [area, known] of needs.imported ?? []) if (known <= cap) add(sitesIn.get(area) ?? []);
		if (rules.wishBeyondCap)
			for (const { kind, target } of wishes) {
				const site = ground.siteIndex.get(target);
				add(kind === "site" ? (site === undefined ? [] : [site]) : (sitesIn.get(target) ?? []));
			}
		return near;
	};

	const each: Reach["each"] = (claim, open) => {
		const row = claims[claim];
		const group = groups[groupOf[claim] ?? 0];
		if (row === undefined || group === undefined) return;
		const needs = needsOf(row);
		const no = forbidden.get(row.id);
		for (const site of candidates(claim, needs)) {
			const [first, end] = [group.start[site] ?? 0, group.start[site + 1] ?? 0];
			if (first === end || siteRule(needs, site) !== null) continue;
			for (let at = first; at < end; at++) {
				const slot = group.slot[at] ?? 0;
				if (no?.has(snapshot.offers[ground.slots[slot]?.offer ?? 0]?.id ?? "") !== true) open(slot, rank, minutes);
			}
		}
	};
	const judge: Reach["judge"] = (claim, site) => {
		const row = claims[claim];
		const rule = row === undefined ? "forbidden" : siteRule(needsOf(row), site);
		return { rule, rank, minutes };
	};
	return {
		each,
		judge,
		ruleOf: (claim, offer) => {
			if (forbidden.get(claims[claim]?.id ?? "")?.has(snapshot.offers[offer]?.id ?? "") === true) return "forbidden";
			const rule = ground.ruleOf(groupOf[claim] ?? 0, offer);
			if (rule !== null) return rule;
			return judge(claim, siteOfOffer[offer] ?? 0).rule;
		},
		unusedTransportRules: transportKnown
			? 0
			: claims.filter((claim) => claim.rules.some(({ kind }) => kind === "near-public-transport")).length,
	};
}

function rankAt({ siteRanks, areaRanks }: Needs, site: number, municipality: string): number {
	const own = siteRanks.get(site) ?? Number.POSITIVE_INFINITY;
	if (areaRanks === null) return own === Number.POSITIVE_INFINITY ? notWished : own;
	const town = areaRanks.get(municipality) ?? Number.POSITIVE_INFINITY;
	const county = areaRanks.get(municipality.slice(0, 2)) ?? Number.POSITIVE_INFINITY;
	const best = Math.min(own, town, county);
	return best === Number.POSITIVE_INFINITY ? notWished : best;
}

/** Whole minutes by road from a postcode (or municipality) to a municipality; the same both ways. */
function importedMinutes(
	travel: readonly { readonly from: string; readonly to: string; readonly minutes: number }[],
): ReadonlyMap<string, ReadonlyMap<string, number>> {
	const table = new Map<string, Map<string, number>>();
	const put = (from: string, to: string, minutes: number) => {
		const row = table.get(from) ?? new Map<string, number>();
		table.set(from, row.set(to, Math.round(minutes)));
	};
	for (const { from, to, minutes } of travel) {
		put(from, to, minutes);
		put(to, from, minutes);
	}
	return table;
}

type Point = { readonly latitude: number; readonly longitude: number };

/** Places by cell, so that what is near can be found without looking at all. */
function gridOf(places: readonly number[], pointOf: (place: number) => Point | null) {
	const cells = new Map<number, number[]>();
	const unplaced: number[] = [];
	const key = (row: number, column: number) => row * 10_000 + column;
	const rowOf = (latitude: number) => Math.floor((latitude + 90) / cell.latitude);
	const columnOf = (longitude: number) => Math.floor((longitude + 180) / cell.longitude);
	for (const index of places) {
		const point = pointOf(index);
		if (point === null) {
			unplaced.push(index);
			continue;
		}
		const at = key(rowOf(point.latitude), columnOf(point.longitude));
		const list = cells.get(at);
		if (list === undefined) cells.set(at, [index]);
		else list.push(index);
	}
	return {
		unplaced,
		/** Every point within so many kilometres, and some a little further away. */
		around(centre: Point, kilometres: number, add: (indexes: readonly number[]) => void) {
			const high = kilometres / kilometresPerDegree;
			const [south, north] = [centre.latitude - high, centre.latitude + high];
			const furthest = Math.min(89.9, Math.max(Math.abs(south), Math.abs(north)));
			const wide = Math.min(180, high / Math.cos((furthest * Math.PI) / 180));
			for (let row = rowOf(south); row <= rowOf(north); row++)
				for (let column = columnOf(centre.longitude - wide); column <= columnOf(centre.longitude + wide); column++)
					add(cells.get(key(row, column)) ?? []);
		},
	};
}
