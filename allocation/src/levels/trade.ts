import type { Stage } from "../certificate.ts";
import type { Plan, Problem } from "../problem.ts";
import { type Options, ownPrice } from "./options.ts";
import { depthOf, type Row, staysExact } from "./rows.ts";
import { combine, type StageState, solveStage } from "./stage.ts";
import { valueOfRow } from "./value.ts";

interface Point {
	readonly plan: Plan;
	readonly price: Float64Array;
	/** The sum that may give way, and the one that gains. */
	readonly kept: number;
	readonly gains: number;
}

/**
 * The least of a sum among the plans that keep another within its budget. The two are weighed against each other; the weights move
 * along the lower hull of (kept, gains) until two plans, one within the budget and one beyond, are both best for the same weights. No
 * plan within the budget is below the line between them: the bound. From the one within, moves towards the other are then made
 * ring by ring while the budget lasts (every ring costs 0 at those weights). Rows after the first only settle what is equal.
 */
export function* traded<T>(
	problem: Problem,
	options: Options,
	from: Plan,
	budget: { readonly row: Row; readonly most: number },
	rows: readonly Row[],
	tell: (state: StageState) => T,
): Generator<T, { readonly plan: Plan; readonly bound: number; readonly stage: Extract<Stage, { kind: "trade" }> }> {
	const [gain, ...later] = rows;
	if (gain === undefined) throw new Error("a trade needs a sum to gain");
	const { row: keep, most } = budget;
	const depth = depthOf(problem);
	let begin = from;
	const best = function* (rows: readonly Row[]): Generator<T, Point> {
		const run = solveStage(problem, options, combine(problem, rows, depth), begin);
		let next = run.next();
		for (; !next.done; next = run.next()) yield tell({ steps: next.value.steps });
		const { plan, price } = next.value;
		begin = plan;
		return { plan, price, kept: valueOfRow(problem, keep, plan), gains: valueOfRow(problem, gain, plan) };
	};
	const stageOf = (weights: readonly [number, number], point: Point) =>
		({
			kind: "trade",
			weights,
			prices: Array.from(point.price, (_, k) => ownPrice(problem, point.price, k)),
		}) as const;

	let near = yield* best([keep, gain, ...later]);
	let far = yield* best([gain, keep, ...later]);
	// What is gained without any budget is the least there is; the proof needs prices of that sum alone.
	let weights: [number, number] = [0, 1];
	let proof = yield* best([gain]);
	if (far.kept <= most) near = far;
	else
		while (near.gains > far.gains) {
			const shared = common(far.kept - near.kept, near.gains - far.gains);
			const onGain = (far.kept - near.kept) / shared;
			const onKept = (near.gains - far.gains) / shared;
			const row = weighed(keep, gain, onKept, onGain);
			if (!staysExact(row.swing, problem.claims, depth)) break;
			const found = yield* best([row]);
			weights = [onKept, onGain];
			proof = found;
			const value = (point: Point) => onKept * point.kept + onGain * point.gains;
			if (value(found) === value(near)) break;
			if (found.kept <= most) near = found;
			else far = found;
		}
	const [onKept, onGain] = weights;
	const bound = Math.ceil((onKept * proof.kept + onGain * proof.gains - onKept * most) / onGain);
	let plan = near.plan;
	let gains = near.gains;
	if (gains > bound)
		for (const ring of ringsOf(problem, near.plan, far.plan)) {
			const after = plan.slice();
			for (const i of ring) after[i] = far.plan[i] ?? -1;
			const now = valueOfRow(problem, gain, after);
			if (now >= gains || valueOfRow(problem, keep, after) > most) continue;
			plan = after;
			gains = now;
		}
	return { plan, bound, stage: stageOf(weights, proof) };
}

/** Two sums as one. */
export function weighed(keep: Row, gain: Row, onKept: number, onGain: number): Row {
	return {
		level: gain.level,
		name: gain.name,
		pair: (e) => onKept * keep.pair(e) + onGain * gain.pair(e),
		alone: (i) => onKept * keep.alone(i) + onGain * gain.alone(i),
		short: onKept * keep.short + onGain * gain.short,
		spread: onKept * keep.spread + onGain * gain.spread,
		swing: onKept * keep.swing + onGain * gain.swing,
	};
}

function common(a: number, b: number): number {
	let [x, y] = [a, b];
	while (y > 0) [x, y] = [y, x % y];
	return x;
}

/** The difference between two plans as rings of moves, each of which can be made without the others; the claims of each ring. */
export function ringsOf(problem: Problem, before: Plan, after: Plan): number[][] {
	const root = problem.limits;
	const outer = (k: number) => ((problem.parent[k] ?? -1) < 0 ? root : (problem.parent[k] ?? 0));
	const at = (pair: number) => (pair < 0 ? root : (problem.offer[pair] ?? 0));
	/** Per node: where somebody goes from there (the claim), or the count goes from there (−1). */
	const ways: { to: number; claim: number }[][] = Array.from({ length: root + 1 }, () => []);
	const change = new Int32Array(problem.limits);
	before.forEach((pair, i) => {
		const other = after[i] ?? -1;
		if (other === pair) return;
		// A claim that leaves makes room where it was: the room goes the other way.
		ways[at(pair)]?.push({ to: at(other), claim: i });
		for (let k = at(pair); k !== root; k = outer(k)) change[k] = (change[k] ?? 0) - 1;
		for (let k = at(other); k !== root; k = outer(k)) change[k] = (change[k] ?? 0) + 1;
	});
	change.forEach((by, k) => {
		for (let n = 0; n < by; n++) ways[k]?.push({ to: outer(k), claim: -1 });
		for (let n = 0; n > by; n--) ways[outer(k)]?.push({ to: k, claim: -1 });
	});
	const rings: number[][] = [];
	const place = new Int32Array(root + 1).fill(-1);
	for (let begin = 0; begin <= root; begin++) {
		const path: { node: number; claim: number }[] = [{ node: begin, claim: -1 }];
		place[begin] = 0;
		for (;;) {
			const here = path.at(-1);
			if (here === undefined) break;
			const way = ways[here.node]?.pop();
			if (way === undefined) break;
			const seen = place[way.to] ?? -1;
			if (seen < 0) {
				place[way.to] = path.length;
				path.push({ node: way.to, claim: way.claim });
				continue;
			}
			const ring = path.splice(seen + 1);
			for (const { node } of ring) place[node] = -1;
			const claims = [...ring.map(({ claim }) => claim), way.claim].filter((claim) => claim >= 0);
			if (claims.length > 0) rings.push(claims);
		}
		for (const { node } of path) place[node] = -1;
	}
	return rings;
}
