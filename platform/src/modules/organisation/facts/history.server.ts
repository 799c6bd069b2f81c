import type { Work } from "../../../database/work.server.ts";
import { readGazetteer } from "../../../geography/gazetteer.server.ts";
import type { ChangeFacts } from "../../../geography/public/changes.server.ts";
import { foldName } from "../../../geography/search.ts";
import { searchNameOf } from "../directory/rules.ts";
import { referenceId } from "../reference.server.ts";
import { insertIdentities, insertOrganisations, type NewIdentity } from "../register/store.server.ts";
import { insertSuccessions } from "../register/succession.store.server.ts";
import { countiesSince, earlierCounties } from "./earlier-counties.ts";
import { earlierNames } from "./earlier-names.ts";
import { arrangeHistory, missingPeriods } from "./rules.ts";
import type { FactsSource } from "./source.store.server.ts";
import * as store from "./store.server.ts";

/** Earlier municipalities and counties with their periods, and who became whom. */
export async function takeChanges(
	work: Work,
	facts: ChangeFacts,
	source: FactsSource | undefined,
): Promise<Record<string, number>> {
	const { municipalities, counties, towns } = readGazetteer();
	const names = new Map([
		...Object.entries(earlierNames),
		...municipalities.map((one) => [one.number, one.name] as const),
	]);
	const history = arrangeHistory(facts.periods, facts.successions, names);
	const today = new Map(municipalities.map((place) => [place.number, place]));
	const municipalPart = await takeLineages(
		work,
		"municipality",
		history.lineages.map((lineage) => {
			const heir = history.successions.find((one) => one.predecessor === lineage.number)?.successor ?? "";
			const name = lineage.periods.at(-1)?.name ?? "";
			const town = towns.find((one) => one.municipality === heir && foldName(one.name) === foldName(name));
			return {
				id: referenceId(`municipality:${lineage.number}`),
				isCurrent: today.has(lineage.number),
				at: today.get(lineage.number)?.centre ?? (town ? { name: town.name, at: town.at } : null),
				periods: lineage.periods.map((period) => ({ ...period, shortName: null, municipalityNumber: period.number })),
			};
		}),
		source,
	);
	const countyPart = await takeLineages(work, "county", countyLineages(counties), source);
	const named = source?.title ?? "";
	const ofMunicipalities = history.successions.map((one) => ({
		...one,
		predecessorId: referenceId(`municipality:${one.predecessor}`),
		successorId: referenceId(`municipality:${one.successor}`),
		source: named,
	}));
	const ofCounties = earlierCounties.flatMap((county) =>
		Object.entries(county.became).map(([successor, share]) => ({
			predecessorId: countyId(county.number),
			successorId: countyId(successor),
			happenedOn: `${county.lastYear + 1}-01-01`,
			share,
			source: named,
		})),
	);
	return {
		municipalities: municipalPart.organisations,
		counties: countyPart.organisations,
		periods: municipalPart.periods + countyPart.periods,
		successions: await insertSuccessions(work, [...ofMunicipalities, ...ofCounties]),
	};
}

function countyId(number: string): string {
	return referenceId(`county-${number}`);
}

type Lineage = {
	readonly id: string;
	/** Whether it still is, and so has been entered already. */
	readonly isCurrent: boolean;
	readonly at: { readonly name: string; readonly at: { readonly latitude: number; readonly longitude: number } } | null;
	readonly periods: readonly {
		readonly number: string;
		readonly countyNumber: string;
		readonly municipalityNumber: string | null;
		readonly name: string;
		readonly shortName: string | null;
		readonly validFrom: string;
		readonly validTo: string | null;
	}[];
};

function countyLineages(counties: readonly { readonly number: string; readonly name: string }[]): Lineage[] {
	const nowhere = { at: null, municipalityNumber: null };
	const earlier = earlierCounties.map(
		({ number, name, firstYear, lastYear }): Lineage => ({
			...{ id: countyId(number), isCurrent: false, at: null },
			periods: [
				{
					...{ ...nowhere, number, countyNumber: number, name: `${name} fylkeskommune`, shortName: name },
					...{ validFrom: `${firstYear}-01-01`, validTo: `${lastYear}-12-31` },
				},
			],
		}),
	);
	const current = counties.flatMap(({ number, name }): Lineage[] => {
		const since = countiesSince[number];
		if (since === undefined) return [];
		const period = { ...nowhere, number, countyNumber: number, name, shortName: name, validFrom: `${since}-01-01` };
		return [{ id: countyId(number), isCurrent: true, at: null, periods: [{ ...period, validTo: null }] }];
	});
	return [...earlier, ...current];
}

/** Enters organisations that were, and lets those that are begin when they began. */
async function takeLineages(
	work: Work,
	kind: string,
	lineages: readonly Lineage[],
	source: FactsSource | undefined,
): Promise<{ organisations: number; periods: number }> {
	const known = await store.listPeriods(work, kind);
	// One that should be there and is not, has been taken out or remade by whoever keeps the register: theirs to mend.
	const wanted = lineages.filter((lineage) => !lineage.isCurrent || known.has(lineage.id));
	const made = await insertOrganisations(
		work,
		wanted.filter((lineage) => !lineage.isCurrent).map(({ id }) => ({ id, kind })),
	);
	const earlier: { id: string; validFrom: string }[] = [];
	const added: NewIdentity[] = [];
	for (const lineage of wanted) {
		const missing = missingPeriods(known.get(lineage.id) ?? [], lineage.periods);
		earlier.push(...missing.earlier);
		added.push(...missing.added.map((period) => identityOf(lineage, period, source)));
	}
	await store.moveFirstDays(work, earlier);
	await insertIdentities(work, added);
	return { organisations: made.size, periods: earlier.length + added.length };
}

function identityOf(
	lineage: Lineage,
	period: Lineage["periods"][number],
	source: FactsSource | undefined,
): NewIdentity {
	const names = { ...period, otherNames: [] };
	return {
		...names,
		organisationId: lineage.id,
		id: referenceId(`${lineage.id}:${period.number}:${period.validFrom}`),
		latitude: lineage.at?.at.latitude ?? null,
		longitude: lineage.at?.at.longitude ?? null,
		place: lineage.at?.name ?? null,
		website: null,
		source: source?.title ?? "",
		sourceDate: source?.date ?? "",
		searchName: searchNameOf(names),
	};
}
