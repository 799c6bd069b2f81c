import type { Work } from "../../../database/work.server.ts";
import { foldName, rankMatches, searchWords } from "../../../geography/search.ts";
import { listOrganisations } from "../directory/list.server.ts";
import { listUnitsLike, listUnitsNamed, type NamedUnit } from "./places.store.server.ts";

/** Somewhere a question can be asked about: an organisation, or a unit of one. */
export type Place = {
	readonly organisationId: string;
	readonly organisationName: string;
	readonly unit: { readonly id: string; readonly name: string } | null;
	/** Whether what was typed is the whole name, and not only like it. */
	readonly exact: boolean;
};

/** Units read before they are ranked. */
const candidates = 200;

/**
 * Places a person may mean by what was typed ("stjordal", "Halsen sykehjem", "sykehjem stjørdal"), organisations and
 * units the asker sees, each kind best first. Where something bears the whole name, only that; else what is like it.
 * Forgives spelling; a slip in a unit's name is looked for when nothing fits as it is written.
 */
export async function findPlaces(
	work: Work,
	typed: string,
	limit: number,
	day = work.today,
): Promise<readonly Place[]> {
	const words = searchWords(typed);
	if (words.length === 0) return [];
	const { rows } = await listOrganisations(work, {
		search: typed,
		pageSize: limit,
		...(day === work.today ? {} : { asOf: day }),
	});
	const organisations = rows.map(
		({ id, name }): Place => ({ organisationId: id, organisationName: name, unit: null, exact: isWhole(typed, name) }),
	);
	const named = rankUnits(typed, await listUnitsNamed(work, words, candidates, day));
	const units =
		organisations.length + named.length > 0 ? named : rankUnits(typed, await listMisspelt(work, words, day));
	const places = units.map(
		({ organisationId, organisationName, unitId, unitName }): Place => ({
			...{ organisationId, organisationName, unit: { id: unitId, name: unitName } },
			exact: isWhole(typed, unitName) || partsOf(organisationName).some((part) => isBoth(typed, unitName, part)),
		}),
	);
	const found = [...organisations, ...places];
	const exact = found.filter((place) => place.exact);
	return (exact.length > 0 ? exact : found).slice(0, limit);
}

function isWhole(typed: string, name: string): boolean {
	return partsOf(name).some((part) => foldName(part) === foldName(typed));
}

/** A unit and where it is, in either order. */
function isBoth(typed: string, unit: string, organisation: string): boolean {
	return [`${unit} ${organisation}`, `${organisation} ${unit}`].some((name) => foldName(name) === foldName(typed));
}

/** Names in two languages are written with a hyphen between: either is the whole name. */
function partsOf(name: string): readonly string[] {
	return [name, ...name.split(" - ")];
}

function rankUnits(typed: string, units: readonly NamedUnit[]): readonly NamedUnit[] {
	const items = units.map((unit) => ({
		unit,
		names: [unit.unitName, `${unit.unitName} ${unit.organisationName}`, `${unit.organisationName} ${unit.unitName}`],
	}));
	return rankMatches(typed, items, candidates).map((match) => match.item.unit);
}

/** One slip of the finger hits only one half of a word. */
async function listMisspelt(work: Work, words: readonly string[], day: string): Promise<NamedUnit[]> {
	const pieces = words
		.filter((word) => word.length >= shortestForgiven)
		.flatMap((word) => [word.slice(0, Math.floor(word.length / 2)), word.slice(-Math.floor(word.length / 2))]);
	return pieces.length === 0 ? [] : listUnitsLike(work, pieces, misspeltCandidates, day);
}
/** As the search itself: a slip in a shorter word is no guess worth showing. */
const shortestForgiven = 5;
const misspeltCandidates = 2000;
