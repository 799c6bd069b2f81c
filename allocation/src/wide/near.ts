import type { PartPlan } from "./objective.ts";
import type { Part } from "./part.ts";

/** Where a change begins: pairs that are taken, claims that leave where they are, and limits or crossing caps that have one place more. */
export interface Beginnings {
	readonly taken: readonly number[];
	readonly leaving: readonly number[];
	readonly room: readonly number[];
	readonly crossingRoom: readonly number[];
}

/** How many ways on are looked at for each claim, and how many newcomers for each place that gets room. */
const waysEach = 3;
const newcomers = 24;

/**
 * The claims of a part that a change is most likely to move, the nearest first by what moves cost beyond the bound: whoever sits under a full
 * limit that somebody enters, whoever would rather be where somebody leaves, and so on from them; claims that go together come together, and
 * so does whoever sits where some must not be left alone.
 */
export function nearbyIn(part: Part, reduced: Float64Array, plan: PartPlan): Nearby {
	const { offer, parent, start, claimOf } = part;
	const seated = pairsBelow(part, (e) => plan[claimOf[e] ?? 0] === e);
	const every = pairsBelow(part, () => true);
	const isTaken = (e: number) => plan[claimOf[e] ?? 0] === e;
	const takenOf = (pairs: Int32Array) => Array.from(pairs.filter(isTaken), (e) => claimOf[e] ?? 0);
	const sitting = part.crossings.map(({ pairs }) => takenOf(pairs));
	const groups = [...part.minimums, ...part.mixtures].map(({ pairs, least }) => ({
		pairs,
		least,
		claims: takenOf(pairs),
	}));
	const crossingsOf = indexOf(part.crossings);
	const groupsOf = indexOf(groups);
	const fellows = new Map<number, Int32Array>();
	for (const { claims } of part.together) for (const i of claims) fellows.set(i, claims);
	/** What taking a pair costs its claim beyond what it has. */
	const more = (e: number) => {
		const own = plan[claimOf[e] ?? 0] ?? -1;
		return Math.max(0, (reduced[e] ?? 0) - (own < 0 ? 0 : (reduced[own] ?? 0)));
	};

	return ({ taken, leaving, room, crossingRoom }, size) => {
		const chosen = new Set<number>();
		const waiting = heapOf();
		const entered = new Set<string>();
		const once = (name: string) => {
			if (entered.has(name)) return false;
			entered.add(name);
			return true;
		};
		/** Somebody has to go from among these. */
		const push = (claims: readonly number[], far: number) => {
			let first: Waiting | undefined;
			for (const i of claims) {
				const best: number[] = [];
				for (let e = start[i] ?? 0; e < (start[i + 1] ?? 0); e++) {
					if (isTaken(e)) continue;
					let at = best.length;
					while (at > 0 && more(best[at - 1] ?? 0) > more(e)) at--;
					if (at < waysEach) best.splice(at, 0, e);
					if (best.length > waysEach) best.pop();
				}
				for (const e of best) waiting.put(far + more(e), i, e);
				const next = { far: far + (best[0] === undefined ? 0 : more(best[0])), claim: i, pair: best[0] ?? -1 };
				if (next.pair < 0) waiting.put(far, i, -1);
				if (part.alone[i] === 1 && (first === undefined || next.far < first.far)) first = next;
			}
			// Somebody has to go from where the change begins, however far away.
			if (far === 0 && first !== undefined) choose(first.claim, first.far);
		};
		/** There is room for somebody by one of these pairs. */
		const pull = (pairs: readonly number[] | Int32Array, far: number, most = newcomers) => {
			const others = Array.from(pairs).filter((e) => !isTaken(e));
			others.sort((a, b) => more(a) - more(b) || a - b);
			for (const e of others.slice(0, most)) waiting.put(far + more(e), claimOf[e] ?? 0, e);
		};
		const enter = (e: number, far: number) => {
			// Who leaves the innermost full limit leaves those around it too.
			let full = offer[e] ?? -1;
			while (full >= 0 && (seated[full]?.length ?? 0) < (part.high[full] ?? 0)) full = parent[full] ?? -1;
			if (full >= 0 && once(`limit ${full}`))
				push(
					(seated[full] ?? []).map((at) => claimOf[at] ?? 0),
					far,
				);
			for (const c of crossingsOf(e))
				if ((sitting[c]?.length ?? 0) >= (part.crossings[c]?.limit ?? 0) && once(`crossing ${c}`))
					push(sitting[c] ?? [], far);
			for (const g of groupsOf(e)) {
				const group = groups[g];
				if (group === undefined || group.claims.length >= group.least || !once(`group ${g}`)) continue;
				pull(group.pairs, far, 4 * group.least);
			}
		};
		const leave = (i: number, far: number) => {
			const own = plan[i] ?? -1;
			if (own < 0) return;
			for (let k = offer[own] ?? -1; k >= 0; k = parent[k] ?? -1) roomAt(k, far);
			for (const c of crossingsOf(own)) crossingRoomAt(c, far);
			for (const g of groupsOf(own)) {
				const group = groups[g];
				if (group === undefined || !once(`left ${g}`)) continue;
				for (const other of group.claims) choose(other, far);
				pull(group.pairs, far, 4 * group.least);
			}
		};
		const roomAt = (k: number, far: number) => {
			if (once(`room ${k}`)) pull(every[k] ?? [], far);
		};
		const crossingRoomAt = (c: number, far: number) => {
			if (once(`crossing room ${c}`)) pull(part.crossings[c]?.pairs ?? [], far);
		};
		const choose = (i: number, far: number) => {
			if (chosen.has(i)) return;
			chosen.add(i);
			leave(i, far);
			for (const other of fellows.get(i) ?? []) choose(other, far);
		};
		for (const i of leaving) choose(i, 0);
		for (const e of taken) {
			choose(claimOf[e] ?? 0, 0);
			for (const other of fellows.get(claimOf[e] ?? 0) ?? [])
				for (let at = start[other] ?? 0; at < (start[other + 1] ?? 0); at++) if (offer[at] === offer[e]) enter(at, 0);
			enter(e, 0);
		}
		for (const k of room) roomAt(k, 0);
		for (const c of crossingRoom) crossingRoomAt(c, 0);
		for (let next = waiting.take(); next !== undefined && chosen.size < size; next = waiting.take()) {
			choose(next.claim, next.far);
			if (next.pair >= 0) enter(next.pair, next.far);
		}
		return chosen;
	};
}

export type Nearby = (from: Beginnings, size: number) => ReadonlySet<number>;

/** Per limit: the pairs at or below it. */
function pairsBelow(part: Part, counts: (pair: number) => boolean): number[][] {
	const below: number[][] = Array.from(part.limits, () => []);
	part.offer.forEach((j, e) => {
		if (counts(e)) for (let k = j; k >= 0; k = part.parent[k] ?? -1) below[k]?.push(e);
	});
	return below;
}

/** Per pair: the rules that it is in. */
function indexOf(rules: readonly { readonly pairs: Int32Array }[]): (pair: number) => readonly number[] {
	const of = new Map<number, number[]>();
	rules.forEach(({ pairs }, r) => {
		for (const e of pairs) {
			const mine = of.get(e);
			if (mine === undefined) of.set(e, [r]);
			else mine.push(r);
		}
	});
	return (e) => of.get(e) ?? none;
}

const none: readonly number[] = [];

interface Waiting {
	readonly far: number;
	readonly claim: number;
	readonly pair: number;
}

/** The nearest first; of equally near ones the lower claim and pair, so that the order is always the same. */
function heapOf() {
	const rows: Waiting[] = [];
	const before = (a: Waiting, b: Waiting) =>
		a.far !== b.far ? a.far < b.far : a.claim !== b.claim ? a.claim < b.claim : a.pair < b.pair;
	return {
		put: (far: number, claim: number, pair: number) => {
			const row = { far, claim, pair };
			let hole = rows.push(row) - 1;
			while (hole > 0) {
				const up = (hole - 1) >> 1;
				const upper = rows[up];
				if (upper === undefined || !before(row, upper)) break;
				rows[hole] = upper;
				hole = up;
			}
			rows[hole] = row;
		},
		take: (): Waiting | undefined => {
			const top = rows[0];
			const last = rows.pop();
			if (last === undefined || rows.length === 0) return top;
			let hole = 0;
			for (;;) {
				let next = 2 * hole + 1;
				const [left, right] = [rows[next], rows[next + 1]];
				if (left === undefined) break;
				if (right !== undefined && before(right, left)) next++;
				const lower = rows[next];
				if (lower === undefined || !before(lower, last)) break;
				rows[hole] = lower;
				hole = next;
			}
			rows[hole] = last;
			return top;
		},
	};
}
