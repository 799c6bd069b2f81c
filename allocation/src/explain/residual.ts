import type { Certificate } from "../certificate.ts";
import { everyOption, type Options } from "../levels/options.ts";
import type { Row, Step } from "../levels/rows.ts";
import type { Plan, Problem } from "../problem.ts";
import type { Move } from "../solvers/places.ts";

/**
 * Chains of moves from a proved plan, compared stage by stage. `reduced` says per stage and pair how much worse the pair is
 * than its claim's own option at the prices of the proof; taken over all stages in order that is never negative, which is what
 * makes the search for the cheapest chain short.
 */
export interface Residual {
	readonly options: Options;
	/** Per stage: the price of a place at each limit by itself. */
	readonly prices: readonly (readonly number[])[];
	readonly reduced: readonly Float64Array[];
	/** Per stage: what a place more at a full limit gives there; nothing at a limit with room. */
	worth(limit: number): readonly number[];
	/**
	 * The cheapest chain that makes room for one more at a limit (or outside all limits: index `limits`) by making one fewer at
	 * another. Gives what it costs per stage beyond the prices, and the moves.
	 */
	cheapest(from: number, to: number): { readonly cost: readonly number[]; readonly moves: readonly Move[] } | undefined;
}

/** The residual of a plan whose certificate has sums only; for a certificate with another kind of stage there is none. */
export function residualOf(
	problem: Problem,
	steps: readonly Step[],
	plan: Plan,
	certificate: Certificate,
): Residual | undefined {
	const { claims, offers, limits, parent, limit, start, offer } = problem;
	const options = everyOption(problem);
	const root = limits;
	const prices: (readonly number[])[] = [];
	const reduced: Float64Array[] = [];
	const stepOut: Float64Array[] = [];
	const shorts: number[] = [];
	let at = 0;
	for (const stage of certificate.stages) {
		if (stage.kind !== "sum") return undefined;
		const rows: { row: Row; weight: number }[] = [];
		for (const weight of stage.weights) {
			const row = steps[at++];
			if (row === undefined || "largest" in row) return undefined;
			rows.push({ row, weight });
		}
		const around = new Float64Array(limits);
		for (let k = limits - 1; k >= 0; k--)
			around[k] = (stage.prices[k] ?? 0) + ((parent[k] ?? -1) < 0 ? 0 : (around[parent[k] ?? 0] ?? 0));
		const value = (e: number) =>
			rows.reduce((sum, { row, weight }) => sum + weight * row.pair(e), around[offer[e] ?? 0] ?? 0);
		const here = new Float64Array(offer.length);
		const out = new Float64Array(claims);
		for (let i = 0; i < claims; i++) {
			const alone = rows.reduce((sum, { row, weight }) => sum + weight * row.alone(i), 0);
			const taken = plan[i] ?? -1;
			const own = taken < 0 ? alone : value(taken);
			out[i] = alone - own;
			for (let e = start[i] ?? 0; e < (start[i + 1] ?? 0); e++) here[e] = value(e) - own;
		}
		shorts.push(rows.reduce((sum, { row, weight }) => sum + weight * row.short, 0));
		prices.push(stage.prices);
		reduced.push(here);
		stepOut.push(out);
	}

	const count = new Int32Array(limits);
	const seated: number[][] = Array.from({ length: offers }, () => []);
	const unplaced: number[] = [];
	for (let i = 0; i < claims; i++) {
		const pair = plan[i] ?? -1;
		if (pair < 0) unplaced.push(i);
		else seated[offer[pair] ?? 0]?.push(i);
		for (let k = pair < 0 ? -1 : (offer[pair] ?? 0); k >= 0; k = parent[k] ?? -1) count[k] = (count[k] ?? 0) + 1;
	}
	const inner: number[][] = Array.from({ length: limits + 1 }, () => []);
	for (let k = 0; k < limits; k++) inner[(parent[k] ?? -1) < 0 ? root : (parent[k] ?? 0)]?.push(k);
	const depth = prices.length;
	const zero = new Array<number>(depth).fill(0);
	const firstReduced = reduced[0] ?? new Float64Array(offer.length);
	/** Per node: the first stage of its label, for the search under way. */
	const lowest = new Float64Array(limits + 1).fill(Number.POSITIVE_INFINITY);
	const touched: number[] = [];

	/** The price of a limit beyond what one more there (or the last one there) spares of its floor. */
	const worthOf = (stage: number, k: number, more: number) => {
		const short =
			(count[k] ?? 0) + more <= (problem.least[k] ?? 0) ? (shorts[stage] ?? 0) * (problem.leastWeight[k] ?? 0) : 0;
		return (prices[stage]?.[k] ?? 0) + short;
	};
	const cheapest = (from: number, to: number) => {
		const labels = new Map<number, Label>();
		const order = labelOrder();
		for (const node of touched) lowest[node] = Number.POSITIVE_INFINITY;
		touched.length = 0;
		/** The cheapest chain to the end so far, and its first stage. */
		let reached: Label | undefined;
		let most = Number.POSITIVE_INFINITY;
		const reach = (
			node: number,
			base: readonly number[],
			extra: (stage: number) => number,
			source: Label | undefined,
			move: Move | undefined,
		) => {
			const known = labels.get(node);
			if (known !== undefined && !lessThan(base, extra, known.key)) return;
			if (reached !== undefined && !lessThan(base, extra, reached.key)) return;
			const key = base.map((value, stage) => value + extra(stage));
			const label: Label = { node, key, source, move };
			labels.set(node, label);
			lowest[node] = key[0] ?? 0;
			touched.push(node);
			if (node === to) {
				reached = label;
				most = key[0] ?? 0;
			} else order.push(label);
		};
		reach(from, zero, () => 0, undefined, undefined);
		for (let label = order.pop(); label !== undefined; label = order.pop()) {
			const { node, key } = label;
			if (labels.get(node) !== label) continue;
			// Nothing later can be cheaper than what is settled now.
			if (reached !== undefined && !lessThan(key, () => 0, reached.key)) break;
			const source = label;
			const enter = (claim: number) => {
				// Nearly every pair falls at the first stage, by this comparison.
				const base = key[0] ?? 0;
				const end = start[claim + 1] ?? 0;
				for (let e = start[claim] ?? 0; e < end; e++)
					if (
						base + (firstReduced[e] ?? 0) <= Math.min(lowest[offer[e] ?? 0] ?? 0, most) &&
						e !== plan[claim] &&
						options.open[e] === 1
					)
						reach(offer[e] ?? 0, key, (stage) => reduced[stage]?.[e] ?? 0, source, { claim, pair: e });
			};
			if (node !== root && (count[node] ?? 0) < (limit[node] ?? 0)) {
				const outer = parent[node] ?? -1;
				reach(outer < 0 ? root : outer, key, (stage) => -worthOf(stage, node, 1), source, undefined);
			}
			for (const child of inner[node] ?? [])
				if ((count[child] ?? 0) > 0) reach(child, key, (stage) => worthOf(stage, child, 0), source, undefined);
			if (node === root) for (const claim of unplaced) enter(claim);
			if (node < offers)
				for (const claim of seated[node] ?? []) {
					if (options.alone[claim] !== 1) continue;
					reach(root, key, (stage) => stepOut[stage]?.[claim] ?? 0, source, { claim, pair: -1 });
					enter(claim);
				}
		}
		return reached === undefined ? undefined : { cost: reached.key, moves: movesOf(reached) };
	};
	const worth = (k: number) =>
		(count[k] ?? 0) < (limit[k] ?? 0) ? zero : zero.map((_, stage) => worthOf(stage, k, 1));
	return { options, prices, reduced, worth, cheapest };
}

interface Label {
	readonly node: number;
	readonly key: readonly number[];
	readonly source: Label | undefined;
	readonly move: Move | undefined;
}

function movesOf(last: Label): Move[] {
	const moves: Move[] = [];
	for (let label: Label | undefined = last; label !== undefined; label = label.source)
		if (label.move !== undefined) moves.push(label.move);
	return moves.reverse();
}

function lessThan(base: readonly number[], extra: (stage: number) => number, key: readonly number[]): boolean {
	for (let stage = 0; stage < key.length; stage++) {
		const value = (base[stage] ?? 0) + extra(stage);
		if (value !== key[stage]) return value < (key[stage] ?? 0);
	}
	return false;
}

/** A binary heap of labels, least key first, stage by stage. */
function labelOrder() {
	const heap: Label[] = [];
	const before = (a: Label, b: Label) => lessThan(a.key, () => 0, b.key);
	const push = (label: Label) => {
		let hole = heap.length;
		heap.push(label);
		while (hole > 0) {
			const up = heap[(hole - 1) >> 1];
			if (up === undefined || !before(label, up)) break;
			heap[hole] = up;
			hole = (hole - 1) >> 1;
		}
		heap[hole] = label;
	};
	const pop = (): Label | undefined => {
		const top = heap[0];
		const last = heap.pop();
		if (last === undefined || heap.length === 0) return top;
		let hole = 0;
		for (;;) {
			let next = 2 * hole + 1;
			let child = heap[next];
			if (child === undefined) break;
			const other = heap[next + 1];
			if (other !== undefined && before(other, child)) {
				child = other;
				next++;
			}
			if (!before(child, last)) break;
			heap[hole] = child;
			hole = next;
		}
		heap[hole] = last;
		return top;
	};
	return { push, pop };
}
