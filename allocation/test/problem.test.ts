import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { allocate, scored } from "../src/allocate.ts";
import { problemOf } from "../src/facts/build.ts";
import { checkFacts } from "../src/facts/check.ts";
import type { Facts } from "../src/facts/facts.ts";
import { type Finding, findingText, type Language } from "../src/facts/finding.ts";
import { type Level, usualLevels } from "../src/levels/level.ts";
import { randomFacts } from "./facts.ts";
import { randomOf } from "./random.ts";

// Thousands of instances a test: slow only where many share the machine.
vi.setConfig({ testTimeout: 120_000 });

const levels = usualLevels({ rank: 10, minutes: 1 }, "published");

const badFacts: Facts = {
	claims: [
		{ id: "a", priority: 0 },
		{ id: "a", priority: -1 },
		{ id: "", priority: 1 },
	],
	offers: [
		{ id: "x", capacity: -3, within: "nowhere" },
		{ id: "y", capacity: Number.NaN },
	],
	caps: [
		{ id: "x", limit: 1 },
		{ id: "p", limit: 1, within: "q" },
		{ id: "q", limit: 1.5, within: "p" },
	],
	pairs: [
		{ claim: "a", offer: "x", parts: { rank: 1, minutes: 2 } },
		{ claim: "a", offer: "x", parts: { rank: 1, minutes: 5_000_000_000 } },
		{ claim: "b", offer: "z", parts: { rank: 1 } },
	],
	prohibitions: [{ claim: "a", offer: "gone", rule: "relative" }],
	previous: [
		{ claim: "a", offer: "x" },
		{ claim: "a", offer: "y" },
	],
};

test("bad facts are refused with every finding at once", () => {
	const built = problemOf(badFacts);
	if (built.kind !== "refused") throw new Error("accepted");
	expect(built.findings.map(({ code }) => code).sort()).toEqual(
		[
			"duplicate-id",
			"empty-id",
			"bad-number",
			"bad-number",
			"unknown-reference",
			"bad-number",
			"duplicate-id",
			"cap-circle",
			"bad-number",
			"duplicate-pair",
			"bad-number",
			"unknown-reference",
			"unknown-reference",
			"missing-part",
			"unknown-reference",
			"two-previous",
		].sort(),
	);
});

test("locks are refused when twice, without a pair, prohibited or beyond the places", () => {
	const sound: Facts = {
		claims: ["a", "b", "c", "d"].map((id) => ({ id, priority: 0 })),
		offers: [
			{ id: "x", capacity: 2, within: "cap" },
			{ id: "y", capacity: 2 },
		],
		caps: [{ id: "cap", limit: 3, taken: 2 }],
		pairs: ["a", "b", "c"].map((claim) => ({ claim, offer: "x", parts: {} })),
		prohibitions: [{ claim: "c", offer: "x", rule: "earlier employer" }],
	};
	const locks = [
		{ claim: "a", offer: "x" },
		{ claim: "a", offer: "y" },
		{ claim: "b", offer: "x" },
		{ claim: "c", offer: "x" },
		{ claim: "d", offer: "y" },
	];
	expect(checkFacts({ ...sound, locks }).map(({ code }) => code)).toEqual([
		"two-locks",
		"lock-on-prohibited",
		"lock-without-pair",
		"locks-over-limit",
		"locks-over-limit",
	]);
	expect(checkFacts({ ...sound, locks: [{ claim: "a", offer: "x" }] })).toEqual([]);
});

test("levels that cannot be carried out exactly are refused", () => {
	const built = problemOf({
		claims: [{ id: "a", priority: 0 }],
		offers: [{ id: "x", capacity: 1 }],
		pairs: Array.from({ length: 1 }, () => ({ claim: "a", offer: "x", parts: { rank: 1_000_000_000 } })),
	});
	if (built.kind === "refused") throw new Error("refused");
	const refused = (level: Level) => {
		const result = allocate(built.problem, [level]);
		return result.kind === "refused" ? result.findings.map(({ code }) => code) : [];
	};
	expect(refused({ kind: "burden", weights: { rank: 1_000_000 } })).toEqual(["cost-range"]);
	expect(refused({ kind: "burden", weights: { rank: -1 } })).toEqual(["bad-level"]);
	expect(refused({ kind: "burden", weights: { distance: 1 } })).toEqual(["unknown-part"]);
	expect(refused({ kind: "bottleneck", part: "rank" })).toEqual([]);
});

test("every finding is said in three languages, with its fact and a remedy", () => {
	const findings: Finding[] = [
		...checkFacts(badFacts),
		{ code: "two-locks", claim: "a" },
		{ code: "lock-without-pair", claim: "a", offer: "x" },
		{ code: "lock-on-prohibited", claim: "a", offer: "x", rule: "r" },
		{ code: "locks-over-limit", id: "x", locked: 3, limit: 2 },
		{ code: "locks-against-rule", rule: "r" },
		{ code: "bad-level", level: 0, field: "rank", value: "-1" },
		{ code: "unknown-part", level: 0, part: "rank" },
		{ code: "too-many-steps", level: 0, part: "rank", steps: 99, most: 64 },
		{ code: "cost-range", level: 0, spread: 7 },
	];
	const languages: Language[] = ["nb", "nn", "en"];
	for (const finding of findings) {
		const said = languages.map((language) => findingText(finding, language));
		expect(new Set(said).size).toBe(3);
		for (const text of said) expect(text).toMatch(/^.+\. .+\.$/);
	}
});

const shape = fc.integer({ min: 0, max: 1_000_000 }).map((seed) => {
	const random = randomOf(seed);
	return {
		seed,
		facts: randomFacts(
			{
				claims: 2 + random(10),
				offers: 2 + random(5),
				caps: random(4),
				classes: 3,
				ranks: 4,
				minutes: 50,
				sparse: 4,
				most: 3,
			},
			random,
		),
	};
});

function outcome(facts: Facts) {
	const built = problemOf(facts);
	if (built.kind === "refused") throw new Error(JSON.stringify(built.findings));
	const { problem } = built;
	const result = allocate(problem, levels);
	if (result.kind === "refused") throw new Error(JSON.stringify(result.findings));
	const given = Object.fromEntries(
		[...result.plan].map((pair, i) => [
			problem.claimIds[i],
			pair < 0 ? null : problem.limitIds[problem.offer[pair] ?? 0],
		]),
	);
	return { problem, result, given };
}

test("the order of the facts changes nothing, not even ties", () => {
	fc.assert(
		fc.property(shape, ({ facts, seed }) => {
			const random = randomOf(seed + 1);
			const shuffled = <T>(rows: readonly T[]): T[] => {
				const left = [...rows];
				const out: T[] = [];
				while (left.length > 0) out.push(...left.splice(random(left.length), 1));
				return out;
			};
			const other: Facts = {
				...facts,
				claims: shuffled(facts.claims),
				offers: shuffled(facts.offers),
				caps: shuffled(facts.caps ?? []),
				pairs: shuffled(facts.pairs),
			};
			const [a, b] = [outcome(facts), outcome(other)];
			expect(JSON.stringify([b.given, b.result.certificate, b.result.values])).toBe(
				JSON.stringify([a.given, a.result.certificate, a.result.values]),
			);
		}),
		{ numRuns: 500 },
	);
});

test("one more place never reduces the number placed, and a prohibited pair nobody had changes nothing", () => {
	fc.assert(
		fc.property(shape, fc.nat(), ({ facts }, pick) => {
			const before = outcome(facts);
			const placed = (plan: Int32Array) => plan.filter((pair) => pair >= 0).length;
			const at = pick % facts.offers.length;
			const more = outcome({
				...facts,
				offers: facts.offers.map((offer, j) => (j === at ? { ...offer, capacity: offer.capacity + 1 } : offer)),
			});
			expect(placed(more.result.plan)).toBeGreaterThanOrEqual(placed(before.result.plan));
			const unused = facts.pairs.filter((pair) => before.given[pair.claim] !== pair.offer);
			const gone = unused[pick % Math.max(1, unused.length)];
			if (gone === undefined) return;
			const fewer = outcome({
				...facts,
				prohibitions: [...(facts.prohibitions ?? []), { claim: gone.claim, offer: gone.offer, rule: "test" }],
			});
			expect(fewer.given).toEqual(before.given);
		}),
		{ numRuns: 500 },
	);
});

test("after a cancellation nobody moves unless that lets somebody in", () => {
	const replanning: Level[] = [{ kind: "place" }, { kind: "change" }];
	fc.assert(
		fc.property(shape, fc.nat(), ({ facts }, pick) => {
			const first = outcome(facts);
			const kept = facts.claims.filter((_, i) => i !== pick % facts.claims.length).map(({ id }) => id);
			const previous = Object.entries(first.given).flatMap(([claim, offer]) =>
				typeof offer === "string" ? [{ claim, offer }] : [],
			);
			const among = (row: { readonly claim: string }) => kept.includes(row.claim);
			const built = problemOf({
				...facts,
				claims: facts.claims.filter(({ id }) => kept.includes(id)),
				pairs: facts.pairs.filter(among),
				prohibitions: (facts.prohibitions ?? []).filter(among),
				locks: (facts.locks ?? []).filter(among),
				previous,
			});
			if (built.kind === "refused") throw new Error("refused");
			const again = allocate(built.problem, replanning);
			if (again.kind === "refused") throw new Error("refused");
			const changes = again.values.at(-1)?.value ?? 0;
			// Keeping everybody is a plan, so nobody moves unless that lets somebody in.
			const asBefore = built.problem.claimIds.map((id, i) => {
				for (let e = built.problem.start[i] ?? 0; e < (built.problem.start[i + 1] ?? 0); e++)
					if (built.problem.limitIds[built.problem.offer[e] ?? 0] === first.given[id]) return e;
				return -1;
			});
			const still = scored(built.problem, replanning, Int32Array.from(asBefore));
			const letsIn = again.values.some(({ level, value }, step) => level === 0 && value < (still[step]?.value ?? 0));
			expect(changes > 0 && !letsIn).toBe(false);
		}),
		{ numRuns: 400 },
	);
});
