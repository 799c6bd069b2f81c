import type { Basis } from "./model.ts";
import type { PartPlan } from "./objective.ts";
import type { Part } from "./part.ts";

/** The pairs of a part that its models are made on; claims that go together have a pair in all of them or in none. */
export interface Columns {
	has(pair: number): boolean;
	all(): boolean;
	/** Lets in, claim by claim, as many as `most` of its cheapest pairs that cost less than `below`; gives how many came in. */
	admit(reduced: Float64Array, below: number, most: number): number;
	admitPlan(plan: PartPlan): void;
	admitAll(): void;
	count(): number;
	/** Where the last linear programme on them ended. */
	basis: Basis | undefined;
}

export function columnsOf(part: Part): Columns {
	const kept = new Uint8Array(part.pairs.length);
	let count = 0;
	/** Per pair of a group: its fellows at the same offer. */
	const fellows = new Map<number, Int32Array>();
	for (const { claims, pairs } of part.together) {
		const each = pairs.length / claims.length;
		for (let at = 0; at < each; at++) {
			const same = pairs.filter((_, n) => n % each === at);
			for (const e of same) fellows.set(e, Int32Array.from([...(fellows.get(e) ?? []), ...same]));
		}
	}
	const put = (e: number) => {
		if (kept[e] === 1) return;
		kept[e] = 1;
		count++;
		for (const other of fellows.get(e) ?? []) put(other);
	};
	return {
		has: (e) => kept[e] === 1,
		all: () => count === kept.length,
		count: () => count,
		admit: (reduced, below, most) => {
			const before = count;
			const cheap: number[] = [];
			for (let i = 0; i < part.claims.length; i++) {
				cheap.length = 0;
				for (let e = part.start[i] ?? 0; e < (part.start[i + 1] ?? 0); e++)
					if (kept[e] === 0 && (reduced[e] ?? 0) < below) cheap.push(e);
				if (cheap.length > most) cheap.sort((a, b) => (reduced[a] ?? 0) - (reduced[b] ?? 0) || a - b);
				for (const e of cheap.slice(0, most)) put(e);
			}
			return count - before;
		},
		admitPlan: (plan) => {
			for (const e of plan) if (e >= 0) put(e);
		},
		admitAll: () => {
			kept.fill(1);
			count = kept.length;
		},
		basis: undefined,
	};
}
