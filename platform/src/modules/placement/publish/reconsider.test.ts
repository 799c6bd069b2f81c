import { describe, expect, it } from "vitest";
import { reconsiderBy, refuseReconsideration } from "./reconsider.ts";

const asked = {
	...{ state: "published" as const, firstDay: "2027-01-11", studentAnswer: "reconsider" as const },
	// Past midnight in Norway.
	...{ studentAnsweredAt: new Date("2026-11-20T23:30:00Z"), reconsidered: null },
};

describe("the day a student is to have an answer by", () => {
	it("is two weeks after the day in Norway it was asked, and never after the placement begins", () => {
		expect(reconsiderBy(asked)).toBe("2026-12-05");
		expect(reconsiderBy({ ...asked, firstDay: "2026-11-25" })).toBe("2026-11-25");
	});
	it("is none once answered, over, or where nobody asks", () => {
		expect(reconsiderBy({ ...asked, reconsidered: "refused" })).toBeNull();
		expect(reconsiderBy({ ...asked, state: "cancelled" })).toBeNull();
		expect(reconsiderBy({ ...asked, studentAnswer: "accepted" })).toBeNull();
	});
});

describe("an answer", () => {
	it("needs a reason whether yes or no, somebody who asks, and a placement that is not over", () => {
		for (const decision of ["granted", "refused"] as const) {
			const answer = { version: 1, decision, reason: null };
			expect(refuseReconsideration(asked, answer)).toEqual({ code: "reason-missing", field: "reason" });
			expect(refuseReconsideration(asked, { ...answer, reason: "Fordi" })).toBeNull();
			expect(refuseReconsideration({ ...asked, studentAnswer: null }, answer)).toEqual({ code: "not-asked" });
			expect(refuseReconsideration({ ...asked, state: "declined" }, answer)).toEqual({ code: "already-over" });
		}
	});
});
