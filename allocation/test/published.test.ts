import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { type Core, costOf } from "../src/core.ts";
import { auction } from "../src/solvers/auction.ts";
import { exactPrices } from "../src/solvers/prices.ts";
import { sharedFolder } from "./shared.ts";

// Thousands of instances a test: slow only where many share the machine.
vi.setConfig({ testTimeout: 120_000 });

const folder = join(sharedFolder, "instances", "assignment");

/** A square cost matrix as a core problem: n claims, n offers with one place, every pair eligible. */
function assignment(text: string): Core {
	const [n = 0, ...matrix] = text.trim().split(/\s+/).map(Number);
	const offer: number[] = [];
	const cost: number[] = [];
	for (let i = 0; i < n; i++) {
		const row = matrix.slice(i * n, (i + 1) * n).map((value, j) => ({ value, j }));
		row.sort((a, b) => a.value - b.value || a.j - b.j);
		for (const { value, j } of row) {
			offer.push(j);
			cost.push(value);
		}
	}
	return {
		claims: n,
		offers: n,
		limits: n,
		parent: new Int32Array(n).fill(-1),
		limit: new Int32Array(n).fill(1),
		start: Int32Array.from({ length: n + 1 }, (_, i) => i * n),
		offer: Int32Array.from(offer),
		cost: Float64Array.from(cost),
		unplaced: new Float64Array(n).fill(100 * n),
	};
}

describe.skipIf(!existsSync(folder))("OR-Library assignment problems (skipped where ../shared is missing)", () => {
	test.each([
		[100, 305],
		[200, 475],
		[300, 626],
		[400, 804],
	])("assign%i has the least total %i", (size, optimum) => {
		const core = assignment(readFileSync(join(folder, `assign${size}.txt`), "utf8"));
		const run = auction(core);
		let step = run.next();
		while (!step.done) step = run.next();
		expect(costOf(core, step.value.taken)).toBe(optimum);
		expect(exactPrices(core, step.value.taken, step.value.price)).toBeDefined();
	});
});
