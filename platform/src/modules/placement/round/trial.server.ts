import type { Work } from "../../../database/work.server.ts";
import { nameOrganisations } from "../../organisation/service.server.ts";
import type { AlongMove, Cost, MoveCost } from "../allocate/explain.ts";
import type { Kept } from "./contract.ts";
import type { Move } from "./move.store.server.ts";
import { editsOf, explanationFor, movedPlan } from "./moved.server.ts";
import type { RunContent } from "./run.server.ts";
import { nameClaims } from "./run.store.server.ts";

/** A run as it stands: what it was made from and came to, what has been moved since, who is held in place. */
export type Standing = {
	readonly run: Kept;
	readonly content: RunContent;
	readonly moves: readonly Move[];
	/** Claims that are locked now. */
	readonly locked: readonly string[];
};

type Edited = Extract<MoveCost, { readonly kind: "edited" }>;

/** Somebody who must move along, by name where the asker may know it, from site to site. */
export type Along = {
	readonly claim: string;
	readonly student: string | null;
	readonly institution: string;
	/** Null: no place. */
	readonly from: string | null;
	readonly to: string | null;
};

/** What a move by hand would come to, before anybody has decided on it. */
export type Trial =
	| {
			readonly kind: "refused";
			readonly because: Extract<MoveCost, { kind: "refused" }>["because"] | "nothing-here" | "already-here";
	  }
	| {
			readonly kind: "edited";
			readonly offer: string | null;
			/** Null: no place. */
			readonly site: string | null;
			/** Where there would be too many, unless others move along. */
			readonly exceeded: readonly { readonly name: string; readonly count: number; readonly places: number }[];
			/** Rules that cross others and that the move breaks. */
			readonly breaks: Edited["breaks"];
			readonly cost: Cost;
			/** The best that can be done with the others, where there is not room; null where nothing can. */
			readonly best: { readonly cost: Cost; readonly along: readonly Along[] } | null;
	  };

/**
 * What it costs to move one claim on top of the moves there are. Where there is not room, also the best way to make room:
 * everybody may then move who is neither moved by hand nor locked.
 */
export function judgeMove(standing: Standing, claim: string, offer: string | null): MoveCost {
	const { run, content, moves, locked } = standing;
	const explanation = explanationFor(run, content);
	const edits = editsOf(moves);
	const moved = new Set(edits.map((edit) => edit.claim));
	const held = new Set(content.snapshot.locks.map((lock) => lock.claim));
	const fresh = new Set(locked.filter((one) => !moved.has(one) && !held.has(one)));
	const kept = content.result.plan.flatMap((row) =>
		fresh.has(row.claim) && row.offer !== null ? [{ claim: row.claim, offer: row.offer }] : [],
	);
	const since = [...edits, ...kept];
	const alone = explanation.editedCost([{ claim, offer }], since, false);
	if (alone.kind === "refused" || alone.exceeded.length === 0) return alone;
	// What is too full already, and no fuller for this, is not held against it.
	const before = edits.length === 0 ? undefined : explanation.editedCost([], since, false);
	const already = before?.kind === "edited" ? before.exceeded : [];
	const exceeded = alone.exceeded.filter(
		({ id, count }) => !already.some((other) => other.id === id && other.count >= count),
	);
	if (exceeded.length === 0) return { ...alone, exceeded };
	const whole = explanation.editedCost([{ claim, offer }], since, true);
	return whole.kind === "edited" ? { ...whole, exceeded } : whole;
}

/** What a move would come to, in words: to one offer, to no place, or to whatever offer of a site has room. */
export async function tryMove(
	work: Work,
	standing: Standing,
	claim: string,
	to: { readonly offer: string | null } | { readonly site: string },
): Promise<Trial> {
	const { content, run, moves } = standing;
	if (!("site" in to)) return toldTrial(work, standing, to.offer, judgeMove(standing, claim, to.offer));
	const now = movedPlan(run, content, moves).find((row) => row.claim === claim)?.offer ?? null;
	const here = content.snapshot.offers.filter(({ siteId }) => siteId === to.site);
	if (here.some(({ id }) => id === now)) return { kind: "refused", because: "already-here" };
	let full: { readonly offer: string; readonly judged: Edited } | undefined;
	let refused: Trial = { kind: "refused", because: "nothing-here" };
	for (const { id } of here) {
		const judged = judgeMove(standing, claim, id);
		if (judged.kind === "refused") refused = judged;
		else if (judged.exceeded.length === 0) return toldTrial(work, standing, id, judged);
		else full ??= { offer: id, judged };
	}
	return full === undefined ? refused : toldTrial(work, standing, full.offer, full.judged);
}

async function toldTrial(work: Work, { content }: Standing, offer: string | null, judged: MoveCost): Promise<Trial> {
	if (judged.kind === "refused") return judged;
	const { snapshot } = content;
	const sites = new Map(snapshot.sites.map(({ id, name }) => [id, name]));
	const siteOf = new Map(snapshot.offers.map(({ id, siteId }) => [id, sites.get(siteId) ?? ""]));
	const called = (id: string | null) => (id === null ? null : (siteOf.get(id) ?? ""));
	return {
		...{ kind: "edited", offer, site: called(offer), cost: judged.cost, breaks: judged.breaks },
		exceeded: judged.exceeded.map(({ id, count, places }) => ({
			...{ name: siteOf.get(id) ?? sites.get(id) ?? id, count, places },
		})),
		best:
			judged.best === null
				? null
				: { cost: judged.best.cost, along: await toldAlong(work, content, judged.best.along, called) },
	};
}

async function toldAlong(
	work: Work,
	{ snapshot }: RunContent,
	along: readonly AlongMove[],
	called: (offer: string | null) => string | null,
): Promise<Along[]> {
	const ids = along.map(({ claim }) => claim);
	const names = new Map((await nameClaims(work, ids)).map(({ id, name }) => [id, name]));
	const wanted = new Set(ids);
	const periodOf = new Map(
		snapshot.claims.filter(({ id }) => wanted.has(id)).map(({ id, periodId }) => [id, periodId]),
	);
	const institutionOf = new Map(snapshot.periods.map(({ id, institutionId }) => [id, institutionId]));
	const institution = (claim: string) => institutionOf.get(periodOf.get(claim) ?? "") ?? "";
	const institutions = await nameOrganisations(work, [...new Set(ids.map(institution))]);
	return along.map(({ claim, from, to }) => ({
		...{ claim, student: names.get(claim) ?? null, from: called(from), to: called(to) },
		institution: institutions.get(institution(claim))?.name ?? "",
	}));
}
