import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Measure, ProgrammeGoal } from "./contract.ts";
import { type LocalGoal, type LocalProject, rollUp, whyOutside } from "./roll-up.ts";

const goal: ProgrammeGoal = { id: "g", wording: "Færre fall", localExample: "" };
const measure: Measure = {
	...{ id: "m1", goalId: "g", number: 1, indicator: "Fall", definition: "Med skade", measuredIn: "fall i måneden" },
	...{ adds: "sum", fromDay: "2026-01-01" },
};
const newer: Measure = { ...measure, id: "m2", number: 2, definition: "Alle fall" };
const local: LocalGoal = {
	...{
		id: "l",
		servesId: "g",
		measuredAsId: "m1",
		definition: "",
		measuredIn: "Fall i  måneden",
		baseline: 10,
		value: 4,
	},
};
const project = (id: string, ...goals: Partial<LocalGoal>[]): LocalProject => ({
	id,
	goals: goals.map((one) => ({ ...local, ...one })),
});

describe("what adds up", () => {
	it("is what is measured by one definition, before and after; the rest is named with why", () => {
		const projects = [
			project("a", {}),
			project("b", { baseline: 7, value: 5.5 }),
			project("c", { baseline: null }),
			project("d", { measuredAsId: null, measuredIn: "kroner" }),
			project("e"),
			project("f", { value: null }),
			project("g", { measuredIn: "fall i året" }),
			project("h", { definition: "Alle fall" }),
			project("i", { servesId: "other" }, { value: null }),
		];
		const [rolled] = rollUp([goal], [measure], projects);
		expect(rolled?.totals).toEqual([
			{
				...{ measure, before: 17, after: 9.5, change: -7.5, inside: ["a", "b"] },
				outside: [
					{ projectId: "c", why: "no-baseline" },
					{ projectId: "d", why: "own-measure" },
					{ projectId: "e", why: "no-goal" },
					{ projectId: "f", why: "not-measured" },
					{ projectId: "g", why: "other-unit" },
					{ projectId: "h", why: "other-definition" },
					{ projectId: "i", why: "not-measured" },
				],
			},
		]);
		expect(rolled?.serving).toEqual(["a", "b", "c", "d", "f", "g", "h", "i"]);
	});

	it("keeps what was measured by an old definition for itself", () => {
		const [rolled] = rollUp(
			[goal],
			[measure, newer],
			[project("a", {}), project("b", { measuredAsId: "m2", value: 1 })],
		);
		expect(rolled?.totals.map(({ measure: { number }, after, outside }) => [number, after, outside])).toEqual([
			[2, 1, [{ projectId: "a", why: "other-version" }]],
			[1, 4, [{ projectId: "b", why: "other-version" }]],
		]);
	});

	it("takes the mean of shares", () => {
		const [rolled] = rollUp(
			[goal],
			[{ ...measure, adds: "mean" }],
			[project("a", {}), project("b", { baseline: 20, value: 5 })],
		);
		expect(rolled?.totals[0]).toMatchObject({ before: 15, after: 4.5, change: -10.5 });
		expect(rollUp([goal], [measure], [])[0]?.totals[0]).toMatchObject({ before: null, after: null, change: null });
	});

	const some = <Value>(...values: Value[]) => fc.constantFrom(...values);
	const localGoal = fc.record({
		id: fc.uuid(),
		servesId: some("g", "h", null),
		measuredAsId: some("m1", "m2", "n1", null),
		definition: some("", "Med skade", "Alle fall", "Noe annet"),
		measuredIn: some("fall i måneden", "prosent", ""),
		baseline: fc.option(fc.integer({ min: -1000, max: 1000 })),
		value: fc.option(fc.integer({ min: -1000, max: 1000 })),
	});
	const projects = fc
		.array(fc.array(localGoal, { maxLength: 4 }), { maxLength: 12 })
		.map((all) => all.map((goals, at): LocalProject => ({ id: String(at), goals })));
	const goals = [goal, { ...goal, id: "h" }];
	const measures: Measure[] = [
		measure,
		newer,
		{ ...measure, id: "n1", goalId: "h", measuredIn: "prosent", adds: "mean" },
	];

	it("never mixes units, definitions or goals without a baseline, and loses no project", () => {
		fc.assert(
			fc.property(projects, (given) => {
				for (const { goal: of, totals } of rollUp(goals, measures, given))
					for (const total of totals) {
						// Asked of the facts anew, by another way than the one the total was made by.
						const counted = given.flatMap((one) =>
							one.goals
								.filter(
									(local) =>
										local.servesId === of.id &&
										local.measuredAsId === total.measure.id &&
										local.measuredIn === total.measure.measuredIn &&
										["", total.measure.definition].includes(local.definition) &&
										local.baseline !== null &&
										local.value !== null,
								)
								.map((local) => ({ ...local, of: one.id })),
						);
						expect(total.inside).toEqual([...new Set(counted.map((one) => one.of))]);
						const sum = counted.reduce((all, { value }) => all + (value ?? 0), 0);
						const shown = total.measure.adds === "sum" ? total.after : (total.after ?? 0) * counted.length;
						if (counted.length === 0) expect(total.after).toBeNull();
						else expect(shown).toBeCloseTo(sum, 3);
						const outside = total.outside.map(({ projectId }) => projectId);
						expect([...total.inside, ...outside].toSorted()).toEqual(given.map(({ id }) => id).toSorted());
					}
			}),
		);
	});

	it("never changes a word of a project", () => {
		fc.assert(
			fc.property(projects, (given) => {
				const before = structuredClone(given);
				rollUp(goals, measures, given);
				for (const one of given) for (const local of one.goals) whyOutside(local, "g", measure);
				expect(given).toEqual(before);
			}),
		);
	});
});
