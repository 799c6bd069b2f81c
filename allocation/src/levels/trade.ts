import type { Plan, Problem } from "../problem.ts";
import { type Budget, keeps, weighed } from "./budget.ts";
import { worthOf } from "./hull.ts";
import type { Options } from "./options.ts";
import { depthOf, type Row, staysExact } from "./rows.ts";
import { combine, type StageState, solveStage } from "./stage.ts";
import { valueOfRow } from "./value.ts";

interface Found {
	readonly plan: Plan;
	readonly price: Float64Array;
	/** The sums that are held within their budgets, and the one that gains. */
	readonly kept: readonly number[];
	readonly gains: number;
}

export interface Traded {
	readonly plan: Plan;
	/** Weights of the sums with budgets, in order, and of the one that gains; prices at which these prove the bound. */
	readonly weights: readonly number[];
	readonly price: Float64Array;
	/** No plan within what is proved of the budgets has less. */
	readonly bound: number;
}

/** Weights are looked for as multiples of one in so many, as far as arithmetic stays exact. */
const scales = [720_720, 55_440, 5_040, 720, 60, 12, 4, 2, 1];
/** Plans looked at for weights where there are several budgets: so many, and so many more for each. */
const turns = 12;
const turnsEach = 8;

/**
 * The least of a sum among the plans that keep others within their budgets. With one budget the two sums are weighed against each other; the weights
 * move along the lower hull of (kept, gains) until two plans, one within the budget and one beyond, are both best for the same weights. With
 * several, the weights are what the budgets are worth where plans may be mixed, plan by plan. No plan within the budgets is below the bound that the
 * best weights prove. From the plan within, moves towards the others are then made ring by ring while the budgets last. Rows after the
 * first only settle what is equal. `from` is within every budget.
 */
export function* traded<T>(
	problem: Problem,
	options: Options,
	from: Plan,
	budgets: readonly Budget[],
	rows: readonly Row[],
	tell: (state: StageState) => T,
): Generator<T, Traded> {
	const [gain, ...later] = rows;
	if (gain === undefined) throw new Error("a trade needs a sum to gain");
	const depth = depthOf(problem);
	let begin = from;
	const pointOf = (plan: Plan, price: Float64Array): Found => ({
		plan,
		price,
		kept: budgets.map(({ row }) => valueOfRow(problem, row, plan)),
		gains: valueOfRow(problem, gain, plan),
	});
	const best = function* (rows: readonly Row[]): Generator<T, Found> {
		const run = solveStage(problem, options, combine(problem, rows, depth), begin);
		let next = run.next();
		for (; !next.done; next = run.next()) yield tell({ steps: next.value.steps });
		begin = next.value.plan;
		return pointOf(next.value.plan, next.value.price);
	};
	/** What all plans are at least, by a plan that is best for some weights. */
	const boundBy = ({ kept, gains }: Found, weights: readonly number[]) => {
		const onGain = weights[budgets.length] ?? 1;
		const room = budgets.reduce(
			(sum, { proved }, b) => sum + (weights[b] ?? 0) * ((kept[b] ?? 0) - proved),
			onGain * gains,
		);
		return Math.ceil(room / onGain);
	};
	const exact = (row: Row) => staysExact(row.swing, problem.claims, depth);
	const [only, ...others] = budgets;
	const { near, beyond, proof, weights } = yield* only !== undefined && others.length === 0 ? along(only) : among();
	const bound = boundBy(proof, weights);
	let { plan, gains } = near;
	for (const { plan: far } of beyond)
		if (gains > bound)
			for (const ring of ringsOf(problem, plan, far)) {
				const after = plan.slice();
				for (const i of ring) after[i] = far[i] ?? -1;
				const now = valueOfRow(problem, gain, after);
				if (now >= gains || !keeps(problem, budgets, after)) continue;
				plan = after;
				gains = now;
			}
	return { plan, weights, price: proof.price, bound };

	/** Along the hull: every ring between the two plans it ends at costs 0 at their weights. */
	function* along({ row: keep, most }: Budget) {
		if (gain === undefined) throw new Error("a trade needs a sum to gain");
		let near = yield* best([keep, gain, ...later]);
		let far = yield* best([gain, keep, ...later]);
		// What is gained without any budget is the least there is; the proof needs prices of that sum alone.
		let weights: readonly number[] = [0, 1];
		let proof = yield* best([gain]);
		if ((far.kept[0] ?? 0) <= most) near = far;
		else
			while (near.gains > far.gains) {
				const more = (far.kept[0] ?? 0) - (near.kept[0] ?? 0);
				const shared = common(more, near.gains - far.gains);
				const onGain = more / shared;
				const onKept = (near.gains - far.gains) / shared;
				const row = weighed([keep, gain], [onKept, onGain]);
				if (!exact(row)) break;
				const found = yield* best([row]);
				weights = [onKept, onGain];
				proof = found;
				const value = (point: Found) => onKept * (point.kept[0] ?? 0) + onGain * point.gains;
				if (value(found) === value(near)) break;
				if ((found.kept[0] ?? 0) <= most) near = found;
				else far = found;
			}
		return { near, beyond: [far], proof, weights };
	}

	/** Several budgets: plan by plan, each best for what the budgets are worth by those before. */
	function* among() {
		if (gain === undefined) throw new Error("a trade needs a sum to gain");
		const all = [...budgets.map(({ row }) => row), gain];
		let near = pointOf(from, new Float64Array(0));
		let proof = yield* best([gain]);
		const found = [near, proof];
		let weights: readonly number[] = all.map((_, r) => (r < budgets.length ? 0 : 1));
		for (let turn = 0; ; turn++) {
			const { value, worth } = worthOf(
				found.map(({ kept, gains }) => ({ gains, over: kept.map((each, b) => each - (budgets[b]?.most ?? 0)) })),
				budgets.length,
			);
			for (const point of found)
				if (point.gains < near.gains && budgets.every(({ most }, b) => (point.kept[b] ?? 0) <= most)) near = point;
			if (near.gains <= boundBy(proof, weights) || turn > turns + turnsEach * budgets.length) break;
			const scaled = (scale: number) => [...worth.map((each) => Math.round(each * scale)), scale];
			const scale = scales.find((each) => exact(weighed(all, scaled(each))));
			if (scale === undefined) break;
			const tried = scaled(scale);
			const next = yield* best([weighed(all, tried)]);
			if (boundBy(next, tried) > boundBy(proof, weights)) {
				proof = next;
				weights = tried;
			}
			found.push(next);
			const reached = budgets.reduce(
				(sum, { most }, b) => sum + (worth[b] ?? 0) * ((next.kept[b] ?? 0) - most),
				next.gains,
			);
			// No plan is better at these weights than what is mixed already.
			if (reached >= value - 1e-6 * Math.max(1, Math.abs(value))) break;
		}
		return { near, beyond: found.toReversed(), proof, weights };
	}
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
