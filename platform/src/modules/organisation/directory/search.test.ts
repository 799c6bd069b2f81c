import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { searchNameOf } from "./rules.ts";
import { type Called, explainFit, rankCandidates } from "./search.ts";

function candidate(id: string, name: string, ...otherNames: string[]) {
	return { id, name, searchName: searchNameOf({ name, otherNames }), earlierNames: null };
}

describe("search among organisations", () => {
	const all = [
		candidate("vaaler", "Våler"),
		candidate("os", "Os"),
		candidate("oslo", "Oslo", "Oslove"),
		candidate("karasjok", "Kárášjohka - Karasjok", "Karasjok"),
		candidate("stjordal", "Stjørdal", "Stjørdalshalsen", "Hell"),
		candidate("hell", "Hellvik"),
	];
	const ids = (query: string) => rankCandidates(query, all).map((found) => found.id);

	test("finds every spelling, the best first", () => {
		expect(ids("os")).toEqual(["os", "oslo"]);
		expect(ids("Vaaler")).toEqual(["vaaler"]);
		expect(ids("karasjohka")).toEqual(["karasjok"]);
		expect(ids("stjordalshalsne")).toEqual(["stjordal"]);
	});

	test("puts the name shown before names known by", () => {
		expect(ids("hell")).toEqual(["stjordal", "hell"]);
		expect(rankCandidates("oslo kommune", [candidate("oslo", "Oslo")]).map((found) => found.id)).toEqual(["oslo"]);
		expect(rankCandidates("oslo", [candidate("by", "Byen", "Oslo"), candidate("oslo", "Oslo")])[0]?.id).toBe("oslo");
	});

	test("finds nothing for nothing, and everything by its own name", () => {
		expect(ids("  –  ")).toEqual([]);
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), (name) => {
				const found = candidate("one", name);
				fc.pre(found.searchName !== "");
				expect(rankCandidates(name, [found])).toEqual([found]);
			}),
		);
	});
});

describe("the order of what was found", () => {
	const was = (id: string, name: string, earlierNames: string) => ({ ...candidate(id, name), earlierNames });

	test("puts the whole name first, then its start, as it is written", () => {
		const all = [
			candidate("bodo", "Bodø"),
			candidate("bomlo", "Bømlo"),
			candidate("midt", "Midt-Telemark", "Bø"),
			candidate("bo", "Bø"),
			candidate("farder", "Færder", "Bøtangen"),
		];
		const ids = (query: string) => rankCandidates(query, all).map((found) => found.id);
		expect(ids("bø")).toEqual(["bo", "midt", "bomlo", "bodo", "farder"]);
		expect(ids("bod")).toEqual(["bodo"]);
	});

	test("finds by what it was called, after what something is called", () => {
		const all = [was("moss", "Moss", "rygge|0136|moss|0104"), candidate("rygge", "Rygge")];
		const ids = (query: string) => rankCandidates(query, all).map((found) => found.id);
		expect(ids("rygge")).toEqual(["rygge", "moss"]);
		expect(ids("0136")).toEqual(["moss"]);
	});
});

describe("why something was found", () => {
	const moss: readonly Called[] = [
		{ words: "Moss", by: "shown", until: null },
		{ words: "Larkollen", by: "other-name", until: null },
		{ words: "3103", by: "number", until: null },
		{ words: "Moss", by: "earlier-name", until: "2023-12-31" },
		{ words: "3002", by: "earlier-number", until: "2023-12-31" },
		{ words: "Rygge", by: "predecessor", until: "2019-12-31" },
	];
	const why = (query: string) => explainFit(query, moss)?.by ?? null;

	test("is said where the name does not show it", () => {
		expect(["moss", "Moss kommune", "mo"].map(why)).toEqual([null, null, null]);
		expect(["larkollen", "3103", "3002", "rygge kommune"].map(why)).toEqual([
			"other-name",
			"number",
			"earlier-number",
			"predecessor",
		]);
		expect(explainFit("rygg", moss)).toEqual({ words: "Rygge", by: "predecessor", until: "2019-12-31" });
		expect(explainFit("Kristansund", [{ words: "Kristiansund", by: "shown", until: null }])?.by).toBe("likeness");
		expect(why("finnes ikke")).toBeNull();
	});
});
