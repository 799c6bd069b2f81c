import type { Promised } from "./contract.ts";
import { meet, peakOf } from "./rules.ts";
import { earlier, later, type Week } from "./week.ts";

type Days = { readonly firstDay: string; readonly lastDay: string };

/** What one site has and holds, as the calendar counts it. */
export type SiteCalendar = {
	readonly siteId: string;
	readonly siteName: string;
	/** Published places, and the most at once where one is set. */
	readonly offers: readonly (Days & { readonly places: number; readonly capacityId: string })[];
	readonly caps: readonly (Days & { readonly capacityId: string; readonly most: number | null })[];
	readonly load: readonly (Days & { readonly learners: number })[];
	readonly promised: readonly Promised[];
};

export type CalendarCell = {
	/** Places published on the day of the week that has most: the least of the offers' sum and the most at once; null where nothing is published. */
	readonly cap: number | null;
	readonly load: number;
	/** Students placed, locked or answered, on the fullest day. */
	readonly held: number;
};

/** A site's weeks: what it can take, and how much of it is taken. */
export function calendarOf(site: SiteCalendar, weeks: readonly Week[]): readonly CalendarCell[] {
	return weeks.map((week) => {
		const caps = site.caps.filter((one) => meet(one, week));
		// One capacity may end and the next begin within a week: those two are not there together.
		const begins = [...caps, ...site.offers].map(({ firstDay }) => later(firstDay, week.firstDay));
		const days = [...new Set(begins)].filter((day) => day <= week.lastDay);
		const cap = caps.length === 0 ? null : Math.max(0, ...days.map((day) => placesOn(site, day)));
		const held = site.promised.filter((one) => meet(one, week));
		return {
			cap,
			load: sum(site.load.filter((one) => meet(one, week)).map((one) => one.learners)),
			held: peakOf(held.map((one) => within(one, week))).places,
		};
	});
}

/** Places one day. */
function placesOn({ caps, offers }: SiteCalendar, day: string): number {
	const on = (one: Days) => one.firstDay <= day && one.lastDay >= day;
	return sum(
		caps.filter(on).map(({ capacityId, most }) => {
			const places = sum(
				offers.filter((offer) => offer.capacityId === capacityId && on(offer)).map((one) => one.places),
			);
			return most === null ? places : Math.min(most, places);
		}),
	);
}

function within(one: Promised, week: Days): Promised {
	return {
		...one,
		firstDay: later(one.firstDay, week.firstDay),
		lastDay: earlier(one.lastDay, week.lastDay),
	};
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, one) => total + one, 0);
}

/** How full a week is, in five steps: `none` without capacity, `over` where more is held than there is. */
export function fullness({ cap, load, held }: CalendarCell): "none" | "free" | "some" | "full" | "over" {
	const taken = load + held;
	if (cap === null) return taken > 0 ? "over" : "none";
	if (taken > cap) return "over";
	if (taken === cap && cap > 0) return "full";
	return taken > 0 ? "some" : "free";
}
