import { whileEditionIsSame } from "../../../database/kept.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { nameOrganisations, readDirectoryEdition } from "../../organisation/service.server.ts";
import { themes } from "../codes.ts";
import { sideOf } from "../rules.ts";
import type { CoveragePage, CoverageQuery, CoveredMunicipality, Covering } from "./contract.ts";
import * as store from "./country.store.server.ts";
import { type Counted, countAgreements, coveredBy, cutCoverage, type HeldAgreement, nearestAmong } from "./rules.ts";

/** A municipality with what is known of it, agreements left out. */
type Place = Omit<CoveredMunicipality, "coverage" | "agreements" | "sectors">;

/** What coverage is counted from. */
type Country = {
	readonly places: readonly Place[];
	readonly held: readonly HeldAgreement[];
	/** What the parties of those agreements are called. */
	readonly names: Awaited<ReturnType<typeof nameOrganisations>>;
	/** Pages that have been counted from it, by what was asked. */
	readonly counted: Map<string, Published>;
};

type Published = {
	readonly counted: Counted;
	readonly page: CoveragePage;
	/** What the agreements of a municipality are about, where it has been asked for. */
	readonly covering: Map<string, Covering>;
};

/** Pages counted from published agreements alone that are kept at most. */
const mostCounted = 300;

async function findCountry(work: Work, which: store.Visible): Promise<Country> {
	const [places, campuses, held] = await Promise.all([
		store.listPlaces(work),
		store.listCampuses(work, which),
		store.listHeld(work, which),
	]);
	const names = await nameOrganisations(work, [...new Set(held.flatMap(({ partyIds }) => partyIds))]);
	return { places: nearCampuses(places, campuses), held, names, counted: new Map() };
}

type Unplaced = Omit<Place, "minutes" | "campus">;

function nearCampuses(places: readonly Unplaced[], campuses: Parameters<typeof nearestAmong>[0]): readonly Place[] {
	const nearestOf = nearestAmong(campuses);
	return places.map((place) => {
		const nearest = nearestOf(place);
		return { ...place, minutes: nearest?.minutes ?? null, campus: nearest?.name ?? null };
	});
}

/**
 * The published agreements of a day, and where campuses are, for as long as they are the same: nothing but what anyone
 * signed in may read, whoever asks first.
 */
const readPublished = whileEditionIsSame(
	async (work: Work) => (await Promise.all([readDirectoryEdition(work), readEdition(work)])).join(" "),
	(work: Work, _asked: { readonly day: string }) => findCountry(work, "published"),
);

async function readEdition(work: Work): Promise<string> {
	const { edition } = await work.db
		.selectFrom("agreement.coverage_edition")
		.select("edition")
		.executeTakeFirstOrThrow();
	return edition;
}

/** What the asker may see beside what is published. */
type Own = { readonly held: readonly HeldAgreement[]; readonly places: readonly Place[] | null };

async function readCountry(work: Work): Promise<{ readonly country: Country; readonly own: Own }> {
	const { actor } = work;
	// Who sees more or less than a person does is answered by the policies alone.
	if (actor.kind !== "person") return { country: await findCountry(work, "all"), own: { held: [], places: null } };
	const { organisationId } = actor;
	const [country, held, hidden] = await Promise.all([
		readPublished(work, { day: work.today }),
		organisationId === null ? [] : store.listHeldQuietly(work, organisationId),
		organisationId === null ? false : store.hasHiddenCampus(work, organisationId),
	]);
	const places = hidden ? nearCampuses(country.places, await store.listCampuses(work, "all")) : null;
	return { country, own: { held, places } };
}

export type ReadCoverage = CoveragePage & {
	/** What the agreements of some municipalities are about, and with whom, in the order asked. */
	coveringOf(municipalityIds: readonly string[]): Promise<readonly Covering[]>;
};

/**
 * Who has agreements: every municipality with how many in force it is in, of those that are published and the asker's own.
 * What is published is counted once for each edition of it; what is the asker's alone is read and added each time.
 */
export async function readCoverage(work: Work, query: CoverageQuery): Promise<ReadCoverage> {
	const { country, own } = await readCountry(work);
	const asked = askedOf(work, query);
	const published = countPublished(country, asked, query.county);
	const added = countAgreements(own.held, asked);
	return {
		...withOwn(published, added, own.places),
		coveringOf: (ids) => readCovering(work, { country, own, published, added }, ids),
	};
}

function withOwn({ counted, page }: Published, added: Counted, places: readonly Place[] | null): CoveragePage {
	if (added.agreements === 0 && places === null) return page;
	const distances = places === null ? null : new Map(places.map((place) => [place.id, place]));
	const municipalities = page.municipalities.map((one) => {
		const more = added.of.get(one.id);
		if (!more && distances === null) return one;
		const { minutes, campus } = distances?.get(one.id) ?? one;
		return {
			...{ ...one, minutes, campus },
			...(more ? coveredBy([...(counted.of.get(one.id) ?? []), ...more]) : {}),
		};
	});
	return { municipalities, agreements: page.agreements + added.agreements, cuts: cutCoverage(municipalities) };
}

type Asked = Parameters<typeof countAgreements>[1];

function askedOf({ actor }: Work, { theme, sector, own = false }: CoverageQuery): Asked {
	const organisationId = actor.kind === "person" ? actor.organisationId : null;
	return { theme, sector, ownId: own ? (organisationId ?? undefined) : undefined };
}

/** Counted from what the country has, and nothing else. */
function countPublished(
	{ places, held, counted: known }: Country,
	asked: Asked,
	county: string | undefined,
): Published {
	const key = JSON.stringify([asked.theme ?? "", asked.sector ?? "", asked.ownId ?? "", county ?? ""]);
	const kept = known.get(key);
	if (kept) return kept;
	const counted = countAgreements(held, asked);
	const municipalities = places
		.filter(({ countyNumber }) => county === undefined || countyNumber === county)
		.map((place) => ({ ...place, ...coveredBy(counted.of.get(place.id) ?? []) }));
	const page = { municipalities, agreements: counted.agreements, cuts: cutCoverage(municipalities) };
	if (known.size >= mostCounted) known.clear();
	const published = { counted, page, covering: new Map<string, Covering>() };
	known.set(key, published);
	return published;
}

type Found = {
	readonly country: Country;
	readonly own: Own;
	readonly published: Published;
	readonly added: Counted;
};

const nothing: Covering = { themes: [], partners: [] };

async function readCovering(
	work: Work,
	{ country, own, published, added }: Found,
	municipalityIds: readonly string[],
): Promise<readonly Covering[]> {
	const strangers = [...new Set(own.held.flatMap(({ partyIds }) => partyIds))].filter((id) => !country.names.has(id));
	const others = strangers.length === 0 ? country.names : await nameOrganisations(work, strangers);
	const { counted, covering } = published;
	return municipalityIds.map((id) => {
		const agreements = counted.of.get(id) ?? [];
		const more = added.of.get(id);
		if (more) return coveringOf([...agreements, ...more], (other) => country.names.get(other) ?? others.get(other));
		const known = covering.get(id) ?? coveringOf(agreements, (other) => country.names.get(other));
		covering.set(id, known);
		return known;
	});
}

function coveringOf(
	agreements: readonly HeldAgreement[],
	nameOf: (id: string) => { readonly name: string; readonly kind: string } | undefined,
): Covering {
	if (agreements.length === 0) return nothing;
	const about = new Set(agreements.flatMap((one) => one.themes));
	return {
		themes: themes.filter((theme) => about.has(theme)),
		partners: [...new Set(agreements.flatMap(({ partyIds }) => partyIds))].flatMap((other) => {
			const partner = nameOf(other);
			return partner && sideOf(partner.kind) === "education" ? [partner.name] : [];
		}),
	};
}
