import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	adjustParts,
	type Balance,
	balancesAfter,
	cashOf,
	type Deed,
	netOf,
	type Posting,
	postingsOf,
	refuseEntry,
	reversed,
	standingOf,
} from "./ledger.ts";

const years = [2026, 2027, 2028] as const;
const lines = ["one", "two"] as const;
const year = fc.constantFrom(...years);
const line = fc.constantFrom(...lines);
const kroner = fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 100_000_000_000 }));

const deed: fc.Arbitrary<Deed> = fc.oneof(
	fc.record({ kind: fc.constant("grant" as const), lineId: line, budgetYear: year, kroner }),
	fc.record({
		kind: fc.constant("adjust" as const),
		lineId: line,
		parts: fc.array(
			fc.record({
				budgetYear: year,
				kroner: fc.oneof(
					kroner,
					kroner.map((one) => -one),
				),
			}),
			{ minLength: 1, maxLength: 2 },
		),
	}),
	fc.record({ kind: fc.constantFrom("pay" as const, "repay" as const), budgetYear: year, kroner }),
	fc.record({
		kind: fc.constant("cost" as const),
		lineId: line,
		budgetYear: year,
		kroner,
		own: fc.oneof(fc.constant(0), kroner),
	}),
	fc.record({
		kind: fc.constant("carry" as const),
		lineId: line,
		fromYear: fc.constantFrom(2026, 2027),
		toYear: fc.constant(2028),
		kroner,
	}),
	fc.record({
		kind: fc.constant("purpose" as const),
		lineId: fc.constant("one"),
		toLineId: fc.constant("two"),
		budgetYear: year,
		kroner,
	}),
	fc.record({ kind: fc.constant("return" as const), lineId: line, budgetYear: year, kroner, paid: fc.constant(0) }),
);
/** Something is done, or what was done is reversed; both only where the ledger takes it. */
const attempt = fc.oneof(
	deed.map((one) => ({ deed: one })),
	fc.nat(30).map((at) => ({ reverse: at })),
);

type Entry = { readonly postings: readonly Posting[]; reversed: boolean };

/** The ledger after attempts, as the service keeps it, with what was refused. */
function kept(attempts: readonly ({ readonly deed: Deed } | { readonly reverse: number })[]) {
	const entries: Entry[] = [];
	let balances: readonly Balance[] = [];
	const steps: (readonly Balance[])[] = [];
	for (const one of attempts) {
		const turned = "reverse" in one ? entries[one.reverse % Math.max(entries.length, 1)] : undefined;
		if ("reverse" in one && (!turned || turned.reversed)) continue;
		const done = "deed" in one ? one.deed : null;
		const postings = turned
			? reversed(turned.postings)
			: done
				? postingsOf(done.kind === "return" ? { ...done, paid: cashOf(balances).paid } : done)
				: [];
		if (refuseEntry(balances, done?.kind ?? "reverse", postings) !== null) continue;
		if (turned) turned.reversed = true;
		else entries.push({ postings, reversed: false });
		// What reverses is not itself reversed.
		balances = balancesAfter(balances, postings);
		steps.push(balances);
	}
	return { entries, balances, steps };
}

describe("the ledger of an award", () => {
	it("balances in every entry, in each circuit, line and year", () => {
		fc.assert(
			fc.property(deed, (one) => {
				const sums = new Map<string, number>();
				for (const { account, lineId, budgetYear, debit, credit } of postingsOf(one)) {
					expect(debit === 0).not.toBe(credit === 0);
					const circuit = ["paid", "issuer"].includes(account) ? "cash" : account.startsWith("own") ? "own" : "use";
					const key = `${circuit} ${lineId} ${budgetYear}`;
					sums.set(key, (sums.get(key) ?? 0) + debit - credit);
				}
				expect([...sums.values()].every((sum) => sum === 0)).toBe(true);
			}),
		);
	});

	it("always has granted = spent + carried + returned + lost + left, in every line and year, and nothing below zero", () => {
		fc.assert(
			fc.property(fc.array(attempt, { maxLength: 40 }), (attempts) => {
				for (const balances of kept(attempts).steps) {
					const debits = balances.reduce((sum, one) => sum + one.debit, 0);
					expect(debits).toBe(balances.reduce((sum, one) => sum + one.credit, 0));
					for (const lineId of lines)
						for (const budgetYear of years) {
							const { granted, spent, carried, returned, lost, left } = standingOf(balances, { lineId, budgetYear });
							expect(granted).toBe(spent + carried + returned + lost + left);
							expect(Math.min(spent, returned, lost, left)).toBeGreaterThanOrEqual(0);
						}
					for (const budgetYear of years) {
						const { granted, spent, carried, returned, lost, left } = standingOf(balances, { budgetYear });
						expect(granted).toBe(spent + carried + returned + lost + left);
					}
					const all = standingOf(balances);
					expect(all.carried).toBe(0);
					expect(all.granted).toBe(all.spent + all.returned + all.lost + all.left);
					expect(netOf(balances, "paid") + netOf(balances, "issuer")).toBe(0);
					expect(netOf(balances, "paid")).toBeGreaterThanOrEqual(0);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it("comes back to nothing when all is reversed, the last first", () => {
		fc.assert(
			fc.property(fc.array(deed, { maxLength: 20 }), (deeds) => {
				const { entries, balances } = kept(deeds.map((one) => ({ deed: one })));
				const empty = entries.reduceRight((now: readonly Balance[], one) => {
					const back = reversed(one.postings);
					expect(refuseEntry(now, "reverse", back)).toBeNull();
					return balancesAfter(now, back);
				}, balances);
				expect(empty.every((one) => one.debit === one.credit)).toBe(true);
			}),
		);
	});

	it("refuses what is not there, and says which", () => {
		const at = { lineId: "one", budgetYear: 2026 };
		const granted = postingsOf({ kind: "grant", ...at, kroner: 100 });
		const refuse = (one: Deed, on: readonly Posting[] = granted) =>
			refuseEntry(balancesAfter([], on), one.kind, postingsOf(one));
		expect(refuse({ kind: "cost", ...at, kroner: 100, own: 70 })).toBeNull();
		expect(refuse({ kind: "cost", ...at, kroner: 101, own: 0 })).toBe("over-left");
		expect(refuse({ kind: "carry", lineId: "one", fromYear: 2027, toYear: 2028, kroner: 1 })).toBe("over-left");
		expect(refuse({ kind: "pay", budgetYear: 2026, kroner: 101 })).toBe("over-granted");
		expect(refuse({ kind: "repay", budgetYear: 2026, kroner: 1 })).toBe("over-paid");
		const paid = [...granted, ...postingsOf({ kind: "pay", budgetYear: 2026, kroner: 80 })];
		const fell = [...paid, ...postingsOf({ kind: "adjust", lineId: "one", parts: [{ budgetYear: 2026, kroner: 50 }] })];
		expect(cashOf(balancesAfter([], fell))).toEqual({ paid: 80, toCome: 0, toRepay: 30 });
		const cost = postingsOf({ kind: "cost", ...at, kroner: 60, own: 0 });
		expect(refuseEntry(balancesAfter([], [...granted, ...cost]), "reverse", reversed(granted))).toBe("over-left");
		const carried = [
			...granted,
			...postingsOf({ kind: "carry", lineId: "one", fromYear: 2026, toYear: 2027, kroner: 60 }),
		];
		expect(adjustParts(balancesAfter([], carried), "one", 70)).toEqual([
			{ budgetYear: 2026, kroner: 40 },
			{ budgetYear: 2027, kroner: 30 },
		]);
		expect(adjustParts(balancesAfter([], carried), "one", 101)).toBeUndefined();
		expect(adjustParts(balancesAfter([], fell), "one", -50)).toEqual([{ budgetYear: 2026, kroner: -50 }]);
		// What was never paid out is given up, and not paid back.
		const some = postingsOf({ kind: "return", ...at, kroner: 90, paid: 80 });
		expect(cashOf(balancesAfter(balancesAfter([], paid), some))).toEqual({ paid: 0, toCome: 10, toRepay: 0 });
	});
});
