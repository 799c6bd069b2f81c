/** A binary heap of nodes by key, smallest first; a node may be in it more than once. */
export interface Order {
	readonly nodes: number[];
	readonly keys: number[];
	/** The key of the node taken out last. */
	last: number;
}

export function emptyOrder(): Order {
	return { nodes: [], keys: [], last: 0 };
}

export function push({ nodes, keys }: Order, node: number, key: number): void {
	let hole = nodes.length;
	nodes.push(node);
	keys.push(key);
	while (hole > 0) {
		const up = (hole - 1) >> 1;
		if ((keys[up] ?? 0) <= key) break;
		nodes[hole] = nodes[up] ?? 0;
		keys[hole] = keys[up] ?? 0;
		hole = up;
	}
	nodes[hole] = node;
	keys[hole] = key;
}

/** Takes out the smallest; −1 when there is none. */
export function pop(order: Order): number {
	const { nodes, keys } = order;
	if (nodes.length === 0) return -1;
	const top = nodes[0] ?? 0;
	order.last = keys[0] ?? 0;
	const node = nodes.pop() ?? 0;
	const key = keys.pop() ?? 0;
	const size = nodes.length;
	if (size === 0) return top;
	let hole = 0;
	for (;;) {
		let next = 2 * hole + 1;
		if (next >= size) break;
		if (next + 1 < size && (keys[next + 1] ?? 0) < (keys[next] ?? 0)) next++;
		if ((keys[next] ?? 0) >= key) break;
		nodes[hole] = nodes[next] ?? 0;
		keys[hole] = keys[next] ?? 0;
		hole = next;
	}
	nodes[hole] = node;
	keys[hole] = key;
	return top;
}

/** Nodes 0 … size−1 waiting by the caller's keys, nearest first, each at most once: a binary heap that knows where each node stands. */
export interface Queue {
	readonly key: Float64Array;
	readonly heap: Int32Array;
	readonly place: Int32Array;
	count: number;
}

export function queueOf(size: number, key: Float64Array): Queue {
	return { key, heap: new Int32Array(size), place: new Int32Array(size).fill(-1), count: 0 };
}

/** Puts a node in, or moves it up after its key fell. */
export function put(queue: Queue, node: number): void {
	const { key, heap, place } = queue;
	let hole = place[node] ?? -1;
	if (hole < 0) hole = queue.count++;
	const value = key[node] ?? 0;
	while (hole > 0) {
		const up = (hole - 1) >> 1;
		const upper = heap[up] ?? 0;
		if ((key[upper] ?? 0) <= value) break;
		heap[hole] = upper;
		place[upper] = hole;
		hole = up;
	}
	heap[hole] = node;
	place[node] = hole;
}

/** Takes out the nearest; −1 when there is none. */
export function nearest(queue: Queue): number {
	if (queue.count === 0) return -1;
	const { key, heap, place } = queue;
	const top = heap[0] ?? 0;
	place[top] = -1;
	const count = --queue.count;
	if (count > 0) {
		const node = heap[count] ?? 0;
		const value = key[node] ?? 0;
		let hole = 0;
		for (;;) {
			let next = 2 * hole + 1;
			if (next >= count) break;
			if (next + 1 < count && (key[heap[next + 1] ?? 0] ?? 0) < (key[heap[next] ?? 0] ?? 0)) next++;
			const lower = heap[next] ?? 0;
			if ((key[lower] ?? 0) >= value) break;
			heap[hole] = lower;
			place[lower] = hole;
			hole = next;
		}
		heap[hole] = node;
		place[node] = hole;
	}
	return top;
}

export function emptied(queue: Queue): void {
	const { heap, place } = queue;
	for (let at = 0; at < queue.count; at++) place[heap[at] ?? 0] = -1;
	queue.count = 0;
}
