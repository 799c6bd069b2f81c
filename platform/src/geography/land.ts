import type { LandShape } from "./outline.ts";
import { areaOf, cutRing, pathData, type Spot, simplify } from "./path.ts";
import type { Projection } from "./projection.ts";

/** Lines in degrees, [longitude, latitude] at every bend. */
export type BorderLines = readonly (readonly (readonly number[])[])[];

/** Bends smaller than this (drawing units) are left out. */
const tolerance = 0.6;
/** Islands smaller than this (square drawing units) would be specks. */
const leastIsland = 0.6;
/** How far outside the drawing land is still drawn, so that its edge never shows. */
const overhang = 8;

/** The land as SVG path data. */
export function drawLand(land: LandShape, projection: Projection): string {
	return land.coordinates.map((rings) => drawRings(rings, projection)).join("");
}

/** Areas (municipalities, counties) as SVG path data each, empty ones left out. */
export function drawAreas<Area extends { readonly id: string; readonly shape: LandShape }>(
	areas: readonly Area[],
	projection: Projection,
): { readonly id: string; readonly path: string }[] {
	return areas.map(({ id, shape }) => ({ id, path: drawLand(shape, projection) })).filter(({ path }) => path !== "");
}

/** Border lines as SVG path data. */
export function drawLines(lines: BorderLines, projection: Projection): string {
	return lines
		.map((line) => {
			const spots = line.map((position) => placed(position, projection));
			return spots.some((spot) => isNear(spot, projection)) ? pathData(simplify(spots, tolerance), false) : "";
		})
		.join("");
}

function drawRings(rings: readonly (readonly (readonly number[])[])[], projection: Projection): string {
	const frame = {
		left: -overhang,
		top: -overhang,
		right: projection.width + overhang,
		bottom: projection.height + overhang,
	};
	return rings
		.map((ring) => {
			const cut = cutRing(
				ring.map((position) => placed(position, projection)),
				frame,
			);
			const [first] = cut;
			if (!first || areaOf(cut) < leastIsland) return "";
			return pathData(simplify([...cut, first], tolerance).slice(0, -1), true);
		})
		.join("");
}

function placed(position: readonly number[], projection: Projection): Spot {
	const [longitude = 0, latitude = 0] = position;
	return projection.place({ longitude, latitude });
}

function isNear(spot: Spot, projection: Projection): boolean {
	return (
		spot.x > -overhang &&
		spot.y > -overhang &&
		spot.x < projection.width + overhang &&
		spot.y < projection.height + overhang
	);
}
