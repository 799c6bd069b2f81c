import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { UnitRow } from "./contract.ts";
import { arrangeTree, narrowTree, outlives, placeAmong, refuseMove } from "./rules.ts";

function row(id: string, parentId: string | null): UnitRow {
	return {
		...{ organisationId: "o", id, parentId, name: id, code: null, setting: null, sector: "social", place: null },
		...{ municipalityNumber: null, validFrom: "2020-01-01", validTo: null, published: true, version: 1 },
	};
}

/** A forest: each unit hangs under an earlier one, or at the top. */
const forest = fc
	.array(fc.option(fc.nat()), { minLength: 1, maxLength: 60 })
	.map((parents) =>
		parents.map((parent, index) => row(String(index), parent === null || index === 0 ? null : String(parent % index))),
	);

describe("searching the tree", () => {
	const lines = [
		{ ...row("1", null), name: "Helse og omsorg", code: "40" },
		{ ...row("2", "1"), name: "Østbyen", code: "4120", setting: "nursing-home" },
		{ ...row("3", "2"), name: "Avdeling A", code: "4121" },
		{ ...row("4", "1"), name: "Vestbyen", setting: "school" },
	];
	const found = (search: string) => {
		const { shown, found } = narrowTree(lines, search, (setting) => (setting === "school" ? "Skole" : "Sykehjem"));
		return [shown.map((line) => line.id).join(""), [...found].join("")];
	};

	test("finds by name, code and setting however spelled, and shows what is above", () => {
		expect(found("ostbyen")).toEqual(["12", "2"]);
		expect(found("412")).toEqual(["123", "23"]);
		expect(found("sykehjem øst")).toEqual(["12", "2"]);
		expect(found("SKOLE")).toEqual(["14", "4"]);
		expect(found("avdeling")).toEqual(["123", "3"]);
		expect(found("finnes ikke")).toEqual(["", ""]);
		expect(found("  ")).toEqual(["1234", "1234"]);
	});

	test("never shows a unit without what is above it", () => {
		fc.assert(
			fc.property(forest, fc.constantFrom("1", "2", "12", "3 4", ""), (rows, search) => {
				const { shown, found } = narrowTree(arrangeTree(rows), search, () => "");
				const ids = new Set(shown.map((line) => line.id));
				for (const line of shown) expect(line.parentId === null || ids.has(line.parentId)).toBe(true);
				for (const id of found) expect(ids.has(id)).toBe(true);
			}),
		);
	});
});

describe("the tree", () => {
	test("has every unit once, each right under its parent", () => {
		fc.assert(
			fc.property(forest, fc.nat(), (rows, seed) => {
				const shuffled = [...rows].sort(
					(a, b) => ((Number(a.id) * 31 + seed) % 17) - ((Number(b.id) * 31 + seed) % 17),
				);
				const lines = arrangeTree(shuffled);
				expect(lines.map((line) => line.id).toSorted()).toEqual(rows.map((one) => one.id).toSorted());
				const open: string[] = [];
				for (const line of lines) {
					open.length = line.depth;
					expect(line.parentId).toBe(open.at(-1) ?? null);
					open.push(line.id);
				}
				expect(lines.reduce((sum, line) => sum + line.childCount, 0)).toBe(
					rows.filter((one) => one.parentId !== null).length,
				);
			}),
		);
	});

	test("shows a unit at the top when what is above it is not seen", () => {
		expect(arrangeTree([row("child", "hidden")])).toMatchObject([{ id: "child", depth: 0 }]);
	});

	test("is not stopped by depth", () => {
		const deep = Array.from({ length: 20_000 }, (_, index) =>
			row(String(index), index === 0 ? null : String(index - 1)),
		);
		expect(arrangeTree(deep).at(-1)?.depth).toBe(19_999);
	});
});

describe("moving", () => {
	test("never makes a circle: the new parent's path may not hold the moved unit", () => {
		expect(refuseMove("a", { path: ["c", "b", "a"], validTo: null }, null)?.code).toBe("own-descendant");
		expect(refuseMove("a", { path: ["a"], validTo: null }, null)?.code).toBe("own-descendant");
		expect(refuseMove("a", { path: ["b"], validTo: null }, null)).toBeUndefined();
		expect(refuseMove("a", null, null)).toBeUndefined();
	});

	test("is not to a parent that closes before the unit", () => {
		expect(refuseMove("a", { path: ["b"], validTo: "2026-01-01" }, null)?.code).toBe("parent-closed");
		expect(refuseMove("a", { path: ["b"], validTo: "2026-01-01" }, "2025-01-01")).toBeUndefined();
		expect(outlives("2026-01-01", "2026-01-01")).toBe(false);
	});

	test("keeps everybody, and puts the moved one where it is wanted", () => {
		const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 });
		fc.assert(
			fc.property(ids, fc.nat(), fc.nat(), (all, which, where) => {
				const moved = all[which % all.length] ?? "";
				const before = all[where % all.length] ?? "";
				const order = placeAmong(all, moved, before);
				expect(order?.toSorted()).toEqual(all.toSorted());
				if (moved !== before) expect(order?.indexOf(moved)).toBe((order?.indexOf(before) ?? 0) - 1);
				expect(placeAmong(all, moved, null)?.at(-1)).toBe(moved);
			}),
		);
		expect(placeAmong(["a", "b"], "a", "gone")).toBeUndefined();
	});
});
