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
