import type { LinearModel } from "@laeringsarena/allocation";
import { solvedByHighs } from "@laeringsarena/allocation/highs";
import { describe, expect, it } from "vitest";
import { makeClaim, makeOffer, makePeriod, makeSite, makeSnapshot } from "../../../../../test/make-round.ts";
import { allocateSnapshot } from "../../allocate/run.ts";
import { answers } from "./answers.ts";
import { type BoardQuery, boardPage } from "./board.ts";
import { opened } from "./opened.ts";
import { choicesOf, judgeMove } from "./trial.ts";

const solver = (model: LinearModel) => solvedByHighs(model, 10);
const year = { firstDay: "2027-01-01", lastDay: "2027-12-31" };
const none = { edits: [], locked: [] };
const everything: BoardQuery = { search: "", municipality: "", course: "", full: "", page: 1 };
const board = { query: everything, edits: [], words: [], found: [], hosts: {}, places: {}, language: "nb" as const };
const wish = (rank: number, target: string) => ({ rank, kind: "site" as const, target });

describe("room for one more", async () => {
	// Others fill B altogether and half of C; D takes two students of each of two courses, but no more than two at once.
	const snapshot = makeSnapshot({
		periods: [makePeriod({ id: "spring" }), makePeriod({ id: "second", yearOfStudy: 2, courseName: "Andre året" })],
		sites: [
			makeSite({ id: "A" }),
			makeSite({ id: "B", limits: [{ ...year, most: 1 }], load: [{ ...year, learners: 1 }] }),
			makeSite({ id: "C", limits: [{ ...year, most: 2 }], load: [{ ...year, learners: 1 }] }),
		],
		offers: [
			makeOffer({ id: "a", siteId: "A" }),
			makeOffer({ id: "b", siteId: "B" }),
			makeOffer({ id: "c1", siteId: "C", years: [3] }),
			makeOffer({ id: "c2", siteId: "C", years: [2] }),
		],
		claims: [..."123"].map((id) => makeClaim({ id, periodId: "spring" })),
	});
	const { result, certificate } = await allocateSnapshot(snapshot, { snapshotHash: "hash" });
	const run = opened({ snapshot, result, certificate });
	const without = result.plan.find(({ offer }) => offer === null)?.claim ?? "";

	it("is counted as the run counts: who else is at a site takes room there", async () => {
		expect(result.measures.placed).toBe(2);
		const { sites } = boardPage(run, board);
		expect(sites.map(({ name, places, taken, free }) => [name, places, taken, free])).toEqual([
			["A", 1, 1, 0],
			["C", 2, 1, 0],
			["B", 1, 0, 0],
		]);
		expect(boardPage(run, { ...board, query: { ...everything, full: "free" } }).total).toBe(0);
		// Whoever looks for a site still has those without a place at hand, to put there.
		expect(boardPage(run, { ...board, words: ["b"] })).toMatchObject({ total: 1, unplaced: { total: 1 } });
		expect(boardPage(run, { ...board, words: ["kari"], found: [without] })).toMatchObject({ unplaced: { total: 1 } });
		expect(choicesOf(run, [], without, 10).choices.map(({ site, hinders }) => [site, hinders])).toEqual([
			["A", "full"],
			["B", "site-limit"],
			["C", "full"],
		]);
	});

	it("is not there where the run found none, however few have come by the round", async () => {
		expect(await judgeMove(run, none, without, "b")).toMatchObject({
			exceeded: [{ id: "B", count: 1, places: 0 }],
			best: null,
		});
		const taken = result.plan.map(({ claim }) => ({ claim, offer: null }));
		const { choices } = choicesOf(run, taken, without, 10);
		expect(choices.map(({ site, hinders }) => [site, hinders])).toEqual([
			["A", null],
			["B", "site-limit"],
			["C", null],
		]);
	});
});

describe("a plan moved by hand", async () => {
	const snapshot = makeSnapshot({
		periods: [makePeriod({ id: "spring" })],
		sites: [makeSite({ id: "A" }), makeSite({ id: "B", municipality: "5037" }), makeSite({ id: "C" })],
		offers: [..."ABC"].map((id) => makeOffer({ id: id.toLowerCase(), siteId: id })),
		claims: [
			makeClaim({ id: "ola", periodId: "spring", wishes: [wish(1, "A"), wish(2, "C"), wish(3, "nowhere")] }),
			makeClaim({ id: "kari", periodId: "spring", wishes: [wish(1, "B")] }),
		],
	});
	const { result, certificate } = await allocateSnapshot(snapshot, { snapshotHash: "hash" });
	const run = opened({ snapshot, result, certificate });
	const answered = async (claim: string, offer: string | null) => {
		const { isMoved, wishes } = await answers.why(run, { claim, offer });
		return [isMoved, ...wishes.map(({ answer }) => answer)];
	};

	it("gives reasons for the place the student really has", async () => {
		expect(await answered("ola", "a")).toEqual([false, "given", "cost", "nothing-offered"]);
		expect(await answered("ola", "c")).toEqual([true, "moved-away", "given", "nothing-offered"]);
		expect(await answered("ola", null)).toEqual([true, "moved-away", "not-chosen", "nothing-offered"]);
		expect(await answered("kari", "c")).toEqual([true, "moved-away"]);
	});

	it("is counted as it is now, and who lost a place is among those without", () => {
		const edits = [
			{ claim: "ola", offer: "c" },
			{ claim: "kari", offer: null },
		];
		expect(answers.summary(run, { edits: [] }).measures).toEqual(result.measures);
		const { measures } = answers.summary(run, { edits });
		expect(measures).toMatchObject({ claims: 2, placed: 1, byRank: [{ rank: 2, claims: 1 }] });
		expect(answers.unplacedPage(run, { edits, offset: 0, pageSize: 5 })).toMatchObject({
			total: 1,
			rows: [{ claim: "kari", byHand: true }],
		});
	});
});

describe("two who could as well have each other's place", async () => {
	// Two at a time or none is a rule that crosses others: a solver answers.
	const snapshot = makeSnapshot({
		periods: [makePeriod({ id: "spring" })],
		sites: [makeSite({ id: "A" }), makeSite({ id: "B" })],
		offers: [..."AB"].map((id) => makeOffer({ id: id.toLowerCase(), siteId: id, places: 2, leastTogether: 2 })),
		claims: [..."1234"].map((id) => makeClaim({ id, periodId: "spring", wishes: [wish(1, "A"), wish(2, "B")] })),
	});
	const { result, certificate } = await allocateSnapshot(snapshot, { snapshotHash: "hash", solver });
	const run = opened({ snapshot, result, certificate }, solver);

	it("may swap, at no cost, also where rules cross", async () => {
		const [second = ""] = result.plan.filter(({ offer }) => offer === "b").map(({ claim }) => claim);
		expect(certificate.crossing).not.toBeNull();
		const judged = await judgeMove(run, none, second, "a");
		expect(judged).toMatchObject({
			exceeded: [{ id: "a", count: 3, places: 2 }],
			best: { cost: { places: 0, steps: [] } },
		});
		const along = judged.kind === "edited" ? (judged.best?.along ?? []) : [];
		expect(along).toMatchObject([{ from: "a", to: "b" }]);
	});
});
