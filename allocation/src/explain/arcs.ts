import type { Certificate } from "../certificate.ts";
import { aroundPrices, everyOption, placedBelow } from "../levels/options.ts";
import type { Row, Step } from "../levels/rows.ts";
import { costsOf } from "../levels/value.ts";
import type { Plan, Problem } from "../problem.ts";

/**
 * The residual network of a proved plan, over its limits and the outside (the last node). An arc from a to b makes one fewer at a and
 * one more at b. Of all the claims that could move from a to b only the one that does it cheapest has an arc.
 *
 * A cost has one number for each stage of the proof: how much worse the move is at that stage's prices. Compared stage by stage no
 * arc costs less than nothing; that is what the proof says, and what makes searches short.
 */
export interface Arcs {
	readonly nodes: number;
	readonly stages: number;
	/** Arcs out of node v are start[v] … start[v+1]−1. */
	readonly start: Int32Array;
	readonly head: Int32Array;
	/** The pair that is taken; −1 − claim for one that stays unplaced instead; `ofLimit` where a limit's count changes and nobody moves. */
	readonly by: Int32Array;
	/** Of arc a at stage s: cost[a · stages + s]. */
	readonly cost: Float64Array;
	/** Per stage: what a place more at a full limit gives there; nothing at a limit with room. */
	worth(limit: number): readonly number[];
}

export const ofLimit = -(2 ** 31);

/** A stage as its checker sees it. */
interface PricedRows {
	readonly pair: (pair: number) => number;
	readonly alone: (claim: number) => number;
	readonly prices: readonly number[];
	/** Per limit: the price there and of all limits around. */
	readonly around: Float64Array;
	/** What each place missing to a limit's floor counts. */
	readonly short: (limit: number) => number;
}

/** The arcs of a plan whose certificate has sums only; for a certificate with another kind of stage there are none. */
export function arcsOf(
	problem: Problem,
	steps: readonly Step[],
	plan: Plan,
	certificate: Certificate,
): Arcs | undefined {
	const { offers, limits, parent, limit, offer } = problem;
	const priced = pricedRows(problem, steps, certificate);
	if (priced === undefined) return undefined;
	const stages = priced.length;
	const options = everyOption(problem);
	const root = limits;
	const nodes = limits + 1;
	const count = placedBelow(problem, plan);
	const pairValue = (stage: number, e: number) =>
		(priced[stage]?.pair(e) ?? 0) + (priced[stage]?.around[offer[e] ?? 0] ?? 0);
	const [firstPair, firstAround] = [priced[0]?.pair ?? (() => 0), priced[0]?.around ?? new Float64Array(limits)];
	const aloneValue = (stage: number, i: number) => priced[stage]?.alone(i) ?? 0;
	/** The price of a limit beyond what one more there (or the last one there) spares of its floor. */
	const worthOf = (stage: number, k: number, more: number) => {
		const missed = (count[k] ?? 0) + more <= (problem.least[k] ?? 0);
		const short = missed ? (priced[stage]?.short(k) ?? 0) : 0;
		return (priced[stage]?.prices[k] ?? 0) + short;
	};

	const seated = seatedAt(problem, plan);
	const inner: number[][] = Array.from({ length: nodes }, () => []);
	for (let k = 0; k < limits; k++) inner[(parent[k] ?? -1) < 0 ? root : (parent[k] ?? 0)]?.push(k);
	const start = new Int32Array(nodes + 1);
	const head: number[] = [];
	const by: number[] = [];
	const cost: number[] = [];
	/** Per node: its arc from the node under way, if not below `from`. */
	const arcTo = new Int32Array(nodes).fill(-1);
	const own = new Float64Array(stages);
	let from = 0;
	/** Keeps the cheaper of this arc and the one there is; later stages are only looked at where earlier ones leave it open. */
	const offerArc = (to: number, first: number, later: (stage: number) => number, how: number) => {
		let arc = arcTo[to] ?? -1;
		if (arc >= from) {
			const least = cost[arc * stages] ?? 0;
			if (first > least) return;
			if (first === least) {
				let stage = 1;
				while (stage < stages && later(stage) === cost[arc * stages + stage]) stage++;
				if (stage >= stages || later(stage) > (cost[arc * stages + stage] ?? 0)) return;
			}
		} else {
			arc = head.length;
			arcTo[to] = arc;
			head.push(to);
			by.push(how);
		}
		by[arc] = how;
		cost[arc * stages] = first;
		for (let stage = 1; stage < stages; stage++) cost[arc * stages + stage] = later(stage);
	};
	const offerMoves = (node: number, i: number) => {
		const now = plan[i] ?? -1;
		for (let stage = 0; stage < stages; stage++) own[stage] = now < 0 ? aloneValue(stage, i) : pairValue(stage, now);
		if (now >= 0)
			offerArc(root, aloneValue(0, i) - (own[0] ?? 0), (stage) => aloneValue(stage, i) - (own[stage] ?? 0), -1 - i);
		const end = problem.start[i + 1] ?? 0;
		const base = own[0] ?? 0;
		let e = problem.start[i] ?? 0;
		const later = (stage: number) => pairValue(stage, e) - (own[stage] ?? 0);
		for (; e < end; e++) {
			const to = offer[e] ?? 0;
			if (e === now || to === node || options.open[e] !== 1) continue;
			offerArc(to, firstPair(e) + (firstAround[to] ?? 0) - base, later, e);
		}
	};
	for (let node = 0; node < nodes; node++) {
		from = head.length;
		if (node !== root && (count[node] ?? 0) < (limit[node] ?? 0)) {
			const outer = (parent[node] ?? -1) < 0 ? root : (parent[node] ?? 0);
			offerArc(outer, -worthOf(0, node, 1), (stage) => -worthOf(stage, node, 1), ofLimit);
		}
		for (const child of inner[node] ?? [])
			if ((count[child] ?? 0) > 0) offerArc(child, worthOf(0, child, 0), (stage) => worthOf(stage, child, 0), ofLimit);
		if (node < offers || node === root)
			for (let i = seated.first[node === root ? offers : node] ?? -1; i >= 0; i = seated.next[i] ?? -1)
				if (options.alone[i] === 1) offerMoves(node, i);
		start[node + 1] = head.length;
	}
	const worth = (k: number) =>
		Array.from({ length: stages }, (_, stage) => ((count[k] ?? 0) < (limit[k] ?? 0) ? 0 : worthOf(stage, k, 1)));
	return {
		nodes,
		stages,
		start,
		head: Int32Array.from(head),
		by: Int32Array.from(by),
		cost: Float64Array.from(cost),
		worth,
	};
}

function pricedRows(
	problem: Problem,
	steps: readonly Step[],
	certificate: Certificate,
): readonly PricedRows[] | undefined {
	const priced: PricedRows[] = [];
	let at = 0;
	for (const stage of certificate.stages) {
		if (stage.kind !== "sum") return undefined;
		const rows: { row: Row; weight: number }[] = [];
		for (const weight of stage.weights) {
			const row = steps[at++];
			if (row === undefined || "largest" in row) return undefined;
			rows.push({ row, weight });
		}
		priced.push({
			...costsOf(problem, rows),
			prices: stage.prices,
			around: aroundPrices(problem, stage.prices),
		});
	}
	return priced;
}

/** Who sits at each offer, in order of claims, and last (at `offers`) who is unplaced: the first per offer, the next per claim; −1 ends it. */
function seatedAt(problem: Problem, plan: Plan) {
	const first = new Int32Array(problem.offers + 1).fill(-1);
	const next = new Int32Array(problem.claims).fill(-1);
	for (let i = problem.claims - 1; i >= 0; i--) {
		const pair = plan[i] ?? -1;
		const at = pair < 0 ? problem.offers : (problem.offer[pair] ?? 0);
		next[i] = first[at] ?? -1;
		first[at] = i;
	}
	return { first, next };
}
