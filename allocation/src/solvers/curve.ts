/**
 * What the number placed at each limit costs by itself: convex, in pieces between marks. Per limit k,
 * 0 = mark[5k] ≤ mark[5k+1] ≤ … ≤ mark[5k+4], and slope[4k + t] is what one more costs between marks t and t+1.
 */
export interface Curves {
	readonly mark: Int32Array;
	readonly slope: Float64Array;
}

/** Marks per limit less one. */
export const lastMark = 4;

/** What one more costs at mark t; none can be had beyond the last. */
export function right(curves: Curves, k: number, t: number): number {
	return t >= lastMark ? Number.POSITIVE_INFINITY : (curves.slope[lastMark * k + t] ?? 0);
}

/** What one fewer saves at mark t; there are none to give at the first. */
export function left(curves: Curves, k: number, t: number): number {
	return t <= 0 ? Number.NEGATIVE_INFINITY : (curves.slope[lastMark * k + t - 1] ?? 0);
}

/** The same curves with a mark where each count stands; at most three pieces may have a length. */
export function markedAt(curves: Curves, count: Int32Array): Curves {
	const mark = curves.mark.slice();
	const slope = curves.slope.slice();
	const stride = lastMark + 1;
	count.forEach((here, k) => {
		let t = 0;
		while (t < lastMark && (mark[stride * k + t + 1] ?? 0) <= here) t++;
		if (t === lastMark || mark[stride * k + t] === here) return;
		for (let u = lastMark; u > t + 1; u--) mark[stride * k + u] = mark[stride * k + u - 1] ?? 0;
		for (let u = lastMark - 1; u > t; u--) slope[lastMark * k + u] = slope[lastMark * k + u - 1] ?? 0;
		mark[stride * k + t + 1] = here;
	});
	return { mark, slope };
}
