/**
 * The cuts every statistic about organisations can be shown by. The bounds are stated here once, so that two pages
 * never cut the same facts differently.
 */

export type CutName = "size" | "centrality" | "distance" | "sector";

/** Municipal size by population: bounds used in the reports the product answers to (below 5,000; 5,000–20,000; above). */
export const sizeClasses = [
	{ code: "small", from: 0, below: 5_000 },
	{ code: "medium", from: 5_000, below: 20_000 },
	{ code: "large", from: 20_000, below: Number.POSITIVE_INFINITY },
] as const;

/** Statistics Norway's centrality classes, 1 (most central) to 6. */
export const centralityClasses = [1, 2, 3, 4, 5, 6] as const;

/** Travel minutes to the nearest campus: a walkable day, a commute, a long commute, lodging. */
export const distanceClasses = [
	{ code: "near", from: 0, below: 30 },
	{ code: "commute", from: 30, below: 60 },
	{ code: "far", from: 60, below: 120 },
	{ code: "lodging", from: 120, below: Number.POSITIVE_INFINITY },
] as const;

export type SizeClass = (typeof sizeClasses)[number]["code"];
export type DistanceClass = (typeof distanceClasses)[number]["code"];

/** The size class of a population; null when the population is unknown. */
export function sizeClass(population: number | null): SizeClass | null {
	return population === null
		? null
		: (sizeClasses.find(({ from, below }) => population >= from && population < below)?.code ?? null);
}

/** The class of a travel time in minutes; null when unknown. */
export function distanceClass(minutes: number | null): DistanceClass | null {
	return minutes === null
		? null
		: (distanceClasses.find(({ from, below }) => minutes >= from && minutes < below)?.code ?? null);
}

/** Things by a cut, in the order of its classes and what has none last (null); classes nobody is in are left out. */
export function groupsBy<Thing, const Class>(
	things: readonly Thing[],
	classes: readonly Class[],
	classOf: (thing: Thing) => Class | null,
): { readonly class: Class | null; readonly group: readonly Thing[] }[] {
	const parts = cutBy(things, classOf);
	return [...classes, null].flatMap((one) => {
		const group = parts.get(one);
		return group === undefined ? [] : [{ class: one, group }];
	});
}

/** Splits things by a cut. What has no class is kept apart under null, never dropped. */
export function cutBy<Thing, Class>(
	things: readonly Thing[],
	classOf: (thing: Thing) => Class | null,
): Map<Class | null, Thing[]> {
	const parts = new Map<Class | null, Thing[]>();
	for (const thing of things) {
		const part = classOf(thing);
		const list = parts.get(part);
		if (list) list.push(thing);
		else parts.set(part, [thing]);
	}
	return parts;
}
