import type { AlongMove, MoveCost } from "../../allocate/explain.ts";
import type { Hindrance } from "../../allocate/left.ts";
import type { Edit, Opened } from "./opened.ts";

/** What has been done to a run's plan by hand: moves in their order, and claims that are locked now. */
export type ByHand = { readonly edits: readonly Edit[]; readonly locked: readonly string[] };

type Edited = Extract<MoveCost, { readonly kind: "edited" }>;

/**
 * What it costs to move one claim on top of the moves there are. Where there is not room, also the best way to make room:
 * everybody may then move who is neither moved by hand nor locked.
 */
export async function judgeMove(
	run: Opened,
	{ edits: all, locked }: ByHand,
	claim: string,
	offer: string | null,
): Promise<MoveCost> {
	const explanation = run.explanation();
	const edits = lastOf(all);
	const moved = new Set(edits.map((edit) => edit.claim));
	const held = new Set(run.snapshot.locks.map((lock) => lock.claim));
	const fresh = new Set(locked.filter((one) => !moved.has(one) && !held.has(one)));
	const kept = run.result.plan.flatMap((row) =>
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
	const whole = await explanation.makeRoom([{ claim, offer }], since);
	return whole.kind === "edited" ? { ...whole, exceeded } : whole;
}

/** One for each claim, the last one. */
function lastOf(edits: readonly Edit[]): readonly Edit[] {
	return [...new Map(edits.map((edit) => [edit.claim, edit])).values()];
}

/** What all moves of a run cost together; null where there are none. */
export function costOfMoves(run: Opened, edits: readonly Edit[]): MoveCost | null {
	return edits.length === 0 ? null : run.explanation().editedCost(lastOf(edits), [], false);
}

/** Somebody who must move along, from site to site; null: no place. */
export type BareAlong = {
	readonly claim: string;
	readonly institutionId: string;
	readonly from: string | null;
	readonly to: string | null;
};

/** What a move would come to, without the names that the database keeps. */
export type BareTrial =
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
			readonly cost: Edited["cost"];
			/** The best that can be done with the others, where there is not room; null where nothing can. */
			readonly best: { readonly cost: Edited["cost"]; readonly along: readonly BareAlong[] } | null;
			/** Whether the best was given up because it took too long. */
			readonly gaveUp: boolean;
	  };

/** What a move would come to: to one offer, to no place, or to whatever offer of a site has room. */
export async function tried(
	run: Opened,
	byHand: ByHand,
	claim: string,
	to: { readonly offer: string | null } | { readonly site: string },
): Promise<BareTrial> {
	if (!("site" in to)) {
		if (to.offer !== null && !run.siteOfOffer.has(to.offer)) return { kind: "refused", because: "unknown-offer" };
		return bareTrial(run, to.offer, await judgeMove(run, byHand, claim, to.offer));
	}
	const now = run.plan(byHand.edits).find((row) => row.claim === claim)?.offer ?? null;
	const here = run.snapshot.offers.filter(({ siteId }) => siteId === to.site);
	if (here.some(({ id }) => id === now)) return { kind: "refused", because: "already-here" };
	let full: { readonly offer: string; readonly judged: Edited } | undefined;
	let refused: BareTrial = { kind: "refused", because: "nothing-here" };
	for (const { id } of here) {
		const judged = await judgeMove(run, byHand, claim, id);
		if (judged.kind === "refused") refused = judged;
		else if (judged.exceeded.length === 0) return bareTrial(run, id, judged);
		else full ??= { offer: id, judged };
	}
	return full === undefined ? refused : bareTrial(run, full.offer, full.judged);
}

function bareTrial(run: Opened, offer: string | null, judged: MoveCost): BareTrial {
	if (judged.kind === "refused") return judged;
	const called = (id: string | null) => (id === null ? null : (run.siteOfOffer.get(id)?.name ?? ""));
	const siteName = (id: string) => run.snapshot.sites[run.siteIndex.get(id) ?? -1]?.name;
	const alongOf = ({ claim, from, to }: AlongMove): BareAlong => ({
		...{ claim, from: called(from), to: called(to), institutionId: run.periodOf(claim)?.institutionId ?? "" },
	});
	return {
		...{ kind: "edited", offer, site: called(offer), cost: judged.cost, breaks: judged.breaks },
		gaveUp: judged.gaveUp,
		exceeded: judged.exceeded.map(({ id, count, places }) => ({
			...{ name: run.siteOfOffer.get(id)?.name ?? siteName(id) ?? id, count, places },
		})),
		best: judged.best && { cost: judged.best.cost, along: judged.best.along.map(alongOf) },
	};
}

/** A site one claim can go to. */
export type Choice = {
	readonly site: string;
	readonly name: string;
	readonly rank: number | null;
	readonly minutes: number | null;
	/** What keeps the student away: with others free to move there may be room all the same. Null where there is room now. */
	readonly hinders: Hindrance | null;
};

/** Where one claim is, and the sites it can go to: the wished for first, and then the nearest; at most so many. */
export function choicesOf(run: Opened, edits: readonly Edit[], claim: string, most: number) {
	const plan = run.plan(edits);
	const offer = plan.find((row) => row.claim === claim)?.offer ?? null;
	const site = offer === null ? undefined : run.siteOfOffer.get(offer);
	const left = run.left(plan.filter((row) => row.claim !== claim));
	const open = run.explanation().open(claim);
	// A site with room at any of its offers has room.
	const hinders = new Map<string, Hindrance | null>();
	for (const one of open) {
		const known = hinders.get(one.site);
		if (known !== null) hinders.set(one.site, left.hinders(claim, one.offer));
	}
	const seen = new Set<string>();
	const choices = open
		.filter((one) => one.site !== site?.id && !seen.has(one.site) && seen.add(one.site))
		.slice(0, most)
		.map((one): Choice => {
			const name = run.snapshot.sites[run.siteIndex.get(one.site) ?? -1]?.name ?? "";
			return { site: one.site, rank: one.rank, minutes: one.minutes, name, hinders: hinders.get(one.site) ?? null };
		});
	return { site: site?.name ?? null, choices };
}

/** The offers one claim can go to, with the names of their sites; at most so many. */
export function offersOf(run: Opened, edits: readonly Edit[], claim: string, most: number) {
	const now = run.plan(edits).find((row) => row.claim === claim)?.offer ?? null;
	return run
		.explanation()
		.open(claim)
		.filter(({ offer }) => offer !== now)
		.slice(0, most)
		.map(({ offer, rank, minutes }) => ({ offer, rank, minutes, name: run.siteOfOffer.get(offer)?.name ?? "" }));
}
