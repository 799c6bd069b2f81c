import { describe, expect, it } from "vitest";
import type { Actual } from "../actual/contract.ts";
import type { Need } from "../need/contract.ts";
import { differenceOf, refuseSaid, saidOf } from "./rules.ts";

const names = { kind: "education", name: "Sykepleier", nameNn: null, nameEn: null } as const;
const nurse: Actual = {
	...{ ...names, level: "bachelor", id: "a1", unitId: "u", asOf: "2025-01-01", source: "HR", entryId: "nurse" },
	...{ heads: 4, positions: 3.2, aged55: 1, aged60: 0, aged65: null, turnover: 8, hasDeputy: null },
};
const need = (id: string, more: Partial<Need> = {}): Need => ({
	...{ ...names, id, unitId: "u", entryId: "nurse", basis: "task", positions: 4, users: null, usersEach: null },
	...{ growth: null, fromDay: null, reason: "To på vakt", mappedId: null, version: 1, ...more },
});
const byUsers = need("n2", { users: 40, usersEach: 10 });
const held = { has: [nurse], needs: [need("n1"), byUsers] };
const entries = new Set(["nurse", "carer"]);

describe("what a unit says of itself", () => {
	it("is what is held until it says otherwise, and then nothing changes", () => {
		const said = saidOf(held);
		expect(refuseSaid(said, { entries, held })).toEqual([]);
		expect(differenceOf(said, held).changes).toBe(0);
		expect(said.needs[1]).toMatchObject({ positions: null, users: 40 });
	});

	it("changes, adds and takes away row by row; a number it leaves out stays", () => {
		const said = {
			...{ note: "", has: [{ ...nurse, entryId: "carer" }] },
			needs: [
				{ needId: "n2", entryId: "nurse", positions: null, users: 45, reason: "" },
				{ needId: null, entryId: "carer", positions: 2, users: null, reason: "Ny avdeling" },
			],
		};
		const found = differenceOf(said, held);
		expect(found.has.map(({ change }) => change)).toEqual(["new"]);
		expect(found.needs.map(({ change, from }) => [change, from?.id ?? null])).toEqual([
			["changed", "n2"],
			["new", null],
			["gone", "n1"],
		]);
		expect(found.changes).toBe(4);
	});

	it("is refused where it cannot be, at the row", () => {
		const empty = { note: "", has: [], needs: [] };
		expect(refuseSaid(empty, { entries, held })).toMatchObject([{ code: "nothing-given" }]);
		const wrong = {
			...{ note: "", has: [{ ...nurse, positions: 5 }, nurse, { ...nurse, entryId: "baker" }] },
			needs: [
				{ needId: null, entryId: "nurse", positions: null, users: 9, reason: "" },
				{ needId: "gone", entryId: "nurse", positions: 1, users: null, reason: "" },
			],
		};
		expect(refuseSaid(wrong, { entries, held }).map(({ code, field }) => [code, field])).toEqual([
			["positions-over-heads", "has.0.positions"],
			["twice", "has.1.entryId"],
			["entry-unknown", "has.2.entryId"],
			["need-half-said", "needs.0.positions"],
			["need-gone", "needs.1.entryId"],
		]);
	});
});
