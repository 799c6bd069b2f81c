import {
	earthRadius,
	estimateMinutes,
	kilometresToPoint,
	type MeasuringPoint,
	measuringPoint,
	measuringPoints,
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
	/** What somebody has closed to the claim by hand or by an answer: offers with the rule each is told by. */
	closedTo(claim: number): ReadonlyMap<string, PairRule>;
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
	/** Whether none of the rules above but the student's own limit on minutes is there. */
	readonly plain: boolean;
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
	const forbidden = new Map<string, Map<string, PairRule>>();
	for (const { claim, offer, rule = "forbidden" } of snapshot.forbidden)
		forbidden.set(claim, (forbidden.get(claim) ?? new Map<string, PairRule>()).set(offer, rule));
	const points = measuringPoints(sites.map(({ at }) => at));
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
		const targets = (kind: string): ReadonlySet<string> => {
			if (claim.rules.length === 0) return none;
			return new Set(claim.rules.flatMap((rule) => (rule.kind === kind && rule.target !== null ? [rule.target] : [])));
		};
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
			plain: claim.rules.every(({ kind }) => kind === "most-minutes"),
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
	const estimate = ({ from }: Needs, at: number): number => {
		if (from === null) return notKnown;
		const kilometres = kilometresToPoint(from, points, at);
		return Number.isNaN(kilometres) ? notKnown : Math.round(estimateMinutes(kilometres));
	};
	const cap = rules.travelCap ?? Number.POSITIVE_INFINITY;
	/** Leaves rank and minutes of what it judges where they can be read without an object for each of millions. */
	const siteRule = (needs: Needs, at: number): PairRule | null => {
		if (needs.plain && needs.imported === undefined && needs.areaRanks === null) {
			// Most students: nothing about the site has to be looked up but where it is.
			rank = needs.siteRanks.get(at) ?? notWished;
			minutes = estimate(needs, at);
			return capRule(needs);
		}
		const site = sites[at];
		if (site === undefined) return "forbidden";
		const area = site.municipality ?? "";
		rank = rankAt(needs, at, area);
		minutes = needs.imported?.get(area) ?? estimate(needs, at);
		if (!needs.plain) {
			if (needs.notSites.has(site.id)) return "excluded-site";
			if (needs.notHosts.has(site.hostId)) return "excluded-host";
			if (needs.onlyIn !== null && !needs.onlyIn.has(area)) return "only-municipality";
			if (site.setting !== null && needs.settingsDone.has(site.setting)) return "setting-done";
			if (needs.transport && site.publicTransport !== true) return "no-public-transport";
		}
		return capRule(needs);
	};
	const capRule = ({ mostMinutes }: Needs): PairRule | null => {
		if (mostMinutes !== null && (minutes === notKnown || minutes > mostMinutes)) return "own-travel-cap";
		return minutes > cap && !(rules.wishBeyondCap && rank !== notWished) ? "travel-cap" : null;
	};

	/**
	 * Sites that may be within a claim's reach, each once; those left out are certain to be beyond it. The list is used
	 * again for the next claim: nationally they are millions.
	 */
	const stamp = new Int32Array(sites.length);
	const near = new Int32Array(sites.length);
	const sphere = spherePoints(sites.map(({ at }) => at));
	let turn = 0;
	let found = 0;
	const add = (list: readonly number[]) => {
		for (const site of list) {
			if (stamp[site] === turn) continue;
			stamp[site] = turn;
			near[found++] = site;
		}
	};
	const candidates = (claim: number, needs: Needs): void => {
		const { from, wishes } = needs.claim;
		const cap = Math.min(rules.travelCap ?? Number.POSITIVE_INFINITY, needs.mostMinutes ?? Number.POSITIVE_INFINITY);
		turn++;
		found = 0;
		if (from === null || !Number.isFinite(cap)) {
			add(groups[groupOf[claim] ?? 0]?.sites ?? []);
			return;
		}
		const grid = gridFor(groupOf[claim] ?? 0);
		add(grid.unplaced);
		const kilometres = Math.max(0, (cap + 0.5 - travelEstimate.minutesAtZero) / travelEstimate.minutesPerKilometre);
		// Imported minutes may be less than the estimate: then the distance alone does not say who is beyond reach.
		if (needs.imported !== undefined) grid.around(from, kilometres, add);
		else {
			const within = sphere.within(from, kilometres);
			grid.around(from, kilometres, (list) => {
				for (const site of list) {
					if (stamp[site] === turn || !within(site)) continue;
					stamp[site] = turn;
					near[found++] = site;
				}
			});
		}
		for (const [area, known] of needs.imported ?? []) if (known <= cap) add(sitesIn.get(area) ?? []);
		if (rules.wishBeyondCap)
			for (const { kind, target } of wishes) {
				const site = ground.siteIndex.get(target);
				add(kind === "site" ? (site === undefined ? [] : [site]) : (sitesIn.get(target) ?? []));
			}
	};

	const each: Reach["each"] = (claim, open) => {
		const row = claims[claim];
		const group = groups[groupOf[claim] ?? 0];
		if (row === undefined || group === undefined) return;
		const needs = needsOf(row);
		const no = forbidden.get(row.id);
		candidates(claim, needs);
		for (let n = 0; n < found; n++) {
			const site = near[n] ?? 0;
			// Plain numbers, here and above: a list taken apart for each of millions costs as much as all else.
			const first = group.start[site] ?? 0;
			const end = group.start[site + 1] ?? 0;
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
			const closed = forbidden.get(claims[claim]?.id ?? "")?.get(snapshot.offers[offer]?.id ?? "");
			if (closed !== undefined) return closed;
			const rule = ground.ruleOf(groupOf[claim] ?? 0, offer);
			if (rule !== null) return rule;
			return judge(claim, siteOfOffer[offer] ?? 0).rule;
		},
		closedTo: (claim) => forbidden.get(claims[claim]?.id ?? "") ?? nothingClosed,
		unusedTransportRules: transportKnown
			? 0
			: claims.filter((claim) => claim.rules.some(({ kind }) => kind === "near-public-transport")).length,
	};
}

const none: ReadonlySet<string> = new Set();
const nothingClosed: ReadonlyMap<string, PairRule> = new Map();

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

/** Points on a sphere, so that what is certain to be further away than so far is known without an angle being worked out. */
function spherePoints(places: readonly (Point | null)[]) {
	const onSphere = ({ latitude, longitude }: Point) => {
		const [north, east] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
		return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)] as const;
	};
	const numbers = new Float64Array(3 * places.length);
	places.forEach((place, at) => {
		if (place !== null) numbers.set(onSphere(place), 3 * at);
	});
	return {
		/** Says no only of what is further away than so many kilometres; of what has no place it says anything. */
		within(centre: Point, kilometres: number): (place: number) => boolean {
			const [x, y, z] = onSphere(centre);
			const chord = 2 * Math.sin(Math.min(Math.PI / 2, kilometres / (2 * earthRadius)));
			const most = chord ** 2 * (1 + 1e-9) + 1e-12;
			return (place) => {
				const a = (numbers[3 * place] ?? 0) - x;
				const b = (numbers[3 * place + 1] ?? 0) - y;
				const c = (numbers[3 * place + 2] ?? 0) - z;
				return a * a + b * b + c * c <= most;
			};
		},
	};
}

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
