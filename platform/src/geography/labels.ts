import type { Spot } from "./path.ts";

/** Something on a drawing that may be given its name in writing. */
export type Labelled = Spot & {
	readonly id: string;
	readonly text: string;
	/** How far the mark reaches from its spot. */
	readonly radius: number;
	/** The more important is written first; without importance it is never written. */
	readonly importance?: number | undefined;
};

export type PlacedLabel = Spot & {
	readonly id: string;
	readonly text: string;
	readonly anchor: "start" | "end" | "middle";
	/** Path of a line from the mark to a name that had to stand away from it. */
	readonly leader?: string;
};

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
type Line = { readonly from: Spot; readonly to: Spot };
type Place = Spot & Pick<PlacedLabel, "anchor"> & { readonly box: Box; readonly leader: Line | null };

/** For each name there is room for, this many are tried: past those, a place is too small to be named before others. */
const tried = 12;
/** Beside each other, in this order where they are as good: right, left, above, below, and between. */
const directions = [0, 180, -90, 90, -35, 35, 215, 145];
/** All round the mark, degrees. */
const turns = Array.from({ length: 16 }, (_, turn) => turn * 22.5);
/** How far away a name may stand with a line to its mark, in font sizes. */
const away = [1.6, 2.8, 4.2, 6, 8, 10.5];
/** Marks without a name that a line to another may pass. */
const mostPassed = 2;
/** The share of the font size that a letter is wide, on average, in the fonts of Designsystemet. */
const letterWidth = 0.58;

/**
 * Names for the most important marks, so that no name covers another name, a line or the edge. A name is written beside
 * its mark where it covers no other mark. Where all places beside are taken, one of the first half (of all, where there
 * are no more than `most`) is written farther off with a line to its mark; the others are left out. At most `most` names.
 */
export function placeLabels(
	marks: readonly Labelled[],
	frame: { readonly width: number; readonly height: number; readonly fontSize: number; readonly most: number },
): PlacedLabel[] {
	const wanted = marks
		.filter((mark) => mark.importance !== undefined)
		.sort((a, b) => (b.importance ?? 0) - (a.importance ?? 0))
		.slice(0, frame.most * tried);
	const taken: Box[] = [];
	const lines: Line[] = [];
	const placed: PlacedLabel[] = [];
	const isFree = ({ box, leader }: Place, own: Labelled) =>
		isInside(box, frame) &&
		!taken.some((other) => overlaps(box, other) || (leader !== null && crosses(leader, other))) &&
		!lines.some((line) => crosses(line, box) || (leader !== null && meet(line, leader))) &&
		!marks.some((mark) => isOther(mark, own) && touches(mark, box));
	/** Where a line must pass marks, it passes as few as there is a way to, and none that could be taken for its own. */
	const bestAway = (own: Labelled) => {
		const passed = ({ leader }: Place) =>
			leader === null ? [] : marks.filter((mark) => isOther(mark, own) && isNear(mark, leader));
		return placesAway(own, frame.fontSize)
			.filter((place) => isFree(place, own))
			.map((place, index) => ({ place, passes: passed(place), index }))
			.filter(({ passes }) => passes.length <= mostPassed && passes.every((mark) => mark.importance === undefined))
			.map(({ place, passes, index }) => ({ place, cost: passes.length * turns.length + index }))
			.sort((one, other) => one.cost - other.cost)[0]?.place;
	};
	const write = (mark: Labelled, place: Place | undefined) => {
		if (!place || placed.length >= frame.most) return;
		const { x, y, anchor, box, leader } = place;
		taken.push(grown(box, frame.fontSize * 0.4));
		if (leader) lines.push(leader);
		const shown = { id: mark.id, text: mark.text, x: round(x), y: round(y), anchor };
		placed.push(leader ? { ...shown, leader: pathOf(leader) } : shown);
	};
	const beside = (mark: Labelled) => placesBeside(mark, frame.fontSize).find((place) => isFree(place, mark));
	// Where there is room for every name, every one is worth a line.
	const leading = wanted.slice(0, wanted.length <= frame.most ? frame.most : Math.ceil(frame.most / 2));
	// Names beside their marks come first: a line leaves more room to choose.
	const crowded = leading.filter((mark) => {
		const place = beside(mark);
		write(mark, place);
		return place === undefined;
	});
	for (const mark of crowded) write(mark, bestAway(mark));
	for (const mark of wanted.slice(leading.length)) {
		if (placed.length >= frame.most) break;
		write(mark, beside(mark));
	}
	const order = new Map(wanted.map((mark, index) => [mark.id, index]));
	return placed.sort((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0));
}

function placesBeside(mark: Labelled, fontSize: number): Place[] {
	return directions.map((direction) => placeAt(mark, fontSize, mark.radius + fontSize * 0.3, direction, false));
}

function placesAway(mark: Labelled, fontSize: number): Place[] {
	return away.flatMap((step) =>
		turns.map((direction) => placeAt(mark, fontSize, mark.radius + fontSize * step, direction, true)),
	);
}

/** The name with its nearest edge at a distance from the mark, in a direction: degrees, 0 to the right, 90 downwards. */
function placeAt(mark: Labelled, fontSize: number, distance: number, direction: number, hasLeader: boolean): Place {
	const width = mark.text.length * fontSize * letterWidth;
	const [right, down] = [Math.cos((direction * Math.PI) / 180), Math.sin((direction * Math.PI) / 180)];
	const end = { x: mark.x + right * distance, y: mark.y + down * distance };
	const anchor = Math.abs(right) < 0.2 ? "middle" : right > 0 ? "start" : "end";
	// The line of writing stands on the height of the end, above it where it goes up, below where it goes down.
	const y = end.y + fontSize * (0.35 + 0.35 * down);
	const left = anchor === "start" ? end.x : anchor === "end" ? end.x - width : end.x - width / 2;
	const box = { left, right: left + width, top: y - fontSize * 0.9, bottom: y + fontSize * 0.3 };
	const rim = { x: mark.x + right * mark.radius, y: mark.y + down * mark.radius };
	const short = { x: end.x - right * fontSize * 0.2, y: end.y - down * fontSize * 0.2 };
	return { x: end.x, y, anchor, box, leader: hasLeader ? { from: rim, to: short } : null };
}

function pathOf({ from, to }: Line): string {
	return `M${round(from.x)},${round(from.y)}L${round(to.x)},${round(to.y)}`;
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}

/** Marks on the same spot are one to the eye. */
function isOther(mark: Labelled, own: Labelled): boolean {
	return Math.abs(mark.x - own.x) > 1 || Math.abs(mark.y - own.y) > 1;
}

function grown(box: Box, by: number): Box {
	return { left: box.left - by, right: box.right + by, top: box.top - by, bottom: box.bottom + by };
}

/** Whether a mark, as it is drawn, reaches into a box. */
function touches({ x, y, radius }: Labelled, box: Box): boolean {
	const beside = Math.max(box.left - x, 0, x - box.right);
	const over = Math.max(box.top - y, 0, y - box.bottom);
	return beside < radius && over < radius && beside * beside + over * over < radius * radius;
}

function isInside(box: Box, frame: { readonly width: number; readonly height: number }): boolean {
	return box.left >= 0 && box.top >= 0 && box.right <= frame.width && box.bottom <= frame.height;
}

function overlaps(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether a line passes over a mark. */
function isNear({ x, y, radius }: Labelled, { from, to }: Line): boolean {
	const [dx, dy] = [to.x - from.x, to.y - from.y];
	const length = dx * dx + dy * dy;
	const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / length));
	const [beside, over] = [x - from.x - share * dx, y - from.y - share * dy];
	return beside * beside + over * over < radius * radius;
}

/** Whether a line passes through a box. */
function crosses(line: Line, { left, right, top, bottom }: Box): boolean {
	const inside = ({ x, y }: Spot) => x > left && x < right && y > top && y < bottom;
	if (inside(line.from) || inside(line.to)) return true;
	const [a, b, c, d] = [
		{ x: left, y: top },
		{ x: right, y: top },
		{ x: right, y: bottom },
		{ x: left, y: bottom },
	];
	return meet(line, { from: a, to: c }) || meet(line, { from: b, to: d });
}

/** Whether two lines cross. */
function meet(one: Line, other: Line): boolean {
	const side = (line: Line, { x, y }: Spot) =>
		(line.to.x - line.from.x) * (y - line.from.y) - (line.to.y - line.from.y) * (x - line.from.x);
	return side(one, other.from) * side(one, other.to) < 0 && side(other, one.from) * side(other, one.to) < 0;
}
