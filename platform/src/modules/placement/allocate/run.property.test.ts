import { problemOf } from "@laeringsarena/allocation";
import { solvedByHighs } from "@laeringsarena/allocation/highs";
import { resultFlaws } from "@laeringsarena/allocation/verified";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeClaim, makeOffer, makePeriod, makeSite, makeSnapshot } from "../../../../test/make-round.ts";
import { considering, problemWith } from "./consider.ts";
import { type Snapshot, snapshot as snapshotForm, usualRules } from "./contract.ts";
import { holds } from "./days.ts";
import { factsOf } from "./facts.ts";
import { allocateSnapshot } from "./run.ts";
import { writtenFacts } from "./written.ts";

const spans = [
	{ firstDay: "2027-01-11", lastDay: "2027-02-05" },
	{ firstDay: "2027-01-25", lastDay: "2027-02-19" },
	{ firstDay: "2027-02-08", lastDay: "2027-03-05" },
	{ firstDay: "2027-01-11", lastDay: "2027-03-05" },
];
const pick = <const Value>(...values: readonly Value[]) => fc.constantFrom(...values);
const few = (most: number) => fc.nat({ max: most });
const [institutions, professions, municipalities] = [
	["NTNU", "Nord"],
	["nurse", "physio"],
	["5001", "5007"],
];

/** Small rounds with everything a round can have; groups and least numbers where asked for. Stays that meet only in part cross anyway. */
const rounds = (crossing: boolean, least = 1) =>
	fc
		.record({
			periods: fc.array(fc.record({ span: few(3), institution: few(1), profession: few(1), year: pick(2, 3) }), {
				minLength: 1,
				maxLength: 4,
			}),
			sites: fc.array(
				fc.record({
					...{ north: few(9), known: few(5), municipality: few(1), most: fc.option(few(3)), load: fc.option(few(2)) },
				}),
				{ minLength: 1, maxLength: 4 },
			),
			offers: fc.array(
				fc.record({
					...{ site: few(3), profession: fc.option(few(1)), years: fc.option(pick(2, 3)), places: few(3) },
					...{ reserved: fc.option(few(1), { freq: 5 }), ends: pick("2027-06-30", "2027-02-20"), least: few(2) },
				}),
				{ minLength: least, maxLength: 6 },
			),
			claims: fc.array(
				fc.record({
					...{
						period: few(3),
						north: few(9),
						known: few(5),
						priority: few(1),
						wishes: fc.array(few(3), { maxLength: 3 }),
					},
					...{ cap: fc.option(pick(20, 40, 60), { freq: 4 }), not: fc.option(few(3), { freq: 6 }), together: few(6) },
				}),
				{ minLength: least, maxLength: 9 },
			),
			...{ aim: pick("burden", "generous", "bottleneck"), cap: fc.option(pick(30, 60)), beyond: fc.boolean() },
			...{ keep: fc.boolean(), tolerance: pick(0, 0, 50), price: fc.option(few(100)) },
			floors: fc.array(
				fc.record({ municipality: few(1), profession: fc.option(few(1)), year: fc.option(pick(2, 3)), least: few(3) }),
				{ maxLength: 2 },
			),
			quotas: fc.array(fc.record({ institution: few(1), municipality: few(1), most: few(3) }), { maxLength: 1 }),
			before: fc.array(fc.record({ claim: few(8), offer: few(5) }), { maxLength: 4 }),
			locks: fc.array(fc.record({ claim: few(8), offer: few(5) }), { maxLength: 1 }),
		})
		.map((made): Snapshot => {
			const at = (north: number) => ({ latitude: 63 + north / 10, longitude: 10.4 });
			const of = <Row>(rows: readonly Row[], index: number) => index % rows.length;
			const first = <Row extends { readonly claim: string }>(rows: readonly Row[]) => [
				...new Map(rows.map((row) => [row.claim, row])).values(),
			];
			const pairs = (rows: readonly { readonly claim: number; readonly offer: number }[]) =>
				first(
					rows.map(({ claim, offer }) => ({
						claim: `claim ${of(made.claims, claim)}`,
						offer: `offer ${of(made.offers, offer)}`,
					})),
				);
			return makeSnapshot({
				periods: made.periods.map(({ span, institution, profession, year }, index) =>
					makePeriod({
						...{ id: `period ${index}`, institutionId: institutions[institution] ?? "", yearOfStudy: year },
						...{ profession: professions[profession] ?? "", ...(spans[span] ?? {}) },
					}),
				),
				sites: made.sites.map(({ north, known, municipality, most, load }, index) =>
					makeSite({
						...{ id: `site ${index}`, municipality: municipalities[municipality] ?? "" },
						hostId: municipalities[municipality] ?? "",
						at: known === 0 ? null : at(north),
						limits: most === null ? [] : [{ firstDay: "2027-01-01", lastDay: "2027-06-30", most }],
						load: load === null ? [] : [{ firstDay: "2027-02-01", lastDay: "2027-02-10", learners: load }],
					}),
				),
				offers: made.offers.map(({ site, profession, years, places, reserved, ends, least }, index) =>
					makeOffer({
						...{ id: `offer ${index}`, siteId: `site ${of(made.sites, site)}`, places, lastDay: ends },
						profession: profession === null ? null : (professions[profession] ?? ""),
						years: years === null ? [] : [years],
						reservedFor: reserved === null ? null : (institutions[reserved] ?? ""),
						leastTogether: crossing && least > 1 ? least : null,
					}),
				),
				claims: made.claims.map(({ period, north, known, priority, wishes, cap, not, together }, index) =>
					makeClaim({
						...{ id: `claim ${index}`, periodId: `period ${of(made.periods, period)}`, priority },
						from: known === 0 ? null : at(north),
						wishes: wishes.map((site, rank) => ({
							...{ rank: rank + 1, kind: "site" as const, target: `site ${of(made.sites, site)}` },
						})),
						rules: [
							...(cap === null ? [] : [{ kind: "most-minutes" as const, amount: cap, target: null }]),
							...(not === null ? [] : [{ kind: "not-site" as const, amount: null, target: `site ${not}` }]),
						],
						together: crossing && together < 2 ? `${together}` : null,
					}),
				),
				previous: pairs(made.before),
				locks: crossing ? [] : pairs(made.locks),
				rules: {
					...usualRules,
					...{ aim: made.aim, travelCap: made.cap, wishBeyondCap: made.beyond, keepPublished: made.keep },
					...{ tolerance: made.tolerance, floorPrice: made.price },
					floors: made.floors.map(({ municipality, profession, year, least }) => ({
						municipality: municipalities[municipality] ?? "",
						profession: profession === null ? null : (professions[profession] ?? ""),
						...{ yearOfStudy: year, least },
					})),
					quotas: made.quotas.map(({ institution, municipality, most }) => ({
						institutionId: institutions[institution] ?? "",
						hostId: municipalities[municipality] ?? "",
						most,
					})),
				},
			});
		});

const solver = (model: Parameters<typeof solvedByHighs>[0]) => solvedByHighs(model, 10);
const run = (snapshot: Snapshot, whole?: number, each?: number) =>
	allocateSnapshot(snapshot, {
		...{ snapshotHash: "hash", solver },
		...(whole === undefined ? {} : { whole }),
		...(each === undefined ? {} : { each }),
	});

/** Whether a plan keeps limits on every single day, counted the slow way. */
function overfull(
	snapshot: Snapshot,
	plan: readonly { readonly claim: string; readonly offer: string | null }[],
): string[] {
	const wrong: string[] = [];
	const days = Array.from({ length: 181 }, (_, n) => new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10));
	const period = new Map(snapshot.periods.map((row) => [row.id, row]));
	const locked = new Set(snapshot.locks.map(({ claim, offer }) => `${claim} ${offer}`));
	for (const day of days) {
		const there = snapshot.claims.flatMap(({ id, periodId }, index) => {
			const mine = period.get(periodId);
			const offer = snapshot.offers.find((row) => row.id === plan[index]?.offer);
			return mine && offer && holds(mine, day) ? [{ offer, mine, locked: locked.has(`${id} ${offer.id}`) }] : [];
		});
		const say = (what: string, found: typeof there, most: number) => {
			if (found.length > Math.max(most, found.filter((one) => one.locked).length)) wrong.push(`${day} ${what}`);
		};
		for (const offer of snapshot.offers) {
			const here = there.filter((one) => one.offer === offer);
			say(offer.id, here, offer.places);
			if (offer.leastTogether !== null && here.length > 0 && here.length < offer.leastTogether)
				wrong.push(`${day} too few at ${offer.id}`);
		}
		for (const site of snapshot.sites) {
			const taken = site.load.reduce((sum, row) => sum + (holds(row, day) ? row.learners : 0), 0);
			for (const limit of site.limits)
				if (holds(limit, day))
					say(
						site.id,
						there.filter((one) => one.offer.siteId === site.id),
						Math.max(0, limit.most - taken),
					);
		}
		for (const { institutionId, hostId, most } of snapshot.rules.quotas) {
			const sites = new Set(snapshot.sites.filter((site) => site.hostId === hostId).map(({ id }) => id));
			say(
				`${institutionId} at ${hostId}`,
				there.filter((one) => one.mine.institutionId === institutionId && sites.has(one.offer.siteId)),
				most,
			);
		}
	}
	return wrong;
}

describe("a run of any round", () => {
	it("keeps every limit every day, uses no removed pair, and is proved by the engine's own checker", async () => {
		await fc.assert(
			fc.asyncProperty(rounds(false), async (snapshot) => {
				snapshotForm.parse(snapshot);
				const { result, certificate } = await run(snapshot);
				expect(overfull(snapshot, result.plan)).toEqual([]);
				expect(result.flaws).toEqual([]);
				expect(result.measures.placed + result.unplaced.length).toBe(snapshot.claims.length);
				if (certificate.result === null) return;
				const written = writtenFacts(snapshot, certificate);
				const built = problemOf(written.facts);
				if (built.kind === "refused") throw new Error(JSON.stringify(built.findings));
				expect(resultFlaws(built.problem, written.levels, certificate.result)).toEqual([]);
			}),
			{ numRuns: 200 },
		);
	});

	it("is as good from few pairs, widened, as from all of them, and its proof covers them all", async () => {
		let widened = 0;
		await fc.assert(
			fc.asyncProperty(rounds(false, 5), async (snapshot) => {
				const whole = await run(snapshot);
				const sifted = await run(snapshot, 0, 1);
				expect(sifted.result.steps).toEqual(whole.result.steps);
				expect(sifted.result.holds).toBe(whole.result.holds);
				expect(sifted.result.pairs.provedFor).toBe("open");
				expect(sifted.result.flaws).toEqual([]);
				if (sifted.certificate.result === null) return;
				if (sifted.result.pairs.considered < sifted.result.pairs.open) widened++;
				const frame = factsOf(snapshot);
				const problem = problemWith(frame, considering(frame, Number.POSITIVE_INFINITY).rows);
				expect(resultFlaws(problem, sifted.certificate.levels, sifted.certificate.result)).toEqual([]);
			}),
			{ numRuns: 150 },
		);
		expect(widened).toBeGreaterThan(0);
	});

	it("leaves most pairs out of a larger round, and has the same values and a proof for all of them", async () => {
		const somewhere = (n: number) => ({ latitude: 63 + ((n * 37) % 101) / 100, longitude: 10 + ((n * 53) % 97) / 50 });
		const snapshot = makeSnapshot({
			periods: [makePeriod({ id: "spring" })],
			sites: Array.from({ length: 80 }, (_, n) => makeSite({ id: `site ${n}`, at: somewhere(n) })),
			offers: Array.from({ length: 80 }, (_, n) =>
				makeOffer({ id: `offer ${n}`, siteId: `site ${n}`, places: 1 + (n % 3) }),
			),
			claims: Array.from({ length: 140 }, (_, n) =>
				makeClaim({
					...{ id: `claim ${n}`, periodId: "spring", from: somewhere(n * 7 + 3), priority: n % 2 },
					wishes: [{ rank: 1, kind: "site", target: `site ${(n * n) % 80}` }],
				}),
			),
		});
		const whole = await run(snapshot);
		const sifted = await run(snapshot, 0, 3);
		expect(sifted.result.steps).toEqual(whole.result.steps);
		expect(sifted.result).toMatchObject({ holds: "optimal", pairs: { provedFor: "open" } });
		expect(sifted.result.pairs.considered).toBeLessThan(sifted.result.pairs.open / 2);
		const frame = factsOf(snapshot);
		const problem = problemWith(frame, considering(frame, Number.POSITIVE_INFINITY).rows);
		if (sifted.certificate.result === null) throw new Error("no certificate");
		expect(resultFlaws(problem, sifted.certificate.levels, sifted.certificate.result)).toEqual([]);
	});

	it("keeps groups, least numbers and quotas too, where rules cross", async () => {
		await fc.assert(
			fc.asyncProperty(rounds(true), async (snapshot) => {
				const { result } = await run(snapshot);
				expect(overfull(snapshot, result.plan)).toEqual([]);
				expect(result.flaws).toEqual([]);
				const seeks = result.steps.some(({ name }) => name === "largest minutes");
				expect(seeks).toBe(snapshot.rules.aim === "bottleneck");
				const siteOf = new Map(snapshot.offers.map(({ id, siteId }) => [id, siteId]));
				const groups = new Map<string, Set<string | undefined>>();
				snapshot.claims.forEach(({ periodId, together }, index) => {
					if (together === null) return;
					const key = `${periodId} ${together}`;
					const site = siteOf.get(result.plan[index]?.offer ?? "");
					groups.set(key, (groups.get(key) ?? new Set()).add(site));
				});
				for (const sites of groups.values()) expect(sites.size).toBe(1);
			}),
			{ numRuns: 60 },
		);
	});
});
