import type { Problem } from "../problem.ts";
import { sortRow } from "../solvers/sort.ts";
import { checkFacts } from "./check.ts";
import type { Cap, Facts } from "./facts.ts";
import type { Finding } from "./finding.ts";

export type Built =
	| { readonly kind: "problem"; readonly problem: Problem }
	| { readonly kind: "refused"; readonly findings: readonly Finding[] };

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byId = (a: { readonly id: string }, b: { readonly id: string }) => byCodeUnit(a.id, b.id);

/** Builds the flat form, or gives every finding that stops it. The order of the facts has no influence on the answer. */
export function problemOf(facts: Facts): Built {
	const findings = checkFacts(facts);
	if (findings.length > 0) return { kind: "refused", findings };
	const claims = [...facts.claims].sort(byId);
	const offers = [...facts.offers].sort(byId);
	const caps = innerFirst(facts.caps ?? []);
	const claimIndex = new Map(claims.map((claim, index) => [claim.id, index] as const));
	const limitIndex = new Map([...offers, ...caps].map((row, index) => [row.id, index] as const));
	const indexOfClaim = (id: string) => claimIndex.get(id) ?? -1;
	const indexOfOffer = (id: string) => limitIndex.get(id) ?? -1;

	const removed = new Map<number, string>();
	for (const row of facts.prohibitions ?? [])
		removed.set(indexOfClaim(row.claim) * offers.length + indexOfOffer(row.offer), row.rule);
	const { start, offer, given } = rowsOf(facts, indexOfClaim, indexOfOffer, removed, offers.length);
	const names = new Set<string>();
	for (const { parts } of facts.pairs) for (const name in parts) names.add(name);
	const parts = new Map(
		[...names].sort(byCodeUnit).map((name) => {
			const values = new Int32Array(offer.length);
			for (let e = 0; e < values.length; e++) values[e] = facts.pairs[given[e] ?? 0]?.parts[name] ?? 0;
			return [name, values] as const;
		}),
	);

	const lock = new Int32Array(claims.length).fill(-1);
	const lockedOffer = new Map(
		(facts.locks ?? []).map((row) => [indexOfClaim(row.claim), indexOfOffer(row.offer)] as const),
	);
	for (const [claim, at] of lockedOffer)
		for (let e = start[claim] ?? 0; e < (start[claim + 1] ?? 0); e++) if (offer[e] === at) lock[claim] = e;
	const previous = new Int32Array(claims.length).fill(-1);
	for (const row of facts.previous ?? []) {
		const claim = claimIndex.get(row.claim);
		const offer = limitIndex.get(row.offer);
		if (claim !== undefined) previous[claim] = offer !== undefined && offer < offers.length ? offer : -2;
	}
	const limitIds = [...offers, ...caps].map((row) => row.id);
	const floors = new Map((facts.floors ?? []).map((floor) => [floor.at, floor] as const));
	return {
		kind: "problem",
		problem: {
			claims: claims.length,
			offers: offers.length,
			limits: offers.length + caps.length,
			claimIds: claims.map((claim) => claim.id),
			limitIds,
			parent: Int32Array.from([...offers, ...caps], (row) =>
				row.within === undefined ? -1 : (limitIndex.get(row.within) ?? -1),
			),
			limit: Int32Array.from([
				...offers.map((offer) => offer.capacity),
				...caps.map((cap) => Math.max(0, cap.limit - (cap.taken ?? 0))),
			]),
			least: Int32Array.from(limitIds, (id) => floors.get(id)?.least ?? 0),
			leastWeight: Int32Array.from(limitIds, (id) => (floors.has(id) ? (floors.get(id)?.weight ?? 1) : 0)),
			priority: Int32Array.from(claims, (claim) => claim.priority),
			start,
			offer,
			parts,
			lock,
			previous,
			removed,
		},
	};
}

/** The pairs that no rule removed, by claim and then by offer; `given` says where among the facts each was. */
function rowsOf(
	facts: Facts,
	claimOf: (id: string) => number,
	offerOf: (id: string) => number,
	removed: ReadonlyMap<number, string>,
	offers: number,
) {
	const size = facts.pairs.length;
	const claim = new Int32Array(size);
	const to = new Float64Array(size);
	const start = new Int32Array(facts.claims.length + 1);
	facts.pairs.forEach((pair, at) => {
		const i = claimOf(pair.claim);
		const j = offerOf(pair.offer);
		to[at] = j;
		claim[at] = removed.size > 0 && removed.has(i * offers + j) ? -1 : i;
		if (claim[at] === i) start[i + 1] = (start[i + 1] ?? 0) + 1;
	});
	for (let i = 0; i < facts.claims.length; i++) start[i + 1] = (start[i + 1] ?? 0) + (start[i] ?? 0);
	const filled = start.slice();
	const given = new Int32Array(start.at(-1) ?? 0);
	for (let at = 0; at < size; at++) {
		const i = claim[at] ?? -1;
		if (i < 0) continue;
		given[filled[i] ?? 0] = at;
		filled[i] = (filled[i] ?? 0) + 1;
	}
	const spare = new Int32Array(given.length);
	for (let i = 0; i < facts.claims.length; i++) sortRow(given, start[i] ?? 0, start[i + 1] ?? 0, to, spare);
	const offer = new Int32Array(given.length);
	for (let e = 0; e < offer.length; e++) offer[e] = to[given[e] ?? 0] ?? 0;
	return { start, offer, given };
}

/** Caps ordered so that each comes before the one it lies within: by height above the deepest cap inside, then by id. */
function innerFirst(caps: readonly Cap[]): Cap[] {
	const byName = new Map(caps.map((cap) => [cap.id, cap] as const));
	const height = new Map<string, number>();
	for (const cap of caps) {
		let above = 0;
		for (let at: Cap | undefined = cap; at !== undefined; at = byName.get(at.within ?? "")) {
			height.set(at.id, Math.max(height.get(at.id) ?? 0, above));
			above++;
		}
	}
	return [...caps].sort((a, b) => (height.get(a.id) ?? 0) - (height.get(b.id) ?? 0) || byId(a, b));
}
