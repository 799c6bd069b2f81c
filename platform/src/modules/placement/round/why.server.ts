import type { Reading } from "../../../database/work.server.ts";
import type { CrossingRule } from "../allocate/crossing.ts";
import type { Cost, Removed, SiteAnswer, Sureness, ToldMove } from "../allocate/explain.ts";
import { findPlacedByHand } from "./move.store.server.ts";
import { municipalityName } from "./municipality.server.ts";
import type { AskRun } from "./opened/ask.server.ts";
import { findReasons } from "./reasons.store.server.ts";
import { askRunLater } from "./run.server.ts";
import { findRun, type RunHead } from "./run.store.server.ts";

/** A wish and what became of it, with the names of sites: plain data for a page. */
export type ToldWish = {
	readonly rank: number;
	readonly name: string;
	readonly minutes: number | null;
	/** What became of it: as the run answered, or what a move by hand has made of it since. */
	readonly answer: SiteAnswer["kind"] | "moved-away" | "not-chosen";
	readonly removed: Removed;
	/** The rule that crosses others and stops it. */
	readonly crossing: CrossingRule | null;
	readonly cost: Cost | null;
	readonly sure: Sureness | null;
	readonly moves: readonly ToldMove[];
};

export type Why = {
	readonly exact: boolean;
	readonly proved: boolean;
	/** How many moves by hand the plan has: with any it is no longer the one that is proved. */
	readonly moves: number;
	/** Where the student has another place than the run gave, or none: why, and whether it was to make room for another. */
	readonly byHand: { readonly placed: boolean; readonly along: boolean; readonly reason: string | null } | null;
	readonly wishes: readonly ToldWish[];
	/** Offers in the round that were closed to the claim, by rule. */
	readonly removed: Removed;
};

/** Where a claim really is, and what hands have had to do with it. */
type Hands = {
	/** The offer it has; null: none. */
	readonly offer: string | null;
	readonly along: boolean;
	readonly reason: string | null;
	/** How many moves by hand the plan has. */
	readonly moves: number;
};

/**
 * Why a claim of a run has the place it has: as it was worked out beforehand, or now, which may take seconds. The caller has
 * judged who may ask; nobody else is named.
 */
export async function whyOf(
	reading: Reading,
	{ run, ask }: { readonly run: RunHead; readonly ask: AskRun },
	claim: string,
	{ offer, along, reason, moves }: Hands,
): Promise<Why> {
	const known = offer === null ? undefined : await reading((work) => findReasons(work, run, { claim, offer }));
	const { wishes, isMoved, ...why } = known ?? (await ask("why", { claim, offer }));
	return {
		...why,
		moves,
		byHand: isMoved ? { placed: offer !== null, along, reason: along ? null : reason } : null,
		wishes: wishes.map(({ kind, target, site, ...wish }) => ({
			...wish,
			name: kind === "site" ? target : nameOfArea(kind, target, site),
		})),
	};
}

function nameOfArea(kind: "municipality" | "county", target: string, site: string | null): string {
	const area = kind === "municipality" ? municipalityName(target) : target;
	return site === null ? area : `${area} (${site})`;
}

/** Why a published placement is where it is, by the run it was published from, when it is asked for; and the rules of that run. */
export async function whyPlaced(
	reading: Reading,
	placement: { readonly id: string; readonly runId: string; readonly claimId: string },
) {
	const run = await reading((work) => findRun(work, placement.runId));
	const ask = run && askRunLater(reading, run);
	const hands = await reading((work) => findPlacedByHand(work, placement.id));
	if (!run || !ask || !hands) return undefined;
	const { rules, seed } = run;
	return { rules, seed, why: () => whyOf(reading, { run, ask }, placement.claimId, hands) };
}
