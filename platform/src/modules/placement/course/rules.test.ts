import { describe, expect, it } from "vitest";
import type { Asker } from "../rules.ts";
import type { PeriodRow, PeriodValues } from "./contract.ts";
import { mayKeepCourse, mayReadCourse, refuseCourse, refusePeriod, refusePeriodRemoval } from "./rules.ts";

const acting = (organisationId: string, ...roles: string[]): Asker => ({
	...{ organisationId, system: false, holdings: roles.map((role) => ({ role, unitId: null })) },
});
const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code);

describe("who may", () => {
	const own = { organisationId: "school", published: false };
	it("reads a course that is published, or one's own where one works with students", () => {
		expect(mayReadCourse(acting("school", "teacher"), own)).toBe(true);
		expect(mayReadCourse(acting("school", "student"), own)).toBe(false);
		expect(mayReadCourse(acting("other", "administrator"), own)).toBe(false);
		expect(mayReadCourse(acting("other"), { ...own, published: true })).toBe(true);
	});
	it("keeps a course: coordinators of the organisation that keeps it", () => {
		expect(mayKeepCourse(acting("school", "placement-coordinator"), own)).toBe(true);
		expect(mayKeepCourse(acting("school", "teacher"), own)).toBe(false);
		expect(mayKeepCourse(acting("other", "placement-coordinator"), own)).toBe(false);
	});
});

describe("a course", () => {
	const around = { institutionKnown: true, codes: ["SPL2000"], settings: ["nursing-home"] };
	it("has a code of its own, whatever its letters' size, and settings there are", () => {
		expect(refuseCourse({ code: "SPL3000", settings: ["nursing-home"] }, around)).toEqual([]);
		expect(refuseCourse({ code: null, settings: [] }, around)).toEqual([]);
		expect(refuseCourse({ code: "spl2000", settings: [] }, around)).toEqual([
			{ code: "code-taken", field: "code", detail: { code: "spl2000" } },
		]);
		expect(codes(refuseCourse({ code: null, settings: ["ship"] }, around))).toEqual(["setting-unknown"]);
		expect(codes(refuseCourse({ code: null, settings: [] }, { ...around, institutionKnown: false }))).toEqual([
			"institution-unknown",
		]);
	});
});

describe("a period", () => {
	const values: PeriodValues = {
		...{ name: "Vår 2027", firstDay: "2027-01-11", lastDay: "2027-03-05", studentsExpected: null, published: true },
	};
	const row = (changes: Partial<PeriodRow>): PeriodRow => ({
		...{ ...values, organisationId: "school", id: "1", courseId: "c", claims: 0, requests: 0, version: 1 },
		...changes,
	});
	it("ends no sooner than it begins, and is called something else than the others", () => {
		expect(refusePeriod(values, [{ name: "Høst 2027" }], null)).toEqual([]);
		expect(codes(refusePeriod({ ...values, lastDay: values.firstDay }, [], null))).toEqual([]);
		expect(codes(refusePeriod({ ...values, lastDay: "2027-01-10" }, [], null))).toEqual(["ends-before-start"]);
		expect(codes(refusePeriod(values, [{ name: "vår 2027" }], null))).toEqual(["period-name-taken"]);
	});
	it("keeps its days where places have been ordered for it, and may change its name", () => {
		const later = { ...values, lastDay: "2027-03-12" };
		expect(refusePeriod(later, [], row({ claims: 4 }))).toEqual([]);
		expect(refusePeriod(later, [], row({ requests: 2 }))).toEqual([
			{ code: "period-in-use-days", field: "firstDay", detail: { requests: 2 } },
		]);
		expect(refusePeriod({ ...values, name: "Vår" }, [], row({ requests: 2 }))).toEqual([]);
	});
	it("is taken away only where nobody stands on it", () => {
		expect(refusePeriodRemoval(row({}))).toBeNull();
		expect(refusePeriodRemoval(row({ claims: 1, requests: 2 }))).toEqual({
			...{ code: "period-in-use", detail: { claims: 1, requests: 2 } },
		});
	});
});
