import { describe, expect, it } from "vitest";
import { atOnce } from "../../../../import/turns.ts";
import { balancesAfter, postingsOf } from "../ledger.ts";
import { type CostAward, planCosts } from "./plan.ts";
import type { CostSheetRow } from "./sheet.ts";

const today = "2027-05-01";
const award = (change: Partial<CostAward> = {}): CostAward => ({
	...{ id: "a", title: "Tilsagn 2027", reference: "2027/12", costs: [] },
	lines: [
		{ id: "course", title: "Kurs" },
		{ id: "study", title: "Videreutdanning" },
	],
	balances: balancesAfter(
		[],
		[
			...postingsOf({ kind: "grant", lineId: "course", budgetYear: 2027, kroner: 50_000 }),
			...postingsOf({ kind: "grant", lineId: "study", budgetYear: 2027, kroner: 100_000 }),
		],
	),
	...change,
});
const row = (change: Partial<CostSheetRow>): CostSheetRow => ({
	...{ reference: "1", onDay: "2027-03-01", kroner: 10_000, own: null, text: null, award: "2027/12", line: "Kurs" },
	...{ year: null, ...change },
});
const planned = (awards: readonly CostAward[], ...changes: readonly Partial<CostSheetRow>[]) =>
	atOnce(
		planCosts(
			changes.map((change, at) => ({ sheetRow: at + 2, value: row(change), broken: new Set<string>() })),
			{ awards, today },
		),
	);
const codes = (awards: readonly CostAward[], ...changes: readonly Partial<CostSheetRow>[]) =>
	planned(awards, ...changes).refusals.map(({ code, row: at }) => `${at} ${code}`);

describe("costs from the accounts", () => {
	it("find their award and line by name or number, and take the only one where the cell is blank", () => {
		const one = award({ lines: [{ id: "course", title: "Kurs" }] });
		expect(planned([one], { award: null, line: null }).created[0]?.cost).toMatchObject({
			...{ lineId: "course", budgetYear: 2027, kroner: 10_000, own: 0 },
		});
		const two = [award(), award({ id: "b", reference: "2027/13", title: "Annet" })];
		expect(codes(two, { award: null }, { award: "Nei" }, { line: null }, { line: "Nei" }, { year: 2026 })).toEqual([
			...["2 award-missing", "3 award-unknown", "4 line-missing", "5 line-unknown", "6 no-money-then"],
		]);
		expect(planned(two, { award: " tilsagn 2027 " }).created[0]?.awardId).toBe("a");
		const alike = [award(), award({ id: "b" })];
		expect(codes(alike, {})).toEqual(["2 award-several"]);
	});

	it("take no more than is left when their turn comes, and leave the rest to own money", () => {
		const plan = planned(
			[award()],
			{ kroner: 30_000 },
			{ reference: "2", kroner: 20_001 },
			{ reference: "3", kroner: 20_000 },
		);
		expect(plan.refusals.map(({ row: at, code, detail }) => [at, code, detail])).toEqual([
			[3, "over-left", { left: 20_000 }],
		]);
		expect(plan.created.map(({ cost }) => cost.reference)).toEqual(["1", "3"]);
		expect(codes([award()], { kroner: null, own: 90_000 })).toEqual([]);
		expect(codes([award()], { kroner: null })).toEqual(["2 amount-missing"]);
		expect(codes([award()], { onDay: "2027-05-02" })).toEqual(["2 day-ahead"]);
	});

	it("stand once however often a file is brought, and never otherwise than they were entered", () => {
		const standing = { lineId: "course", budgetYear: 2027, onDay: "2027-03-01", kroner: 10_000, own: 0, text: "" };
		const awards = [
			award({
				costs: [
					{ ...standing, reference: "1" },
					{ ...standing, reference: "9" },
				],
			}),
		];
		const plan = planned(awards, {}, { reference: "2" });
		expect([plan.unchanged.length, plan.created.length, plan.untouched]).toEqual([1, 1, 1]);
		expect(codes(awards, { kroner: 11_000 })).toEqual(["2 reference-used"]);
		expect(codes(awards, { reference: "5" }, { reference: "5" })).toEqual(["3 duplicate-row"]);
		// The same voucher on two lines is two costs.
		expect(codes(awards, { reference: "5" }, { reference: "5", line: "Videreutdanning" })).toEqual([]);
	});

	it("are rounded to whole kroner, and that is said", () => {
		const { created, warnings } = planned([award()], { kroner: 1234.5, text: "Reise" }, { reference: "2", kroner: 10 });
		expect(created.map(({ cost }) => cost.kroner)).toEqual([1235, 10]);
		// Whoever approves sees the amount.
		expect(created.map(({ line }) => line.name.replaceAll(/\s/g, " "))).toEqual(["1 Reise, 1 235 kr", "2, 10 kr"]);
		expect(warnings.map(({ row: at, code }) => `${at} ${code}`)).toEqual(["2 rounded"]);
	});
});
