import { describe, expect, it } from "vitest";
import { makeClaim, makeOffer, makePeriod, makeSite, makeSnapshot } from "../../../../test/make-round.ts";
import { allocateSnapshot } from "../allocate/run.ts";
import { placesWithoutAgreement, studentsWithoutAgreement } from "./agreed.ts";
import { checkRound } from "./checks.ts";

const snapshot = makeSnapshot({
	periods: [makePeriod({ id: "p" }), makePeriod({ id: "empty", institutionId: "UiT" })],
	sites: [makeSite({ id: "a" }), makeSite({ id: "b", hostId: "Malvik" })],
	offers: [
		makeOffer({ id: "oa", siteId: "a", places: 1 }),
		makeOffer({ id: "ob", siteId: "b", places: 3 }),
		makeOffer({ id: "oc", siteId: "b", places: 5, profession: "teacher" }),
	],
	claims: [makeClaim({ id: "1", periodId: "p" }), makeClaim({ id: "2", periodId: "p" })],
});
const agreements = [{ institutionId: "NTNU", hostId: "Trondheim" }];
const at = (agreement: "ignore" | "flag" | "block", agreed: typeof agreements | null = agreements) => ({
	...{ ...snapshot, agreements: agreed, rules: { ...snapshot.rules, agreement } },
});

describe("places without an agreement", () => {
	it("are those of hosts that lack one with an institution the places are for", () => {
		const malvik = { institutionId: "NTNU", hostId: "Malvik", places: 3 };
		expect(placesWithoutAgreement(at("flag"))).toEqual({ places: 3, hosts: 1, pairs: [malvik], morePairs: 0 });
		expect(placesWithoutAgreement(at("flag", []))).toEqual({
			...{ places: 4, hosts: 2, morePairs: 0 },
			pairs: [malvik, { institutionId: "NTNU", hostId: "Trondheim", places: 1 }],
		});
		expect(placesWithoutAgreement(at("ignore", null))).toBeNull();
	});
	it("are told and used where the round flags them, and closed where it blocks them", async () => {
		const { plan: flagged } = (await allocateSnapshot(at("flag"), { snapshotHash: "hash" })).result;
		expect(studentsWithoutAgreement(at("flag"), flagged)).toMatchObject({
			...{ places: 1, hosts: 1, pairs: [{ institutionId: "NTNU", hostId: "Malvik", places: 1 }] },
		});
		expect(checkRound(at("flag")).withoutAgreement).toMatchObject({ places: 3, hosts: 1 });
		const { plan: blocked } = (await allocateSnapshot(at("block"), { snapshotHash: "hash" })).result;
		expect(blocked.filter(({ offer }) => offer !== null)).toHaveLength(1);
		expect(studentsWithoutAgreement(at("block"), blocked)).toMatchObject({ places: 0, hosts: 0, pairs: [] });
		expect(checkRound(at("block", [])).byRule).toEqual([{ rule: "no-agreement", claims: 2 }]);
	});
	it("are one place where two institutions could use it, told of both", () => {
		const both = { ...at("flag"), claims: [...snapshot.claims, makeClaim({ id: "3", periodId: "empty" })] };
		const found = placesWithoutAgreement(both);
		expect(found).toMatchObject({ places: 4, hosts: 2 });
		expect(found?.pairs.map(({ institutionId, hostId, places }) => `${institutionId} ${hostId} ${places}`)).toEqual([
			...["NTNU Malvik 3", "UiT Malvik 3", "UiT Trondheim 1"],
		]);
	});
	it("are told for so many pairs, and the rest counted", () => {
		const sites = Array.from({ length: 33 }, (_, at) => makeSite({ id: `s${at}`, hostId: `h${at}` }));
		const offers = sites.map(({ id }) => makeOffer({ id: `o-${id}`, siteId: id, places: 1 }));
		const found = placesWithoutAgreement({ ...at("flag"), sites, offers });
		expect([found?.pairs.length, found?.morePairs]).toEqual([30, 3]);
	});
	it("are not looked for in a round stored before anybody looked", () => {
		expect(studentsWithoutAgreement(snapshot, [])).toBeNull();
	});
});

describe("the checks before a run", () => {
	const two = [makeClaim({ id: "1", periodId: "p" }), makeClaim({ id: "2", periodId: "p" })];
	it("say how many more places are needed, also where each course alone has enough", () => {
		const seconds = makePeriod({ id: "q", courseName: "Andre", yearOfStudy: 2 });
		const more = { ...at("ignore", null), periods: [...snapshot.periods, seconds] };
		const claims = [...two, ...[..."345"].map((id) => makeClaim({ id, periodId: "q" }))];
		expect(checkRound(at("ignore", null)).tooFew).toBeNull();
		expect(checkRound({ ...more, claims }).tooFew).toEqual({ courses: ["Andre", "Praksis"], claims: 5, places: 4 });
		// Whoever else is at a site takes room there.
		const year = { firstDay: "2027-01-01", lastDay: "2027-12-31" };
		const sites = [
			makeSite({ id: "a" }),
			makeSite({ id: "b", limits: [{ ...year, most: 1 }], load: [{ ...year, learners: 1 }] }),
		];
		expect(checkRound({ ...at("ignore", null), sites }).tooFew).toEqual({ courses: ["Praksis"], claims: 2, places: 1 });
	});
	it("count the worst day: who comes and goes on other days still shares the places, and another season does not", () => {
		const crossing = makePeriod({ id: "q", courseName: "Andre", firstDay: "2027-02-01", lastDay: "2027-04-30" });
		const year = { firstDay: "2027-01-01", lastDay: "2027-12-31" };
		const one = { ...at("ignore", null), offers: [makeOffer({ id: "oa", siteId: "a", ...year })] };
		const claims = [makeClaim({ id: "1", periodId: "p" }), makeClaim({ id: "2", periodId: "q" })];
		const both = { ...one, periods: [...snapshot.periods, crossing], claims };
		expect(checkRound(both).tooFew).toEqual({ courses: ["Andre", "Praksis"], claims: 2, places: 1 });
		const later = { ...crossing, firstDay: "2027-08-16", lastDay: "2027-10-22" };
		expect(checkRound({ ...both, periods: [...snapshot.periods, later] }).tooFew).toBeNull();
		const more = [...claims, makeClaim({ id: "3", periodId: "q" }), makeClaim({ id: "4", periodId: "q" })];
		expect(checkRound({ ...both, periods: [...snapshot.periods, later], claims: more }).tooFew).toEqual({
			...{ courses: ["Andre"], claims: 3, places: 1 },
		});
	});
	it("count student by student: places too far away help nobody", () => {
		const far = [makeSite({ id: "a" }), makeSite({ id: "b", at: { latitude: 60.39, longitude: 5.32 } })];
		const check = checkRound({ ...at("ignore", null), sites: far });
		expect(check).toMatchObject({ withoutOffer: 0, tooFew: { courses: ["Praksis"], claims: 2, places: 1 } });
	});
	it("name the sites nobody has said the municipality of", () => {
		const sites = [makeSite({ id: "a" }), makeSite({ id: "b", name: "Bakken", municipality: null })];
		expect(checkRound({ ...snapshot, sites }).unknownMunicipality).toEqual(["Bakken"]);
	});
});
