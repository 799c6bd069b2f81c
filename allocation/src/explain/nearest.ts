import type { Arcs } from "./arcs.ts";

/** The cheapest ways from one node over arcs, whose costs have several stages and are compared in their order. */
export interface Search {
	/** Per node and stage: what the way costs; infinite where it has not come. Of the last search. */
	readonly distance: Float64Array;
	/** Per node: the arc by which it was reached. */
	readonly by: Int32Array;
	/** The first `reached()` of these have been. */
	readonly touched: Int32Array;
	reached(): number;
	/** Searches from a node; a node for which `matters` says no, at the distance it would have, is not reached that way. */
	from(source: number, matters?: (node: number) => boolean): void;
}

/** Dijkstra's method over groups of arcs per node, `other` being the end of each arc that they lead to. */
export function searchOver(
	{ nodes, stages, cost }: Arcs,
	group: { readonly start: Int32Array; readonly arc: Int32Array },
	other: Int32Array,
): Search {
	const distance = new Float64Array(nodes * stages).fill(Number.POSITIVE_INFINITY);
	const by = new Int32Array(nodes).fill(-1);
	const touched = new Int32Array(nodes);
	let reached = 0;
	const heap = new Int32Array(nodes);
	const place = new Int32Array(nodes).fill(-1);
	let size = 0;
	const before = (a: number, b: number): boolean => {
		for (let s = 0; s < stages; s++) {
			const [x, y] = [distance[a * stages + s] ?? 0, distance[b * stages + s] ?? 0];
			if (x !== y) return x < y;
		}
		return false;
	};
	const put = (node: number) => {
		let hole = place[node] ?? -1;
		if (hole < 0) hole = size++;
		while (hole > 0) {
			const up = (hole - 1) >> 1;
			const upper = heap[up] ?? 0;
			if (!before(node, upper)) break;
			heap[hole] = upper;
			place[upper] = hole;
			hole = up;
		}
		heap[hole] = node;
		place[node] = hole;
	};
	const take = (): number => {
		const top = heap[0] ?? 0;
		place[top] = -1;
		size--;
		if (size === 0) return top;
		const node = heap[size] ?? 0;
		let hole = 0;
		for (;;) {
			let next = 2 * hole + 1;
			if (next >= size) break;
			if (next + 1 < size && before(heap[next + 1] ?? 0, heap[next] ?? 0)) next++;
			const lower = heap[next] ?? 0;
			if (!before(lower, node)) break;
			heap[hole] = lower;
			place[lower] = hole;
			hole = next;
		}
		heap[hole] = node;
		place[node] = hole;
		return top;
	};
	/** Whether the way by `node` and then `arc` is nearer than what is known of its end; if so, it is written there. */
	const nearer = (node: number, arc: number, end: number): boolean => {
		let s = 0;
		let value = 0;
		for (; s < stages; s++) {
			value = (distance[node * stages + s] ?? 0) + (cost[arc * stages + s] ?? 0);
			const known = distance[end * stages + s] ?? 0;
			if (value > known) return false;
			if (value < known) break;
		}
		return s < stages;
	};
	const was = new Float64Array(stages);
	const from = (source: number, matters?: (node: number) => boolean) => {
		for (let t = 0; t < reached; t++) {
			const node = touched[t] ?? 0;
			distance.fill(Number.POSITIVE_INFINITY, node * stages, (node + 1) * stages);
			by[node] = -1;
		}
		reached = 0;
		touched[reached++] = source;
		distance.fill(0, source * stages, (source + 1) * stages);
		put(source);
		while (size > 0) {
			const node = take();
			const last = group.start[node + 1] ?? 0;
			for (let at = group.start[node] ?? 0; at < last; at++) {
				const arc = group.arc[at] ?? 0;
				const end = other[arc] ?? 0;
				if (!nearer(node, arc, end)) continue;
				for (let s = 0; s < stages; s++) {
					was[s] = distance[end * stages + s] ?? 0;
					distance[end * stages + s] = (distance[node * stages + s] ?? 0) + (cost[arc * stages + s] ?? 0);
				}
				if (matters?.(end) === false) {
					for (let s = 0; s < stages; s++) distance[end * stages + s] = was[s] ?? 0;
					continue;
				}
				if (by[end] === -1 && end !== source) touched[reached++] = end;
				by[end] = arc;
				put(end);
			}
		}
	};
	return { distance, by, touched, reached: () => reached, from };
}
