import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { current } from "./here.ts";
import { chosenSort, isByFit, isNarrowed, pageWindow, sortHref, tableHref, tableState } from "./table-state.ts";

const definition = { sort: ["name", "kind"], filters: { kind: ["school", "home"], place: "text" } } as const;
const read = (query: string) => tableState(new URL(`https://x.no/units${query}`), definition);

describe("tableState", () => {
	test("reads search, order, filters and page", () => {
		expect(read("?q=%20eik%20&sort=-kind&kind=home&place=Voss&page=3&view=map")).toEqual({
			search: "eik",
			sort: "kind",
			descending: true,
			ranks: false,
			isOrderChosen: true,
			filters: { kind: "home", place: "Voss" },
			page: 3,
			pageSize: 50,
			offset: 100,
			cursor: null,
			path: "/units",
			kept: [["view", "map"]],
			standard: { sort: "name", descending: false },
		});
	});

	test("falls back on what it does not know", () => {
		const state = read("?sort=password&kind=castle&page=-1&q=%00");
		expect(state).toMatchObject({ sort: "name", descending: false, filters: {}, page: 1, search: "" });
		expect(isNarrowed(state)).toBe(false);
		for (const page of ["0", "1.5", "1e3", "99999999", "NaN"]) expect(read(`?page=${page}`).page).toBe(1);
	});

	test("no address makes it throw or gives an order that is not defined", () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.string()), (parameters) => {
				const state = read(`?${new URLSearchParams(parameters)}`);
				expect(["name", "kind"]).toContain(state.sort);
				expect(state.offset).toBeGreaterThanOrEqual(0);
			}),
		);
	});
});

describe("tableHref", () => {
	test("a change keeps the rest and goes to the first page", () => {
		const state = read("?q=eik&sort=-kind&kind=home&page=3&view=map");
		expect(tableHref(state, { search: "bjørk" })).toBe("/units?view=map&kind=home&q=bj%C3%B8rk&sort=-kind");
		expect(tableHref(state, { page: 4 })).toContain("page=4");
		expect(tableHref(state, { filters: { kind: "" } })).not.toContain("kind=home");
		expect(tableHref(state, { format: "xlsx" }, "/units.xlsx")).toMatch(/^\/units\.xlsx\?.*format=xlsx$/);
	});

	test("a list that ranks has the best fit first until an order is chosen, and can go back to it", () => {
		const ranked = (query: string) => tableState(new URL(`https://x.no/units${query}`), { ...definition, ranks: true });
		const found = ranked("?q=eik");
		expect([isByFit(found), chosenSort(found)]).toEqual([true, ""]);
		expect(sortHref(found, "name")).toBe("/units?q=eik&sort=name");
		expect(tableHref(found, { page: 2 })).toBe("/units?q=eik&page=2");
		const byName = ranked("?q=eik&sort=name");
		expect([isByFit(byName), chosenSort(byName)]).toEqual([false, "name"]);
		expect(sortHref(byName, "name")).toBe("/units?q=eik&sort=-name");
		expect(tableHref(byName, { page: 2 })).toBe("/units?q=eik&sort=name&page=2");
		expect(tableHref(byName, { sort: "" })).toBe("/units?q=eik");
		// Before anything is searched for, the standard order is nobody's choice; another one is kept.
		expect([isByFit(ranked("")), chosenSort(ranked(""))]).toEqual([false, ""]);
		expect(tableHref(ranked(""), { search: "eik" })).toBe("/units?q=eik");
		expect(tableHref(ranked("?sort=kind"), { search: "eik" })).toBe("/units?q=eik&sort=kind");
		expect(tableHref(byName, { search: "" })).toBe("/units");
	});

	test("the standard state has a bare address", () => expect(tableHref(read(""), {})).toBe("/units"));

	test("an address read and written again is the same", () => {
		fc.assert(
			fc.property(
				fc.record({
					search: fc.string(),
					sort: fc.constantFrom("name", "kind"),
					descending: fc.boolean(),
					filters: fc.record({ kind: fc.constantFrom("school", "home", ""), place: fc.string() }),
					page: fc.integer({ min: 1, max: 500 }),
				}),
				(change) => {
					const once = tableHref(read(""), change);
					const state = tableState(new URL(once, "https://x.no"), definition);
					expect(state.page).toBe(change.page);
					expect(state.sort).toBe(change.sort);
					expect(state.descending).toBe(change.descending);
					const twice = tableState(new URL(tableHref(state, { page: state.page }), "https://x.no"), definition);
					expect(twice).toEqual(state);
				},
			),
		);
	});

	test("a heading turns its own order and starts another ascending", () => {
		expect(sortHref(read(""), "name")).toBe("/units?sort=-name");
		expect(sortHref(read("?sort=-name"), "name")).toBe("/units");
		expect(sortHref(read("?sort=-name"), "kind")).toBe("/units?sort=kind");
	});
});

test("page numbers: ends, neighbours, and a gap only where it hides more than one", () => {
	expect(pageWindow(1, 1)).toEqual([1]);
	expect(pageWindow(1, 4)).toEqual([1, 2, 3, 4]);
	expect(pageWindow(5, 20)).toEqual([1, null, 4, 5, 6, null, 20]);
	expect(pageWindow(4, 20)).toEqual([1, 2, 3, 4, 5, null, 20]);
});

test("of several addresses the most exact one is here", () => {
	const place = { pathname: "/x", search: "?view=people" };
	expect(current(place, ["/x", "/x?view=people", "/x/y"])).toBe("/x?view=people");
	expect(current({ ...place, search: "" }, ["?view=", "?view=people"])).toBe("?view=");
	expect(current(place, ["/y"])).toBeUndefined();
});
