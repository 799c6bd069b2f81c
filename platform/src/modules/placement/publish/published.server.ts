import type { Work } from "../../../database/work.server.ts";
import { mean, type Statistic } from "../../../statistic/statistic.ts";
import type { Kept } from "../round/contract.ts";
import { type AnswerCounts, countAnswers, listToReplan, type ToReplan } from "./asked.store.server.ts";
import type { Publication } from "./contract.ts";
import { countUnasked, type EffortSource, type EffortSum, readEffort, readOwnEffort } from "./effort.store.server.ts";
import { usualEffort } from "./effort.ts";
import { readUnreached, type Unreached } from "./lists.store.server.ts";
import { listPublications } from "./publication.store.server.ts";
import type { Telling } from "./tell.server.ts";

/** A round's publications, newest first, how sites and students have answered, and what it has taken of people. */
export async function readPublications(
	work: Work,
	round: Kept,
	telling: Telling = { mails: true },
): Promise<{
	readonly publications: readonly Publication[];
	readonly answers: AnswerCounts;
	/** Students who have been granted another place, and have the one they asked away from. */
	readonly toReplan: readonly ToReplan[];
	/** Whom nobody could write to. */
	readonly unreached: Unreached;
	readonly effort: {
		/** Of everybody who had a part in it, and where it was spent. */
		readonly here: EffortSum;
		/** The asker's own part of it; others' is nobody else's business. */
		readonly own: Pick<EffortSum, "messages" | "touches">;
		readonly spent: Readonly<Record<EffortSource, EffortSum>>;
		readonly usual: { readonly messages: number; readonly touches: number };
		readonly placed: number;
		/** Of them at places nobody was asked for here. */
		readonly unasked: number;
		/** Days from the round was made to the site confirmed, mean over the confirmed. */
		readonly days: Statistic;
	};
}> {
	const { spent, waits, ...size } = await readEffort(work, round);
	const base = { baseRule: "confirmed placements that stand", source: "placement.placement", date: work.today };
	return {
		publications: await listPublications(work, round),
		answers: await countAnswers(work, round),
		toReplan: await listToReplan(work, round),
		unreached: await readUnreached(work, round, telling),
		effort: {
			own: await readOwnEffort(work, round),
			unasked: await countUnasked(work, round),
			...{ here: spent.all, spent, usual: usualEffort(size), placed: size.placed },
			days: mean(waits, base, "hours"),
		},
	};
}
