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
};

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** A lesser name may cover this many unnamed marks: names in a crowd would only hide it. */
const mostCovered = 1;

/** For each name there is room for, this many are tried: past those, a place is too small to be named before others. */
const tried = 12;

/** The share of the font size that a letter is wide, on average, in the fonts of Designsystemet. */
const letterWidth = 0.58;

/**
 * Names for the most important marks, written beside them (right, left, above or below, where they cover the fewest
 * other marks) so that no name covers another name, a named mark or the edge. At most `most` names; the first third are
 * written even in a crowd, the others only where they hide next to nothing.
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
	const placed: PlacedLabel[] = [];
	for (const mark of wanted) {
		if (placed.length >= frame.most) break;
		const choice = placesBeside(mark, frame.fontSize)
			.filter(({ box }) => isInside(box, frame) && !taken.some((other) => overlaps(box, other)))
			.map((place) => ({ ...place, covers: marks.filter((other) => isIn(other, place.box)).length }))
			.sort((a, b) => a.covers - b.covers)[0];
		const isLeading = placed.length < frame.most / 3;
		if (!choice || (!isLeading && choice.covers > mostCovered)) continue;
		taken.push(grown(choice.box, frame.fontSize * 0.4), boxAround(mark, mark.radius));
		const { x, y, anchor } = choice;
		placed.push({ id: mark.id, text: mark.text, x: round(x), y: round(y), anchor });
	}
	return placed;
}

function placesBeside(mark: Labelled, fontSize: number) {
	const width = mark.text.length * fontSize * letterWidth;
	const gap = mark.radius + fontSize * 0.3;
	const middle = mark.y + fontSize * 0.35;
	const beside = (x: number, y: number, anchor: PlacedLabel["anchor"]) => {
		const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
		return { x, y, anchor, box: { left, right: left + width, top: y - fontSize * 0.9, bottom: y + fontSize * 0.3 } };
	};
	return [
		beside(mark.x + gap, middle, "start"),
		beside(mark.x - gap, middle, "end"),
		beside(mark.x, mark.y - gap, "middle"),
		beside(mark.x, mark.y + gap + fontSize * 0.7, "middle"),
	];
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}

function boxAround(spot: Spot, reach: number): Box {
	return { left: spot.x - reach, right: spot.x + reach, top: spot.y - reach, bottom: spot.y + reach };
}

function grown(box: Box, by: number): Box {
	return { left: box.left - by, right: box.right + by, top: box.top - by, bottom: box.bottom + by };
}

function isIn(spot: Spot, box: Box): boolean {
	return spot.x > box.left && spot.x < box.right && spot.y > box.top && spot.y < box.bottom;
}

function isInside(box: Box, frame: { readonly width: number; readonly height: number }): boolean {
	return box.left >= 0 && box.top >= 0 && box.right <= frame.width && box.bottom <= frame.height;
}

function overlaps(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
