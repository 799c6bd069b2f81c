import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaOf, cutRing, pathData, type Spot, simplify } from "./path.ts";

const square: readonly Spot[] = [
	{ x: 0, y: 0 },
	{ x: 10, y: 0 },
	{ x: 10, y: 10 },
	{ x: 0, y: 10 },
];
const frame = { left: 0, top: 0, right: 100, bottom: 100 };
const spot = fc.record({ x: fc.integer({ min: -200, max: 300 }), y: fc.integer({ min: -200, max: 300 }) });

describe("cutRing", () => {
	it("leaves what is inside as it is, and nothing of what is outside", () => {
		expect(cutRing(square, frame)).toEqual(square);
		expect(cutRing(square, { left: 50, top: 50, right: 60, bottom: 60 })).toEqual([]);
	});

	it("cuts half a square to half its area, and a ring round the frame to the frame", () => {
		expect(areaOf(cutRing(square, { ...frame, left: 5 }))).toBe(50);
		const round = [-1, 1].flatMap((y) => [-1, 1].map((x) => ({ x: x * y * 500 + 50, y: y * 500 + 50 })));
		expect(areaOf(cutRing(round, frame))).toBe(10_000);
	});

	it("never reaches outside the frame, nor covers more than the ring or the frame did", () => {
		fc.assert(
			fc.property(fc.array(spot, { minLength: 3, maxLength: 3 }), (triangle) => {
				const cut = cutRing(triangle, frame);
				for (const { x, y } of cut) {
					expect(x >= -1e-9 && x <= 100 + 1e-9 && y >= -1e-9 && y <= 100 + 1e-9).toBe(true);
				}
				expect(areaOf(cut)).toBeLessThanOrEqual(Math.min(areaOf(triangle), 10_000) + 1e-6);
			}),
		);
	});
});

describe("simplify", () => {
	it("keeps corners and drops what lies between them", () => {
		const line = [0, 1, 2, 3].map((x) => ({ x, y: 0 }));
		expect(simplify([...line, { x: 3, y: 9 }], 0.1)).toEqual([
			{ x: 0, y: 0 },
			{ x: 3, y: 0 },
			{ x: 3, y: 9 },
		]);
	});

	it("keeps the ends, and every left-out spot within the tolerance of what is left", () => {
		fc.assert(
			fc.property(
				fc.array(spot, { minLength: 2, maxLength: 40 }),
				fc.integer({ min: 1, max: 50 }),
				(line, tolerance) => {
					const kept = simplify(line, tolerance);
					expect(kept[0]).toBe(line[0]);
					expect(kept.at(-1)).toBe(line.at(-1));
					for (const one of line) expect(distanceToLine(one, kept)).toBeLessThanOrEqual(tolerance + 1e-9);
				},
			),
		);
	});
});

describe("pathData", () => {
	it("writes short relative steps that never drift from the true spots", () => {
		expect(pathData(square, true)).toBe("M0 0l10 0 0 10-10 0Z");
		expect(
			pathData(
				[
					{ x: 1.04, y: -0.55 },
					{ x: 1.26, y: 0 },
				],
				false,
			),
		).toBe("M1-.5l.3 .5");
		fc.assert(
			fc.property(fc.array(fc.record({ x: decimal(), y: decimal() }), { minLength: 2, maxLength: 60 }), (line) => {
				const end = lastSpot(pathData(line, false));
				const expected = line.at(-1);
				if (end && expected) {
					expect(Math.abs(end.x - expected.x)).toBeLessThanOrEqual(0.051);
					expect(Math.abs(end.y - expected.y)).toBeLessThanOrEqual(0.051);
				}
			}),
		);
	});

	it("writes nothing for a line that is smaller than a tenth", () => {
		expect(pathData([], true)).toBe("");
		expect(
			pathData(
				[
					{ x: 1, y: 1 },
					{ x: 1.01, y: 1 },
				],
				false,
			),
		).toBe("");
	});
});

function decimal() {
	return fc.double({ min: -500, max: 500, noNaN: true });
}

/** Where path data ends, read the way a browser reads it. */
function lastSpot(data: string): Spot | undefined {
	const numbers = [...data.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(([number]) => Number(number));
	if (numbers.length === 0) return undefined;
	const sumOf = (start: number) => numbers.filter((_, index) => index % 2 === start).reduce((sum, one) => sum + one, 0);
	return { x: sumOf(0), y: sumOf(1) };
}

function distanceToLine(one: Spot, line: readonly Spot[]): number {
	let nearest = Number.POSITIVE_INFINITY;
	for (const [index, end] of line.entries()) {
		const start = line[index - 1] ?? end;
		const length = (end.x - start.x) ** 2 + (end.y - start.y) ** 2;
		const along = (one.x - start.x) * (end.x - start.x) + (one.y - start.y) * (end.y - start.y);
		const share = length === 0 ? 0 : Math.max(0, Math.min(1, along / length));
		const x = start.x + share * (end.x - start.x);
		const y = start.y + share * (end.y - start.y);
		nearest = Math.min(nearest, Math.hypot(one.x - x, one.y - y));
	}
	return nearest;
}
