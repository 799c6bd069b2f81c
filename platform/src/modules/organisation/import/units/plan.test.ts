import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atOnce } from "../../../../import/turns.ts";
import { noMandate } from "../../rules.ts";
import { arrangeRows } from "./arrange.ts";
import type { KnownUnit } from "./arrangement.ts";
import { joinedPath, pathKey, pathsOf } from "./path.ts";
import { type ExistingUnit, planUnits, type UnitFacts, type UnitPlan } from "./plan.ts";
import type { UnitSheetRow } from "./sheet.ts";

const today = "2026-03-01";

const blank: UnitSheetRow = {
	...{
		code: null,
		name: "",
		parent: null,
		setting: "school",
		sector: null,
		address: null,
		postcode: null,
		place: null,
	},
	...{ municipalityNumber: null, email: null, phone: null, published: null, validFrom: null },
	...{ leaderName: null, leaderEmail: null },
};

type Said = Partial<UnitSheetRow> & { readonly name: string };
const rowsOf = (rows: readonly Said[]) =>
	rows.map((value, index) => ({ sheetRow: index + 2, value: { ...blank, ...value }, broken: new Set<string>() }));

const facts = (units: readonly ExistingUnit[]): UnitFacts => ({
	...{ units, leaders: new Map(), sectors: new Set(["childhood"]), settings: new Map([["school", "childhood"]]) },
	...{ postcodes: null, municipalities: new Set(), mandate: { ...noMandate, system: true }, today },
});

/** The units as they are once a plan has been done; made-up ids are as good as any here. */
function doneWith(units: readonly ExistingUnit[], plan: UnitPlan): ExistingUnit[] {
	const changed = new Map(plan.changed.map((one) => [one.id, one]));
	const idOf = (id: string | null) => (id?.startsWith("row-") ? `${units.length}-${id}` : id);
	const kept = units.map((unit) => {
		const to = changed.get(unit.id);
		return to
			? { ...unit, ...to.values, parentId: idOf(to.parentId), validFrom: to.validFrom ?? unit.validFrom }
			: unit;
	});
	const made = plan.created.map(({ id, parentId, values, validFrom }, sort) => ({
		...{
			...values,
			organisationId: "o",
			id: `${units.length}-${id}`,
			validFrom: validFrom ?? today,
			validTo: null,
			version: 1,
			sort,
		},
		parentId: idOf(parentId),
	}));
	return [...kept, ...made];
}

const known = (id: string, parentId: string | null, name: string, code: string | null = null): KnownUnit => ({
	...{ id, parentId, name, code, validTo: null },
});

const arrange = (rows: readonly Said[], units: readonly KnownUnit[] = []) => {
	const { ids, parents, refusals } = atOnce(arrangeRows(rowsOf(rows), units, today));
	return { ids, parents, refusals: refusals.map(({ code, row }) => `${row} ${code}`) };
};

describe("where rows belong", () => {
	it("is found by code, by names from the top, and whatever the order", () => {
		const rows = [
			{ name: "C", parent: "A >  b" },
			{ name: "B", parent: "1" },
			{ name: "A", code: "1" },
		];
		expect(arrange(rows)).toEqual({
			ids: ["row-0", "row-1", "row-2"],
			parents: ["row-1", "row-2", null],
			refusals: [],
		});
		expect(arrange(rows, [known("a", null, "a"), known("b", "a", "B"), known("c", "b", "C")])).toEqual({
			ids: ["c", "b", "a"],
			parents: ["b", "a", null],
			refusals: [],
		});
	});

	it("keeps what hangs under a unit that gets a new name", () => {
		const units = [known("a", null, "Før", "1"), known("b", "a", "B"), known("c", "b", "C")];
		const rows = [
			{ name: "Etter", code: "1" },
			{ name: "B", parent: "1" },
			{ name: "C", parent: "Etter › B" },
		];
		expect(arrange(rows, units)).toEqual({ ids: ["a", "b", "c"], parents: [null, "a", "b"], refusals: [] });
	});

	it("tells two of one name apart by code, and is not sure without", () => {
		const units = [known("a", null, "A", "1"), known("b", null, "A", "2")];
		expect(
			arrange(
				[
					{ name: "A", code: "2" },
					{ name: "X", parent: "A" },
				],
				units,
			),
		).toEqual({
			ids: ["b", "row-1"],
			parents: [null, "b"],
			refusals: [],
		});
		expect(arrange([{ name: "X", parent: "A" }, { name: "A" }], units).refusals).toEqual(["3 unit-ambiguous"]);
		expect(arrange([{ name: "Y", parent: "A" }], units).refusals).toEqual(["2 parent-ambiguous"]);
		expect(arrange([{ name: "A", code: "1" }, { name: "A", code: "2" }, { name: "a " }]).refusals).toEqual([
			"4 duplicate-unit",
		]);
	});

	it("has no rings and no wells", () => {
		expect(arrange([{ name: "A", code: "1", parent: "1" }]).refusals).toEqual(["2 circle"]);
		expect(
			arrange([{ name: "A", code: "1", parent: "B" }], [known("a", null, "A", "1"), known("b", "a", "B")]).refusals,
		).toEqual(["2 parent-unknown"]);
		expect(
			arrange([{ name: "A", code: "1", parent: "A › B" }], [known("a", null, "A", "1"), known("b", "a", "B")]).refusals,
		).toEqual(["2 circle"]);
		const deep = Array.from({ length: 45 }, (_, index) => ({
			...{ name: "N", code: `${index}`, parent: index === 0 ? null : `${index - 1}` },
		}));
		expect(new Set(arrange(deep).refusals.map((refusal) => refusal.split(" ")[1]))).toEqual(new Set(["too-deep"]));
		expect(arrange(deep).refusals[0]).toBe("42 too-deep");
	});

	it("is told beside cells that cannot be read, and their rows serve as parents", () => {
		const [helse, under, unknown, below, nameless] = rowsOf([
			{ name: "Helse", code: "1" },
			{ name: "Hjemme", parent: "1" },
			{ name: "X", parent: "Finnes ikke" },
			{ name: "Y", parent: "Helse › Hjemme" },
			{ name: "", parent: "Helse" },
		]);
		if (!helse || !under || !unknown || !below || !nameless) throw new Error("no rows");
		const rows = [
			{ ...helse, broken: new Set(["postcode"]) },
			{ ...under, broken: new Set(["email"]) },
			...[unknown, below],
			{ ...nameless, broken: new Set(["name"]) },
		];
		const { parents, refusals } = atOnce(arrangeRows(rows, [], today));
		expect(refusals.map(({ code, row }) => `${row} ${code}`)).toEqual(["4 parent-unknown"]);
		expect(parents).toEqual([null, "row-0", undefined, "row-1", "row-0"]);
	});

	it("reads names as they will be once the file is taken in", () => {
		const units = [known("a", null, "Før", "1"), known("b", "a", "B")];
		const renamed = { name: "Etter", code: "1" };
		expect(arrange([renamed, { name: "X", parent: "Etter › B" }], units).parents).toEqual([null, "b"]);
		expect(arrange([renamed, { name: "X", parent: "Før › B" }], units).refusals).toEqual(["3 parent-moved"]);
	});

	it("suggests what was meant", () => {
		const suggestion = (parent: string, units: readonly KnownUnit[] = []) =>
			atOnce(arrangeRows(rowsOf([{ name: "Helse" }, { name: "X", parent }]), units, today)).refusals[0]?.detail
				?.suggestion;
		expect(suggestion("Hlse")).toBe("Helse");
		expect(suggestion("Hjemme", [known("a", null, "Omsorg"), known("b", "a", "Hjemme")])).toBe("Omsorg › Hjemme");
		expect(suggestion("Noe helt annet")).toBe("");
		const nested = rowsOf([
			{ name: "Helse" },
			{ name: "Heimen", parent: "Helse" },
			{ name: "Avdeling 1", parent: "heimen" },
		]);
		expect(atOnce(arrangeRows(nested, [], today)).refusals).toMatchObject([
			{ code: "parent-unknown", row: 4, detail: { suggestion: "Helse › Heimen" } },
		]);
	});
});

const name = fc.constantFrom("A", "B", "C", "D e", "D  E", "F > G");
const code = fc.option(fc.constantFrom("1", "2", "3", "4"), { nil: null });
const parent = fc.option(fc.constantFrom("1", "2", "A", "A › B", "B > C > A", "F > G", "a", "F › G › A"), {
	nil: null,
});
const address = fc.option(fc.constantFrom("Storgata 1", "Storgata 2"), { nil: null });
const sheet = fc.uniqueArray(fc.record({ name, code, parent, address }), {
	maxLength: 8,
	selector: (row) => row.code ?? row,
});

describe("a plan", () => {
	it("done once leaves nothing to do, whatever was there and whatever the rows", () => {
		let taken = 0;
		fc.assert(
			fc.property(sheet, sheet, (first, second) => {
				const start = atOnce(planUnits(rowsOf(first), new Set(), facts([])));
				const before = start.refusals.length > 0 ? [] : doneWith([], start);
				const plan = atOnce(planUnits(rowsOf(second), new Set(), facts(before)));
				if (plan.refusals.length > 0) return;
				taken += 1;
				const after = doneWith(before, plan);
				const again = atOnce(planUnits(rowsOf(second), new Set(), facts(after)));
				expect([again.created, again.changed, again.refusals]).toEqual([[], [], []]);
				expect(again.unchanged).toHaveLength(second.length);
				// A tree: everybody gets to the top.
				const { shownOf } = pathsOf(after);
				for (const unit of after) expect(shownOf(unit.id).length).toBeLessThanOrEqual(after.length);
			}),
			{ numRuns: 5000 },
		);
		// About one pair in seven is taken in; far fewer would mean the property tries nothing.
		expect(taken).toBeGreaterThan(300);
	});

	it("says nothing against a right sheet because some of its cells cannot be read", () => {
		const column = fc.constantFrom("code", "name", "parent", "address");
		const cells = fc.array(fc.record({ row: fc.nat(7), column }), { minLength: 1, maxLength: 4 });
		let taken = 0;
		fc.assert(
			fc.property(sheet, sheet, cells, (first, second, unread) => {
				const start = atOnce(planUnits(rowsOf(first), new Set(), facts([])));
				const before = start.refusals.length > 0 ? [] : doneWith([], start);
				if (atOnce(planUnits(rowsOf(second), new Set(), facts(before))).refusals.length > 0) return;
				taken += 1;
				const rows = rowsOf(second).map((row, index) => {
					const broken = new Set(unread.filter((cell) => cell.row === index).map((cell) => cell.column));
					const gone = Object.fromEntries([...broken].map((key) => [key, key === "name" ? "" : null]));
					return { ...row, value: { ...row.value, ...gone }, broken };
				});
				expect(atOnce(planUnits(rows, new Set(), facts(before))).refusals).toEqual([]);
			}),
			{ numRuns: 5000 },
		);
		expect(taken).toBeGreaterThan(300);
	});

	it("puts parents before children", () => {
		fc.assert(
			fc.property(sheet, (rows) => {
				const { created, refusals } = atOnce(planUnits(rowsOf(rows), new Set(), facts([])));
				if (refusals.length > 0) return;
				const seen = new Set<string | null>([null]);
				for (const unit of created) {
					expect(seen.has(unit.parentId)).toBe(true);
					seen.add(unit.id);
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it("changes nothing by a column the sheet does not have", () => {
		const [unit] = doneWith(
			[],
			atOnce(planUnits(rowsOf([{ name: "A", address: "Her", email: "a@b.no" }]), new Set(), facts([]))),
		);
		if (!unit) throw new Error("no unit");
		const rows = rowsOf([{ name: "A" }]);
		expect(
			atOnce(planUnits(rows, new Set(["address", "email", "setting", "sector"]), facts([unit]))).unchanged,
		).toHaveLength(1);
		expect(atOnce(planUnits(rows, new Set(["email"]), facts([unit]))).changed[0]?.line.changes).toEqual([
			{ field: "address", from: "Her", to: null },
		]);
	});
});

it("reads a path the same with either sign, and a name with the sign in it", () => {
	expect(pathKey("A>B ›  c")).toBe(pathKey("a › b › C"));
	expect(joinedPath(pathKey("A"), "B > C")).toBe(pathKey("A › B › C"));
});
