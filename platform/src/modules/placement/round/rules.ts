import type { Refusal } from "../../../outcome.ts";
import type { RoundState } from "../codes.ts";
import type { RoundRefusal, RoundValues } from "./contract.ts";

/** What is wrong with a round as it is stated; nothing where it can stand. */
export function refuseRound(values: RoundValues): Refusal<RoundRefusal>[] {
	const refusals: Refusal<RoundRefusal>[] = [];
	if (values.lastDay < values.firstDay) refusals.push({ code: "ends-before-start", field: "lastDay" });
	if (values.wishesFrom !== null && values.wishesUntil !== null && values.wishesUntil < values.wishesFrom)
		refusals.push({ code: "wishes-end-before-start", field: "wishesUntil" });
	return refusals;
}

/** Whether students may state wishes in a round today. */
export function wishesAreOpen(
	round: { readonly state: RoundState; readonly wishesFrom: string | null; readonly wishesUntil: string | null },
	today: string,
): boolean {
	if (round.wishesUntil === null || round.state === "published" || round.state === "closed") return false;
	return (round.wishesFrom === null || round.wishesFrom <= today) && today <= round.wishesUntil;
}

/**
 * How far a round has come, told by what has happened and the day: nobody has to move it on by hand. Published and closed
 * are deeds and stay.
 */
export function stateOn(
	round: { readonly state: RoundState; readonly wishesFrom: string | null; readonly wishesUntil: string | null },
	today: string,
	runs: number,
): RoundState {
	if (round.state === "published" || round.state === "closed") return round.state;
	if (wishesAreOpen(round, today)) return "wishes";
	if (runs > 0 || (round.wishesUntil !== null && round.wishesUntil < today)) return "allocating";
	return "preparing";
}
