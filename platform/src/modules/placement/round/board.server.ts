import type { Work } from "../../../database/work.server.ts";
import { foldName, searchWords } from "../../../geography/search.ts";
import { compareText, type Language } from "../../../language.ts";
import { nameOrganisations } from "../../organisation/service.server.ts";
import type { RunResult, Snapshot, SnapshotOffer, SnapshotPeriod, SnapshotSite } from "../allocate/contract.ts";
import { crowdedDays } from "../allocate/days.ts";
import type { BoardFullness } from "../codes.ts";
import { countMoves, listLocked, listMoves, type Move } from "./move.store.server.ts";
import { costOfMoves, explanationFor, movedPlan } from "./moved.server.ts";
import { municipalityName } from "./municipality.server.ts";
import { readRun, readRunContent } from "./run.server.ts";
import { nameClaims } from "./run.store.server.ts";
import type { Standing } from "./trial.server.ts";

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

/** A student as a small card on the board. */
export type BoardStudent = {
	readonly claim: string;
	/** Null where another keeper's student is meant. */
	readonly student: string | null;
	readonly institution: string;
	readonly course: string;
	readonly rank: number | null;
	readonly minutes: number | null;
	readonly locked: boolean;
	readonly moved: boolean;
	/** Whether the search found this one. */
	readonly found: boolean;
};

export type BoardSite = {
	readonly id: string;
	readonly name: string;
	readonly host: string;
	readonly municipality: string | null;
	/** Places its offers have in all, and how many of them are taken on the fullest day. */
	readonly places: number;
	readonly taken: number;
	/** Whether an offer has more than it has places for. */
	readonly over: boolean;
	readonly students: readonly BoardStudent[];
	/** Students who are there but not in the answer: of other courses, or too many to show. */
	readonly others: number;
};

/** So many sites are in one answer, so many students of one site, and so many of those without a place. */
export const sitesAtOnce = 12;
const studentsAtOnce = 40;
const unplacedAtOnce = 60;

/** A finished run with moves and locks as they are now; undefined where there is none for the asker. */
export async function readStanding(work: Work, runId: string) {
	const run = await readRun(work, runId);
	const content = run?.state === "done" ? await readRunContent(work, run) : undefined;
	if (!run || !content) return undefined;
	const locked = await listLocked(work, { organisationId: run.organisationId, id: run.roundId });
	return { run, content, moves: await listMoves(work, run), locked, seen: await countMoves(work, run) };
}

type Found = NonNullable<Awaited<ReturnType<typeof readStanding>>>;

/** The sites of one page of the board with their students, and those without a place: only what is looked at. */
export async function readBoard(work: Work, standing: Found, query: BoardQuery, language: Language) {
	const { content, run, moves } = standing;
	const { snapshot } = content;
	const plan = movedPlan(run, content, moves);
	const table = tableOf(snapshot, plan);
	const words = searchWords(query.search);
	const names = words.length === 0 ? null : await namesOf(work, plan);
	const hosts = await nameOrganisations(work, [...new Set(snapshot.sites.map(({ hostId }) => hostId))]);
	const matches = (text: string) => words.every((word) => text.includes(word));
	const foundClaims = new Set([...(names ?? [])].flatMap(([id, name]) => (matches(foldName(name)) ? [id] : [])));
	const isOf = (period: SnapshotPeriod | undefined) => query.course === "" || period?.courseName === query.course;
	const suits = suitingCourse(snapshot, query.course);
	const compare = compareText(language);
	const sites = snapshot.sites
		.map((site) => ({ site, host: hosts.get(site.hostId)?.name ?? "", ...fillOf(table, site.id) }))
		.filter(({ site, host, places, taken, over, rows }) => {
			if (places === 0 && rows.length === 0) return false;
			if (query.municipality !== "" && site.municipality !== query.municipality) return false;
			if (query.full === "free" && taken >= places) return false;
			if (query.full === "full" && taken < places) return false;
			if (query.full === "over" && !over) return false;
			if (!rows.some(({ claim }) => isOf(table.periodOf(claim))) && !(table.offers.get(site.id) ?? []).some(suits))
				return false;
			if (words.length === 0) return true;
			const name = foldName(`${site.name} ${host} ${placeName(site) ?? ""}`);
			return matches(name) || rows.some(({ claim }) => foundClaims.has(claim));
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
	const shown = sites.slice(from, from + sitesAtOnce).map((one) => {
		const mine = one.rows.filter(({ claim }) => isOf(table.periodOf(claim)));
		return { ...one, mine: mine.slice(0, studentsAtOnce) };
	});
	const without = plan.filter(
		({ claim, offer }) =>
			offer === null && isOf(table.periodOf(claim)) && (words.length === 0 || foundClaims.has(claim)),
	);
	const tell = await teller(work, standing, table, foundClaims, [
		...shown.flatMap(({ mine }) => mine),
		...without.slice(0, unplacedAtOnce),
	]);
	const byName = (a: BoardStudent, b: BoardStudent) =>
		compare(a.student ?? "\uffff", b.student ?? "\uffff") || (a.claim < b.claim ? -1 : 1);
	return {
		total: sites.length,
		sites: shown.map(
			({ site, host, places, taken, over, rows, mine }): BoardSite => ({
				...{ id: site.id, name: site.name, host, municipality: placeName(site), places, taken, over },
				students: mine.map(tell).sort(byName),
				others: rows.length - mine.length,
			}),
		),
		unplaced: { total: without.length, rows: without.slice(0, unplacedAtOnce).map(tell).sort(byName) },
	};
}

/** What one can narrow the board by, in the words of the language. */
export function boardChoices({ sites, periods }: Snapshot, language: Language) {
	const compare = compareText(language);
	const municipalities = new Set(sites.flatMap(({ municipality }) => municipality ?? []));
	return {
		municipalities: [...municipalities]
			.map((number) => ({ value: number, label: municipalityName(number) }))
			.sort((a, b) => compare(a.label, b.label)),
		courses: [...new Set(periods.map(({ courseName }) => courseName))]
			.sort(compare)
			.map((name) => ({ value: name, label: name })),
	};
}

export type ToldMoveByHand = {
	readonly number: number;
	readonly claim: string;
	readonly student: string | null;
	readonly from: string | null;
	readonly to: string | null;
	readonly byName: string | null;
	readonly at: string;
	/** How many moved along. */
	readonly along: number;
};

/** Moves by hand that somebody wanted, latest first, each with how many moved along; at most so many. */
export async function toldMoves(work: Work, { moves, content }: Standing, most: number): Promise<ToldMoveByHand[]> {
	const wanted = moves.filter(({ along }) => along === null).toReversed();
	const shown = wanted.slice(0, most);
	const names = new Map(
		(
			await nameClaims(
				work,
				shown.map(({ claim }) => claim),
			)
		).map(({ id, name }) => [id, name]),
	);
	const sites = new Map(content.snapshot.sites.map(({ id, name }) => [id, name]));
	const siteOf = new Map(content.snapshot.offers.map(({ id, siteId }) => [id, sites.get(siteId) ?? ""]));
	const called = (offer: string | null) => (offer === null ? null : (siteOf.get(offer) ?? ""));
	return shown.map((move: Move) => ({
		...{ number: move.number, claim: move.claim, student: names.get(move.claim) ?? null, byName: move.byName },
		...{ from: called(move.from), to: called(move.to), at: move.at.toISOString() },
		along: moves.filter(({ along }) => along === move.number).length,
	}));
}

/** What all moves by hand cost together, and where they have left more than there is room for. */
export function boardState({ run, content, moves }: Standing) {
	const cost = moves.length === 0 ? null : costOfMoves(explanationFor(run, content), moves);
	return {
		moves: moves.length,
		cost: cost?.kind === "edited" ? cost.cost : null,
		over: cost?.kind === "edited" ? cost.exceeded.length : 0,
	};
}

/** How many places a site has, and how many are taken, for whoever asks of many. */
export function fillBySite(snapshot: Snapshot, plan: RunResult["plan"]) {
	const table = tableOf(snapshot, plan);
	return (site: string) => fillOf(table, site);
}

type Row = RunResult["plan"][number];

/** One claim of the plan as a card. */
export async function boardStudent(work: Work, standing: Found, claimId: string): Promise<BoardStudent | undefined> {
	const plan = movedPlan(standing.run, standing.content, standing.moves);
	const row = plan.find(({ claim }) => claim === claimId);
	return row && (await teller(work, standing, tableOf(standing.content.snapshot, []), new Set(), [row]))(row);
}

async function teller(
	work: Work,
	{ locked, moves }: Found,
	table: ReturnType<typeof tableOf>,
	found: ReadonlySet<string>,
	rows: readonly Row[],
) {
	const names = await namesOf(work, rows);
	const institutions = await nameOrganisations(work, [
		...new Set(rows.flatMap(({ claim }) => table.periodOf(claim)?.institutionId ?? [])),
	]);
	const [held, moved] = [new Set(locked), new Set(moves.map(({ claim }) => claim))];
	return ({ claim, rank, minutes }: Row): BoardStudent => {
		const period = table.periodOf(claim);
		return {
			...{ claim, rank, minutes, student: names.get(claim) ?? null, course: period?.courseName ?? "" },
			institution: institutions.get(period?.institutionId ?? "")?.name ?? "",
			...{ locked: held.has(claim), moved: moved.has(claim), found: found.has(claim) },
		};
	};
}

async function namesOf(work: Work, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
	const named = await nameClaims(
		work,
		rows.map(({ claim }) => claim),
	);
	return new Map(named.map(({ id, name }) => [id, name]));
}

/** Offers and planned claims by site, and the period of each claim. */
function tableOf(snapshot: Snapshot, plan: RunResult["plan"]) {
	const periods = new Map(snapshot.periods.map((period) => [period.id, period]));
	const periodIds = new Map(snapshot.claims.map(({ id, periodId }) => [id, periodId]));
	const offers = new Map<string, SnapshotOffer[]>();
	const siteOf = new Map<string, string>();
	for (const offer of snapshot.offers) {
		siteOf.set(offer.id, offer.siteId);
		const there = offers.get(offer.siteId);
		if (there) there.push(offer);
		else offers.set(offer.siteId, [offer]);
	}
	const rows = new Map<string, Row[]>();
	for (const row of plan) {
		const site = row.offer === null ? undefined : siteOf.get(row.offer);
		if (site === undefined) continue;
		const there = rows.get(site);
		if (there) there.push(row);
		else rows.set(site, [row]);
	}
	return { offers, rows, periodOf: (claim: string) => periods.get(periodIds.get(claim) ?? "") };
}

/** How full a site's offers are on their fullest day. */
function fillOf(table: ReturnType<typeof tableOf>, site: string) {
	const rows = table.rows.get(site) ?? [];
	let [places, taken, over] = [0, 0, false];
	for (const offer of table.offers.get(site) ?? []) {
		const spans = rows.filter((row) => row.offer === offer.id).flatMap(({ claim }) => table.periodOf(claim) ?? []);
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
	return { rows, places, taken, over };
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

function placeName({ municipality }: SnapshotSite): string | null {
	return municipality === null ? null : municipalityName(municipality);
}
