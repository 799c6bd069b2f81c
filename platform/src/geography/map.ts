import { type PlacedLabel, placeLabels } from "./labels.ts";
import { type BorderLines, drawAreas, drawLand, drawLines } from "./land.ts";
import { arrangeMarks, type Gathering, type MapMark, type MapPoint, withClearance, withReach } from "./marks.ts";
import type { LandShape } from "./outline.ts";
import type { Coordinates } from "./place.ts";
import { norwayProjection, type Projection } from "./projection.ts";

export type { MapMark, MapPoint, MapTone } from "./marks.ts";

/** Everything a drawing of Norway needs, as plain data: computed on the server, sent with the page. */
export type MapDrawing = {
	readonly width: number;
	readonly height: number;
	readonly land: string;
	/** Where the land is to be fetched from instead, as `#land` of a drawing: the whole country is the same on every map. */
	readonly outline?: string;
	/** Land next to Norway; drawn only where the drawing is zoomed in, so that it is not taken for sea. */
	readonly neighbours: string;
	readonly isZoomed: boolean;
	readonly borders: string;
	readonly areas: readonly { readonly id: string; readonly path: string }[];
	readonly marks: readonly MapMark[];
	/** Names in writing, placed once for a wide screen and once, larger and fewer, for a narrow one. */
	readonly labels: { readonly wide: readonly PlacedLabel[]; readonly narrow: readonly PlacedLabel[] };
	readonly scale: { readonly kilometres: number; readonly length: number };
};

export type MapRequest = Gathering & {
	readonly land: LandShape;
	readonly neighbours?: LandShape;
	readonly points: readonly MapPoint[];
	/** Drawing width in units; a unit is a pixel on a wide screen. */
	readonly width?: number;
	/** Drawing height; follows from the land when not given. */
	readonly height?: number;
	/** Zooms to fit these points; the whole country without them. */
	readonly extent?: readonly Coordinates[];
	readonly borders?: BorderLines;
	readonly areas?: readonly { readonly id: string; readonly shape: LandShape }[];
	/** At most this many names in writing on a wide screen. */
	readonly labels?: number;
};

/** The size of the names in the drawing, drawing units; the style sheet says the same. */
const fontSizes = { wide: 13, narrow: 23 };
/** On a narrow screen the marks are this much larger in drawing units; the style sheet says the same. */
const narrowMarks = 1.35;

/**
 * Norway as plain drawing data: land, borders and areas as path data, a mark for every point inside the drawing, and
 * names beside the most important ones. Pure: the same request gives the same drawing.
 */
export function drawMap(request: MapRequest): MapDrawing {
	const { land, points, extent, height } = request;
	const isZoomed = extent !== undefined && extent.length > 0;
	const size = { width: request.width ?? usualWidth, ...(height === undefined ? {} : { height }) };
	const { projection, path, neighbours } = isZoomed
		? drawZoomed(request, size, extent)
		: { ...drawWhole(land, size), neighbours: "" };
	const frame = { width: projection.width, height: projection.height };
	const placed = points
		.map((point) => ({ point, ...projection.place(point.at) }))
		.filter((spot) => spot.x >= 0 && spot.y >= 0 && spot.x <= frame.width && spot.y <= frame.height);
	const marks = arrangeMarks(placed, request, projection.kilometresPerUnit);
	const named = withClearance(marks);
	const larger = named.map((mark) => ({ ...mark, radius: mark.radius * narrowMarks }));
	const most = request.labels ?? 14;
	return {
		...frame,
		land: path,
		neighbours,
		isZoomed,
		borders: request.borders ? drawLines(request.borders, projection) : "",
		areas: drawAreas(request.areas ?? [], projection),
		marks: withReach(marks),
		labels: {
			wide: placeLabels(named, { ...frame, fontSize: fontSizes.wide, most }),
			narrow: placeLabels(larger, { ...frame, fontSize: fontSizes.narrow, most: Math.ceil(most / 2) }),
		},
		scale: scaleBar(projection.kilometresPerUnit, frame.width),
	};
}

/** The whole country in a map of the usual width, as path data. */
export function drawOutline(land: LandShape): {
	readonly path: string;
	readonly width: number;
	readonly height: number;
} {
	const { projection, path } = drawWhole(land, { width: usualWidth });
	return { path, width: projection.width, height: projection.height };
}

const usualWidth = 640;

type Size = { readonly width: number; readonly height?: number };
type DrawnLand = { readonly projection: Projection; readonly path: string };

/** The whole country is the same in every drawing of a size, and dear to draw: drawn once per outline and size. */
const knownWholes = new WeakMap<LandShape, Map<string, DrawnLand>>();

function drawWhole(land: LandShape, size: Size): DrawnLand {
	const sizes = knownWholes.get(land) ?? new Map<string, DrawnLand>();
	knownWholes.set(land, sizes);
	const key = `${size.width}:${size.height ?? ""}`;
	const whole = sizes.get(key) ?? drawPart(land, size);
	// Pages draw in a size or two; whoever draws in a thousand pays for each.
	if (sizes.size < 16) sizes.set(key, whole);
	return whole;
}

function drawPart(land: LandShape, size: Size, extent?: readonly Coordinates[]): DrawnLand {
	const projection = norwayProjection(land, size, extent);
	return { projection, path: drawLand(land, projection) };
}

type DrawnPart = DrawnLand & { readonly neighbours: string; readonly beside: LandShape | undefined };

/** A county is the same in every drawing of it, and dear to draw: the last ones drawn are kept, the oldest forgotten. */
const knownParts = new WeakMap<LandShape, Map<string, DrawnPart>>();
const mostParts = 48;

function drawZoomed({ land, neighbours }: MapRequest, size: Size, extent: readonly Coordinates[]): DrawnPart {
	const parts = knownParts.get(land) ?? new Map<string, DrawnPart>();
	knownParts.set(land, parts);
	const places = extent.map(({ latitude, longitude }) => `${latitude} ${longitude}`);
	const key = `${size.width}:${size.height ?? ""}:${places.join()}`;
	const known = parts.get(key);
	if (known && known.beside === neighbours) return known;
	const part = drawPart(land, size, extent);
	const drawn = { ...part, neighbours: neighbours ? drawLand(neighbours, part.projection) : "", beside: neighbours };
	parts.set(key, drawn);
	const [oldest] = parts.keys();
	if (parts.size > mostParts && oldest !== undefined) parts.delete(oldest);
	return drawn;
}

/** A round number of kilometres about a sixth of the drawing long. */
function scaleBar(kilometresPerUnit: number, width: number): MapDrawing["scale"] {
	const room = (width / 6) * kilometresPerUnit;
	const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500];
	const kilometres = steps.findLast((step) => step <= room) ?? 1;
	return { kilometres, length: Math.round((kilometres / kilometresPerUnit) * 10) / 10 };
}
