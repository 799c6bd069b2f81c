import type { Work } from "../../../database/work.server.ts";
import type { CampusFact, InstitutionFact } from "../../../geography/public/institutions.server.ts";
import { searchNameOf } from "../directory/rules.ts";
import { referenceId } from "../reference.server.ts";
import { insertIdentities, insertOrganisations } from "../register/store.server.ts";
import { searchNameOf as unitSearchName } from "../unit/rules.ts";
import { insertMissingUnits } from "../unit/write.store.server.ts";
import type { FactsSource } from "./source.store.server.ts";
import * as store from "./store.server.ts";

/** Institutions in the register of DBH that are not there yet. */
export async function takeInstitutions(
	work: Work,
	facts: readonly InstitutionFact[],
	source: FactsSource | undefined,
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
export async function takeCampuses(
	work: Work,
	facts: readonly CampusFact[],
	source: FactsSource | undefined,
): Promise<Record<string, number>> {
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
