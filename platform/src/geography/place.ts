import * as z from "zod";

/** A point on the earth in decimal degrees (WGS 84). */
const coordinates = z.strictObject({
	latitude: z.number().min(-90).max(90),
	longitude: z.number().min(-180).max(180),
});
export type Coordinates = Readonly<z.infer<typeof coordinates>>;

/** Where a fact comes from: shown beside every fact that is not our own. */
export const factSource = z.strictObject({
	/** Who publishes it, as the publisher wants to be named. */
	name: z.string().min(1),
	/** The licence to show, or the reason none is needed. */
	licence: z.string().min(1),
	/** Where the fact is published. */
	link: z.url(),
	/** The day the fact holds for or was published (YYYY-MM-DD). */
	date: z.iso.date(),
});
export type FactSource = Readonly<z.infer<typeof factSource>>;

/** A populated place of the gazetteer. */
const town = z.strictObject({ name: z.string().min(1), municipality: z.string(), at: coordinates });
export type Town = Readonly<z.infer<typeof town>>;

/** A municipality of 2024: number, names, and the town it is run from. */
const municipality = z.strictObject({
	/** Four digits with leading zero. */
	number: z.string(),
	/** The everyday Norwegian name (Karasjok, Trondheim). */
	name: z.string().min(1),
	/** The name as Statistics Norway and KS write it, all official languages (Kárášjohka - Karasjok). */
	officialName: z.string().min(1),
	/** Other names people search by: Sámi, Kven, everyday names. */
	otherNames: z.array(z.string().min(1)).readonly(),
	/** Two digits. */
	county: z.string(),
	/** The administrative centre, or the nearest listed town where `exact` is false. */
	centre: z.strictObject({ name: z.string().min(1), at: coordinates, exact: z.boolean() }),
	/** Every listed town, the centre first. */
	towns: z.array(z.string().min(1)).readonly(),
});
export type Municipality = Readonly<z.infer<typeof municipality>>;

/** A county of 2024 with the town its county council sits in. */
const county = z.strictObject({
	/** Two digits. */
	number: z.string(),
	name: z.string().min(1),
	officialName: z.string().min(1),
	otherNames: z.array(z.string().min(1)).readonly(),
	seat: z.strictObject({ name: z.string().min(1), municipality: z.string(), at: coordinates }),
});
export type County = Readonly<z.infer<typeof county>>;

/** Every place the program knows without an import. */
export const gazetteer = z.strictObject({
	source: factSource,
	municipalities: z.array(municipality).readonly(),
	counties: z.array(county).readonly(),
	towns: z.array(town).readonly(),
});
export type Gazetteer = Readonly<z.infer<typeof gazetteer>>;

/** Names a municipality is found by: official first, then everyday, Sámi and Kven names, then its towns. */
export function namesOfMunicipality(place: Municipality): readonly string[] {
	return [...new Set([place.officialName, place.name, ...place.otherNames, ...place.towns])];
}
