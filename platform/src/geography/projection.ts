import { type GeoProjection, geoTransverseMercator } from "d3-geo";
import type { LandShape } from "./outline.ts";
import type { Spot } from "./path.ts";
import type { Coordinates } from "./place.ts";

/** How the globe is laid flat for a drawing of a given size. */
export type Projection = {
	readonly width: number;
	readonly height: number;
	/** Kilometres one drawing unit stands for in the middle of the drawing. */
	readonly kilometresPerUnit: number;
	/** Where a point falls in the drawing; may lie outside it. One decimal. */
	place(point: Coordinates): Spot;
};

/**
 * The central meridian of UTM zone 33, which Norway is mapped by, and a turn about the middle of the country that
 * stands it more upright than north-up would: less sea in the drawing, and larger dots on a narrow screen.
 */
const centre = { longitude: 15, latitude: 65, turn: 5 };

/** No drawing zooms in on less than this. */
const leastKilometres = 50;
/** A part of the country is drawn neither flatter nor taller than this, as a share of the width. */
const flattest = 0.7;
const tallest = 1.25;
const kilometresPerRadian = 6371;

/**
 * Norway, or the points of `extent`, fitted into a drawing. The height follows from the land where none is given.
 * Sizes are in drawing units.
 */
export function norwayProjection(
	land: LandShape,
	size: { readonly width: number; readonly height?: number; readonly padding?: number },
	extent?: readonly Coordinates[],
): Projection {
	const { width } = size;
	const padding = size.padding ?? 12;
	const flat = geoTransverseMercator()
		.rotate([-centre.longitude, -centre.latitude, centre.turn])
		.precision(0)
		.scale(1)
		.translate([0, 0]);

	const positions =
		extent && extent.length > 0
			? extent.map((point) => [point.longitude, point.latitude])
			: land.coordinates.flatMap((rings) => rings[0] ?? []);
	const box = boxOf(positions.map((position) => lay(flat, position)));

	const across = Math.max(box.right - box.left, leastKilometres / kilometresPerRadian);
	const down = Math.max(box.bottom - box.top, extent ? leastKilometres / kilometresPerRadian : 0);
	const natural = Math.round(((width - 2 * padding) * down) / across + 2 * padding);
	const height = size.height ?? (extent ? Math.max(width * flattest, Math.min(width * tallest, natural)) : natural);
	const scale = Math.min((width - 2 * padding) / across, (height - 2 * padding) / down);
	const toDrawing = (spot: Spot): Spot => ({
		x: width / 2 + (spot.x - (box.left + box.right) / 2) * scale,
		y: height / 2 + (spot.y - (box.top + box.bottom) / 2) * scale,
	});
	return {
		width,
		height,
		kilometresPerUnit: kilometresPerRadian / scale,
		place: (point) => {
			const { x, y } = toDrawing(lay(flat, [point.longitude, point.latitude]));
			return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
		},
	};
}

function lay(projection: GeoProjection, position: readonly number[]): Spot {
	const [longitude = 0, latitude = 0] = position;
	const [x, y] = projection([longitude, latitude]) ?? [0, 0];
	return { x, y };
}

function boxOf(spots: readonly Spot[]) {
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { x, y } of spots) {
		left = Math.min(left, x);
		right = Math.max(right, x);
		top = Math.min(top, y);
		bottom = Math.max(bottom, y);
	}
	return { left, top, right, bottom };
}
