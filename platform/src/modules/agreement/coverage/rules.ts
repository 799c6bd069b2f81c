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
import { brokerKinds, type Coverage, type CoverageCut, coverageCuts } from "./codes.ts";
import type { CoverageClass, CoveredMunicipality } from "./contract.ts";

type Place = { readonly latitude: number | null; readonly longitude: number | null };
export type Campus = Place & { readonly name: string };

/** A campus with the direction to it from the middle of the earth: the nearest of two points is the one in most the same. */
type Directed = {
	readonly campus: Campus;
	readonly at: Coordinates;
	readonly towards: readonly [number, number, number];
};

/** Campuses ready to be compared with many places; those whose place is not known are left out. */
export function directed(campuses: readonly Campus[]): readonly Directed[] {
	return campuses.flatMap((campus) => {
		const { latitude, longitude } = campus;
		if (latitude === null || longitude === null) return [];
		const at = { latitude, longitude };
		return [{ campus, at, towards: directionOf(at) }];
	});
}

function directionOf({ latitude, longitude }: Coordinates): readonly [number, number, number] {
	const [up, around] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
	return [Math.cos(up) * Math.cos(around), Math.cos(up) * Math.sin(around), Math.sin(up)];
}

/** The nearest campus and the estimated minutes there by road; nothing where a place is not known. */
export function nearestCampus(
	from: Place,
	campuses: readonly Directed[],
): { readonly name: string; readonly minutes: number } | null {
	if (from.latitude === null || from.longitude === null) return null;
	const at = { latitude: from.latitude, longitude: from.longitude };
	const [x, y, z] = directionOf(at);
	let nearest: Directed | null = null;
	let most = -2;
	for (const one of campuses) {
		const same = x * one.towards[0] + y * one.towards[1] + z * one.towards[2];
		if (same <= most) continue;
		most = same;
		nearest = one;
	}
	return (
		nearest && {
			name: nearest.campus.name,
			minutes: Math.round(estimateMinutes(kilometresBetween(at, nearest.at))),
		}
	);
}

/** An agreement in force, as coverage counts it. */
export type CountedAgreement = {
	readonly partyIds: readonly string[];
	readonly themes: readonly string[];
	/** Some theme has an arena with meetings. */
	readonly followedUp: boolean;
};

/** How well the agreements of a municipality cover it. */
export function coverageOf(agreements: readonly Pick<CountedAgreement, "followedUp">[]): Coverage {
	if (agreements.length === 0) return "none";
	return agreements.some(({ followedUp }) => followedUp) ? "covered" : "no-arena";
}

type Cuttable = Pick<CoveredMunicipality, "population" | "centrality" | "minutes" | "coverage">;

const classOf: Readonly<Record<CoverageCut, (one: Cuttable) => string | null>> = {
	size: ({ population }) => sizeClass(population),
	centrality: ({ centrality }) => (centrality === null ? null : String(centrality)),
	distance: ({ minutes }) => distanceClass(minutes),
};
const classes: Readonly<Record<CoverageCut, readonly string[]>> = {
	size: sizeClasses.map(({ code }) => code),
	centrality: centralityClasses.map(String),
	distance: distanceClasses.map(({ code }) => code),
};

/** How many municipalities of each class have an agreement; those whose class is not known stand last, never left out. */
export function cutCoverage(municipalities: readonly Cuttable[]): Record<CoverageCut, readonly CoverageClass[]> {
	const of = (cut: CoverageCut) => {
		const parts = cutBy(municipalities, classOf[cut]);
		return [...classes[cut], null].flatMap((code): CoverageClass[] => {
			const members = parts.get(code);
			if (!members) return [];
			const covered = members.filter(({ coverage }) => coverage !== "none");
			return [
				{
					...{ code, municipalities: members.length, covered: covered.length },
					followedUp: covered.filter(({ coverage }) => coverage === "covered").length,
				},
			];
		});
	};
	const [size, centrality, distance] = coverageCuts.map(of);
	return { size: size ?? [], centrality: centrality ?? [], distance: distance ?? [] };
}

/** Whether organisations of this kind bring others together: they see the gaps, invite, and own nothing. */
export function isBroker(organisationKind: string): boolean {
	return brokerKinds.some((kind) => kind === organisationKind);
}
