import type { WishInput } from "../../roster/contract.ts";
import { sameWishes, wishKey } from "../../roster/rules.ts";
import { fold } from "../fold.ts";
import type { Refuse } from "./place.ts";
import { type StudentSheetRow, wishColumns } from "./sheet.ts";

/** A place that can be wished for, by what people call it. */
export type Wishable = WishInput & {
	readonly name: string;
	/** Of a site: what its host is called. */
	readonly host: string | null;
};

/** What is known of the wishes of one period's students. */
export type WishPeriod = {
	readonly most: number;
	/** Whether the plan is out, so that no more wishes can be stated. */
	readonly isOut: boolean;
	/** Why a place cannot be wished for, by `wishKey`; null where it can. One that is not here is not in the round. */
	readonly refusals: ReadonlyMap<string, "target-outside-round" | "profession-not-taken" | "target-unknown" | null>;
};

export type WishFacts = {
	/** Those that are named. */
	readonly places: readonly Wishable[];
	/** What everything that can be wished for is called in a sheet: what a name not known may have meant. */
	readonly names: readonly string[];
	/** False where no site is published yet: then no name of one can be known, and none can be said to be wrong. */
	readonly hasSites: boolean;
	readonly periods: ReadonlyMap<string, WishPeriod>;
	/** The wishes there are, by `student period`. */
	readonly stood: ReadonlyMap<string, readonly WishInput[]>;
};

export const noWishes: WishFacts = {
	...{ places: [], names: [], hasSites: true, periods: new Map(), stood: new Map() },
};

/**
 * What a row wishes, in order; null where it says nothing, or something was refused. Whose wishes they are may be unknown,
 * because something else is wrong with the row: what is wrong with the names is told all the same.
 */
export type ReadWishes = (
	row: StudentSheetRow,
	claim: { readonly student: string; readonly period: string } | null,
	refuse: Refuse,
) => readonly WishInput[] | null;

/** A function from a row to its wishes, which refuses all that is wrong with them, cell by cell. */
export function wishReader(facts: WishFacts): ReadWishes {
	const named = new Map<string, Wishable[]>();
	for (const place of facts.places)
		for (const word of wordsOf(place)) named.set(word, [...(named.get(word) ?? []), place]);

	return (row, claim, refuse) => {
		const said = wishColumns.flatMap((key) => (row[key] === null ? [] : [{ key, text: row[key] }]));
		const [first] = said;
		if (!first) return null;
		const known = claim === null ? undefined : facts.periods.get(claim.period);
		const stood = (claim && facts.stood.get(`${claim.student} ${claim.period}`)) ?? [];
		const [most, refusals] = [known?.most ?? Number.POSITIVE_INFINITY, known?.refusals];
		const before = new Map(stood.map((wish) => [wishKey(wish), wish]));
		const wishes: WishInput[] = [];
		const seen = new Set<string>();
		let wrong = false;
		const no = (...refusal: Parameters<Refuse>) => {
			wrong = true;
			refuse(...refusal);
		};
		for (const { key, text } of said) {
			const found = named.get(fold(text)) ?? [];
			// Of several with one name, the one the round has is meant.
			const open = found.filter((place) => refusals?.get(wishKey(place)) === null);
			const meant = found.length > 1 && open.length === 1 ? open : found;
			const [place] = meant.length > 0 ? meant : stood.filter(({ target }) => target === text.trim());
			if (!place) no(facts.hasSites ? "wish-unknown" : "places-first", key);
			else if (meant.length > 1 && claim === null) continue;
			else if (meant.length > 1) no("wish-ambiguous", key, { names: namesOf(meant) });
			else {
				const word = wishKey(place);
				const refusal = refusals?.get(word) ?? (refusals?.has(word) ? null : "target-outside-round");
				if (seen.has(word)) no("wished-twice", key);
				else if (claim !== null && refusal !== null && !before.has(word))
					no(refusal === "profession-not-taken" ? "wish-not-taken" : "wish-outside", key);
				seen.add(word);
				wishes.push({ kind: place.kind, target: place.target });
			}
		}
		const beyond = said[most];
		if (beyond && said.length > stood.length) no("too-many-wishes", beyond.key, { most });
		if (wrong || claim === null) return null;
		// More than there are columns for stand as they are.
		const isWhole = wishes.length === stood.length || wishes.length === wishColumns.length;
		if (isWhole && sameWishes(wishes, stood.slice(0, wishes.length))) return null;
		if (!known?.isOut) return wishes;
		no("wishes-out", first.key);
		return null;
	};
}

/**
 * Everything one place can be called, folded: its id or number; a site's name, alone and with its host; the name of a
 * municipality or county, in each of its languages.
 */
export function wordsOf({ kind, target, name, host }: Wishable): readonly string[] {
	const names = kind === "site" ? [name] : namesInEachLanguage(name);
	const ofMunicipality = kind === "municipality" ? names.map((one) => `${one} kommune`) : [];
	const withHost = host === null ? [] : namesInEachLanguage(host).map((one) => `${name}, ${one}`);
	return [...new Set([target, ...names, ...ofMunicipality, ...withHost].map(fold))];
}

/** An official name in several languages («Namsos - Nåavmesjenjaelmie»), whole and language by language: people write one. */
function namesInEachLanguage(name: string): readonly string[] {
	return [name, ...name.split(/ [-–] /)];
}

function namesOf(places: readonly Wishable[]): string {
	return places
		.slice(0, 6)
		.map((place) => writtenWish(place, () => false))
		.join("; ");
}

/** A place as a sheet has it: a site with its host, else the name, or its number where others have the name. */
export function writtenWish(place: Wishable, isOnlyOne: (name: string) => boolean): string {
	if (place.host !== null) return `${place.name}, ${place.host}`;
	return isOnlyOne(place.name) ? place.name : place.target;
}
