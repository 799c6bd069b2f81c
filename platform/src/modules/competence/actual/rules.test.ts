import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths } from "../../../day.ts";
import type { Actual } from "./contract.ts";
import {
	currentOf,
	freshnessOf,
	isAlone,
	isStale,
	leavesWithin,
	pageOf,
	refuseAnswer,
	refuseRow,
	summed,
} from "./rules.ts";

const fact = (about: Partial<Actual>): Actual => ({
	...{ id: "1", unitId: "u", entryId: "nurse", asOf: "2026-01-01", source: "test", heads: 4, positions: 3.5 },
	...{ aged55: null, aged60: null, aged65: null, turnover: null, hasDeputy: null },
	...{ kind: "education", level: "bachelor", name: "Sykepleier", nameNn: null, nameEn: null },
	...about,
});

const unit = { id: "u", name: "Solbakken", above: [], setting: null, sector: "health-and-care" };

describe("how fresh a number is", () => {
	it("is told by whole months, in short months too", () => {
		expect(addMonths("2025-08-31", 6)).toBe("2026-02-28");
		expect(isStale("2025-08-31", "2026-02-28", 6)).toBe(false);
		expect(isStale("2025-08-31", "2026-03-01", 6)).toBe(true);
		expect(freshnessOf([], "2026-01-01", 12)).toBe("missing");
		expect(freshnessOf(["2026-01-01", "2024-01-01"], "2026-02-01", 12)).toBe("stale");
	});
	it("never gets fresher by waiting", () => {
		const day = fc
			.date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
			.map((date) => date.toISOString().slice(0, 10));
		fc.assert(
			fc.property(day, day, day, fc.integer({ min: 1, max: 60 }), (asOf, one, other, months) => {
				const [earlier, later] = [one, other].sort();
				if (isStale(asOf, earlier ?? "", months)) expect(isStale(asOf, later ?? "", months)).toBe(true);
			}),
		);
	});
});

describe("numbers of a unit", () => {
	it("are refused where they cannot be", () => {
		const row = { heads: 2, positions: 1.5, aged55: null, aged60: null, aged65: null };
		expect(refuseRow(row)).toEqual([]);
		expect(refuseRow({ ...row, positions: 2.1 })[0]?.code).toBe("positions-over-heads");
		expect(refuseRow({ ...row, heads: 0 })[0]?.code).toBe("positions-without-heads");
		expect(refuseRow({ ...row, aged55: 1, aged60: 1, aged65: 1 })[0]?.code).toBe("too-many-aged");
		const answer = { asOf: "2026-02-01", source: "test", rows: [fact({}), fact({}), fact({ entryId: "other" })] };
		expect(
			refuseAnswer(answer, { today: "2026-01-01", known: new Set(["nurse"]) }).map(({ code, field }) => [code, field]),
		).toEqual([
			["ahead-of-today", "asOf"],
			["twice", "rows.1.entryId"],
			["entry-unknown", "rows.2.entryId"],
		]);
	});
	it("count from the last day, and never from one to come", () => {
		const facts = [fact({ id: "a" }), fact({ id: "b", asOf: "2025-01-01" }), fact({ id: "c", asOf: "2027-01-01" })];
		expect(currentOf(facts, "2026-06-01").map(({ id }) => id)).toEqual(["a"]);
	});
	it("count nobody twice: specialisations and courses are held by those who are counted already", () => {
		const facts = [
			fact({}),
			fact({ entryId: "aide", heads: 6, positions: 4.25 }),
			fact({ entryId: "abc", kind: "course", heads: 9, positions: 0 }),
			fact({ entryId: "cancer", kind: "specialisation", heads: 1, positions: 1, asOf: "2023-01-01" }),
		];
		expect(summed(unit, facts, "2026-06-01", 12)).toMatchObject({
			...{ heads: 10, positions: 7.75, competences: 4, freshness: "stale", oldest: "2023-01-01", alone: 1 },
		});
		expect(summed(unit, [], "2026-06-01", 12)).toMatchObject({ heads: null, positions: null, freshness: "missing" });
		expect([isAlone({ heads: 1, hasDeputy: true }), isAlone({ heads: 1, hasDeputy: null })]).toEqual([false, true]);
	});
	it("come by page in order, those without a number last both ways", () => {
		const units = [
			summed({ ...unit, id: "a" }, [fact({})], "2026-06-01", 12),
			summed({ ...unit, id: "b" }, [], "2026-06-01", 12),
			summed({ ...unit, id: "c" }, [fact({ heads: 9 })], "2026-06-01", 12),
		];
		const ids = (descending: boolean) =>
			pageOf(units, { sort: "heads", descending, pageSize: 3 }, (a, b) => a.localeCompare(b)).rows.map(({ id }) => id);
		expect([ids(false), ids(true)]).toEqual([
			["a", "c", "b"],
			["c", "a", "b"],
		]);
		expect(pageOf(units, { freshness: "missing" }, () => 0)).toMatchObject({ total: 1, rows: [{ id: "b" }] });
	});
});

it("tells within how many years whoever stands alone may leave", () => {
	const aged = (aged55: number | null, aged60: number | null, aged65: number | null, age = 65) =>
		leavesWithin({ aged55, aged60, aged65 }, age);
	expect([aged(0, 0, 1), aged(0, 1, 0), aged(1, 0, 0), aged(0, 0, 1, 70)]).toEqual([0, 5, 10, 5]);
	expect([aged(0, 0, 0), aged(null, 0, null), aged(null, null, null)]).toEqual([null, null, undefined]);
});
