/** Plane geometry for drawing: rings are cut to the frame, simplified to what the eye can see, and written as SVG. */

export type Spot = { readonly x: number; readonly y: number };
export type Frame = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/**
 * The part of a ring inside a frame (Sutherland–Hodgman, one side at a time). Where the ring leaves and comes back, the
 * cut runs along the frame, so the frame should be a little larger than what is shown.
 */
export function cutRing(ring: readonly Spot[], frame: Frame): readonly Spot[] {
	const sides: readonly [inside: (spot: Spot) => boolean, crossing: (from: Spot, to: Spot) => Spot][] = [
		[(spot) => spot.x >= frame.left, (from, to) => atX(from, to, frame.left)],
		[(spot) => spot.x <= frame.right, (from, to) => atX(from, to, frame.right)],
		[(spot) => spot.y >= frame.top, (from, to) => atY(from, to, frame.top)],
		[(spot) => spot.y <= frame.bottom, (from, to) => atY(from, to, frame.bottom)],
	];
	let kept = ring;
	for (const [inside, crossing] of sides) {
		const next: Spot[] = [];
		let previous = kept.at(-1);
		for (const spot of kept) {
			if (previous && inside(previous) !== inside(spot)) next.push(crossing(previous, spot));
			if (inside(spot)) next.push(spot);
			previous = spot;
		}
		kept = next;
	}
	return kept;
}

/**
 * A line without the bends smaller than `tolerance` (Douglas–Peucker); the ends stay. Given a ring whose first and last
 * spot are the same, it gives such a ring back.
 */
export function simplify(line: readonly Spot[], tolerance: number): Spot[] {
	const keep = new Set<number>([0, line.length - 1]);
	const open: [number, number][] = [[0, line.length - 1]];
	for (let span = open.pop(); span; span = open.pop()) {
		const [from, to] = span;
		const start = line[from];
		const end = line[to];
		if (!start || !end) continue;
		let farthest = tolerance;
		let bend: number | undefined;
		for (let index = from + 1; index < to; index++) {
			const spot = line[index];
			const away = spot ? distanceToSegment(spot, start, end) : 0;
			if (away > farthest) {
				farthest = away;
				bend = index;
			}
		}
		if (bend === undefined) continue;
		keep.add(bend);
		open.push([from, bend], [bend, to]);
	}
	return line.filter((_, index) => keep.has(index));
}

/** The area a ring encloses, in square drawing units. */
export function areaOf(ring: readonly Spot[]): number {
	let twice = 0;
	let previous = ring.at(-1);
	for (const spot of ring) {
		if (previous) twice += previous.x * spot.y - spot.x * previous.y;
		previous = spot;
	}
	return Math.abs(twice) / 2;
}

/** SVG path data with one decimal, in steps relative to the last spot, as short as it can be written. */
export function pathData(line: readonly Spot[], closed: boolean): string {
	let x = 0;
	let y = 0;
	let data = "";
	for (const [index, spot] of line.entries()) {
		// Whole tenths, so that rounding never adds up along the line.
		const nextX = Math.round(spot.x * 10);
		const nextY = Math.round(spot.y * 10);
		if (index === 0) data += `M${tenths(nextX)}${after(tenths(nextY))}l`;
		else if (nextX !== x || nextY !== y) {
			const step = tenths(nextX - x) + after(tenths(nextY - y));
			data += data.endsWith("l") ? step : after(step);
		}
		x = nextX;
		y = nextY;
	}
	return data.endsWith("l") || data === "" ? "" : data + (closed ? "Z" : "");
}

/** A number of tenths as SVG reads it: no leading zero. */
function tenths(count: number): string {
	return String(count / 10).replace(/^(-?)0\./, "$1.");
}

/** A minus sign separates by itself. */
function after(number: string): string {
	return number.startsWith("-") ? number : ` ${number}`;
}

function distanceToSegment(spot: Spot, start: Spot, end: Spot): number {
	const alongX = end.x - start.x;
	const alongY = end.y - start.y;
	const length = alongX ** 2 + alongY ** 2;
	const share = length === 0 ? 0 : ((spot.x - start.x) * alongX + (spot.y - start.y) * alongY) / length;
	const clamped = Math.max(0, Math.min(1, share));
	return Math.hypot(spot.x - start.x - clamped * alongX, spot.y - start.y - clamped * alongY);
}

function atX(from: Spot, to: Spot, x: number): Spot {
	return { x, y: from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x) };
}

function atY(from: Spot, to: Spot, y: number): Spot {
	return { x: from.x + ((to.x - from.x) * (y - from.y)) / (to.y - from.y), y };
}
