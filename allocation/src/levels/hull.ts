/** A plan as a point: what it costs, and by how much it is over each budget (below 0: within). */
export interface Point {
	readonly gains: number;
	readonly over: readonly number[];
}

const tiny = 1e-9;

/**
 * What a budget is worth where plans may be mixed: the least mean cost of points whose mean is within every budget, and what one more unit of each
 * budget would save. The first point is within all of them. A small simplex over points and slacks (Bland's rule), in floating point: what
 * comes of it is a guess of weights, and proved elsewhere.
 */
export function worthOf(
	points: readonly Point[],
	budgets: number,
): { readonly value: number; readonly worth: number[] } {
	const rows = budgets + 1;
	const columns = points.length + budgets;
	const scale = Array.from({ length: budgets }, (_, r) =>
		points.reduce((most, { over }) => Math.max(most, Math.abs(over[r] ?? 0)), 1),
	);
	const width = columns + 1;
	/** Row 0 counts the points, row r + 1 is the budget r, the last is what is saved; the last column is what the basis has. */
	const cell = new Float64Array((rows + 1) * width);
	const at = (row: number, column: number) => cell[row * width + column] ?? 0;
	points.forEach(({ gains, over }, p) => {
		cell[p] = 1;
		over.forEach((by, r) => {
			cell[(r + 1) * width + p] = by / (scale[r] ?? 1);
		});
		cell[rows * width + p] = gains;
	});
	for (let r = 0; r < budgets; r++) cell[(r + 1) * width + points.length + r] = 1;
	cell[columns] = 1;
	const basis = Array.from({ length: rows }, (_, r) => (r === 0 ? 0 : points.length + r - 1));
	const pivot = (row: number, column: number) => {
		const by = at(row, column);
		for (let c = 0; c < width; c++) cell[row * width + c] = at(row, c) / by;
		for (let r = 0; r <= rows; r++) {
			const times = r === row ? 0 : at(r, column);
			if (times !== 0) for (let c = 0; c < width; c++) cell[r * width + c] = at(r, c) - times * at(row, c);
		}
		basis[row] = column;
	};
	pivot(0, 0);
	const size = points.reduce((most, { gains }) => Math.max(most, Math.abs(gains)), 1);
	for (let turn = 0; turn < 50 * (columns + 1); turn++) {
		let enters = -1;
		for (let c = 0; c < columns && enters < 0; c++) if (at(rows, c) < -tiny * size) enters = c;
		if (enters < 0) break;
		let leaves = -1;
		for (let r = 0; r < rows; r++) {
			if (at(r, enters) <= tiny) continue;
			const less = leaves < 0 ? -1 : at(r, columns) * at(leaves, enters) - at(leaves, columns) * at(r, enters);
			if (less < 0 || (less === 0 && (basis[r] ?? 0) < (basis[leaves] ?? 0))) leaves = r;
		}
		if (leaves < 0) break;
		pivot(leaves, enters);
	}
	return {
		value: -at(rows, columns),
		worth: scale.map((by, r) => Math.max(0, at(rows, points.length + r)) / by),
	};
}
