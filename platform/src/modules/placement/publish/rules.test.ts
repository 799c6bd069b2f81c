import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HostAnswer } from "./contract.ts";
import { comparePlans, isOver, overbooked, refuseHostAnswer, refuseStudentAnswer, studentMay } from "./rules.ts";

describe("what publishing a plan would do", () => {
	it("tells new, other, lost and kept places apart", () => {
		const { changes, changed, removed } = comparePlans(
			[
				{ claim: "new", offer: "a" },
				{ claim: "moved", offer: "b" },
				{ claim: "same", offer: "c" },
				{ claim: "lost", offer: null },
				{ claim: "never", offer: null },
			],
			[
				{ claim: "moved", offer: "a" },
				{ claim: "same", offer: "c" },
				{ claim: "lost", offer: "d" },
				{ claim: "withdrawn", offer: "e" },
			],
		);
		expect(changes).toEqual({ added: 1, changed: 1, removed: 2, kept: 1 });
		expect(changed).toEqual([{ claim: "moved", offer: "b" }]);
		expect(removed.map(({ claim }) => claim)).toEqual(["lost", "withdrawn"]);
	});

	it("leaves nothing to change once it is done", () => {
		const plan = fc.uniqueArray(fc.record({ claim: fc.nat(20).map(String), offer: fc.option(fc.nat(4).map(String)) }), {
			selector: ({ claim }) => claim,
		});
		fc.assert(
			fc.property(plan, plan, (wanted, earlier) => {
				const standing = earlier.flatMap(({ claim, offer }) => (offer === null ? [] : [{ claim, offer }]));
				const { added, changed, removed } = comparePlans(wanted, standing);
				const gone = new Set([...changed, ...removed].map(({ claim }) => claim));
				const after = [...standing.filter(({ claim }) => !gone.has(claim)), ...added, ...changed];
				const again = comparePlans(wanted, after).changes;
				expect([again.added, again.changed, again.removed]).toEqual([0, 0, 0]);
			}),
		);
	});
});

const period = (id: string, firstDay: string, lastDay: string) => ({
	...{ id, firstDay, lastDay, institutionId: "i", courseName: "", profession: "nursing", yearOfStudy: 2, settings: [] },
});
const claim = (id: string, periodId: string) => ({
	...{ id, periodId, studentId: id, priority: 1, from: null, postcode: null, wishes: [], rules: [], together: null },
	arrivedAt: "2027-01-01",
});

describe("whether a plan still fits", () => {
	const snapshot = {
		periods: [
			period("early", "2027-01-01", "2027-02-28"),
			period("late", "2027-03-01", "2027-04-30"),
			period("both", "2027-02-01", "2027-03-31"),
		],
		claims: [claim("a", "early"), claim("b", "late"), claim("c", "both")],
		offers: [
			{
				...{
					id: "o",
					siteId: "s",
					profession: null,
					years: [],
					firstDay: "2027-01-01",
					lastDay: "2027-06-30",
					places: 1,
				},
				...{ leastTogether: null, reservedFor: null },
			},
		],
		sites: [
			{
				...{
					id: "s",
					hostId: "h",
					name: "Solbakken",
					municipality: null,
					setting: null,
					at: null,
					publicTransport: null,
				},
				limits: [{ firstDay: "2027-01-01", lastDay: "2027-06-30", most: 2 }],
				load: [{ firstDay: "2027-04-01", lastDay: "2027-04-10", learners: 2 }],
			},
		],
	};

	it("counts people on the same day, and days after one another do not add up", () => {
		const one = overbooked(snapshot, [
			{ claim: "a", offer: "o" },
			{ claim: "b", offer: null },
		]);
		expect(one).toEqual([]);
		// Whoever leaves on the last day of February is gone when the next comes on the first of March.
		const late = { ...snapshot, sites: snapshot.sites.map((site) => ({ ...site, load: [] })) };
		expect(
			overbooked(late, [
				{ claim: "a", offer: "o" },
				{ claim: "b", offer: "o" },
			]),
		).toEqual([]);
		expect(
			overbooked(late, [
				{ claim: "a", offer: "o" },
				{ claim: "c", offer: "o" },
			]),
		).toEqual([{ siteId: "s", name: "Solbakken", most: 1, planned: 2, promisedTo: null }]);
	});

	it("keeps what an institution has been promised since from the students of others, on the days it is for", () => {
		const [offer] = snapshot.offers;
		if (!offer) throw new Error("no offer");
		const promisedOn = (firstDay: string, lastDay: string) => ({
			...snapshot,
			periods: snapshot.periods.map((one) => ({ ...one, institutionId: one.id === "early" ? "ours" : "theirs" })),
			offers: [{ ...offer, places: 2, promised: [{ institutionId: "theirs", firstDay, lastDay, places: 2 }] }],
		});
		const plan = [
			{ claim: "a", offer: "o" },
			{ claim: "c", offer: "o" },
		];
		expect(overbooked(promisedOn("2027-03-01", "2027-04-30"), plan)).toEqual([]);
		expect(overbooked(promisedOn("2027-02-20", "2027-04-30"), plan)).toMatchObject([
			{ name: "Solbakken", planned: 1, most: 0, promisedTo: "theirs" },
		]);
	});

	it("counts learners outside the round, and names an offer that is gone", () => {
		expect(overbooked(snapshot, [{ claim: "b", offer: "o" }])).toEqual([
			{ siteId: "s", name: "Solbakken", most: 2, planned: 3, promisedTo: null },
		]);
		expect(overbooked(snapshot, [{ claim: "a", offer: "gone" }])).toMatchObject([{ siteId: "gone", most: 0 }]);
	});
});

describe("answers", () => {
	it("want a reason for a no, and come too late once it is over", () => {
		const no = { version: 1, answer: "declined", reason: null, supervisor: null, closes: null } as const;
		const whole = { ...no, reason: "Ingen veileder", closes: "place" } as const;
		const at = {
			state: "published",
			hostAnswer: null,
			changeBy: "2026-12-20",
			isReplanned: false,
			lastDay: "2027-02-28",
		} as const;
		const refused = (
			placement: Partial<Parameters<typeof refuseHostAnswer>[0]>,
			answer: HostAnswer,
			today = "2026-12-20",
		) => refuseHostAnswer({ ...at, ...placement }, answer, today).map(({ code }) => code);
		expect(refused({}, no)).toEqual(["closes-missing", "reason-missing"]);
		expect(refused({}, whole)).toEqual([]);
		expect(refused({ state: "cancelled" }, { ...no, answer: "confirmed" })).toEqual(["already-over"]);
		// The first answer can come late; another answer only until the last day, and a no not once others have been planned on it.
		expect(refused({}, whole, "2026-12-21")).toEqual([]);
		const [said, denied] = [
			{ state: "confirmed", hostAnswer: "confirmed" },
			{ state: "declined", hostAnswer: "declined" },
		] as const;
		for (const one of [said, denied]) {
			expect(refused(one, { ...no, answer: "confirmed" })).toEqual([]);
			expect(refused(one, whole)).toEqual([]);
			expect(refused(one, whole, "2026-12-21")).toEqual(["change-too-late"]);
		}
		expect(refused({ ...denied, isReplanned: true }, { ...no, answer: "confirmed" })).toEqual(["replanned"]);
		expect(refused({ ...said, isReplanned: true }, whole)).toEqual([]);
		const placed = {
			...{ state: "confirmed" as const, firstDay: "2027-01-11", studentAnswer: null, reconsidered: null },
		};
		const reconsider = { version: 1, answer: "reconsider" as const, reason: null };
		const accept = { version: 1, answer: "accepted" as const, reason: null };
		expect(refuseStudentAnswer(placed, reconsider, "2027-01-11")?.code).toBe("reason-missing");
		expect(refuseStudentAnswer(placed, accept, "2027-01-11")).toBeNull();
		expect(refuseStudentAnswer(placed, accept, "2027-01-12")?.code).toBe("begun");
		expect(studentMay(placed, "2027-01-11")).toEqual({ accept: true, reconsider: true });
		expect(studentMay(placed, "2027-01-12")).toEqual({ accept: false, reconsider: false });
		expect(studentMay({ ...placed, studentAnswer: "accepted" }, "2027-01-11")).toEqual({
			accept: false,
			reconsider: true,
		});
		expect(studentMay({ ...placed, studentAnswer: "reconsider" }, "2027-01-11")).toEqual({
			accept: true,
			reconsider: false,
		});
		expect((["published", "confirmed", "under-way"] as const).some(isOver)).toBe(false);
		expect((["declined", "cancelled", "completed"] as const).every(isOver)).toBe(true);
	});
});
