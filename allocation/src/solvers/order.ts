/** A binary heap of nodes by key, smallest first; a node may be in it more than once. */
export interface Order {
	push(node: number, key: number): void;
	/** Takes out the smallest; −1 when there is none. Its key is `lastKey`. */
	pop(): number;
	lastKey(): number;
}

export function emptyOrder(): Order {
	const nodes: number[] = [];
	const keys: number[] = [];
	let last = 0;
	const push = (node: number, key: number) => {
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
	};
	const pop = () => {
		const top = nodes[0];
		if (top === undefined) return -1;
		last = keys[0] ?? 0;
		const node = nodes.pop() ?? 0;
		const key = keys.pop() ?? 0;
		const size = nodes.length;
		if (size > 0) {
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
		}
		return top;
	};
	return { push, pop, lastKey: () => last };
}

/** Nodes waiting by key, nearest first, each at most once. */
export interface Queue {
	/** Puts a node in, or moves it up after its key fell. */
	put(node: number): void;
	/** Takes out the nearest; −1 when there is none. */
	take(): number;
	clear(): void;
}

/** A queue over nodes 0 … size−1 with the caller's keys: a binary heap that knows where each node stands. */
export function queueOf(size: number, key: Float64Array): Queue {
	const heap = new Int32Array(size);
	const place = new Int32Array(size).fill(-1);
	let count = 0;
	const put = (node: number) => {
		let hole = place[node] ?? -1;
		if (hole < 0) hole = count++;
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
	};
	const take = () => {
		if (count === 0) return -1;
		const top = heap[0] ?? 0;
		place[top] = -1;
		count--;
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
	};
	const clear = () => {
		for (let at = 0; at < count; at++) place[heap[at] ?? 0] = -1;
		count = 0;
	};
	return { put, take, clear };
}
