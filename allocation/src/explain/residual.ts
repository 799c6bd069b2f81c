import type { Certificate } from "../certificate.ts";
import type { Step } from "../levels/rows.ts";
import type { Plan, Problem } from "../problem.ts";
import type { Move } from "../solvers/places.ts";
import { arcsOf, ofLimit } from "./arcs.ts";
import { searchOver } from "./nearest.ts";

/** Chains of moves from a proved plan, compared stage by stage. */
export interface Residual {
	/** Per stage: what a place more at a full limit gives there; nothing at a limit with room. */
	worth(limit: number): readonly number[];
	/**
	 * The cheapest chain that makes room for one more at a limit (or outside all limits: index `limits`) by making one fewer at
	 * another. Gives what it costs per stage beyond the prices, and the moves.
	 */
	cheapest(from: number, to: number): { readonly cost: readonly number[]; readonly moves: readonly Move[] } | undefined;
}

/** Chains remembered, counted in limits, before all are forgotten. */
const mostRemembered = 4_000_000;

/**
 * The residual of a plan whose certificate has sums only; for a certificate with another kind of stage there is none.
 *
 * Two searches find the cheapest way from every limit to the outside and from the outside to every limit. A chain need only be looked for
 * where it is cheaper than going by way of the outside. Every part of such a chain is cheaper than that too, so only arcs that are need be
 * kept, and a search for everything that leads to one limit, made when it is first asked for, stops where the outside is as near.
 */
export function residualOf(
	problem: Problem,
	steps: readonly Step[],
	plan: Plan,
	certificate: Certificate,
): Residual | undefined {
	const arcs = arcsOf(problem, steps, plan, certificate);
	if (arcs === undefined) return undefined;
	const { nodes, stages, start, head, by, cost } = arcs;
	const root = nodes - 1;
	const claimOf = new Int32Array(problem.offer.length);
	for (let i = 0; i < problem.claims; i++) claimOf.fill(i, problem.start[i], problem.start[i + 1]);

	const tail = new Int32Array(head.length);
	for (let v = 0; v < nodes; v++) tail.fill(v, start[v], start[v + 1]);
	const every = new Int32Array(head.length);
	for (let arc = 0; arc < every.length; arc++) every[arc] = arc;
	const outward = searchOver(arcs, grouped(every, head, nodes), tail);
	outward.from(root);
	const inward = searchOver(arcs, { start, arc: every }, head);
	inward.from(root);
	const outwardCost = outward.distance.slice();
	const inwardCost = inward.distance.slice();
	const outwardArc = outward.by.slice();
	const inwardArc = inward.by.slice();

	/** Whether a cost is less than that of going from a to b by way of the outside. */
	const shorter = (values: Float64Array, at: number, a: number, b: number): boolean => {
		for (let s = 0; s < stages; s++) {
			const around = (outwardCost[a * stages + s] ?? 0) + (inwardCost[b * stages + s] ?? 0);
			const value = values[at * stages + s] ?? 0;
			if (value !== around) return value < around;
		}
		return false;
	};
	const kept = every.filter((arc) => {
		const [a, b] = [tail[arc] ?? 0, head[arc] ?? 0];
		return a !== root && b !== root && shorter(cost, arc, a, b);
	});
	const direct = searchOver(arcs, grouped(kept, head, nodes), tail);
	/** Per limit asked for: the next arc from every limit that is nearer to it than by way of the outside. */
	const toward = new Map<number, Map<number, number>>();
	let remembered = 0;
	const onwardTo = (to: number): ReadonlyMap<number, number> => {
		const known = toward.get(to);
		if (known !== undefined) return known;
		const onward = new Map<number, number>();
		direct.from(to, (v) => shorter(direct.distance, v, v, to));
		for (let t = 0; t < direct.reached(); t++) {
			const v = direct.touched[t] ?? 0;
			if (v !== to) onward.set(v, direct.by[v] ?? -1);
		}
		if (remembered > mostRemembered) {
			toward.clear();
			remembered = 0;
		}
		remembered += 1 + onward.size;
		toward.set(to, onward);
		return onward;
	};

	const path: number[] = [];
	const place = new Int32Array(nodes).fill(-1);
	/** Adds an arc to the path. Where it comes back to a limit, the round trip falls out: the path is cheapest, so it cost nothing. */
	const add = (arc: number) => {
		const back = place[head[arc] ?? 0] ?? -1;
		path.push(arc);
		if (back < 0) place[head[arc] ?? 0] = path.length;
		else
			while (path.length > back) {
				const end = head[path.pop() ?? 0] ?? 0;
				if (end !== head[arc]) place[end] = -1;
			}
	};
	const pathTo = (from: number, to: number): boolean => {
		path.length = 0;
		if (from === to) return true;
		const onward = to === root || from === root ? undefined : onwardTo(to);
		place[from] = 0;
		if (onward?.has(from) === true)
			for (let v = from; v !== to; v = head[path.at(-1) ?? 0] ?? to) add(onward.get(v) ?? 0);
		else if ((outwardCost[from * stages] ?? 0) + (inwardCost[to * stages] ?? 0) === Number.POSITIVE_INFINITY) {
			place[from] = -1;
			return false;
		} else {
			const back: number[] = [];
			for (let v = to; v !== root; v = tail[back.at(-1) ?? 0] ?? root) back.push(inwardArc[v] ?? 0);
			for (let v = from; v !== root; ) {
				const arc = outwardArc[v] ?? 0;
				add(arc);
				v = head[arc] ?? root;
			}
			for (const arc of back.reverse()) add(arc);
		}
		place[from] = -1;
		for (const arc of path) place[head[arc] ?? 0] = -1;
		return true;
	};
	const cheapest = (from: number, to: number) => {
		if (!pathTo(from, to)) return undefined;
		const total = new Array<number>(stages).fill(0);
		const moves: Move[] = [];
		for (const arc of path) {
			for (let s = 0; s < stages; s++) total[s] = (total[s] ?? 0) + (cost[arc * stages + s] ?? 0);
			const how = by[arc] ?? ofLimit;
			if (how >= 0) moves.push({ claim: claimOf[how] ?? 0, pair: how });
			else if (how !== ofLimit) moves.push({ claim: -1 - how, pair: -1 });
		}
		return { cost: total, moves };
	};
	return { worth: arcs.worth, cheapest };
}

/** Arcs by the node at one end of them. */
function grouped(arcs: Int32Array, end: Int32Array, nodes: number): { start: Int32Array; arc: Int32Array } {
	const start = new Int32Array(nodes + 1);
	for (const arc of arcs) start[(end[arc] ?? 0) + 1] = (start[(end[arc] ?? 0) + 1] ?? 0) + 1;
	for (let v = 0; v < nodes; v++) start[v + 1] = (start[v + 1] ?? 0) + (start[v] ?? 0);
	const filled = start.slice();
	const arc = new Int32Array(arcs.length);
	for (const one of arcs) {
		const slot = filled[end[one] ?? 0] ?? 0;
		arc[slot] = one;
		filled[end[one] ?? 0] = slot + 1;
	}
	return { start, arc };
}
