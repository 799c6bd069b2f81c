import { grain, type Multipliers, noMultipliers } from "./bound.ts";
import type { Prices } from "./climb.ts";
import type { Budget, Objective } from "./objective.ts";
import type { Part } from "./part.ts";

/**
 * Prices as multipliers in grains, `times` so large; claims that go together share what their pairs cost evenly.
 *
 * @param held per budget: what one unit of it costs, in units of the sum
 */
export function multipliersAt(
	part: Part,
	sum: Objective,
	budgets: readonly Budget[],
	held: readonly number[],
	prices: Prices,
	times: number,
): Multipliers {
	const found = noMultipliers(part, budgets.length);
	const whole = (y: number) => Math.max(0, Math.round(y * times * grain));
	prices.limit.forEach((y, k) => {
		found.limit[k] = whole(y);
	});
	prices.crossing.forEach((y, c) => {
		found.crossing[c] = whole(y);
	});
	held.forEach((weight, b) => {
		found.budget[b] = Math.round(weight * grain);
	});
	prices.floor.forEach((y, k) => {
		const short = budgets.reduce(
			(all, { sum: other }, b) => all + (found.budget[b] ?? 0) * (other.short[k] ?? 0),
			grain * (sum.short[k] ?? 0),
		);
		found.floor[k] = (part.least[k] ?? 0) > 0 ? Math.min(whole(y), short) : 0;
	});
	prices.across.forEach((y, f) => {
		const short = budgets.reduce(
			(all, { sum: other }, b) => all + (found.budget[b] ?? 0) * (other.across[f] ?? 0),
			grain * (sum.across[f] ?? 0),
		);
		found.across[f] = Math.min(whole(y), short);
	});
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
			const left = Array.from(claims, (i, n) => {
				const e = pairs[n * each + at] ?? 0;
				const other = budgets.reduce(
					(all, { sum: their }, b) => all + (found.budget[b] ?? 0) * ((their.pair[e] ?? 0) - (their.alone[i] ?? 0)),
					0,
				);
				return grain * ((sum.pair[e] ?? 0) - (sum.alone[i] ?? 0)) + other + (crossing.get(e) ?? 0);
			});
			const even = left.reduce((all, one) => all + one, 0) / claims.length;
			let over = 0;
			left.forEach((own, n) => {
				const mine = n + 1 < left.length ? Math.round(own - even) : -over;
				share[n * each + at] = mine;
				over += mine;
			});
		}
	});
	return found;
}
