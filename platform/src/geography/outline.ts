import { feature } from "topojson-client";
import * as z from "zod";
import { cutRing, simplify } from "./path.ts";
import type { FactSource } from "./place.ts";

/** Rings of [longitude, latitude] in degrees, as GeoJSON holds them; a whole outline is one such shape. */
export const landShape = z.strictObject({
	type: z.literal("MultiPolygon"),
	coordinates: z.array(z.array(z.array(z.array(z.number())))),
});
export type LandShape = z.infer<typeof landShape>;
type Position = readonly number[];

/** The part of a quantised TopoJSON file that the outline needs. */
const arcRings = z.array(z.array(z.number().int()));
const atlas = z.object({
	type: z.literal("Topology"),
	arcs: z.array(z.array(z.array(z.number()))),
	transform: z.object({ scale: z.tuple([z.number(), z.number()]), translate: z.tuple([z.number(), z.number()]) }),
	objects: z.object({ countries: z.object({ geometries: z.array(z.looseObject({ id: z.string().optional() })) }) }),
});
const countryShape = z.union([
	z.object({ type: z.literal("MultiPolygon"), arcs: z.array(arcRings) }),
	z
		.object({ type: z.literal("Polygon"), arcs: arcRings })
		.transform(({ arcs }) => ({ type: "MultiPolygon" as const, arcs: [arcs] })),
]);

/** ISO 3166-1 numeric codes, the ids world-atlas gives countries. */
const norway = "578";
const neighbours = ["752", "246", "643"];

/** Mainland Norway with its coastal islands: leaves out Svalbard, Jan Mayen and Bouvet Island. */
const mainland = { left: 4, right: 32, top: 57.5, bottom: 71.5 };
/** How much of Sweden, Finland and Russia a map of a part of Norway can come to show. */
const beyond = { left: 4, right: 36, top: 54, bottom: 72 };

/**
 * Natural Earth asks for no licence line; we name it all the same, with the version of the npm package it came by.
 * The date is that of Natural Earth 4.1, which the package is made from.
 */
export function naturalEarthSource(version: string): FactSource {
	const name = `Natural Earth (world-atlas ${version})`;
	return { name, licence: "Public domain", link: "https://www.naturalearthdata.com/", date: "2018-05-21" };
}

/**
 * The outline of mainland Norway and the land next to it, in degrees, from the npm package `world-atlas` (Natural Earth
 * 1:10 million). Positions are [longitude, latitude], rounded to four decimals (about ten metres).
 * @throws when the file is no longer the TopoJSON it was.
 */
export function distilOutline(worldAtlas: unknown): { land: LandShape; neighbours: LandShape } {
	const { arcs, transform, objects } = atlas.parse(worldAtlas);
	const polygonsOf = (country: string) => {
		const shape = countryShape.parse(objects.countries.geometries.find((geometry) => geometry.id === country));
		const { geometry } = feature({ type: "Topology", arcs, transform, objects: { shape } }, shape);
		if (geometry.type !== "MultiPolygon") throw new Error(`Expected country ${country} as a MultiPolygon.`);
		return geometry.coordinates;
	};
	const land = polygonsOf(norway)
		.filter((rings) => rings[0]?.every(isMainland))
		.map((rings) => rings.map((ring) => ring.map(rounded)));
	const nextDoor = neighbours
		.flatMap(polygonsOf)
		.map((rings) => rings.slice(0, 1).map(nearby))
		.filter(([ring]) => ring !== undefined && ring.length > 2);
	return {
		land: { type: "MultiPolygon", coordinates: land },
		neighbours: { type: "MultiPolygon", coordinates: nextDoor },
	};
}

function isMainland(position: Position): boolean {
	const [longitude = Number.NaN, latitude = Number.NaN] = position;
	const { left, right, top, bottom } = mainland;
	return longitude > left && longitude < right && latitude > top && latitude < bottom;
}

/** The part of a ring near Norway, without the bends nobody looks at in a neighbour. */
function nearby(ring: readonly Position[]): number[][] {
	// Russia goes on past 180 degrees: told as west of Greenwich its ring would run back across all of Norway.
	const spots = ring.map(([x = 0, y = 0]) => ({ x: x < -20 ? x + 360 : x, y }));
	return simplify(cutRing(spots, beyond), 0.02).map(({ x, y }) => rounded([x, y]));
}

function rounded(position: Position): number[] {
	return position.map((degrees) => Math.round(degrees * 1e4) / 1e4);
}
