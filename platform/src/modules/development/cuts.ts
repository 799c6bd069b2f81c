import { estimateMinutes } from "../../geography/distance.ts";
import { distanceClass, distanceClasses, sizeClass, sizeClasses } from "../../statistic/cut.ts";

/** Organisations by how many live there. */
export const sizeCut = {
	classes: sizeClasses.map(({ code }) => code),
	classOf: ({ population }: { readonly population: number | null }) => sizeClass(population),
};

/** Organisations by how long one travels to them, reckoned from kilometres as the crow flies. */
export const distanceCut = {
	classes: distanceClasses.map(({ code }) => code),
	classOf: ({ kilometres }: { readonly kilometres: number | null }) =>
		distanceClass(kilometres === null ? null : estimateMinutes(kilometres)),
};
