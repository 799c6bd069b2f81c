/** Claims that count alike, and the pools of places they can have. */
type Demand = { readonly claims: number; readonly pools: readonly number[] };

/** Kinds of claims that together outnumber all the places that any of them can have. */
type Lack = { readonly demands: readonly number[]; readonly claims: number; readonly places: number };

/**
 * The largest set of demands for which there are too few places, whoever gets which: none of them is helped by what others
 * leave over (Hall's condition, by a largest flow). Null where everybody can have one.
 * @param places how many there are in each pool
 */
export function lackOf(demands: readonly Demand[], places: readonly number[]): Lack | null {
	const waiting = demands.map(({ claims }) => claims);
	const left = [...places];
	/** Pools that nothing more can be got from, whoever moves. */
	const closed = new Set<number>();
	/** How many of each demand have a place in each pool. */
	const given = places.map(() => new Map<number, number>());
	const give = (pool: number, demand: number, count: number) => {
		const row = given[pool];
		row?.set(demand, (row.get(demand) ?? 0) + count);
	};
	/** Pools and demands reached from a demand, each with where it was reached from. */
	const reachedFrom = (start: number) => {
		const poolBy = new Map<number, number>();
		const demandBy = new Map([[start, -1]]);
		const queue = [start];
		for (const demand of queue)
			for (const pool of demands[demand]?.pools ?? []) {
				if (poolBy.has(pool) || closed.has(pool)) continue;
				poolBy.set(pool, demand);
				if ((left[pool] ?? 0) > 0) return { poolBy, demandBy, free: pool };
				for (const [other, count] of given[pool] ?? [])
					if (count > 0 && !demandBy.has(other)) {
						demandBy.set(other, pool);
						queue.push(other);
					}
			}
		return { poolBy, demandBy, free: null };
	};
	const short = new Set<number>();
	for (const start of demands.keys())
		while ((waiting[start] ?? 0) > 0) {
			const { poolBy, demandBy, free } = reachedFrom(start);
			if (free === null) {
				for (const demand of demandBy.keys()) short.add(demand);
				for (const pool of poolBy.keys()) closed.add(pool);
				break;
			}
			const path: { readonly pool: number; readonly to: number; readonly from: number }[] = [];
			for (let pool = free; ; ) {
				const demand = poolBy.get(pool) ?? start;
				const before = demandBy.get(demand) ?? -1;
				path.push({ pool, to: demand, from: before });
				if (before < 0) break;
				pool = before;
			}
			const moved = path.flatMap(({ to, from }) => (from < 0 ? [] : [given[from]?.get(to) ?? 0]));
			const count = Math.min(waiting[start] ?? 0, left[free] ?? 0, ...moved);
			for (const { pool, to, from } of path) {
				give(pool, to, count);
				if (from >= 0) give(from, to, -count);
			}
			left[free] = (left[free] ?? 0) - count;
			waiting[start] = (waiting[start] ?? 0) - count;
		}
	if (short.size === 0) return null;
	const pools = new Set([...short].flatMap((demand) => demands[demand]?.pools ?? []));
	return {
		demands: [...short].sort((a, b) => a - b),
		claims: [...short].reduce((sum, demand) => sum + (demands[demand]?.claims ?? 0), 0),
		places: [...pools].reduce((sum, pool) => sum + (places[pool] ?? 0), 0),
	};
}
