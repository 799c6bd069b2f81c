import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Goal } from "../goal/contract.ts";
import type { CardFacts } from "./contract.ts";
import { countStages, inChain, isStale, latestUses, measuredOf, readsUnit, refuseCard } from "./rules.ts";

const goal: Goal = {
	...{ servesId: null, measuredAsId: null },
	...{ projectId: "p", id: "g", kind: "result", wording: "Færre besøk", indicator: "Besøk", definition: "" },
	...{
		measuredIn: "i uken",
		baseline: 80,
		baselineOn: "2026-01-01",
		baselineSource: "Journal",
		target: 20,
		dueOn: null,
	},
};
const measurement = (value: number, measuredOn: string, undoneAt: string | null = null) => ({
	...{ goalId: "g", value, measuredOn, undoneAt },
});

describe("what came of a project", () => {
	const told = (given: Partial<Goal>, ...values: ReturnType<typeof measurement>[]) =>
		measuredOf([{ ...goal, ...given }], values)[0]?.change;

	it("is what the last value that counts says, against the baseline and the way to the target", () => {
		expect(told({}, measurement(30, "2026-02-01"), measurement(90, "2026-03-01"))).toBe("worse");
		expect(told({}, measurement(30, "2026-02-01"), measurement(90, "2026-03-01", "2026-03-02"))).toBe("better");
		expect(told({ target: 100 }, measurement(90, "2026-02-01"))).toBe("better");
		expect(told({}, measurement(80, "2026-02-01"))).toBe("same");
		expect(told({ target: null }, measurement(30, "2026-02-01"))).toBe("no-direction");
		expect(told({ target: 80 }, measurement(30, "2026-02-01"))).toBe("no-direction");
	});

	it("cannot be documented without a baseline, or without a value after it", () => {
		expect(told({ baseline: null, baselineOn: null }, measurement(30, "2026-02-01"))).toBe("undocumented");
		expect(told({})).toBe("undocumented");
	});

	it("leaves out no goal, whatever was measured", () => {
		const some = fc.array(
			fc.record({ baseline: fc.option(fc.integer()), target: fc.option(fc.integer()), value: fc.option(fc.integer()) }),
		);
		fc.assert(
			fc.property(some, (all) => {
				const goals = all.map(({ baseline, target }, at) => ({ ...goal, id: `${at}`, baseline, target }));
				const values = all.flatMap(({ value }, at) =>
					value === null ? [] : [{ ...measurement(value, "2026-02-01"), goalId: `${at}` }],
				);
				const measured = measuredOf(goals, values);
				expect(measured).toHaveLength(all.length);
				for (const [at, { change }] of measured.entries())
					expect(change === "undocumented").toBe(all[at]?.baseline === null || all[at]?.value === null);
			}),
		);
	});
});

describe("a card", () => {
	const facts: CardFacts = {
		...{
			title: "Kamera",
			setting: "Hjemme",
			size: "60",
			needed: "Nett",
			done: "Kamera",
			better: "",
			same: "",
			worse: "",
		},
		...{ lesson: "Mål", revalidateOn: "2028-01-01", visibility: "organisation", networkIds: [] },
	};
	const about = { unitId: "u", networks: new Set(["n"]), today: "2026-11-23" };
	const codes = (given: Partial<CardFacts>) =>
		refuseCard({ ...facts, worse: "Dyrt", ...given }, about).map(({ code }) => code);

	it("tells something that came of it, whichever way it went, and is looked at anew", () => {
		expect(codes({})).toEqual([]);
		expect(codes({ worse: "" })).toEqual(["outcome-missing"]);
		expect(codes({ revalidateOn: about.today })).toEqual(["revalidate-too-soon"]);
		expect(isStale({ revalidateOn: "2026-11-23" }, "2026-11-23")).toBe(false);
		expect(isStale({ revalidateOn: "2026-11-23" }, "2026-11-24")).toBe(true);
	});

	it("is shown to networks its owner takes part in, and to a unit where there is one", () => {
		expect(codes({ visibility: "network", networkIds: ["n"] })).toEqual([]);
		expect(codes({ visibility: "network", networkIds: ["other"] })).toEqual(["network-missing"]);
		expect(codes({ visibility: "unit" })).toEqual([]);
		const nowhere = refuseCard({ ...facts, same: "x", visibility: "unit" }, { ...about, unitId: null });
		expect(nowhere.map(({ code }) => code)).toEqual(["no-unit"]);
	});

	it("for a unit is read there, above and beneath, and by those who are in none", () => {
		const paths = new Map([
			["ward", ["ward", "home"]],
			["home", ["home"]],
			["room", ["room", "ward", "home"]],
			["school", ["school"]],
		]);
		const reads = (unitId: string | null) =>
			readsUnit(
				{ system: false, holdings: [{ role: "employee", unitId }] },
				["ward", "home"],
				(id) => paths.get(id) ?? [],
			);
		expect(["ward", "home", "room", null].map(reads)).toEqual([true, true, true, true]);
		expect(reads("school")).toBe(false);
		expect(readsUnit({ system: false, holdings: [] }, ["ward", "home"], () => [])).toBe(false);
	});
});

describe("what organisations say", () => {
	it("counts each organisation once, at what is true last", () => {
		const stages = ["aware", "tried", "in-use", "given-up"] as const;
		const uses = fc.array(
			fc.record({
				organisationId: fc.constantFrom("a", "b", "c"),
				stage: fc.constantFrom(...stages),
				onDay: fc.constantFrom("2026-01-01", "2026-02-01", "2026-03-01"),
			}),
		);
		fc.assert(
			fc.property(uses, (made) => {
				const all = made.map((one, at) => ({ ...one, id: `${at}`.padStart(4, "0") }));
				const { organisations, aware, tried, inUse, givenUp } = countStages(all);
				expect(aware + tried + inUse + givenUp).toBe(organisations);
				expect(organisations).toBe(new Set(all.map(({ organisationId }) => organisationId)).size);
				for (const latest of latestUses(all))
					expect(
						all
							.filter(({ organisationId }) => organisationId === latest.organisationId)
							.every(({ onDay }) => onDay <= latest.onDay),
					).toBe(true);
			}),
		);
	});
});

it("draws a chain with each project under the one it learnt from, in the order they began, none lost", () => {
	const link = (projectId: string, parentId: string | null, adoptedOn: string | null = null) => ({
		...{ projectId, parentId, adoptedOn },
	});
	const links = [
		...[link("c", "a", "2026-03-01"), link("d", "b", "2026-04-01"), link("b", "a", "2026-02-01"), link("a", null)],
		// Learnt from one that is not read.
		link("e", "hidden", "2026-05-01"),
	];
	expect(inChain(links).map(({ projectId, depth, parentRow }) => [projectId, depth, parentRow])).toEqual([
		["a", 0, -1],
		["b", 1, 0],
		["d", 2, 1],
		["c", 1, 0],
		["e", 0, -1],
	]);
});
