import type { Labelled } from "./labels.ts";
import type { Spot } from "./path.ts";
import type { Coordinates } from "./place.ts";

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
	/** What is written beside it, where the whole label is too long for that. */
	readonly short?: string;
	/** How many it stands for, none too: drawn with the number in it, and clear of all others like it. */
	readonly count?: number;
	/** What it belongs to, in words, for the table (a county). */
	readonly group?: string;
};

const mapTones = ["municipality", "institution", "own", "other"] as const;
export type MapTone = (typeof mapTones)[number];

/** A mark on the drawing: one point, or several of one tone gathered where they would cover each other. */
export type MapMark = Spot & {
	/** The point's; of several, the first one's. */
	readonly id: string;
	readonly label: string;
	readonly href: string;
	readonly tone: MapTone;
	readonly radius: number;
	/** How far from the spot a pointer still means this mark; no two reaches overlap where the marks do not. */
	readonly reach: number;
	/** How many it stands for; null where it is one thing, and has no number. */
	readonly count: number | null;
	readonly isSelected: boolean;
};

export type Gathering = {
	/** Where a mark of several points leads. Without it points are never gathered, only drawn apart. */
	readonly gatheredHref?: (points: readonly MapPoint[]) => string;
	/** The name of a mark of several points. */
	readonly gatheredLabel?: (points: readonly MapPoint[]) => string;
	/** The point the page is about: always named, and marked. */
	readonly selected?: string | undefined;
};

/** A point with its place in the drawing. */
export type PlacedPoint = Spot & { readonly point: MapPoint };
export type ArrangedMark = Omit<MapMark, "reach"> & Labelled;

/** Default mark sizes, drawing units. */
const radii: Readonly<Record<MapTone, number>> = { municipality: 3.6, institution: 6.5, own: 7, other: 5 };

/** Frames lie under dots, so that a town with a university shows as a dot in a frame, and one's own lies on top. */
const layers: readonly MapTone[] = ["other", "institution", "municipality", "own"];

/** Points nearer than this (drawing units) lie on top of each other. */
const onTop = 4;
/** Room between points that stand for many, drawing units: they are drawn larger on a narrow screen. */
const clear = 10;
/** Points drawn apart may stray this far from their true place before they are gathered in one mark instead. */
const strayKilometres = 12;

/**
 * A mark for every point, tone by tone, the lowest first: the order they are painted and reached by keyboard in. Within
 * a tone they keep the order of the points.
 */
export function arrangeMarks(
	placed: readonly PlacedPoint[],
	gathering: Gathering,
	kilometresPerUnit: number,
): ArrangedMark[] {
	return groupOnTop(spreadCounted(placed))
		.flatMap((group) => markGroup(group, gathering, kilometresPerUnit))
		.sort((a, b) => layers.indexOf(a.tone) - layers.indexOf(b.tone))
		.map(emphasised);
}

/** Marks as names must stand clear of them: of every mark on the same spot, not only their own. */
export function withClearance(marks: readonly ArrangedMark[]): ArrangedMark[] {
	return marks.map((mark) => {
		const there = marks.filter((other) => distanceOf(mark, other) < onTop);
		return { ...mark, radius: Math.max(...there.map((other) => other.radius)) + (mark.isSelected ? 4 : 0) };
	});
}

/** Half the way to the nearest other mark, so that a finger between two always means the nearer. */
export function withReach(marks: readonly ArrangedMark[]): MapMark[] {
	return marks.map(({ text: _text, importance: _importance, ...mark }) => {
		let nearest = 32;
		for (const other of marks) {
			const away = distanceOf(mark, other);
			if (other.id !== mark.id && away > onTop) nearest = Math.min(nearest, away);
		}
		return { ...mark, reach: Math.max(mark.radius, rounded(nearest / 2)) };
	});
}

/** Times that points which stand for many are moved from each other: each time there is less left to move. */
const moves = 40;

/** Points that stand for many, moved just so far that none covers another, or the reader's own. The rest stay. */
function spreadCounted(placed: readonly PlacedPoint[]): PlacedPoint[] {
	const discOf = ({ point, x, y }: PlacedPoint) => ({ point, x, y, radius: radiusOf(point) });
	const counted = placed.filter(({ point }) => isCounted(point)).map(discOf);
	const own = placed.filter(({ point }) => point.tone === "own").map(discOf);
	for (let move = 0, moved = true; move < moves && moved; move++) {
		moved = false;
		for (const one of counted) {
			for (const other of counted) {
				if (one === other) continue;
				const missing = missingBetween(one, other);
				if (missing <= 0) continue;
				moved = true;
				const away = distanceOf(one, other);
				const [x, y] = away === 0 ? [1, 0] : [(other.x - one.x) / away, (other.y - one.y) / away];
				one.x -= (x * missing) / 2;
				one.y -= (y * missing) / 2;
				other.x += (x * missing) / 2;
				other.y += (y * missing) / 2;
			}
			for (const still of own) {
				const missing = missingBetween(one, still);
				if (missing <= 0) continue;
				moved = true;
				const away = distanceOf(still, one);
				const [x, y] = away === 0 ? [0, 1] : [(one.x - still.x) / away, (one.y - still.y) / away];
				one.x += x * missing;
				one.y += y * missing;
			}
		}
	}
	return [...counted.map(({ point, x, y }) => ({ point, x, y })), ...placed.filter(({ point }) => !isCounted(point))];
}

type Disc = Spot & { readonly radius: number };

/** How much nearer each other two discs are than they may be, drawing units; nothing missing is 0 or less. */
function missingBetween(one: Disc, other: Disc): number {
	const wanted = one.radius + other.radius + clear;
	const [x, y] = [one.x - other.x, one.y - other.y];
	// Most are far apart, and seen to be without working out how far.
	return x > wanted || x < -wanted || y > wanted || y < -wanted ? 0 : wanted - Math.sqrt(x * x + y * y);
}

function isCounted(point: MapPoint): boolean {
	return point.count !== undefined;
}

/** Points that would cover each other. Dots never move: a municipality stays where it is, alone in its group. */
function groupOnTop(placed: readonly PlacedPoint[]): PlacedPoint[][] {
	const groups: PlacedPoint[][] = [];
	for (const spot of placed) {
		const group =
			isDot(spot.point) || isCounted(spot.point)
				? undefined
				: groups.find(
						([first]) =>
							first !== undefined && !isDot(first.point) && !isCounted(first.point) && distanceOf(first, spot) < onTop,
					);
		if (group) group.push(spot);
		else groups.push([spot]);
	}
	return groups;
}

/** Draws a group's points apart where there is room near their true place, else gathers them, one mark a tone. */
function markGroup(group: readonly PlacedPoint[], gathering: Gathering, kilometresPerUnit: number): ArrangedMark[] {
	const [first] = group;
	if (!first) return [];
	const { gatheredHref, gatheredLabel, selected } = gathering;
	const step = 2 * Math.max(...group.map(({ point }) => radiusOf(point))) + 1;
	const stray = spiral(group.length - 1, step);
	if (!gatheredHref || Math.hypot(stray.x, stray.y) * kilometresPerUnit <= strayKilometres) {
		return group.map(({ point, x, y }, index) => {
			const away = spiral(index, step);
			return markOf([point], { x: x + away.x, y: y + away.y }, point.label, point.href, selected);
		});
	}
	return mapTones.flatMap((tone) => {
		const points = group.map(({ point }) => point).filter((point) => toneOf(point) === tone);
		const [only] = points;
		if (!only) return [];
		if (points.length === 1) return [markOf(points, first, only.label, only.href, selected)];
		const label = gatheredLabel?.(points) ?? points.map((point) => point.label).join(", ");
		return [markOf(points, first, label, gatheredHref(points), selected)];
	});
}

function markOf(
	points: readonly MapPoint[],
	at: Spot,
	label: string,
	href: string,
	selected: string | undefined,
): ArrangedMark {
	const [first] = points;
	const importance = points.reduce<number | undefined>(
		(most, point) => (point.importance === undefined ? most : Math.max(most ?? 0, point.importance)),
		undefined,
	);
	return {
		id: first?.id ?? "",
		label,
		text: (points.length === 1 ? first?.short : undefined) ?? label,
		href,
		x: rounded(at.x),
		y: rounded(at.y),
		tone: first ? toneOf(first) : "other",
		radius: Math.max(0, ...points.map(radiusOf)) + (points.length > 1 ? 2 : 0),
		count:
			points.length > 1 || points.some(isCounted) ? points.reduce((sum, { count }) => sum + (count ?? 1), 0) : null,
		isSelected: points.some((point) => point.id === selected),
		importance,
	};
}

/** The mark the page is about is named before all others, and a little larger. */
function emphasised(mark: ArrangedMark): ArrangedMark {
	return mark.isSelected ? { ...mark, importance: Number.POSITIVE_INFINITY, radius: mark.radius + 2 } : mark;
}

/** A sunflower: each further point a golden angle on and a little farther out, none on top of another. */
function spiral(index: number, step: number): Spot {
	const away = step * Math.sqrt(index);
	const angle = index * Math.PI * (3 - Math.sqrt(5)) - Math.PI / 2;
	return { x: away * Math.cos(angle), y: away * Math.sin(angle) };
}

function isDot(point: MapPoint): boolean {
	return toneOf(point) === "municipality" || toneOf(point) === "own";
}

function toneOf(point: MapPoint): MapTone {
	return point.tone ?? "municipality";
}

function radiusOf(point: MapPoint): number {
	return point.size ?? radii[toneOf(point)];
}

function distanceOf(one: Spot, other: Spot): number {
	// Asked for every pair: Math.hypot guards against overflow and takes many times as long.
	return Math.sqrt((one.x - other.x) ** 2 + (one.y - other.y) ** 2);
}

function rounded(value: number): number {
	return Math.round(value * 10) / 10;
}
