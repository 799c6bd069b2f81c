import { expect, it } from "vitest";
import type { UsedCount } from "./contract.ts";
import { resultsOf } from "./rules.ts";

const count = (about: Partial<UsedCount>): UsedCount => ({
	...{ months: 6, entryId: "a", name: "AKS", nameNn: null, nameEn: null, uses: "often", hinder: null, answers: 1 },
	...about,
});

it("tells counts with their base, and leaves out small groups and what they could be worked out from", () => {
	const counts = [
		count({ answers: 9 }),
		count({ uses: "some", answers: 7 }),
		count({ uses: "hardly", hinder: "tasks", answers: 3 }),
		count({ months: 18, answers: 8 }),
		count({ months: 18, uses: "some", answers: 6, hinder: "time" }),
		count({ months: 18, uses: "hardly", answers: 5, hinder: "tasks" }),
	];
	const told = resultsOf([{ months: 6, asked: 30, answered: 19 }], counts);
	expect(told.months.map(({ key, asked, answered }) => [key, asked, answered])).toEqual([
		[6, 30, 19],
		[18, 0, 19],
	]);
	// The three who hardly use it are not told, nor another of the same row and column that would tell them.
	const [first, second] = told.months.map(({ uses }) => uses);
	expect(first?.hardly).toBeNull();
	expect([first?.often, first?.some].filter((one) => one === null)).toHaveLength(1);
	expect(second?.hardly).toBeNull();
	expect(told.hinders).toEqual([
		{ hinder: "tasks", answers: 8 },
		{ hinder: "time", answers: 6 },
	]);
});

it("tells nothing where few have answered", () => {
	const told = resultsOf([{ months: 6, asked: 4, answered: 2 }], [count({ answers: 2, hinder: null })]);
	expect(told.months.every(({ uses }) => uses === null)).toBe(true);
	expect(told.entries).toEqual([]);
	expect(told.hinders).toEqual([]);
});
