import { expect, it } from "vitest";
import { calendarOf, fullness } from "./calendar.ts";
import type { Promised } from "./contract.ts";
import { weeksBetween } from "./week.ts";

const days = { firstDay: "2027-01-04", lastDay: "2027-01-17" };
const student: Promised = {
	...{ kind: "placement", siteId: "s", offerId: "o", institutionId: "i", holder: "SYK", places: 1 },
	...{ firstDay: "2027-01-13", lastDay: "2027-02-01" },
};

it("counts places up to the most at once, the load, and students on the fullest day of each week", () => {
	const site = {
		...{ siteId: "s", siteName: "Sykehjemmet" },
		offers: [
			{ ...days, places: 3, capacityId: "c" },
			{ ...days, places: 2, capacityId: "c", firstDay: "2027-01-11" },
		],
		caps: [{ ...days, capacityId: "c", most: 4 }],
		load: [{ firstDay: "2027-01-15", lastDay: "2027-01-20", learners: 2 }],
		promised: [student, { ...student, firstDay: "2027-01-14" }],
	};
	const cells = calendarOf(site, weeksBetween("2027-01-04", "2027-01-24"));
	expect(cells).toEqual([
		{ cap: 3, load: 0, held: 0 },
		{ cap: 4, load: 2, held: 2 },
		{ cap: null, load: 2, held: 2 },
	]);
	expect(cells.map(fullness)).toEqual(["free", "full", "over"]);
	expect(fullness({ cap: null, load: 0, held: 0 })).toBe("none");
	expect(fullness({ cap: 3, load: 0, held: 1 })).toBe("some");
	expect(fullness({ cap: 0, load: 0, held: 0 })).toBe("free");
});

it("does not add what ends in a week to what begins in it", () => {
	const autumn = { firstDay: "2026-08-01", lastDay: "2026-12-31", capacityId: "a" };
	const spring = { firstDay: "2027-01-01", lastDay: "2027-06-30", capacityId: "b" };
	const site = {
		...{ siteId: "s", siteName: "Sykehjemmet", load: [], promised: [] },
		offers: [
			{ ...autumn, places: 5 },
			{ ...spring, places: 3 },
		],
		caps: [
			{ ...autumn, most: 5 },
			{ ...spring, most: null },
		],
	};
	const caps = calendarOf(site, weeksBetween("2026-12-21", "2027-01-10")).map(({ cap }) => cap);
	expect(caps).toEqual([5, 5, 3]);
});
