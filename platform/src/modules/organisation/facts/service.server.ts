import type { Work } from "../../../database/work.server.ts";
import { readGazetteer } from "../../../geography/gazetteer.server.ts";
import type { ChangeFacts } from "../../../geography/public/changes.server.ts";
import type { KnownMunicipalities } from "../../../geography/public/check.ts";
import { publicFiles } from "../../../geography/public/files.ts";
import type { CampusFact, InstitutionFact } from "../../../geography/public/institutions.server.ts";
import { foldName } from "../../../geography/search.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { searchNameOf } from "../directory/rules.ts";
import { mandateOf } from "../mandate.server.ts";
import { referenceId } from "../reference.server.ts";
import {
	findSeedHash,
	insertIdentities,
	insertOrganisations,
	insertSuccessions,
	type NewIdentity,
	saveSource,
} from "../register/store.server.ts";
import { mayKeepRegister } from "../rules.ts";
import { searchNameOf as unitSearchName } from "../unit/rules.ts";
import { insertMissingUnits } from "../unit/store.server.ts";
import type { FactsRefusal, FileStatus, TakenFacts } from "./contract.ts";
import { countiesSince, earlierCounties } from "./earlier-counties.ts";
import { earlierNames } from "./earlier-names.ts";
import type { PublicFacts } from "./read.server.ts";
import { arrangeHistory, missingPeriods } from "./rules.ts";
import * as store from "./store.server.ts";

/** The municipalities of 2024, which the facts of every file are held against. */
export function knownMunicipalities(): KnownMunicipalities {
	return new Map(readGazetteer().municipalities.map((place) => [place.number, place.centre.at]));
}

/** Whether the asker may take in public facts: whoever keeps the register. */
export async function mayTakeFacts(work: Work): Promise<boolean> {
	return mayKeepRegister(await mandateOf(work));
}

/** Every public file the product can take facts from: which have been taken in, with source, licence and date. */
export async function listFactFiles(work: Work): Promise<FileStatus[]> {
	const imported = await store.listImportedSources(work);
	return publicFiles.map(({ id, sources }) => {
		const found = sources.flatMap((source) => imported.find((one) => one.id === source.id) ?? []);
		const [latest] = found.map((one) => one.importedAt).sort((a, b) => b.getTime() - a.getTime());
		return { file: id, sources: found, importedAt: found.length === sources.length ? (latest ?? null) : null };
	});
}

/**
 * Takes in the facts of a public file, all or nothing. The same file again changes nothing. Runs as the program itself,
 * for somebody who may (`mayTakeFacts`): public facts belong to nobody.
 */
export async function takePublicFacts(work: Work, read: PublicFacts): Promise<Outcome<TakenFacts, FactsRefusal>> {
	if (!(await mandateOf(work)).system) return refused("not-allowed");
	const before: (string | undefined)[] = [];
	for (const source of read.sources) before.push(await findSeedHash(work, source.id));
	if (before.every((hash) => hash === read.hash)) return done({ file: read.file, unchanged: true, written: {} });
	for (const source of read.sources) await saveSource(work, { ...source, rowCount: read.rowCount, hash: read.hash });
	const written = await take(work, read, read.sources[0]?.id ?? "");
	await record(work, {
		verb: "facts.import",
		objectKind: "source",
		objectId: null,
		detail: { file: read.file, fileName: read.fileName, rowCount: read.rowCount, written },
	});
	return done({ file: read.file, unchanged: false, written });
}

async function take(work: Work, read: PublicFacts, source: string): Promise<Record<string, number>> {
	switch (read.file) {
		case "municipalities":
			return { facts: await store.upsertFacts(work, read.facts.facts) };
		case "postcodes": {
			const rows = read.facts.map(({ at, ...fact }) => ({
				...fact,
				latitude: at?.latitude ?? null,
				longitude: at?.longitude ?? null,
			}));
			return { postcodes: await store.replacePostcodes(work, rows, source) };
		}
		case "regions": {
			const year = Number(read.sources[0]?.date.slice(0, 4));
			const facts = read.facts.members.flatMap((member) =>
				Object.entries({
					"minutes-to-regional-centre": member.minutesToCentre,
					"commuting-out": member.commutingOut,
					"commuting-in": member.commutingIn,
					"labour-market-region": member.region.number,
				}).map(([name, value]) => ({ municipality: member.municipality, name, year, value, source })),
			);
			return {
				travel: await store.upsertTravel(work, read.facts.travel, source),
				facts: await store.upsertFacts(work, facts),
			};
		}
		case "boundaries":
			return { boundaries: await store.saveBoundaries(work, read.facts, source) };
		case "changes":
			return takeChanges(work, read.facts, read.sources[0]);
		case "institutions":
			return takeInstitutions(work, read.facts, read.sources[0]);
		case "campuses":
			return takeCampuses(work, read.facts, read.sources[0]);
	}
}

type Source = { readonly title: string; readonly date: string } | undefined;

/** Earlier municipalities and counties with their periods, and who became whom. */
async function takeChanges(work: Work, facts: ChangeFacts, source: Source): Promise<Record<string, number>> {
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
	source: Source,
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

function identityOf(lineage: Lineage, period: Lineage["periods"][number], source: Source): NewIdentity {
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

/** Institutions in the register of DBH that are not there yet. */
async function takeInstitutions(
	work: Work,
	facts: readonly InstitutionFact[],
	source: Source,
): Promise<Record<string, number>> {
	const known = new Set(
		[...(await store.listPeriods(work, "institution")).values()].flat().map((period) => period.number),
	);
	const missing = facts.filter((fact) => !known.has(fact.code));
	await insertOrganisations(
		work,
		missing.map((fact) => ({ id: referenceId(`institution-${fact.code}`), kind: "institution" })),
	);
	await insertIdentities(
		work,
		missing.map((fact) => {
			const names = { name: fact.name, shortName: fact.shortName.slice(0, 60), otherNames: [], number: fact.code };
			return {
				...names,
				...{ organisationId: referenceId(`institution-${fact.code}`), validTo: null, website: null, place: null },
				...{ id: referenceId(`institution-${fact.code}:identity`), validFrom: source?.date ?? "" },
				...{ countyNumber: null, municipalityNumber: null, latitude: null, longitude: null },
				...{ source: source?.title ?? "", sourceDate: source?.date ?? "", searchName: searchNameOf(names) },
			};
		}),
	);
	return { institutions: missing.length };
}

/** Campuses of known institutions that are not there yet, as their units. */
async function takeCampuses(work: Work, facts: readonly CampusFact[], source: Source): Promise<Record<string, number>> {
	const known = new Map(
		[...(await store.listPeriods(work, "institution"))].flatMap(([id, periods]) =>
			periods.flatMap((period) => (period.number === null ? [] : [[period.number, id] as const])),
		),
	);
	const units = facts.flatMap((fact, index) => {
		const organisationId = known.get(fact.institution);
		if (organisationId === undefined) return [];
		const values = {
			...{ name: fact.campus, code: null, setting: "campus", sector: "academic", address: null, postcode: null },
			...{ place: fact.campus, municipalityNumber: fact.municipality, email: null, phone: null, published: true },
			...fact.at,
		};
		return [
			{
				...{ organisationId, id: referenceId(`institution-${fact.institution}:campus:${fact.campus}`), parentId: null },
				...{ validFrom: source?.date ?? "", validTo: null, sort: 1000 + index * 10, values },
				searchName: unitSearchName(values),
			},
		];
	});
	return { campuses: await insertMissingUnits(work, units) };
}
