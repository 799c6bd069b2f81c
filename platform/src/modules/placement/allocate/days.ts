/** Days YYYY-MM-DD, the last one included. Days of this form are in order as text. */
export type Days = { readonly firstDay: string; readonly lastDay: string };

/** Spans of days that all include one day, and how many may be there on it. */
export type Crowd = { readonly day: string; readonly members: readonly number[]; readonly most: number };

export function holds(days: Days, day: string): boolean {
	return days.firstDay <= day && day <= days.lastDay;
}

export function within(inner: Days, outer: Days): boolean {
	return outer.firstDay <= inner.firstDay && inner.lastDay <= outer.lastDay;
}

/**
 * The days that decide whether a limit holds every day: for each, the spans that include it and what is left that day. Where limits
 * overlap the least holds; load is subtracted; days without a limit are not told. A crowd that another contains, with no more
 * room, is left out: spans of days make an interval graph, so those that are left are its maximal cliques, and one more
 * for each week that is tighter than the others.
 */
export function crowdedDays(
	spans: readonly Days[],
	limits: readonly (Days & { readonly most: number })[],
	load: readonly (Days & { readonly learners: number })[],
): Crowd[] {
	// Who is there, and how many may be, only gets worse on the first day of something.
	const days = [...new Set([...spans, ...limits, ...load].map(({ firstDay }) => firstDay))].sort();
	const crowds: Crowd[] = [];
	for (const day of days) {
		const members = spans.flatMap((span, index) => (holds(span, day) ? [index] : []));
		const there = limits.filter((limit) => holds(limit, day));
		if (members.length === 0 || there.length === 0) continue;
		const taken = load.reduce((sum, row) => sum + (holds(row, day) ? row.learners : 0), 0);
		crowds.push({ day, members, most: Math.max(0, Math.min(...there.map(({ most }) => most)) - taken) });
	}
	return crowds.filter((crowd, at) => {
		return !crowds.some((other, index) => {
			if (index === at || other.most > crowd.most || other.members.length < crowd.members.length) return false;
			const inside = new Set(other.members);
			if (!crowd.members.every((member) => inside.has(member))) return false;
			const same = other.most === crowd.most && other.members.length === crowd.members.length;
			return !same || index < at;
		});
	});
}
