import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Labelled, type PlacedLabel, placeLabels } from "./labels.ts";

const frame = { width: 400, height: 400, fontSize: 13, most: 12 };
const mark = (id: string, x: number, y: number, importance?: number, radius = 4): Labelled => ({
	...{ id, text: `Navn ${id}`, x, y, radius, importance },
});

function boxOf({ x, y, text, anchor }: PlacedLabel) {
	const width = text.length * frame.fontSize * 0.58;
	const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
	return { left, right: left + width, top: y - frame.fontSize * 0.9, bottom: y + frame.fontSize * 0.3 };
}

const marks = fc.uniqueArray(
	fc.record({
		x: fc.integer({ min: 0, max: 400 }),
		y: fc.integer({ min: 0, max: 400 }),
		importance: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
		radius: fc.integer({ min: 3, max: 20 }),
	}),
	{ maxLength: 40, selector: ({ x, y }) => `${x >> 1} ${y >> 1}` },
);

describe("names on a map", () => {
	it("never cover a mark of others, each other, or the edge", () => {
		fc.assert(
			fc.property(marks, (given) => {
				const all = given.map(({ x, y, importance, radius }, index) => mark(String(index), x, y, importance, radius));
				const labels = placeLabels(all, frame);
				expect(labels.length).toBeLessThanOrEqual(frame.most);
				for (const label of labels) {
					const box = boxOf(label);
					expect(box.left >= -0.1 && box.right <= 400.1 && box.top >= -0.1 && box.bottom <= 400.1).toBe(true);
					const own = all.find((one) => one.id === label.id);
					for (const other of all) {
						if (Math.abs(other.x - (own?.x ?? 0)) <= 1 && Math.abs(other.y - (own?.y ?? 0)) <= 1) continue;
						const beside = Math.max(box.left - other.x, 0, other.x - box.right);
						const over = Math.max(box.top - other.y, 0, other.y - box.bottom);
						expect(Math.hypot(beside, over)).toBeGreaterThan(other.radius - 0.2);
					}
					for (const other of labels) {
						if (other.id === label.id) continue;
						const next = boxOf(other);
						expect(
							box.right <= next.left || next.right <= box.left || box.bottom <= next.top || next.bottom <= box.top,
						).toBe(true);
					}
				}
			}),
			{ numRuns: 300 },
		);
	});

	it("take the most important first, and leave out those without room", () => {
		const three = [mark("a", 100, 100, 1), mark("b", 200, 200, 9), mark("c", 300, 300, 5)];
		expect(placeLabels(three, { ...frame, most: 2 }).map((label) => label.id)).toEqual(["b", "c"]);
		const crowd = Array.from({ length: 25 }, (_, index) =>
			mark(String(index), 200 + 9 * (index % 5), 200 + 9 * Math.floor(index / 5), index),
		);
		expect(placeLabels(crowd, frame).length).toBeLessThan(frame.most);
		expect(placeLabels([mark("a", 200, 200)], frame)).toEqual([]);
	});

	it("stand away with a line where all places beside are taken, if they are among the most important", () => {
		const ring = Array.from({ length: 12 }, (_, turn) => {
			const angle = (turn * Math.PI) / 6;
			return mark(`r${turn}`, 200 + 18 * Math.cos(angle), 200 + 18 * Math.sin(angle), undefined, 3);
		});
		const [label] = placeLabels([mark("midt", 200, 200, 5, 3), ...ring], frame);
		expect(label?.leader).toMatch(/^M[\d.]+,[\d.]+L[\d.]+,[\d.]+$/);
		const alone = placeLabels([mark("midt", 200, 200, 5, 3)], frame);
		expect(alone[0]).not.toHaveProperty("leader");
		expect(alone[0]).toMatchObject({ anchor: "start" });
	});
});
