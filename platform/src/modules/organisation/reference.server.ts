import { createHash } from "node:crypto";
import { v5 as nameUuid } from "uuid";
import type { Work } from "../../database/work.server.ts";
import { readGazetteer } from "../../geography/gazetteer.server.ts";
import type { Gazetteer } from "../../geography/place.ts";
import { record } from "../../identity/audit.server.ts";
import { done, type Outcome } from "../../outcome.ts";
import type { AffiliationKind } from "./contract.ts";
import { searchNameOf as organisationSearchName } from "./directory/rules.ts";
import { findSeedHash, saveSource } from "./facts/source.store.server.ts";
import { locate, type ReferenceList, type ReferenceOrganisation } from "./reference/list.ts";
import { referenceLists } from "./reference/lists.ts";
import { insertAffiliations, type NewAffiliation } from "./register/affiliation.store.server.ts";
import { insertIdentities, insertOrganisations, type NewIdentity } from "./register/store.server.ts";
import { laterDay } from "./rules.ts";
import { searchNameOf as unitSearchName } from "./unit/rules.ts";
import { insertMissingUnits, type UnitToInsert } from "./unit/write.store.server.ts";

/** Any id that is ours alone: names under it become ids, the same in every installation. */
const namespace = "0193c9a4-6f1e-7c32-9a55-3d0f6a2b7e11";

/** The id of a body the product ships with: `municipality:5035`, `county:50`, or the key of a list. */
export function referenceId(key: string): string {
	return nameUuid(key, namespace);
}

export type Seeded = { readonly organisations: number; readonly affiliations: number; readonly units: number };

/**
 * Enters the public bodies that the product ships with: municipalities and counties out of the gazetteer, institutions
 * with their campuses, state administrators and the rest out of the hand-kept lists. Adds what is not there yet and
 * changes nothing that is; where the lists have not changed since the last time, nothing is even looked at.
 */
export async function seedReference(work: Work): Promise<Outcome<Seeded>> {
	const gazetteer = readGazetteer();
	const hash = createHash("sha256")
		.update(JSON.stringify([edition, gazetteer.source, gazetteer.municipalities, referenceLists]))
		.digest("hex");
	if ((await findSeedHash(work, seedSource)) === hash) return done({ organisations: 0, affiliations: 0, units: 0 });
	const bodies = [...municipalitiesOf(gazetteer), ...referenceLists.flatMap((list) => bodiesOf(list, gazetteer))];
	const organisations = await insertOrganisations(work, bodies);
	await insertIdentities(
		work,
		bodies.filter((body) => organisations.has(body.id)).map((body) => body.identity),
	);
	const affiliations = await insertAffiliations(work, affiliationsOf(gazetteer));
	const units = await insertMissingUnits(work, campusesOf(gazetteer));
	const { name, licence, link, date } = gazetteer.source;
	await saveSource(work, {
		...{ id: seedSource, title: name, licence, link, date, rowCount: bodies.length, hash },
	});
	const seeded = { organisations: organisations.size, affiliations, units };
	await record(work, { verb: "reference.seed", objectKind: "source", objectId: null, detail: seeded });
	return done(seeded);
}

const seedSource = "reference";
/** Raised when what is made of the lists changes. */
const edition = 1;

type Body = { readonly id: string; readonly kind: string; readonly identity: NewIdentity };

function municipalitiesOf(gazetteer: Gazetteer): Body[] {
	const { source } = gazetteer;
	return gazetteer.municipalities.map((place) => {
		const id = referenceId(`municipality:${place.number}`);
		const otherNames = [...new Set([...place.otherNames, ...place.towns])].filter((one) => one !== place.name);
		const shortName = place.name === place.officialName ? null : place.name;
		const names = { name: place.officialName, shortName, otherNames, number: place.number };
		const identity: NewIdentity = {
			...names,
			id: referenceId(`municipality:${place.number}:identity`),
			organisationId: id,
			validFrom: source.date,
			validTo: null,
			countyNumber: place.county,
			municipalityNumber: place.number,
			latitude: place.centre.at.latitude,
			longitude: place.centre.at.longitude,
			place: place.centre.name,
			website: null,
			source: source.name,
			sourceDate: source.date,
			searchName: organisationSearchName(names),
		};
		return { id, kind: "municipality", identity };
	});
}

function bodiesOf(list: ReferenceList, gazetteer: Gazetteer): Body[] {
	return list.organisations.map((body) => {
		const id = referenceId(body.key);
		const county = body.kind === "county" ? gazetteer.counties.find((one) => one.number === body.number) : undefined;
		const seat = body.seat ?? body.campuses?.[0]?.seat;
		const at = seat ? locate(seat, gazetteer) : null;
		const { nb, nn, en } = body.name;
		const given = [nn, en, ...(body.otherNames ?? []), ...(county ? [county.officialName, ...county.otherNames] : [])];
		const names = {
			name: nb,
			shortName: body.shortName ?? county?.name ?? null,
			otherNames: [...new Set(given)].filter((one) => one !== nb),
			number: body.number ?? null,
		};
		const identity: NewIdentity = {
			...names,
			id: referenceId(`${body.key}:identity`),
			organisationId: id,
			validFrom: list.asOf,
			validTo: null,
			countyNumber: body.kind === "county" ? (body.number ?? null) : (seat?.municipality.slice(0, 2) ?? null),
			municipalityNumber: seat?.municipality ?? null,
			latitude: at?.latitude ?? null,
			longitude: at?.longitude ?? null,
			place: seat?.town ?? null,
			website: body.website ?? null,
			source: list.source,
			sourceDate: list.asOf,
			searchName: organisationSearchName(names),
		};
		return { id, kind: body.kind, identity };
	});
}

/** Municipalities to their county, KS region and state administrator; centres to their hosts; all to KS. */
function affiliationsOf(gazetteer: Gazetteer): NewAffiliation[] {
	const listed = referenceLists.flatMap((list) => list.organisations.map((body) => ({ list, body })));
	return listed.flatMap(({ list, body }) => {
		const validFrom = laterDay(list.asOf, gazetteer.source.date);
		const id = referenceId(body.key);
		const kind = coveringKind(body);
		const covered =
			kind === undefined
				? []
				: gazetteer.municipalities
						.filter((place) => body.counties?.includes(place.county))
						.map((place) => referenceId(`municipality:${place.number}`));
		const hosts = (body.hosts ?? []).map((host) =>
			hostId(
				host,
				listed.map((one) => one.body),
			),
		);
		const members =
			body.key === "ks" ? gazetteer.municipalities.map((place) => referenceId(`municipality:${place.number}`)) : [];
		return [
			...covered.map((organisationId) => ({ organisationId, parentId: id, kind: kind ?? "county", validFrom })),
			...hosts.map((parentId) => ({ organisationId: id, parentId, kind: "host" as const, validFrom })),
			...members.map((organisationId) => ({ organisationId, parentId: id, kind: "member" as const, validFrom })),
		];
	});
}

function coveringKind(body: ReferenceOrganisation): AffiliationKind | undefined {
	if (body.kind === "county" || body.kind === "ks-region" || body.kind === "state-administrator") return body.kind;
	return undefined;
}

/** Hosts are municipality numbers of 2024, or DBH codes of listed institutions; the two never meet in one list. */
function hostId(host: string, bodies: readonly ReferenceOrganisation[]): string {
	const institution = bodies.find((body) => body.kind === "institution" && body.number === host);
	return referenceId(institution ? institution.key : `municipality:${host}`);
}

function campusesOf(gazetteer: Gazetteer): UnitToInsert[] {
	return referenceLists.flatMap((list) =>
		list.organisations.flatMap((body) =>
			(body.campuses ?? []).map((campus, index): UnitToInsert => {
				const values = {
					...{ name: campus.name, code: null, setting: "campus", sector: "academic", address: null, postcode: null },
					...{ place: campus.seat.town, municipalityNumber: campus.seat.municipality, email: null, phone: null },
					...(campus.isApproximate ? { latitude: null, longitude: null } : locate(campus.seat, gazetteer)),
					published: true,
				};
				return {
					organisationId: referenceId(body.key),
					id: referenceId(`${body.key}:campus:${campus.name}`),
					parentId: null,
					validFrom: list.asOf,
					validTo: null,
					sort: (index + 1) * 10,
					values,
					searchName: unitSearchName(values),
				};
			}),
		),
	);
}
