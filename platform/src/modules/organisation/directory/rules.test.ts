import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { followSuccession, type Link } from "./rules.ts";

describe("following who became whom", () => {
	const link = (predecessorId: string, successorId: string, share: number): Link => ({
		predecessorId,
		successorId,
		share,
		happenedOn: "2020-01-01",
	});
	const follow = (from: string, links: readonly Link[], existing: readonly string[]) =>
		Object.fromEntries(followSuccession(from, links, (id) => existing.includes(id)));

	test("stays where the organisation still exists", () => {
		expect(follow("a", [link("a", "b", 1)], ["a", "b"])).toEqual({ a: 1 });
	});

	test("multiplies along a chain and adds up where branches meet", () => {
		const links = [
			link("a", "b", 0.5),
			link("a", "c", 0.5),
			link("b", "d", 1),
			link("c", "d", 0.4),
			link("c", "e", 0.6),
		];
		expect(follow("a", links, ["d", "e"])).toEqual({ d: 0.7, e: 0.3 });
	});

	test("ends where nobody took over, and does not go in circles", () => {
		expect(follow("a", [], [])).toEqual({});
		expect(follow("a", [link("a", "b", 1), link("b", "a", 1)], [])).toEqual({});
	});

	test("loses nobody: shares of a split that is complete add up to one", () => {
		const tree = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });
		fc.assert(
			fc.property(tree, (widths) => {
				const links: Link[] = [];
				let level = ["root"];
				for (const [depth, width] of widths.entries())
					level = level
						.flatMap((from) =>
							Array.from({ length: width }, (_, index) => {
								const to = `${depth}-${from}-${index}`;
								links.push(link(from, to, 1 / width));
								return to;
							}),
						)
						.slice(0, 50);
				const ends = links.map((one) => one.successorId).filter((id) => !links.some((one) => one.predecessorId === id));
				const sum = [...followSuccession("root", links, (id) => ends.includes(id)).values()].reduce((a, b) => a + b, 0);
				expect(sum).toBeCloseTo(1, 9);
			}),
		);
	});
});
