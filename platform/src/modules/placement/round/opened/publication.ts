import type { PublicationChanges } from "../../publish/contract.ts";
import { comparePlans, overbooked } from "../../publish/rules.ts";
import { type Slice, slicesOf } from "../../publish/slices.ts";
import type { OccupancyText } from "../occupancy.server.ts";
import type { Edit, Opened } from "./opened.ts";
import { placesIn } from "./places.ts";

export type PublicationAsked = {
	readonly edits: readonly Edit[];
	/** How the round is now, each a list of rows as the database writes JSON: nationally 50,000, read here in the thread. */
	readonly now: OccupancyText;
	/** Claims and offers of placements that stand, and of those declined or cancelled since the run. */
	readonly standing: string;
	readonly ended: string;
	/** Whether it is about to be done: then with the rows that are to be written. */
	readonly write: boolean;
};

export type PublicationJudged = {
	readonly changes: PublicationChanges;
	/** Students who have been withdrawn since the run: their planned places stay free. */
	readonly withdrawn: number;
	/** Planned places that have been declined or cancelled since the run: they are not published once more. */
	readonly ended: number;
	/** Sites the plan would fill beyond what they can take today. */
	readonly overbooked: readonly {
		readonly siteId: string;
		readonly name: string;
		readonly most: number;
		readonly planned: number;
		/** The institution the rest is promised to; null where it is only full. */
		readonly promisedTo: string | null;
	}[];
	/** Students of the round who are left without a place, those who have come since the run too. */
	readonly unplaced: number;
	/** What is to be written; null where nobody asked for it. */
	readonly writing: {
		readonly slices: readonly Slice[];
		/** Claims whose placement ends, because they have another now or none; and those that have none. */
		readonly gone: readonly string[];
		readonly removed: readonly string[];
	} | null;
};

type Pair = { readonly claim: string; readonly offer: string };
type Site = { readonly id: string; readonly name: string };

/** What publishing a run would do now. */
export function publicationOf(run: Opened, asked: PublicationAsked): PublicationJudged {
	const { now } = asked;
	const claims: { readonly id: string; readonly periodId: string }[] = JSON.parse(now.claims);
	const sites: readonly Site[] = JSON.parse(now.sites);
	const endedRows: readonly Pair[] = JSON.parse(asked.ended);
	const standing: readonly Pair[] = JSON.parse(asked.standing);
	const { offers, limits, load } = placesIn(now);
	const there = new Set(claims.map(({ id }) => id));
	const ended = new Map<string, Set<string>>();
	for (const { claim, offer } of endedRows) ended.set(claim, (ended.get(claim) ?? new Set<string>()).add(offer));
	const isEnded = ({ claim, offer }: { readonly claim: string; readonly offer: string | null }) =>
		offer !== null && there.has(claim) && ended.get(claim)?.has(offer) === true;
	const moved = run.plan(asked.edits);
	const plan = moved
		.filter(({ claim }) => there.has(claim))
		.map((row) => (isEnded(row) ? { ...row, offer: null, rank: null, minutes: null } : row));
	const placed = plan.filter(({ offer }) => offer !== null);
	const open = new Set(offers.map(({ id }) => id));
	// Only what is gone has to be named from the facts of the run.
	const before = Object.fromEntries(
		placed.flatMap(({ offer }) => {
			const site = offer === null || open.has(offer) ? undefined : run.siteOfOffer.get(offer);
			return offer === null || site === undefined ? [] : [[offer, { id: site.id, name: site.name }] as const];
		}),
	);
	const occupancy = {
		...{ claims, offers, periods: now.periods },
		sites: sites.map(({ id, name }) => ({ id, name, limits: limits.get(id) ?? [], load: load.get(id) ?? [] })),
	};
	const compared = comparePlans(plan, standing);
	const rows = new Map(plan.map((row) => [row.claim, row]));
	const fresh = () =>
		[...compared.added, ...compared.changed].map(({ claim, offer }) => ({
			...{ claim, offer, rank: rows.get(claim)?.rank ?? null, minutes: rows.get(claim)?.minutes ?? null },
		}));
	return {
		changes: compared.changes,
		withdrawn: moved.filter(({ claim, offer }) => offer !== null && !there.has(claim)).length,
		ended: moved.filter(isEnded).length,
		overbooked: overbooked(occupancy, placed, before),
		unplaced: claims.length - placed.length,
		writing: asked.write
			? {
					slices: slicesOf(fresh()),
					gone: [...compared.changed, ...compared.removed].map(({ claim }) => claim),
					removed: compared.removed.map(({ claim }) => claim),
				}
			: null,
	};
}
