import type { Coordinates, Gazetteer } from "../../../geography/place.ts";
import type { Names } from "../contract.ts";

/** Where an organisation sits: a town of the gazetteer in a municipality of 2024. */
export type Seat = { readonly municipality: string; readonly town: string };

/** A place an institution teaches at. */
export type Campus = {
	readonly name: string;
	readonly seat: Seat;
	/** The campus lies some way from the town, which stands in for it. */
	readonly isApproximate?: true;
};

/** A public body everybody knows of, before anybody has registered it. */
export type ReferenceOrganisation = {
	/** Never changes, so that the same body is recognised the next time the list is read. */
	readonly key: string;
	/** A code of organisation.kind. */
	readonly kind: string;
	readonly name: Names;
	readonly shortName?: string;
	readonly otherNames?: readonly string[];
	/** County number or DBH code, where the kind has one. */
	readonly number?: string;
	readonly website?: string;
	readonly seat?: Seat;
	/** Numbers of the counties it covers. */
	readonly counties?: readonly string[];
	/** Who it is run by: municipality numbers, or DBH codes of institutions. */
	readonly hosts?: readonly string[];
	readonly campuses?: readonly Campus[];
};

/** A hand-kept list with where its facts come from and the day they held. */
export type ReferenceList = {
	readonly id: string;
	/** Publisher and publication. */
	readonly source: string;
	/** YYYY-MM-DD. */
	readonly asOf: string;
	/** Whether it names every body of its kind on that day. */
	readonly isComplete: boolean;
	readonly organisations: readonly ReferenceOrganisation[];
};

/**
 * Coordinates of a seat, from the gazetteer.
 * @throws when the gazetteer has no such town: the list is wrong.
 */
export function locate(seat: Seat, gazetteer: Pick<Gazetteer, "towns">): Coordinates {
	const found = gazetteer.towns.find((town) => town.municipality === seat.municipality && town.name === seat.town);
	if (!found) throw new Error(`No town ${seat.town} in municipality ${seat.municipality} in the gazetteer.`);
	return found.at;
}
