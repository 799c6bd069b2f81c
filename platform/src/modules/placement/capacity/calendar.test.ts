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
