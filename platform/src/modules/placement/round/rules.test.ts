import { describe, expect, it } from "vitest";
import { refuseRound, stateOn, wishesAreOpen } from "./rules.ts";

const values = {
	...{ name: "Vår", firstDay: "2027-01-01", lastDay: "2027-06-30" },
	...{ wishesFrom: "2026-10-01", wishesUntil: "2026-11-01", wishesMost: 5, confirmBy: null },
};

describe("a round as it is stated", () => {
	it("ends after it begins, and so do its wishes", () => {
		expect(refuseRound(values)).toEqual([]);
		expect(
			refuseRound({ ...values, lastDay: "2026-12-31", wishesUntil: "2026-09-30" }).map(({ code }) => code),
		).toEqual(["ends-before-start", "wishes-end-before-start"]);
		expect(refuseRound({ ...values, wishesFrom: null, wishesUntil: null })).toEqual([]);
	});
});

describe("how far a round has come", () => {
	const round = { state: "preparing", wishesFrom: values.wishesFrom, wishesUntil: values.wishesUntil } as const;

	it("follows the day and what has been done, and nobody moves it on by hand", () => {
		expect(stateOn(round, "2026-09-30", 0)).toBe("preparing");
		expect(stateOn(round, "2026-10-01", 0)).toBe("wishes");
		expect(stateOn(round, "2026-11-01", 3)).toBe("wishes");
		expect(stateOn(round, "2026-11-02", 0)).toBe("allocating");
		expect(stateOn({ ...round, wishesFrom: null, wishesUntil: null }, "2026-10-01", 0)).toBe("preparing");
		expect(stateOn({ ...round, wishesFrom: null, wishesUntil: null }, "2026-10-01", 1)).toBe("allocating");
	});

	it("stays published, and takes no wishes then", () => {
		const published = { ...round, state: "published" } as const;
		expect(stateOn(published, "2026-10-15", 1)).toBe("published");
		expect(wishesAreOpen(published, "2026-10-15")).toBe(false);
		expect(wishesAreOpen(round, "2026-11-01")).toBe(true);
		expect(wishesAreOpen({ ...round, wishesUntil: null }, "2026-11-01")).toBe(false);
	});
});
