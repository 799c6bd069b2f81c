import { groupsBy } from "../../../statistic/cut.ts";
import type { Experience, Here } from "./codes.ts";

/** A municipality, and what it has to do with a programme. */
export type Reached = {
	readonly id: string;
	readonly name: string;
	readonly countyName: string | null;
	readonly population: number | null;
	/** Programmes it has been in, other than this one. */
	readonly before: number;
	readonly invited: boolean;
	readonly here: Here;
};

/** How often a municipality has been in a programme. */
export function experienceOf({ before }: Pick<Reached, "before">): Experience {
	if (before === 0) return "never";
	return before === 1 ? "rarely" : "more";
}

/** What came of it for one municipality: how far it came, whether or not it gave up its place later. */
export function hereOf(id: string, known: { readonly [Step in Exclude<Here, "none">]: ReadonlySet<string> }): Here {
	if (known.admitted.has(id)) return "admitted";
	if (known.applied.has(id)) return "applied";
	return known.invited.has(id) ? "invited" : "none";
}

/** How far a group of municipalities has come; each a share of `count`. */
export type ReachedGroup<Class> = {
	readonly class: Class | "unknown";
	readonly count: number;
	readonly invited: number;
	readonly applied: number;
	readonly admitted: number;
};

/** How far municipalities have come by a cut, in the order of its classes; classes nobody is in are left out. */
export function reachedBy<const Class extends string>(
	all: readonly Reached[],
	classes: readonly Class[],
	classOf: (one: Reached) => Class | null,
): ReachedGroup<Class>[] {
	return groupsBy(all, classes, classOf).map(({ class: one, group }) => ({
		...{ class: one ?? "unknown", count: group.length },
		invited: group.filter(({ invited }) => invited).length,
		applied: group.filter(({ here }) => here === "applied" || here === "admitted").length,
		admitted: group.filter(({ here }) => here === "admitted").length,
	}));
}
