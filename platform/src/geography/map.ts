import { type Labelled, type PlacedLabel, placeLabels } from "./labels.ts";
import { type BorderLines, drawAreas, drawLand, drawLines } from "./land.ts";
import type { LandShape } from "./outline.ts";
import type { Spot } from "./path.ts";
import type { Coordinates } from "./place.ts";
import { norwayProjection } from "./projection.ts";

/** Something to show on the map. */
export type MapPoint = {
	readonly id: string;
	readonly label: string;
	/** Where a click on it leads. */
	readonly href: string;
	readonly at: Coordinates;
	/** What kind of mark it gets; the style sheet knows the shapes and colours. Defaults to municipality. */
	readonly tone?: MapTone;
	/** How far the mark reaches, in drawing units; each tone has its own default. */
	readonly size?: number;
	/** The more important is named in writing first (a population will do); without it the name shows on pointing only. */
	readonly importance?: number;
	/** What it belongs to, in words, for the table (a county). */
	readonly group?: string;
};

export const mapTones = ["municipality", "institution", "own", "other"] as const;
export type MapTone = (typeof mapTones)[number];

/** A mark on the drawing: one point, or several of one tone gathered where they would cover each other. */
export type MapMark = Spot & {
	readonly id: string;
	readonly label: string;
	readonly href: string;
	readonly tone: MapTone;
	readonly radius: number;
	/** How far from the spot a pointer still means this mark; no two reaches overlap where the marks do not. */
	readonly reach: number;
	/** How many points it stands for. */
	readonly count: number;
	readonly isSelected: boolean;
};

/** Everything a drawing of Norway needs, as plain data: computed on the server, sent with the page. */
export type MapDrawing = {
	readonly width: number;
	readonly height: number;
	readonly land: string;
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

export type MapRequest = {
	readonly land: LandShape;
	readonly neighbours?: LandShape;
	readonly points: readonly MapPoint[];
	/** Drawing width in units; a unit is a pixel on a wide screen. */
	readonly width?: number;
	/** Drawing height; follows from the land when not given. */
	readonly height?: number;
	/** Zooms to fit these points; the whole country without them. */
	readonly extent?: readonly Coordinates[];
	/** Where a mark of several points leads. Without it points are never gathered, only drawn apart. */
	readonly gatheredHref?: (points: readonly MapPoint[]) => string;
	/** The name of a mark of several points. */
	readonly gatheredLabel?: (points: readonly MapPoint[]) => string;
	readonly borders?: BorderLines;
	readonly areas?: readonly { readonly id: string; readonly shape: LandShape }[];
	/** The point the page is about: always named, and marked. */
	readonly selected?: string | undefined;
	/** At most this many names in writing on a wide screen. */
	readonly labels?: number;
};

/** Default mark sizes, drawing units. */
const radii: Readonly<Record<MapTone, number>> = { municipality: 3.6, institution: 6.5, own: 7, other: 3.2 };

/** The size of the names in the drawing, drawing units; the style sheet says the same. */
const fontSizes = { wide: 13, narrow: 23 };
/** On a narrow screen the marks are this much larger in drawing units; the style sheet says the same. */
const narrowMarks = 1.35;

/** Points of one tone nearer than this (drawing units) lie on top of each other. */
const onTop = 4;
/** Points drawn apart may stray this far from their true place before they are gathered in one mark instead. */
const strayKilometres = 12;

/**
 * Norway as plain drawing data: land, borders and areas as path data, a mark for every point inside the drawing, and
 * names beside the most important ones. Pure: the same request gives the same drawing. Marks keep the order of the points.
 */
export function drawMap(request: MapRequest): MapDrawing {
	const { land, points, extent, height } = request;
	const projection = norwayProjection(
		land,
		{ width: request.width ?? 640, ...(height === undefined ? {} : { height }) },
		extent,
	);
	const { width, kilometresPerUnit } = projection;
	const isZoomed = extent !== undefined && extent.length > 0;
	const placed = points
		.map((point) => ({ point, ...projection.place(point.at) }))
		.filter((spot) => spot.x >= 0 && spot.y >= 0 && spot.x <= width && spot.y <= projection.height);

	const marks = groupOnTop(placed)
		.flatMap((group) => markGroup(group, request, kilometresPerUnit))
		.map((mark) =>
			mark.isSelected ? { ...mark, importance: Number.POSITIVE_INFINITY, radius: mark.radius + 2 } : mark,
		);
	// A name stands clear of every mark on the same spot, not only of its own.
	const named = marks.map((mark) => ({ ...mark, radius: widestOn(mark, marks) + (mark.isSelected ? 4 : 0) }));
	const frame = { width, height: projection.height };
	const most = request.labels ?? 14;
	return {
		width,
		height: projection.height,
		land: drawLand(land, projection),
		neighbours: isZoomed && request.neighbours ? drawLand(request.neighbours, projection) : "",
		isZoomed,
		borders: request.borders ? drawLines(request.borders, projection) : "",
		areas: drawAreas(request.areas ?? [], projection),
		marks: withReach(marks),
		labels: {
			wide: placeLabels(named, { ...frame, fontSize: fontSizes.wide, most }),
			narrow: placeLabels(
				named.map((mark) => ({ ...mark, radius: mark.radius * narrowMarks })),
				{ ...frame, fontSize: fontSizes.narrow, most: Math.ceil(most / 2) },
			),
		},
		scale: scaleBar(kilometresPerUnit, width),
	};
}

type Placed = Spot & { readonly point: MapPoint };
type Drawn = Omit<MapMark, "reach"> & Labelled;

function groupOnTop(placed: readonly Placed[]): Placed[][] {
	const groups: Placed[][] = [];
	for (const spot of placed) {
		const group = groups.find(([first]) => {
			return (
				first !== undefined &&
				toneOf(first.point) === toneOf(spot.point) &&
				Math.hypot(first.x - spot.x, first.y - spot.y) < onTop
			);
		});
		if (group && toneOf(spot.point) !== "municipality") group.push(spot);
		else groups.push([spot]);
	}
	return groups;
}

function markGroup(group: readonly Placed[], request: MapRequest, kilometresPerUnit: number): Drawn[] {
	const [first] = group;
	if (!first) return [];
	const step = 2 * Math.max(...group.map(({ point }) => radiusOf(point))) + 1;
	const stray = spiral(group.length - 1, step);
	if (
		!request.gatheredHref ||
		group.length === 1 ||
		Math.hypot(stray.x, stray.y) * kilometresPerUnit <= strayKilometres
	) {
		return group.map(({ point, x, y }, index) => {
			const away = spiral(index, step);
			return mark([point], { x: x + away.x, y: y + away.y }, point.label, point.href, request.selected);
		});
	}
	const points = group.map(({ point }) => point);
	const label = request.gatheredLabel?.(points) ?? points.map((point) => point.label).join(", ");
	return [mark(points, first, label, request.gatheredHref(points), request.selected)];
}

function mark(points: readonly MapPoint[], at: Spot, label: string, href: string, selected: string | undefined): Drawn {
	const [first] = points;
	const importance = points.reduce<number | undefined>(
		(most, point) => (point.importance === undefined ? most : Math.max(most ?? 0, point.importance)),
		undefined,
	);
	return {
		id: first?.id ?? "",
		label,
		text: label,
		href,
		x: Math.round(at.x * 10) / 10,
		y: Math.round(at.y * 10) / 10,
		tone: first ? toneOf(first) : "other",
		radius: Math.max(0, ...points.map(radiusOf)) + (points.length > 1 ? 2 : 0),
		count: points.length,
		isSelected: points.some((point) => point.id === selected),
		importance,
	};
}

function widestOn(spot: Spot, marks: readonly Drawn[]): number {
	const there = marks.filter((mark) => Math.hypot(mark.x - spot.x, mark.y - spot.y) < onTop);
	return Math.max(...there.map((mark) => mark.radius));
}

/** A sunflower: each further point a golden angle on and a little farther out, none on top of another. */
function spiral(index: number, step: number): Spot {
	const away = step * Math.sqrt(index);
	const angle = index * Math.PI * (3 - Math.sqrt(5)) - Math.PI / 2;
	return { x: away * Math.cos(angle), y: away * Math.sin(angle) };
}

/** Half the way to the nearest other mark, so that a finger between two always means the nearer. */
function withReach(marks: readonly Drawn[]): MapMark[] {
	return marks.map(({ id, label, href, x, y, tone, radius, count, isSelected }) => {
		let nearest = 32;
		for (const other of marks) {
			const away = Math.hypot(other.x - x, other.y - y);
			if (other.id !== id && away > onTop) nearest = Math.min(nearest, away);
		}
		const reach = Math.max(radius, Math.round((nearest / 2) * 10) / 10);
		return { id, label, href, x, y, tone, radius, count, isSelected, reach };
	});
}

/** A round number of kilometres about a sixth of the drawing long. */
function scaleBar(kilometresPerUnit: number, width: number): MapDrawing["scale"] {
	const room = (width / 6) * kilometresPerUnit;
	const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500];
	const kilometres = steps.findLast((step) => step <= room) ?? 1;
	return { kilometres, length: Math.round((kilometres / kilometresPerUnit) * 10) / 10 };
}

function toneOf(point: MapPoint): MapTone {
	return point.tone ?? "municipality";
}

function radiusOf(point: MapPoint): number {
	return point.size ?? radii[toneOf(point)];
}
