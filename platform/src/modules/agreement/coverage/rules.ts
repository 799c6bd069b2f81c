import { estimateMinutes, kilometresBetween } from "../../../geography/distance.ts";
import type { Coordinates } from "../../../geography/place.ts";
import {
	centralityClasses,
	cutBy,
	distanceClass,
	distanceClasses,
	sizeClass,
	sizeClasses,
} from "../../../statistic/cut.ts";
import { brokerKinds, type Coverage, type CoverageCut } from "./codes.ts";
import type { CoverageClass, CoveredMunicipality } from "./contract.ts";

type Place = { readonly latitude: number | null; readonly longitude: number | null };
export type Campus = Place & { readonly name: string };

type Nearest = { readonly name: string; readonly minutes: number };

/**
 * Finds the nearest campus of a place and the estimated minutes there by road; nothing where a place is not known. The
 * nearest of two points is the one whose direction from the middle of the earth is the most alike: cheaper than distances.
 */
export function nearestAmong(campuses: readonly Campus[]): (from: Place) => Nearest | null {
	const known = campuses.flatMap(({ name, latitude, longitude }) =>
		latitude === null || longitude === null ? [] : [{ name, at: { latitude, longitude } }],
	);
	const towards = Float64Array.from(known.flatMap(({ at }) => directionOf(at)));
	return ({ latitude, longitude }) => {
		if (latitude === null || longitude === null) return null;
		const [x, y, z] = directionOf({ latitude, longitude });
		let [nearest, most] = [-1, -2];
		for (let one = 0; one < known.length; one++) {
			const at = 3 * one;
			const alike = x * (towards[at] ?? 0) + y * (towards[at + 1] ?? 0) + z * (towards[at + 2] ?? 0);
			if (alike > most) [nearest, most] = [one, alike];
		}
		const found = known[nearest];
		return found
			? { name: found.name, minutes: Math.round(estimateMinutes(kilometresBetween({ latitude, longitude }, found.at))) }
			: null;
	};
}

function directionOf({ latitude, longitude }: Coordinates): readonly [number, number, number] {
	const [up, around] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
	return [Math.cos(up) * Math.cos(around), Math.cos(up) * Math.sin(around), Math.sin(up)];
}

/** An agreement in force, as far as coverage counts it. */
export type HeldAgreement = {
	readonly partyIds: readonly string[];
	readonly themes: readonly string[];
	/** The sectors it is about; none where it does not say. */
	readonly sectors: readonly string[];
	/** Some theme has an arena with meetings. */
	readonly followedUp: boolean;
};

/** Agreements by party. */
export type Counted = { readonly agreements: number; readonly of: ReadonlyMap<string, readonly HeldAgreement[]> };

/** Those of some agreements that are asked for; `ownId` leaves only those an organisation is in. */
export function countAgreements(
	all: readonly HeldAgreement[],
	{
		theme,
		sector,
		ownId,
	}: { readonly theme?: string | undefined; readonly sector?: string | undefined; readonly ownId?: string | undefined },
): Counted {
	const of = new Map<string, HeldAgreement[]>();
	let agreements = 0;
	for (const one of all) {
		if (theme !== undefined && !one.themes.includes(theme)) continue;
		if (sector !== undefined && !one.sectors.includes(sector)) continue;
		if (ownId !== undefined && !one.partyIds.includes(ownId)) continue;
		agreements++;
		for (const id of one.partyIds) {
			const known = of.get(id);
			if (known) known.push(one);
			else of.set(id, [one]);
		}
	}
	return { agreements, of };
}

/** What the agreements of a municipality say of it. */
export function coveredBy(
	own: readonly HeldAgreement[],
): Pick<CoveredMunicipality, "coverage" | "agreements" | "sectors"> {
	const sectors = new Set<string>();
	for (const one of own) {
		if (one.sectors.length === 0) sectors.add("");
		for (const sector of one.sectors) sectors.add(sector);
	}
	return { coverage: coverageOf(own), agreements: own.length, sectors: [...sectors] };
}

/** How well the agreements of a municipality cover it. */
export function coverageOf(agreements: readonly Pick<HeldAgreement, "followedUp">[]): Coverage {
	if (agreements.length === 0) return "none";
	return agreements.some(({ followedUp }) => followedUp) ? "covered" : "no-arena";
}

type Cuttable = Pick<CoveredMunicipality, "population" | "centrality" | "minutes" | "coverage" | "sectors">;

type OfPlaces = Exclude<CoverageCut, "sector">;
const classOf: Readonly<Record<OfPlaces, (one: Cuttable) => string | null>> = {
	size: ({ population }) => sizeClass(population),
	centrality: ({ centrality }) => (centrality === null ? null : String(centrality)),
	distance: ({ minutes }) => distanceClass(minutes),
};
const classes: Readonly<Record<OfPlaces, readonly string[]>> = {
	size: sizeClasses.map(({ code }) => code),
	centrality: centralityClasses.map(String),
	distance: distanceClasses.map(({ code }) => code),
};

/** How many municipalities of each class have an agreement; those whose class is not known stand last, never left out. */
export function cutCoverage(municipalities: readonly Cuttable[]): Record<CoverageCut, readonly CoverageClass[]> {
	const of = (cut: OfPlaces) => {
		const parts = cutBy(municipalities, classOf[cut]);
		return [...classes[cut], null].flatMap((code): CoverageClass[] => {
			const members = parts.get(code);
			if (!members) return [];
			return [{ code, municipalities: members.length, ...countCovered(members) }];
		});
	};
	return {
		size: of("size"),
		centrality: of("centrality"),
		distance: of("distance"),
		sector: cutSectors(municipalities),
	};
}

function countCovered(members: readonly Pick<Cuttable, "coverage">[]): Pick<CoverageClass, "covered" | "followedUp"> {
	const covered = members.filter(({ coverage }) => coverage !== "none");
	return { covered: covered.length, followedUp: covered.filter(({ coverage }) => coverage === "covered").length };
}

/** How many of all have an agreement in each sector; agreements that do not say which stand last. */
function cutSectors(municipalities: readonly Cuttable[]): readonly CoverageClass[] {
	const members = new Map<string, Cuttable[]>();
	for (const one of municipalities)
		for (const sector of one.sectors) {
			const known = members.get(sector);
			if (known) known.push(one);
			else members.set(sector, [one]);
		}
	return [...members]
		.sort(([one], [other]) => Number(one === "") - Number(other === "") || one.localeCompare(other))
		.map(([sector, covered]) => ({
			...{ code: sector === "" ? null : sector, municipalities: municipalities.length, ...countCovered(covered) },
		}));
}

/** Whether organisations of this kind bring others together: they see the gaps, invite, and own nothing. */
export function isBroker(organisationKind: string): boolean {
	return brokerKinds.some((kind) => kind === organisationKind);
}
