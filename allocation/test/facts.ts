import { problemOf } from "../src/facts/build.ts";
import type { Cap, Facts, Offer, Pair, Placement } from "../src/facts/facts.ts";
import type { Problem } from "../src/problem.ts";

export interface FactShape {
	readonly claims: number;
	readonly offers: number;
	readonly caps: number;
	readonly classes: number;
	readonly ranks: number;
	readonly minutes: number;
	/** One pair in how many is left out. */
	readonly sparse: number;
	readonly most: number;
}

/** Random facts of a shape: nested caps, zero capacities, previous plan, prohibitions and a lock where it fits. */
export function randomFacts(shape: FactShape, random: (below: number) => number): Facts {
	const caps: Cap[] = Array.from({ length: shape.caps }, (_, k) => ({
		id: `cap ${k}`,
		limit: random(2 * shape.most + 1),
		taken: random(2),
		...(k + 1 < shape.caps && random(3) > 0 ? { within: `cap ${k + 1 + random(shape.caps - k - 1)}` } : {}),
	}));
	const offers: Offer[] = Array.from({ length: shape.offers }, (_, j) => ({
		id: `offer ${j}`,
		capacity: random(shape.most + 1),
		...(shape.caps > 0 && random(4) > 0 ? { within: `cap ${random(shape.caps)}` } : {}),
	}));
	const pairs: Pair[] = [];
	const previous: Placement[] = [];
	const prohibitions: { claim: string; offer: string; rule: string }[] = [];
	const claims = Array.from({ length: shape.claims }, (_, i) => ({
		id: `claim ${i}`,
		priority: random(shape.classes),
	}));
	for (const claim of claims) {
		for (const offer of offers) {
			if (random(shape.sparse) === 0) continue;
			pairs.push({
				claim: claim.id,
				offer: offer.id,
				parts: { rank: 1 + random(shape.ranks), minutes: random(shape.minutes) },
			});
			if (random(12) === 0) prohibitions.push({ claim: claim.id, offer: offer.id, rule: "relative" });
		}
		if (random(2) === 0) previous.push({ claim: claim.id, offer: `offer ${random(shape.offers + 1)}` });
	}
	const floors = [...caps, ...offers].flatMap(({ id }) =>
		random(3) === 0 ? [{ at: id, least: random(shape.most + 2), weight: 1 + random(2) }] : [],
	);
	const facts: Facts = { claims, offers, caps, pairs, previous, prohibitions, floors };
	const chosen = pairs[random(pairs.length * 3 + 1)];
	if (chosen === undefined) return facts;
	const locked: Facts = { ...facts, locks: [{ claim: chosen.claim, offer: chosen.offer }] };
	return problemOf(locked).kind === "problem" ? locked : facts;
}

/** The flat form of facts that must be sound. */
export function problemFrom(facts: Facts): Problem {
	const built = problemOf(facts);
	if (built.kind === "refused") throw new Error(`facts refused: ${JSON.stringify(built.findings)}`);
	return built.problem;
}
