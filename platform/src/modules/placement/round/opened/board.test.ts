import { beforeAll, describe, expect, it } from "vitest";
import { makeClaim, makeOffer, makePeriod, makeSite, makeSnapshot } from "../../../../../test/make-round.ts";
import { allocateSnapshot } from "../../allocate/run.ts";
import { type BoardAsked, boardPage, sitesAtOnce } from "./board.ts";
import { type Opened, opened } from "./opened.ts";
import { tried } from "./trial.ts";

/** A region as large as the product promises: 1,500 students and 300 sites with six places each. */
const [students, sites, municipalities] = [1500, 300, 40];
const number = (at: number) => String(5000 + (at % municipalities));
const snapshot = makeSnapshot({
	periods: [makePeriod({ id: "spring" })],
	sites: Array.from({ length: sites }, (_, at) =>
		makeSite({
			...{ id: `site ${at}`, hostId: `host ${at % municipalities}`, municipality: number(at) },
			at: { latitude: 63.4 + (at % 20) / 200, longitude: 10.4 + (at % 15) / 100 },
		}),
	),
	offers: Array.from({ length: sites }, (_, at) => makeOffer({ id: `offer ${at}`, siteId: `site ${at}`, places: 6 })),
	claims: Array.from({ length: students }, (_, at) =>
		makeClaim({
			...{ id: `claim ${at}`, periodId: "spring" },
			from: { latitude: 63.35 + ((at * 7) % 211) / 1000, longitude: 10.3 + ((at * 13) % 197) / 1000 },
		}),
	),
});

const asked: BoardAsked = {
	query: { search: "", municipality: "", course: "", full: "", page: 1 },
	...{ edits: [], words: [], found: [], language: "nb" },
	hosts: Object.fromEntries(Array.from({ length: municipalities }, (_, at) => [`host ${at}`, `Kommune ${at}`])),
	places: {},
};
let run: Opened;
beforeAll(async () => {
	const { result, certificate } = await allocateSnapshot(snapshot, { snapshotHash: "hash" });
	run = opened({ snapshot, result, certificate });
}, 120_000);

describe("the board of a region", () => {
	it("has every site on one page and every student once, some at a time", () => {
		const { total } = boardPage(run, asked);
		expect(total).toBe(sites);
		const pages = Array.from({ length: Math.ceil(total / sitesAtOnce) }, (_, at) =>
			boardPage(run, { ...asked, query: { ...asked.query, page: at + 1 } }),
		);
		expect(pages.every((page) => page.sites.length <= sitesAtOnce)).toBe(true);
		const shown = pages.flatMap((page) => page.sites);
		expect(new Set(shown.map(({ id }) => id)).size).toBe(sites);
		expect(new Set(shown.flatMap(({ cards }) => cards.map(({ claim }) => claim))).size).toBe(students);
	});

	it("is narrowed to a municipality, to what is full, and to who is looked for", () => {
		const here = boardPage(run, { ...asked, query: { ...asked.query, municipality: "5003" } });
		expect(here.total).toBe(Math.ceil((sites - 3) / municipalities));
		const [free, full] = (["free", "full"] as const).map(
			(fullness) => boardPage(run, { ...asked, query: { ...asked.query, full: fullness } }).total,
		);
		expect((free ?? 0) + (full ?? 0)).toBe(sites);
		const found = boardPage(run, { ...asked, words: ["kari"], found: ["claim 7"] });
		expect(found.total).toBe(1);
		expect(found.sites[0]?.cards.some(({ claim }) => claim === "claim 7")).toBe(true);
	});

	it("is narrowed by how full sites are now: with places others have taken since the run, and those given back", () => {
		const offersNow = (places: (site: number) => number) => ({
			offers: JSON.stringify(
				snapshot.offers.map(({ id, siteId }, at) => ({ id, siteId, places: places(at), reservedFor: null })),
			),
			...{ limits: "[]", load: "[]", answered: [], periods: snapshot.periods },
		});
		const many = (full: "free" | "over", places?: (site: number) => number) =>
			boardPage(run, {
				...asked,
				query: { ...asked.query, full },
				...(places === undefined ? {} : { now: offersNow(places) }),
			}).total;
		expect(many("over")).toBe(0);
		const [there] = boardPage(run, { ...asked, query: { ...asked.query, full: "full" } }).sites;
		const full = Number(there?.id.replace("site ", ""));
		expect(many("over", (site) => (site === full ? 5 : 6))).toBe(1);
		expect(many("free", (site) => (site === full ? 7 : 6))).toBe(many("free") + 1);
		expect(many("free", () => 6)).toBe(many("free"));
	});

	it("makes room at a full site: who moves along is told, and nobody loses a place", { timeout: 60_000 }, async () => {
		const [there] = boardPage(run, { ...asked, query: { ...asked.query, full: "full" } }).sites.filter(
			({ cards }) => !cards.some(({ claim }) => claim === "claim 0"),
		);
		const other = there?.id ?? "";
		const trial = await tried(run, { edits: [], locked: [] }, "claim 0", { site: other });
		if (trial.kind !== "edited") throw new Error(trial.because);
		expect(trial.exceeded).toMatchObject([{ count: 7, places: 6 }]);
		expect(trial.best?.cost.places).toBe(0);
		const edits = [{ claim: "claim 0", offer: trial.offer }];
		for (const { claim, to } of trial.best?.along ?? [])
			edits.push({ claim, offer: to === null ? null : `offer ${to.replace("site ", "")}` });
		const after = boardPage(run, { ...asked, edits, query: { ...asked.query, full: "over" } });
		expect(after).toMatchObject({ total: 0, unplaced: { total: 0 } });
	});
});
