import { expect, it } from "vitest";
import { waysOf } from "./home-ways.ts";

const going = {
	...{ organisation: { id: "a" }, unitId: null, membershipId: "m" },
	shortcuts: [{ path: "/placement/own", label: "Min praksis" }],
};
const nothing = {
	...{ work: false, seePeople: false, managePeople: false, manageUnits: false, administer: false, operate: false },
};

it("sends a student to what is theirs, their placement first", () => {
	const ways = waysOf({ ...going, can: nothing }, "nb").map(({ to }) => to);
	expect(ways).toEqual([
		...["/placement/own", "/organisations/a", "/people/m", "/organisations/a/contacts", "/contacts"],
	]);
});

it("sends whoever works there to the units and to their jobs too", () => {
	const ways = waysOf({ ...going, can: { ...nothing, work: true } }, "nb").map(({ to }) => to);
	expect(ways).toEqual(expect.arrayContaining(["/organisations/a/units", "/jobs", "/organisations?view=map"]));
});
