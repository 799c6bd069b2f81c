import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addYears } from "../../day.ts";
import { capabilities, roleCapabilities, roles } from "./contract.ts";
import {
	type Holding,
	holds,
	holdsOn,
	laterDay,
	type Mandate,
	may,
	mayAnywhere,
	mayGrant,
	mayKeepRegister,
	noMandate,
	overlaps,
} from "./rules.ts";

const unitIds = ["a", "b", "c", "d"] as const;
const holding: fc.Arbitrary<Holding> = fc.record({
	role: fc.constantFrom(...roles, "unheard-of"),
	unitId: fc.option(fc.constantFrom(...unitIds)),
});
const mandate: fc.Arbitrary<Mandate> = fc.record({
	organisationId: fc.constant("o"),
	system: fc.constant(false),
	operator: fc.boolean(),
	holdings: fc.array(holding, { maxLength: 4 }),
});
const path = fc.shuffledSubarray([...unitIds]);
const day = fc
	.date({ min: new Date("1990-01-01"), max: new Date("2060-12-31"), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const period = fc
	.tuple(day, fc.option(fc.nat({ max: 5000 })))
	.map(([validFrom, length]) => ({ validFrom, validTo: length === null ? null : addDays(validFrom, length) }));

function acting(...holdings: Holding[]): Mandate {
	return { organisationId: "o", system: false, operator: false, holdings };
}

describe("what a role lets somebody do", () => {
	test("reaches its unit and everything below it, and nothing beside or above", () => {
		const leader = acting({ role: "unit-leader", unitId: "ward" });
		expect(may(leader, "manage-units", ["ward", "home"])).toBe(true);
		expect(may(leader, "manage-units", ["room", "ward", "home"])).toBe(true);
		expect(may(leader, "manage-units", ["home"])).toBe(false);
		expect(may(leader, "manage-units", ["other", "home"])).toBe(false);
		expect(may(leader, "manage-units")).toBe(false);
		expect(mayAnywhere(leader, "manage-units")).toBe(true);
	});

	test("is the whole organisation where no unit is named", () => {
		fc.assert(
			fc.property(path, fc.constantFrom(...capabilities), (where, capability) => {
				expect(may(acting({ role: "administrator", unitId: null }), capability, where)).toBe(true);
			}),
		);
	});

	test("belongs to the unit it is held at: two roles do not lend each other their units", () => {
		const both = acting({ role: "unit-leader", unitId: "a" }, { role: "supervisor", unitId: "b" });
		expect(may(both, "manage-people", ["a"])).toBe(true);
		expect(may(both, "manage-people", ["b"])).toBe(false);
		expect(holds(both, "supervisor", ["b"])).toBe(true);
		expect(holds(both, "supervisor", ["a"])).toBe(false);
	});

	test("only grows with more roles, and is never more than they say", () => {
		fc.assert(
			fc.property(mandate, holding, fc.constantFrom(...capabilities), path, (who, more, capability, where) => {
				const grown = { ...who, holdings: [...who.holdings, more] };
				if (may(who, capability, where)) expect(may(grown, capability, where)).toBe(true);
				if (may(grown, capability, where) && !may(who, capability, where))
					expect(may(acting(more), capability, where)).toBe(true);
			}),
		);
	});

	test("is nothing for nobody and for a role that is unheard of", () => {
		for (const capability of capabilities) {
			expect(may(noMandate, capability)).toBe(false);
			expect(may(acting({ role: "unheard-of", unitId: null }), capability)).toBe(false);
			expect(may(acting({ role: "toString", unitId: null }), capability)).toBe(false);
		}
	});
});

describe("giving roles", () => {
	test("nobody gives anybody more than they hold there themselves", () => {
		fc.assert(
			fc.property(
				mandate,
				fc.constantFrom(...roles),
				path,
				fc.constantFrom(...capabilities),
				(who, role, where, one) => {
					if (!mayGrant(who, role, where)) return;
					const [unitId = null] = where;
					const given = acting({ role, unitId });
					if (may(given, one, where)) expect(may(who, one, where)).toBe(true);
				},
			),
		);
	});

	test("an administrator gives every role, a leader none above their own", () => {
		for (const role of roles) expect(mayGrant(acting({ role: "administrator", unitId: null }), role)).toBe(true);
		const leader = acting({ role: "unit-leader", unitId: "a" });
		const given = roles.filter((role) => mayGrant(leader, role, ["a"]));
		expect(given).toContain("supervisor");
		expect(given).not.toContain("administrator");
		expect(given).not.toContain("manager");
	});

	test("only who runs the installation keeps the register of who exists", () => {
		const administrator = acting({ role: "administrator", unitId: null });
		expect(mayKeepRegister(administrator)).toBe(false);
		expect(mayKeepRegister({ ...administrator, operator: true })).toBe(true);
		expect(mayKeepRegister({ ...acting({ role: "adviser", unitId: null }), operator: true })).toBe(false);
	});

	test("every role says what it may do, and only that", () => {
		for (const role of roles)
			for (const capability of capabilities)
				expect(may(acting({ role, unitId: null }), capability)).toBe(
					roleCapabilities[role].some((one: string) => one === capability),
				);
	});
});

describe("periods", () => {
	test("overlap exactly where they have a day in common", () => {
		fc.assert(
			fc.property(period, period, (one, other) => {
				const first = laterDay(one.validFrom, other.validFrom);
				expect(overlaps(one, other)).toBe(holdsOn(one, first) && holdsOn(other, first));
				expect(overlaps(one, other)).toBe(overlaps(other, one));
			}),
		);
	});

	test("hold on their first and last day", () => {
		const year = { validFrom: "2023-01-01", validTo: "2023-12-31" };
		expect(["2022-12-31", "2023-01-01", "2023-12-31", "2024-01-01"].map((one) => holdsOn(year, one))).toEqual([
			false,
			true,
			true,
			false,
		]);
	});

	test("days are added and taken away again", () => {
		fc.assert(
			fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
				expect(addDays(addDays(from, days), -days)).toBe(from);
				expect(addDays(from, days) > from).toBe(days > 0);
			}),
		);
		expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
	});

	test("a year from a leap day is the day before March", () => {
		expect(addYears("2024-02-29", 1)).toBe("2025-02-28");
		expect(addYears("2024-02-29", 4)).toBe("2028-02-29");
		expect(addYears("2023-03-31", -1)).toBe("2022-03-31");
		fc.assert(
			fc.property(day, fc.integer({ min: -50, max: 50 }), (from, years) => {
				expect(Number(addYears(from, years).slice(0, 4))).toBe(Number(from.slice(0, 4)) + years);
			}),
		);
	});
});
