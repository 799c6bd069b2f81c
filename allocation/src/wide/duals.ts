import { grain, type Multipliers, noMultipliers } from "./bound.ts";
import type { PartModel } from "./model.ts";
import type { Budget, Objective } from "./objective.ts";
import type { Part } from "./part.ts";

/**
 * The multipliers that the duals of a linear programme on some of the pairs suggest for all of them, in grains. Pairs that the programme did not
 * see get the share that their rule's other rows tell; claims that go together share what is left evenly. `times`: how many times the sum the
 * programme counted.
 */
export function multipliersFrom(
	part: Part,
	sum: Objective,
	budgets: readonly Budget[],
	built: PartModel,
	dual: Float64Array,
	times = 1,
): Multipliers {
	const found = noMultipliers(part, budgets.length);
	const claim = new Float64Array(part.claims.length);
	const whole = (y: number) => Math.round((y * grain) / times);
	/** Per rule: the pairs' places in it. */
	const place = (rules: readonly { readonly pairs: Int32Array }[]) =>
		rules.map(({ pairs }) => new Map(Array.from(pairs, (e, at) => [e, at] as const)));
	const inMinimum = place(part.minimums);
	const inMixture = place(part.mixtures);
	const inTogether = place(part.together);
	const add = (share: Float64Array | undefined, at: number | undefined, y: number) => {
		if (share !== undefined && at !== undefined) share[at] = (share[at] ?? 0) + y;
	};
	built.meanings.forEach((meaning, r) => {
		const y = whole(dual[r] ?? 0);
		if (y === 0) return;
		switch (meaning.of) {
			case "claim":
				claim[meaning.at] = y;
				break;
			case "limit":
				found.limit[meaning.at] = Math.max(0, -y);
				break;
			case "crossing":
				found.crossing[meaning.at] = Math.max(0, -y);
				break;
			case "budget":
				found.budget[meaning.at] = Math.max(0, -y);
				break;
			case "floor":
				found.floor[meaning.at] = Math.max(0, y);
				break;
			case "across":
				found.across[meaning.at] = Math.max(0, y);
				break;
			case "same":
				add(found.together[meaning.group], inTogether[meaning.group]?.get(meaning.first), y);
				add(found.together[meaning.group], inTogether[meaning.group]?.get(meaning.second), -y);
				break;
			case "joins": {
				const [shares, places] = meaning.rule === "minimum" ? [found.minimum, inMinimum] : [found.mixture, inMixture];
				add(shares[meaning.at], places[meaning.at]?.get(meaning.pair), y);
				break;
			}
			case "least":
				if (meaning.rule === "minimum") {
					const share = found.minimum[meaning.at];
					share?.forEach((value, at) => {
						share[at] = value + y;
					});
				}
				break;
			case "kind": {
				const share = found.mixture[meaning.at];
				for (const e of part.mixtures[meaning.at]?.kinds[meaning.kind] ?? [])
					add(share, inMixture[meaning.at]?.get(e), y);
				break;
			}
		}
	});
	part.least.forEach((least, k) => {
		const short = budgets.reduce(
			(all, { sum: held }, b) => all + (found.budget[b] ?? 0) * (held.short[k] ?? 0),
			grain * (sum.short[k] ?? 0),
		);
		found.floor[k] = least > 0 ? Math.min(found.floor[k] ?? 0, short) : 0;
	});
	part.across.forEach((_, f) => {
		const short = budgets.reduce(
			(all, { sum: held }, b) => all + (found.budget[b] ?? 0) * (held.across[f] ?? 0),
			grain * (sum.across[f] ?? 0),
		);
		found.across[f] = Math.min(found.across[f] ?? 0, short);
	});
	evenShares(part, sum, budgets, built, found, claim);
	return found;
}

/** Where the programme had no column: what the claims of a group would cost beyond their duals, evened out between them. */
function evenShares(
	part: Part,
	sum: Objective,
	budgets: readonly Budget[],
	built: PartModel,
	found: Multipliers,
	claim: Float64Array,
): void {
	if (part.together.length === 0) return;
	const around = found.limit.map((price, k) => price - (found.floor[k] ?? 0));
	for (let k = around.length - 1; k >= 0; k--) around[k] = (around[k] ?? 0) + (around[part.parent[k] ?? -1] ?? 0);
	const crossing = new Map<number, number>();
	for (const { pairs } of part.together) for (const e of pairs) crossing.set(e, 0);
	part.crossings.forEach(({ pairs }, c) => {
		const price = found.crossing[c] ?? 0;
		if (price > 0) for (const e of pairs) if (crossing.has(e)) crossing.set(e, (crossing.get(e) ?? 0) + price);
	});
	part.across.forEach(({ pairs }, f) => {
		const worth = found.across[f] ?? 0;
		if (worth > 0) for (const e of pairs) if (crossing.has(e)) crossing.set(e, (crossing.get(e) ?? 0) - worth);
	});
	part.together.forEach(({ claims, pairs }, t) => {
		const share = found.together[t];
		if (share === undefined) return;
		const each = pairs.length / claims.length;
		for (let at = 0; at < each; at++) {
			const places = Array.from(claims, (_, n) => n * each + at);
			if (!places.every((n) => (built.column[pairs[n] ?? 0] ?? -1) >= 0)) {
				const left = places.map((n) => {
					const e = pairs[n] ?? 0;
					const i = part.claimOf[e] ?? 0;
					const held = budgets.reduce(
						(all, { sum: theirs }, b) =>
							all + (found.budget[b] ?? 0) * ((theirs.pair[e] ?? 0) - (theirs.alone[i] ?? 0)),
						0,
					);
					const own = grain * ((sum.pair[e] ?? 0) - (sum.alone[i] ?? 0)) + held;
					return own + (crossing.get(e) ?? 0) + (around[part.offer[e] ?? 0] ?? 0) - (claim[i] ?? 0);
				});
				const even = left.reduce((all, one) => all + one, 0) / claims.length;
				places.forEach((n, who) => {
					share[n] = Math.round((left[who] ?? 0) - even);
				});
			}
			// Rounding must leave nothing over.
			const over = places.reduce((all, n) => all + (share[n] ?? 0), 0);
			const last = places.at(-1) ?? 0;
			share[last] = (share[last] ?? 0) - over;
		}
	});
}
