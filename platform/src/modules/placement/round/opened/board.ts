import { foldName } from "../../../../geography/search.ts";
import { compareText, type Language } from "../../../../language.ts";
import type { Snapshot, SnapshotOffer, SnapshotPeriod } from "../../allocate/contract.ts";
import { crowdedDays } from "../../allocate/days.ts";
import type { Left } from "../../allocate/left.ts";
import type { BoardFullness } from "../../codes.ts";
import type { PlacesInText } from "../occupancy.server.ts";
import type { Names } from "./lists.ts";
import type { Edit, Opened, PlanRow } from "./opened.ts";
import { placesNowOf } from "./places.ts";
import { sinceRun } from "./since.ts";

export type BoardQuery = {
	readonly search: string;
	/** Number of a municipality; empty: all. */
	readonly municipality: string;
	/** Name of a course; empty: all. */
	readonly course: string;
	readonly full: BoardFullness | "";
	/** From 1. */
	readonly page: number;
};

/** A claim of the plan as a card, without the name that the database keeps. */
export type BareCard = {
	readonly claim: string;
	readonly institutionId: string;
	readonly course: string;
	readonly rank: number | null;
	readonly minutes: number | null;
	/** Whether the student has wished for anything. */
	readonly wished: boolean;
};

export type BareSite = {
	readonly id: string;
	readonly name: string;
	readonly host: string;
	readonly municipality: string | null;
	/** Places its offers have in all, and how many of them are taken on the fullest day. */
	readonly places: number;
	readonly taken: number;
	/** How many more can come, whatever their offers say: a limit of the site, who else is there, quotas and promises count too. */
	readonly free: number;
	/** Whether an offer or the site has more than it has room for. */
	readonly over: boolean;
	readonly cards: readonly BareCard[];
	/** Students who are there but not in the answer: of other courses, or too many to show. */
	readonly others: number;
};

/** So many sites are in one answer, so many students of one site, and so many of those without a place. */
export const sitesAtOnce = 12;
const studentsAtOnce = 40;
const unplacedAtOnce = 60;

export type BoardAsked = {
	readonly query: BoardQuery;
	readonly edits: readonly Edit[];
	readonly words: readonly string[];
	/** Claims of students whose name has every word. */
	readonly found: readonly string[];
	readonly hosts: Names;
	/** Names of municipalities by number. */
	readonly places: Names;
	readonly language: Language;
	/** What sites have room for now, where they are to be narrowed by that; else by what they had when the run was made. */
	readonly now?: PlacesInText;
};

/** The sites of one page of the board with their students, and those without a place: only what is looked at. */
export function boardPage(run: Opened, asked: BoardAsked) {
	const { query, words, hosts, places: placeNames } = asked;
	const plan = run.plan(asked.edits);
	const table = tableOf(run, plan);
	const left = run.left(plan);
	const slots = query.course === "" ? undefined : slotsOf(run, query.course);
	const since =
		asked.now === undefined ? {} : sinceRun(run, { edits: asked.edits, now: placesNowOf(run, asked.now) }, slots);
	const matches = (text: string) => words.every((word) => text.includes(word));
	const found = new Set(asked.found);
	const isOf = (period: SnapshotPeriod | undefined) => query.course === "" || period?.courseName === query.course;
	const suits = suitingCourse(run.snapshot, query.course);
	const compare = compareText(asked.language);
	const named = (number: string | null) => (number === null ? null : (placeNames[number] ?? number));
	const sites = run.snapshot.sites
		.map((site) => ({
			...{ site, host: hosts[site.hostId] ?? "" },
			...fillOf(run, table, left, site.id, slots),
			...since[site.id],
		}))
		.filter(({ site, host, places, free, over, rows }) => {
			if (places === 0 && rows.length === 0) return false;
			if (query.municipality !== "" && site.municipality !== query.municipality) return false;
			if (query.full === "free" && free === 0) return false;
			if (query.full === "full" && free > 0) return false;
			if (query.full === "over" && !over) return false;
			if (!rows.some(({ claim }) => isOf(run.periodOf(claim))) && !(table.offers.get(site.id) ?? []).some(suits))
				return false;
			if (words.length === 0) return true;
			const name = foldName(`${site.name} ${host} ${named(site.municipality) ?? ""}`);
			return matches(name) || rows.some(({ claim }) => found.has(claim));
		})
		// Where somebody is to be comes first: that is what one moves in.
		.sort(
			(a, b) =>
				Number(b.rows.length > 0) - Number(a.rows.length > 0) ||
				compare(a.host, b.host) ||
				compare(a.site.name, b.site.name) ||
				(a.site.id < b.site.id ? -1 : 1),
		);
	const from = (query.page - 1) * sitesAtOnce;
	// Who looks for a site looks for somewhere to put those without a place: they stay. Who looks for one of them sees that one.
	const unplaced = plan.filter(({ claim, offer }) => offer === null && isOf(run.periodOf(claim)));
	const wanted = unplaced.filter(({ claim }) => found.has(claim));
	const without = words.length > 0 && wanted.length > 0 ? wanted : unplaced;
	return {
		total: sites.length,
		sites: sites.slice(from, from + sitesAtOnce).map(({ site, host, places, taken, free, over, rows }): BareSite => {
			const mine = rows.filter(({ claim }) => isOf(run.periodOf(claim))).slice(0, studentsAtOnce);
			return {
				...{ id: site.id, name: site.name, host, municipality: named(site.municipality), places, taken, free, over },
				cards: mine.map((row) => bareCard(run, row)),
				others: rows.length - mine.length,
			};
		}),
		unplaced: { total: without.length, cards: without.slice(0, unplacedAtOnce).map((row) => bareCard(run, row)) },
	};
}

export function bareCard(run: Opened, { claim, rank, minutes }: PlanRow): BareCard {
	const period = run.periodOf(claim);
	const wishes = run.snapshot.claims[run.claimIndex.get(claim) ?? -1]?.wishes ?? [];
	const about = { institutionId: period?.institutionId ?? "", course: period?.courseName ?? "" };
	return { claim, rank, minutes, ...about, wished: wishes.length > 0 };
}

/** The slots that one claim can have. */
export function slotsOfClaim(run: Opened, claim: string): ReadonlySet<number> {
	const { groups, groupOf } = run.ground();
	return new Set(groups[groupOf[run.claimIndex.get(claim) ?? -1] ?? -1]?.slot ?? []);
}

/** The slots that students of a course can have. */
export function slotsOf(run: Opened, course: string): ReadonlySet<number> {
	const { groups, groupOf } = run.ground();
	const mine = new Set(
		run.snapshot.claims.flatMap(({ id }, claim) =>
			run.periodOf(id)?.courseName === course ? [groupOf[claim] ?? 0] : [],
		),
	);
	return new Set([...mine].flatMap((group) => [...(groups[group]?.slot ?? [])]));
}

type Tables = {
	readonly offers: ReadonlyMap<string, readonly SnapshotOffer[]>;
	readonly rows: ReadonlyMap<string, readonly PlanRow[]>;
};

/** Offers and planned claims by site. */
function tableOf(run: Opened, plan: readonly PlanRow[]): Tables {
	const offers = new Map<string, SnapshotOffer[]>();
	for (const offer of run.snapshot.offers) {
		const there = offers.get(offer.siteId);
		if (there) there.push(offer);
		else offers.set(offer.siteId, [offer]);
	}
	const rows = new Map<string, PlanRow[]>();
	for (const row of plan) {
		const site = row.offer === null ? undefined : run.siteOfOffer.get(row.offer)?.id;
		if (site === undefined) continue;
		const there = rows.get(site);
		if (there) there.push(row);
		else rows.set(site, [row]);
	}
	return { offers, rows };
}

/** How full a site's offers are on their fullest day. */
function fillOf(run: Opened, table: Tables, left: Left, site: string, slots?: ReadonlySet<number>) {
	const rows = table.rows.get(site) ?? [];
	let [places, taken, over] = [0, 0, false];
	for (const offer of table.offers.get(site) ?? []) {
		const spans = rows.filter((row) => row.offer === offer.id).flatMap(({ claim }) => run.periodOf(claim) ?? []);
		const most = Math.max(
			0,
			...crowdedDays(spans, [{ firstDay: "0000", lastDay: "9999", most: offer.places }], []).map(
				({ members }) => members.length,
			),
		);
		places += offer.places;
		taken += Math.min(most, offer.places);
		over ||= most > offer.places;
	}
	const { free } = left.at(site, slots);
	return { rows, places, taken, free, over: over || left.at(site).over };
}

function suitingCourse({ periods }: Snapshot, course: string): (offer: SnapshotOffer) => boolean {
	if (course === "") return () => true;
	const mine = periods.filter(({ courseName }) => courseName === course);
	return ({ profession, years }) =>
		mine.some(
			(period) =>
				(profession === null || profession === period.profession) &&
				(years.length === 0 || years.includes(period.yearOfStudy)),
		);
}
