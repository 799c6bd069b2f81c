import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { linePath, share, ticks } from "./chart-scale.ts";
import { findChoice } from "./choice.ts";
import { DateRange } from "./DateRange.tsx";
import { Field } from "./Field.tsx";
import { labelsIn } from "./field-labels.ts";
import { NoValue } from "./NoValue.tsx";
import { mayMove, moveTargets, pathTo, subtree, type TreeNode, toTree } from "./tree-nodes.ts";

describe("ticks", () => {
	test.each([
		[0, 100, [0, 20, 40, 60, 80, 100]],
		[0, 1180, [0, 250, 500, 750, 1000, 1250]],
		[0, 0.3, [0, 0.1, 0.2, 0.3]],
		[-3, 7, [-4, -2, 0, 2, 4, 6, 8]],
		[0, 0, [0, 0.2, 0.4, 0.6, 0.8, 1]],
	])("from %d to %d", (low, high, expected) => expect(ticks(low, high)).toEqual(expected));

	test("always reach both ends, at even steps, and are not many", () => {
		fc.assert(
			fc.property(
				fc.double({ min: -1e6, max: 0, noNaN: true }),
				fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
				(low, high) => {
					const found = ticks(low, high);
					const [first = NaN, second = NaN] = found;
					const unseen = (second - first) * 1.001e-9;
					expect(first).toBeLessThanOrEqual(low + unseen);
					expect(found.at(-1)).toBeGreaterThanOrEqual(high - unseen);
					expect(found.length).toBeLessThanOrEqual(8);
					expect(new Set(found).size).toBe(found.length);
				},
			),
			{ numRuns: 2000, examples: [[-0.0000010000000000000002, 4999.999999000001]] },
		);
	});
});

test("a line breaks where a value is missing", () => {
	expect(linePath([0, 50, null, 100])).toBe(`M0 100L${share(1, 0, 3)} 50M100 0`);
	expect(linePath([50])).toBe("M50 50");
	expect(linePath([null, null])).toBe("");
});

test("a choice is found by its words, whatever the case, and only when it is one", () => {
	const choices = [
		{ value: "1", label: "Våler (Innlandet)" },
		{ value: "2", label: "Våler (Østfold)" },
		{ value: "3", label: "Bø" },
		{ value: "4", label: "bø" },
	];
	expect(findChoice(choices, " våler  (østfold) ")?.value).toBe("2");
	expect(findChoice(choices, "1")?.value).toBe("1");
	expect(findChoice(choices, "Bø")).toBeUndefined();
	expect(findChoice(choices, "")).toBeUndefined();
});

test("fields written in a form are named in its summary, also inside other elements", () => {
	const content = (
		<div>
			<Field name="a" label="Navn" />
			{[<Field key="b" name="b" label="E-post" kind="email" />]}
			<DateRange legend="Når" from={{ name: "from", label: "Fra" }} to={{ name: "to", label: "Til" }} />
			<Field name="c" />
			text
		</div>
	);
	expect(labelsIn(content)).toEqual({ a: "Navn", b: "E-post", from: "Fra", to: "Til" });
});

describe("trees", () => {
	const rows = fc.array(fc.nat({ max: 30 }), { maxLength: 30 }).map((parents) =>
		// Each row's parent stands somewhere before it, or it stands at the root.
		parents.map((parent, index) => ({ id: String(index), parentId: parent < index ? String(parent) : null })),
	);
	const build = (some: readonly { readonly id: string; readonly parentId: string | null }[]) =>
		toTree(some, ({ id }, children: readonly TreeNode[]): TreeNode => ({ id, label: id, children }));

	test("hold every row once, under its parent", () => {
		fc.assert(
			fc.property(rows, (some) => {
				const nodes = build(some);
				expect(nodes.flatMap(subtree).sort()).toEqual(some.map(({ id }) => id).sort());
				for (const { id, parentId } of some) expect(pathTo(nodes, id).at(-2) ?? null).toBe(parentId);
			}),
		);
	});

	test("dragging and the form agree on where a node may go, and never into itself", () => {
		fc.assert(
			fc.property(rows, fc.nat({ max: 29 }), (some, moved) => {
				const nodes = build(some);
				const id = String(moved);
				fc.pre(moved < some.length);
				const offered = new Set(moveTargets(nodes, id).map(({ value }) => value));
				for (const { id: target } of some) {
					expect(offered.has(target)).toBe(mayMove(nodes, id, target));
					if (pathTo(nodes, target).includes(id)) expect(offered.has(target)).toBe(false);
				}
			}),
		);
	});

	test("places with the same name are told apart by their path", () => {
		const nodes = [
			{ id: "a", label: "Nord", children: [{ id: "a1", label: "Skole", children: [] }] },
			{ id: "b", label: "Sør", children: [{ id: "b1", label: "Skole", children: [] }] },
		];
		expect(moveTargets(nodes, "b1").map(({ label }) => label)).toEqual(["Nord", "Nord › Skole"]);
	});

	test("a root over everything is named alone", () => {
		const below = [
			{ id: "a", label: "Helse", children: [{ id: "a1", label: "Skole", children: [] }] },
			{ id: "b", label: "Velferd", children: [] },
		];
		const labels = moveTargets([{ id: "top", label: "Øverst", children: below }], "b").map(({ label }) => label);
		expect(labels).toEqual(["Helse", "Helse › Skole"]);
	});
});

test("where there is no value a dash is seen and a word is heard", () => {
	const html = renderToStaticMarkup(<NoValue />);
	expect(html).toMatch(/<span aria-hidden="true">–<\/span><span class="visually-hidden">Ingen<\/span>/);
});
