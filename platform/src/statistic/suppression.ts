import type { Statistic } from "./statistic.ts";

/**
 * What a fact is about decides what may be shown of it:
 * `persons` – cells below five and their complements are left out;
 * `self-report` – shown as the organisation that reported it agreed to;
 * `public` – public facts about municipalities are always shown.
 */
export type FactClass = "persons" | "self-report" | "public";

/** The smallest group that may be shown. */
export const smallestCell = 5;

/** May this statistic be shown? For persons: the base, the part and the rest must each be at least five. */
export function mayShow(statistic: Statistic, factClass: FactClass, agreed = false): boolean {
	if (factClass === "public") return true;
	if (factClass === "self-report") return agreed;
	if (statistic.denominator < smallestCell) return false;
	if (statistic.unit !== "share") return statistic.unit !== "persons" || statistic.numerator >= smallestCell;
	return statistic.numerator >= smallestCell && statistic.denominator - statistic.numerator >= smallestCell;
}

/** A table of counts of persons with published row and column totals: true where a cell must be left out. */
export type Suppressed = { readonly cells: readonly (readonly boolean[])[] } | { readonly whole: true };

/**
 * Leaves out every cell below five, and as few others as it takes that no left-out cell can be worked out from the
 * totals. A left-out cell is safe when it lies on a cycle of left-out cells that alternates rows and columns and whose
 * other cells are all at least five: then moving five along the cycle gives another table with the same totals, so the
 * true number is one of several (Cox 1980, on complementary suppression as a network). Where a cell lies on no such
 * cycle, the whole table is left out.
 */
export function suppressTable(counts: readonly (readonly number[])[]): Suppressed {
	const hidden = counts.map((row) => row.map((value) => value < smallestCell));
	for (const [row, values] of counts.entries())
		for (const [column, value] of values.entries()) {
			if (value >= smallestCell) continue;
			const cycle = cheapestCycle(counts, hidden, row, column);
			if (!cycle) return { whole: true };
			for (const [r, c] of cycle) {
				const line = hidden[r];
				if (line) line[c] = true;
			}
		}
	return { cells: hidden };
}

type Cell = readonly [row: number, column: number];

/**
 * The other cells of the cheapest cycle through one cell: a shortest path from its row to its column over cells of at
 * least five, where a cell already left out costs nothing and another costs what it would hide (Dijkstra).
 */
function cheapestCycle(
	counts: readonly (readonly number[])[],
	hidden: readonly (readonly boolean[])[],
	row: number,
	column: number,
): Cell[] | null {
	const rows = counts.length;
	const columns = counts[0]?.length ?? 0;
	const nodes = rows + columns;
	const cost = new Array<number>(nodes).fill(Number.POSITIVE_INFINITY);
	const came = new Array<Cell | null>(nodes).fill(null);
	const open = new Set(Array.from({ length: nodes }, (_, node) => node));
	cost[row] = 0;
	while (open.size > 0) {
		let here = -1;
		for (const node of open) if (here < 0 || (cost[node] ?? 0) < (cost[here] ?? 0)) here = node;
		open.delete(here);
		if (!Number.isFinite(cost[here])) return null;
		if (here === rows + column) return walkBack(came, rows, row, column);
		const isRow = here < rows;
		for (let other = 0; other < (isRow ? columns : rows); other++) {
			const cell: Cell = isRow ? [here, other] : [other, here - rows];
			const value = counts[cell[0]]?.[cell[1]] ?? 0;
			if (value < smallestCell || (cell[0] === row && cell[1] === column)) continue;
			const there = isRow ? rows + other : other;
			const next = (cost[here] ?? 0) + (hidden[cell[0]]?.[cell[1]] ? 0 : value);
			if (next < (cost[there] ?? 0)) {
				cost[there] = next;
				came[there] = cell;
			}
		}
	}
	return null;
}

function walkBack(came: readonly (Cell | null)[], rows: number, row: number, column: number): Cell[] {
	const cells: Cell[] = [];
	for (let node = rows + column; node !== row; ) {
		const cell = came[node];
		if (!cell) break;
		cells.push(cell);
		node = node >= rows ? cell[0] : rows + cell[1];
	}
	return cells;
}
