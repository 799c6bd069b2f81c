import { type Core, type Priced, spreadOf } from "../core.ts";
import { enter, entering } from "./enter.ts";
import { fall } from "./fall.ts";
import { flowOf, forget, pricedOf, searchOf } from "./flow.ts";
import { follow, following } from "./follow.ts";
import { open, opening } from "./open.ts";

/** Limits looked at between two yields. */
const stride = 20_000;

/** How far pairs are looked at to open one place: parts of what one claim's pairs differ by. The last is for places whose scarcity has ended. */
const widths = [1 / 16, 1 / 4, 8];

/** Of the places still empty, what a round over all of them is taken to fill before there has been one: measured, a fifth to a third. */
const firstShare = 1 / 5;

/**
 * Makes any plan within its limits, with any whole prices, exact: an optimal plan with the integer prices that prove it.
 *
 * What does not hold at the prices is given up (`flowOf`), which leaves a flow out of balance that no chain improves. Claims
 * without an option *enter* one by one along the cheapest chain. Places that count as filled though they are empty are then
 * *opened*: one by one, or by rounds over all of them, in which prices *fall* and free moves are *followed*, whichever
 * has taken less work for each place so far. The balance never grows worse and no chain ever improves the flow, so the end is optimal; the nearer the guess, the
 * sooner.
 *
 * Yields the number of units out of balance, often enough for a caller to keep time.
 */
export function* settling(core: Core, guess: Priced): Generator<number, Priced> {
	const state = flowOf(core, guess);
	const { lack } = state;
	const search = searchOf(core.limits);
	let looked = 0;
	let told = 0;
	const due = () => {
		if (looked - told < stride) return false;
		told = looked;
		return true;
	};

	const entry = entering(state, search);
	for (let k = core.limits - 1; k >= core.offers; k--)
		while ((lack[k] ?? 0) < 0) {
			lack[k] = (lack[k] ?? 0) + 1;
			looked += enter(entry, k, true);
			if (due()) yield state.entering.length;
		}
	for (let at = state.entering.length - 1; at >= 0; at--) {
		looked += enter(entry, state.entering[at] ?? 0);
		if (due()) yield at;
	}

	let holes = lack.reduce((sum, missing) => sum + missing, 0);
	if (holes === 0) return pricedOf(state);
	const spread = spreadOf(core);
	const round = core.offer.length;
	const path = following(state, search);
	/** Pairs looked at for each place filled, one by one and by rounds, as far as is known. */
	let alone = 0;
	let together = round / Math.max(1, holes * firstShare);
	let width = 0;
	while (holes > 0) {
		if (width < widths.length && alone <= together) {
			const near = opening(state, search, spread * (widths[width] ?? 0));
			let work = round / 2;
			let filled = 0;
			const isWorth = () => work <= round + together * filled;
			for (let k = 0; k < core.limits && isWorth(); k++)
				while ((lack[k] ?? 0) > 0 && isWorth()) {
					const isFilled = open(near, k);
					work += near.looked;
					looked += near.looked / 64;
					if (due()) yield holes;
					if (!isFilled) break;
					lack[k] = (lack[k] ?? 0) - 1;
					filled++;
				}
			holes -= filled;
			alone = work / Math.max(1, filled);
			if (isWorth()) {
				// All that can be opened over these pairs are.
				width++;
				alone = 0;
			}
			continue;
		}
		forget(search);
		fall(state, search.distance);
		const filled = follow(path);
		search.distance.fill(Number.POSITIVE_INFINITY);
		holes -= filled;
		together = round / Math.max(1, filled);
		yield holes;
	}
	return pricedOf(state);
}
