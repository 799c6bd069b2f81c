import { largestAmount } from "../problem.ts";
import type { Facts } from "./facts.ts";
import type { FactKind, Finding } from "./finding.ts";

/**
 * Judges facts row by row. Gives every finding at once, in the order of the facts; an empty list means that
 * `problemOf` can build the flat form.
 */
export function checkFacts(facts: Facts): Finding[] {
	const findings: Finding[] = [];
	const number = (kind: FactKind, id: string, field: string, value: number, to: number) => {
		if (!Number.isInteger(value) || value < 0 || value > to)
			findings.push({ code: "bad-number", kind, id, field, value: String(value), from: 0, to });
	};
	const unique = (kind: FactKind, ids: readonly string[], seen: Set<string>) => {
		ids.forEach((id, row) => {
			if (id === "") findings.push({ code: "empty-id", kind, row: row + 1 });
			else if (seen.has(id)) findings.push({ code: "duplicate-id", kind, id });
			seen.add(id);
		});
		return seen;
	};
	const caps = facts.caps ?? [];
	const claims = unique(
		"claim",
		facts.claims.map((claim) => claim.id),
		new Set(),
	);
	const offers = unique(
		"offer",
		facts.offers.map((offer) => offer.id),
		new Set(),
	);
	unique(
		"cap",
		caps.map((cap) => cap.id),
		new Set(offers),
	);
	const capIds = new Set(caps.map((cap) => cap.id));

	for (const claim of facts.claims) number("claim", claim.id, "priority", claim.priority, 999);
	for (const offer of facts.offers) {
		number("offer", offer.id, "capacity", offer.capacity, largestAmount);
		if (offer.within !== undefined && !capIds.has(offer.within))
			findings.push({
				code: "unknown-reference",
				kind: "offer",
				id: offer.id,
				field: "within",
				reference: offer.within,
			});
	}
	for (const cap of caps) {
		number("cap", cap.id, "limit", cap.limit, largestAmount);
		number("cap", cap.id, "taken", cap.taken ?? 0, largestAmount);
		if (cap.within !== undefined && !capIds.has(cap.within))
			findings.push({ code: "unknown-reference", kind: "cap", id: cap.id, field: "within", reference: cap.within });
	}
	const floored = new Set<string>();
	for (const floor of facts.floors ?? []) {
		number("floor", floor.at, "least", floor.least, largestAmount);
		number("floor", floor.at, "weight", floor.weight ?? 1, largestAmount);
		if (!offers.has(floor.at) && !capIds.has(floor.at))
			findings.push({ code: "unknown-reference", kind: "floor", id: floor.at, field: "at", reference: floor.at });
		if (floored.has(floor.at)) findings.push({ code: "duplicate-id", kind: "floor", id: floor.at });
		floored.add(floor.at);
	}
	findings.push(...capCircles(facts));
	findings.push(...checkPairs(facts, claims, offers));
	if (findings.length === 0) findings.push(...checkLocks(facts));
	return findings;
}

function capCircles(facts: Facts): Finding[] {
	const within = new Map((facts.caps ?? []).map((cap) => [cap.id, cap.within] as const));
	const settled = new Set<string>();
	const findings: Finding[] = [];
	for (const id of within.keys()) {
		const path = new Set<string>();
		let at: string | undefined = id;
		while (at !== undefined && !settled.has(at)) {
			if (path.has(at)) {
				findings.push({ code: "cap-circle", id: at });
				break;
			}
			path.add(at);
			at = within.get(at);
		}
		for (const visited of path) settled.add(visited);
	}
	return findings;
}

function checkPairs(facts: Facts, claims: ReadonlySet<string>, offers: ReadonlySet<string>): Finding[] {
	const findings: Finding[] = [];
	const references = (kind: FactKind, rows: readonly { readonly claim: string; readonly offer: string }[]) => {
		for (const row of rows) {
			if (claims.has(row.claim) && offers.has(row.offer)) continue;
			const id = `${row.claim} – ${row.offer}`;
			if (!claims.has(row.claim))
				findings.push({ code: "unknown-reference", kind, id, field: "claim", reference: row.claim });
			if (!offers.has(row.offer))
				findings.push({ code: "unknown-reference", kind, id, field: "offer", reference: row.offer });
		}
	};
	const twice = twiceIn(facts, claims, offers);
	// Where every id is known there is nothing to look up again.
	if (twice === undefined) references("pair", facts.pairs);
	references("prohibition", facts.prohibitions ?? []);
	references("lock", facts.locks ?? []);

	const parts = new Set<string>();
	for (const pair of facts.pairs) for (const part in pair.parts) parts.add(part);
	const seen = new Map<string, Set<string>>();
	const isTwice = (pair: Facts["pairs"][number], row: number) => {
		if (twice !== undefined) return twice[row] === 1;
		const before = seen.get(pair.claim) ?? new Set();
		seen.set(pair.claim, before);
		const size = before.size;
		return before.add(pair.offer).size === size;
	};
	const names = [...parts];
	for (const [row, pair] of facts.pairs.entries()) {
		if (isTwice(pair, row)) findings.push({ code: "duplicate-pair", claim: pair.claim, offer: pair.offer });
		for (const part of names) {
			const value = pair.parts[part];
			if (value === undefined) findings.push({ code: "missing-part", claim: pair.claim, offer: pair.offer, part });
			else if (!Number.isInteger(value) || value < 0 || value > largestAmount)
				findings.push({
					code: "bad-number",
					kind: "pair",
					id: `${pair.claim} – ${pair.offer}`,
					field: part,
					value: String(value),
					from: 0,
					to: largestAmount,
				});
		}
	}
	const before = new Set<string>();
	for (const { claim } of facts.previous ?? []) {
		if (before.has(claim)) findings.push({ code: "two-previous", claim });
		before.add(claim);
	}
	return findings;
}

/** Locks are judged last, on facts that are otherwise sound: they must be pairs, not prohibited, and fit under every limit. */
function checkLocks(facts: Facts): Finding[] {
	const findings: Finding[] = [];
	const locks = facts.locks ?? [];
	if (locks.length === 0) return findings;
	const key = (row: { readonly claim: string; readonly offer: string }) => JSON.stringify([row.claim, row.offer]);
	const pairs = new Set(facts.pairs.map(key));
	const rules = new Map((facts.prohibitions ?? []).map((row) => [key(row), row.rule] as const));
	const locked = new Set<string>();
	const holders = new Map<string, { limit: number; within: string | undefined; locked: number }>();
	for (const offer of facts.offers) holders.set(offer.id, { limit: offer.capacity, within: offer.within, locked: 0 });
	for (const cap of facts.caps ?? [])
		holders.set(cap.id, { limit: Math.max(0, cap.limit - (cap.taken ?? 0)), within: cap.within, locked: 0 });
	for (const lock of locks) {
		const rule = rules.get(key(lock));
		if (locked.has(lock.claim)) findings.push({ code: "two-locks", claim: lock.claim });
		else if (!pairs.has(key(lock))) findings.push({ code: "lock-without-pair", claim: lock.claim, offer: lock.offer });
		else if (rule !== undefined)
			findings.push({ code: "lock-on-prohibited", claim: lock.claim, offer: lock.offer, rule });
		locked.add(lock.claim);
		for (let holder = holders.get(lock.offer); holder !== undefined; holder = holders.get(holder.within ?? ""))
			holder.locked++;
	}
	for (const [id, holder] of holders)
		if (holder.locked > holder.limit)
			findings.push({ code: "locks-over-limit", id, locked: holder.locked, limit: holder.limit });
	return findings;
}

/** Per pair: 1 where its claim and offer have been a pair before. Undefined where some claim or offer is not known. */
function twiceIn({ pairs }: Facts, claims: ReadonlySet<string>, offers: ReadonlySet<string>): Uint8Array | undefined {
	const index = (ids: ReadonlySet<string>) => new Map(Array.from(ids, (id, at) => [id, at] as const));
	const [claimAt, offerAt] = [index(claims), index(offers)];
	const to = new Int32Array(pairs.length);
	/** Per claim: its last pair so far; and per pair the one of the same claim before it. */
	const last = new Int32Array(claims.size).fill(-1);
	const before = new Int32Array(pairs.length);
	for (let row = 0; row < pairs.length; row++) {
		const [i, j] = [claimAt.get(pairs[row]?.claim ?? ""), offerAt.get(pairs[row]?.offer ?? "")];
		if (i === undefined || j === undefined) return undefined;
		to[row] = j;
		before[row] = last[i] ?? -1;
		last[i] = row;
	}
	const twice = new Uint8Array(pairs.length);
	/** Per offer: the first of the claim's pairs there, if it is the claim's. */
	const first = new Int32Array(offers.size).fill(-1);
	for (let i = 0; i < last.length; i++) {
		for (let row = last[i] ?? -1; row >= 0; row = before[row] ?? -1) first[to[row] ?? 0] = row;
		for (let row = last[i] ?? -1; row >= 0; row = before[row] ?? -1) if (first[to[row] ?? 0] !== row) twice[row] = 1;
	}
	return twice;
}
