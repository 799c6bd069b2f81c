import type { Reading, Work } from "../../../database/work.server.ts";
import { searchWords } from "../../../geography/search.ts";
import { compareText, type Language } from "../../../language.ts";
import { municipalityName } from "./municipality.server.ts";
import type { BareCard, BareSite, BoardQuery } from "./opened/board.ts";
import type { Names } from "./opened/lists.ts";
import { findNames, nameClaims } from "./run.store.server.ts";
import { costForPage, namesOf, type Standing } from "./run-view.server.ts";
import { readPlacesOf, readSince } from "./since.server.ts";

export type { BoardQuery } from "./opened/board.ts";
export { sitesAtOnce } from "./opened/board.ts";
export { openStanding } from "./run-view.server.ts";

/** A student as a small card on the board. */
export type BoardStudent = Omit<BareCard, "institutionId"> & {
	/** Null where another keeper's student is meant. */
	readonly student: string | null;
	readonly institution: string;
	readonly locked: boolean;
	readonly moved: boolean;
	/** Whether the search found this one. */
	readonly found: boolean;
};

export type BoardSite = Omit<BareSite, "cards"> & {
	readonly students: readonly BoardStudent[];
	/** Whether it has other places now than the run was made from: what is told is then how it is now. */
	readonly changed: boolean;
};

/**
 * The sites of one page of the board with their students, and those without a place: only what is looked at. Places are told as
 * they are now, whenever the run was made.
 * @param asSystem see `placesReader`
 */
export async function readBoard(
	reading: Reading,
	asSystem: Reading,
	standing: Standing,
	query: BoardQuery,
	language: Language,
) {
	const { ask, run, edits } = standing;
	const words = searchWords(query.search);
	const { hostIds, municipalities } = await ask("about", null);
	const { found, hosts } = await reading(async (work) => ({
		found: words.length === 0 ? [] : await findByName(work, standing, words),
		hosts: await namesOf(work, hostIds),
	}));
	const places: Names = Object.fromEntries(municipalities.map((number) => [number, municipalityName(number)]));
	const now = query.full === "" ? undefined : await readPlacesOf(asSystem, run);
	const asked = { query, edits, words, found, hosts, places, language };
	const page = await ask("board", now === undefined ? asked : { ...asked, now });
	const since = await readSince(
		asSystem,
		standing,
		page.sites.map(({ id }) => id),
		query.course === "" ? {} : { course: query.course },
	);
	const cards = [...page.sites.flatMap((site) => site.cards), ...page.unplaced.cards];
	const tell = await reading((work) => teller(work, standing, new Set(found), cards));
	const compare = compareText(language);
	const byName = (a: BoardStudent, b: BoardStudent) =>
		compare(a.student ?? "\uffff", b.student ?? "\uffff") || (a.claim < b.claim ? -1 : 1);
	return {
		total: page.total,
		sites: page.sites.map(
			({ cards: mine, ...site }): BoardSite => ({
				...{ ...site, ...since[site.id], changed: since[site.id] !== undefined },
				students: mine.map(tell).sort(byName),
			}),
		),
		unplaced: { total: page.unplaced.total, rows: page.unplaced.cards.map(tell).sort(byName) },
		runId: run.id,
	};
}

/** Claims of students whose name has every word, among those the asker may know. */
async function findByName(work: Work, { run }: Standing, words: readonly string[]): Promise<readonly string[]> {
	const [first = "", ...rest] = await findNames(work, run, words);
	const others = rest.map((ids) => new Set(ids.split(",")));
	return first.split(",").filter((id) => id !== "" && others.every((ids) => ids.has(id)));
}

/** What one can narrow the board by, in the words of the language. */
export async function boardChoices({ ask }: Standing, language: Language) {
	const compare = compareText(language);
	const { municipalities, courses } = await ask("about", null);
	return {
		municipalities: municipalities
			.map((number) => ({ value: number, label: municipalityName(number) }))
			.sort((a, b) => compare(a.label, b.label)),
		courses: courses.toSorted(compare).map((name) => ({ value: name, label: name })),
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
	readonly reason: string | null;
};

/** Moves by hand that somebody wanted, latest first, each with how many moved along; at most so many. */
export async function toldMoves(reading: Reading, { moves, ask }: Standing, most: number): Promise<ToldMoveByHand[]> {
	const wanted = moves.filter(({ along }) => along === null).toReversed();
	const shown = wanted.slice(0, most);
	if (shown.length === 0) return [];
	const named = await reading((work) =>
		nameClaims(
			work,
			shown.map(({ claim }) => claim),
		),
	);
	const names = new Map(named.map(({ id, name }) => [id, name]));
	const sites = await ask("sitesOf", { offers: shown.flatMap(({ from, to }) => [from ?? [], to ?? []].flat()) });
	const called = (offer: string | null) => (offer === null ? null : (sites[offer]?.name ?? ""));
	return shown.map((move) => ({
		...{ number: move.number, claim: move.claim, student: names.get(move.claim) ?? null, byName: move.byName },
		...{ from: called(move.from), to: called(move.to), at: move.at.toISOString() },
		...{ along: moves.filter(({ along }) => along === move.number).length, reason: move.reason },
	}));
}

/** What all moves by hand cost together, and where they have left more than there is room for. */
export async function boardState(standing: Standing) {
	return { moves: standing.moves.length, ...(await costForPage(standing)) };
}

/** One claim of the plan as a card. */
export async function boardStudent(
	reading: Reading,
	standing: Standing,
	claim: string,
): Promise<BoardStudent | undefined> {
	const row = await standing.ask("row", { edits: standing.edits, claim });
	return row === null ? undefined : (await reading((work) => teller(work, standing, new Set(), [row.card])))(row.card);
}

async function teller(
	work: Work,
	{ locked, moves }: Standing,
	found: ReadonlySet<string>,
	cards: readonly BareCard[],
): Promise<(card: BareCard) => BoardStudent> {
	const named = await nameClaims(
		work,
		cards.map(({ claim }) => claim),
	);
	const names = new Map(named.map(({ id, name }) => [id, name]));
	const institutions = await namesOf(
		work,
		cards.map(({ institutionId }) => institutionId),
	);
	const [held, moved] = [new Set(locked), new Set(moves.map(({ claim }) => claim))];
	return ({ institutionId, ...card }) => ({
		...card,
		...{ student: names.get(card.claim) ?? null, institution: institutions[institutionId] ?? "" },
		...{ locked: held.has(card.claim), moved: moved.has(card.claim), found: found.has(card.claim) },
	});
}
