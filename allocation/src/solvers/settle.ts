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

/**
 * How much is looked at, per limit, for places one by one before all are taken together. Measured: 2 to 8 do as well where few are left, but in a round of
 * 50,000 × 100 each time they are taken together costs as much as sixty of them, seventeen times over.
 */
const oneByOne = 8;

/**
 * Makes any plan within its limits, with any whole prices, exact: an optimal plan with the integer prices that prove it.
 *
 * What does not hold at the prices is given up (`flowOf`), which leaves a flow out of balance that no chain improves. Claims
 * without an option *enter* one by one along the cheapest chain. Places that count as filled though they are empty are then
 * *opened*: one by one while that is quick, and then by rounds over all of them, in which prices *fall* and free moves
 * are *followed*. The balance never grows worse and no chain ever improves the flow, so the end is optimal; the nearer the guess, the
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
	if (holes > 0) {
		const most = looked + oneByOne * core.limits;
		const spread = spreadOf(core);
		for (const width of widths) {
			if (holes === 0 || looked >= most) break;
			const near = opening(state, search, spread * width);
			for (let k = 0; k < core.limits && looked < most; k++)
				while ((lack[k] ?? 0) > 0 && looked < most) {
					const seen = open(near, k);
					if (seen < 0) {
						looked++;
						break;
					}
					lack[k] = (lack[k] ?? 0) - 1;
					holes--;
					looked += seen;
					if (due()) yield holes;
				}
		}
	}
	if (holes > 0) {
		const path = following(state, search);
		forget(search);
		while (holes > 0) {
			fall(state, search.distance);
			holes -= follow(path);
			yield holes;
		}
	}
	return pricedOf(state);
}
