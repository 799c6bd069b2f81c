import type { Database, Reading } from "../../../database/work.server.ts";
import { system } from "../../../identity/actor.ts";
import { findNeedsWaiting, type NeedsWaiting } from "../roster/adaptation.server.ts";
import type { LackingAgreement } from "../round/agreed.ts";
import type { PublicationJudged } from "../round/opened/publication.ts";
import { askRunLater } from "../round/run.server.ts";
import { findToPublish, readAsked } from "./preview.server.ts";
import { countToTell, type ToTell } from "./preview.store.server.ts";
import type { Telling } from "./tell.server.ts";

/** What whoever is about to publish should have seen: whom it reaches and how, and what is not as it should be. */
export type PublicationSummary = {
	readonly run: { readonly id: string; readonly name: string };
	readonly judged: Omit<PublicationJudged, "writing">;
	/** Students with a new place or none, and sites with somebody new, by how they hear of it. */
	readonly told: ToTell;
	/** The last day students can still wish, YYYY-MM-DD; null: nobody can. */
	readonly wishesUntil: string | null;
	/** Students planned at hosts that lack an agreement with their institution. */
	readonly lacking: LackingAgreement | null;
	readonly needs: NeedsWaiting;
};

/** The summary of the chosen run of a round; undefined where there is nothing to publish, or the asker may not. */
export async function summarizePublication(
	reading: Reading,
	database: Database,
	roundId: string,
	telling: Telling,
): Promise<PublicationSummary | undefined> {
	const found = await reading(async (work) => {
		const open = await findToPublish(work, roundId);
		return open && { ...open, needs: await findNeedsWaiting(work, roundId), today: work.today };
	});
	if (!found) return undefined;
	const { round, run, needs, today } = found;
	const asSystem: Reading = (verb) => database.reading(system("placement summary", round.organisationId), verb);
	const ask = askRunLater(asSystem, run);
	if (!ask) return undefined;
	const asked = await asSystem((work) => readAsked(work, round, run));
	const { writing, ...judged } = await ask("publication", { ...asked, write: true });
	const { withoutAgreement } = await ask("summary", { edits: asked.edits });
	const { slices, removed } = writing ?? { slices: [], removed: [] };
	return {
		...{ run: { id: run.id, name: run.name }, judged, needs },
		told: await asSystem((work) => countToTell(work, { slices, removed }, telling)),
		wishesUntil: round.wishesUntil !== null && round.wishesUntil >= today ? round.wishesUntil : null,
		lacking: withoutAgreement !== null && withoutAgreement.places > 0 ? withoutAgreement : null,
	};
}
