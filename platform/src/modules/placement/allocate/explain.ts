import {
	allocate,
	type Edit,
	type Explainer,
	type ExplainerUnder,
	explainerOf,
	explainerUnder,
	type Known,
	type LinearSolver,
	type Problem,
	type StepValue,
	type WhyNotUnder,
} from "@laeringsarena/allocation";
import type { PairRule, WishKind } from "../codes.ts";
import { considering, mostWhole, problemWith, withPairs } from "./consider.ts";
import type { RunCertificate, RunResult, Snapshot } from "./contract.ts";
import { type CrossingRule, crossingRuleOf } from "./crossing.ts";
import { editedCost, type MoveCost } from "./edited.ts";
import { eachPair, factsOf } from "./facts.ts";
import { allocatedIn, planIn } from "./known.ts";
import { notKnown, notWished } from "./reach.ts";
import { roomBy } from "./room.ts";
import { type Cost, type ToldMove, told } from "./told.ts";
import { removedFrom } from "./unplaced.ts";

export type { AlongMove, MoveCost } from "./edited.ts";
export type { Cost, ToldMove } from "./told.ts";

/** Offers by the rule that removed them, most first. */
export type Removed = readonly { readonly rule: PairRule; readonly offers: number }[];

/** Why a claim does not have a site. */
export type SiteAnswer =
	| { readonly kind: "given" }
	/** Every offer there is removed. */
	| { readonly kind: "rules"; readonly removed: Removed }
	| { readonly kind: "nothing-offered" }
	/** The claim is locked elsewhere. */
	| { readonly kind: "locked" }
	/** There are no places there, or locks hold all of them. */
	| { readonly kind: "no-place" }
	/** What it would cost to give it anyway, everybody moved in the best way; `sure` says what the numbers are. */
	| { readonly kind: "cost"; readonly cost: Cost; readonly moves: readonly ToldMove[]; readonly sure: Sureness }
	/** A rule that crosses others stops it, whoever else moves. */
	| { readonly kind: "crossing"; readonly rule: CrossingRule }
	/** The plan was made under rules that cross, and nothing is known of this: nobody was there to solve it, or no plan was found. */
	| { readonly kind: "rules-cross" };

/** How sure the numbers of a cost are. */
export type Sureness =
	| { readonly kind: "exact" }
	/** By a new solution under rules that cross; no better one is left, by the word of the solver. */
	| { readonly kind: "none-better" }
	/** The best that was found; proved to be at least so many minutes worse, where that is known and nothing weightier changes. */
	| { readonly kind: "best-found"; readonly least: number | null };

export type WishAnswer = {
	readonly rank: number;
	readonly kind: WishKind;
	readonly target: string;
	/** The site the answer is about: of a municipality or county, the one that would cost least among the nearest. */
	readonly site: string | null;
	readonly minutes: number | null;
	readonly answer: SiteAnswer;
};

/** Answers about one run. Unknown ids throw. Under rules that cross an answer may take seconds. */
export type Explanation = {
	/** Costs are on every pair and heed every rule. They do not where pairs were left out of the run, nor where rules cross and nobody solves. */
	readonly exact: boolean;
	/** Every wish in order, each with its answer, and what removed other offers. */
	why(claim: string): Promise<WhyAnswer>;
	whyNot(claim: string, site: string): Promise<SiteAnswer>;
	/** What one more place of an offer would change, in the days where it is worth most; null under rules that cross without a solver. */
	worthOfOneMore(offer: string): Promise<Worth | null>;
	/**
	 * What moves by hand cost; an offer of null takes the place away.
	 * @param since moves made before, each claim once: the cost is what the new ones add, and the best keeps these too
	 * @param withBest whether to find the best that can be done with the others, which takes as long as a run
	 */
	editedCost(moves: readonly Edit[], since?: readonly Edit[], withBest?: boolean): MoveCost;
	/** The same with the best that can be done with the others, also where rules cross: a solver is then asked, if there is one. */
	makeRoom(moves: readonly Edit[], since?: readonly Edit[]): Promise<MoveCost>;
	/** The wish a site would meet for a claim, and minutes one way; null where not wished for, or not known. */
	wayTo(claim: string, site: string): { readonly rank: number | null; readonly minutes: number | null };
	/** Every offer that no rule closes to a claim, the wished for first and then the nearest. */
	open(claim: string): readonly OpenOffer[];
};

export type WhyAnswer = {
	readonly given: RunResult["plan"][number];
	readonly wishes: readonly WishAnswer[];
	readonly removed: Removed;
};

export type Worth = { readonly cost: Cost; readonly moves: readonly ToldMove[]; readonly sure: Sureness };

export type OpenOffer = {
	readonly offer: string;
	readonly site: string;
	readonly rank: number | null;
	readonly minutes: number | null;
};

/** So many sites are judged for a wish of a whole municipality or county, the nearest first; fewer where each is solved anew. */
const sitesOfArea = 10;
const sitesSolved = 2;

/**
 * Answers about a stored run. It makes again what it needs, which takes as long as the facts of the run did: keep it for as long as
 * somebody asks. Ids are the snapshot's. Where the plan was made under rules that cross, costs come from the solver, and without one are not known.
 */
export function explanationOf(
	snapshot: Snapshot,
	result: RunResult,
	certificate: RunCertificate,
	solver?: LinearSolver,
): Explanation {
	const frame = factsOf(snapshot);
	const { ground, reach, indexOfClaim, indexOfSlot } = frame;
	const { levels, result: form } = certificate;
	const { rows, complete } = considering(frame, mostWhole);
	// Whoever has a place has its pair, whether or not it is among those to begin with.
	result.plan.forEach(({ offer }, claim) => {
		const at = offer === null ? undefined : ground.offerIndex.get(offer);
		const i = indexOfClaim[claim] ?? -1;
		if (at !== undefined && !complete) rows[i] = withPairs(rows[i] ?? new Int32Array(0), pairAt(claim, at));
	});
	function pairAt(claim: number, offer: number): number[] {
		const wanted = indexOfSlot[ground.slotOf(claim, offer)] ?? -1;
		const found: number[] = [];
		eachPair(frame, indexOfClaim[claim] ?? -1, (...pair) => {
			if (pair[0] === wanted) found.push(...pair);
		});
		return found;
	}
	type Ready = {
		readonly claim: number;
		readonly problem: Problem;
		readonly explainer: Answering;
		/** The same where it answers by the proof alone. */
		readonly exact: Explainer | null;
	};
	let last: Ready | null = null;
	/** An explainer that knows every open pair of a claim; one is kept. Null where nothing can be said. */
	const readyFor = (claim: number): Ready | null => {
		if (form === null && solver === undefined) return null;
		if (last !== null && (complete || last.claim === claim)) return last;
		const mine = complete ? rows : [...rows];
		if (!complete && claim >= 0) {
			const i = indexOfClaim[claim] ?? -1;
			const found: number[] = [];
			eachPair(frame, i, (...pair) => found.push(...pair));
			mine[i] = withPairs(mine[i] ?? new Int32Array(0), found);
		}
		const problem = complete ? whole() : problemWith(frame, mine);
		const exact = exactFor(problem);
		last = { claim, problem, exact, explainer: exact ?? explainerFor(problem) };
		return last;
	};
	let every: Problem | null = null;
	const whole = (): Problem => {
		every ??= problemWith(frame, rows);
		return every;
	};
	const exactFor = (problem: Problem): Explainer | null =>
		form === null || (certificate.crossing !== null && solver !== undefined)
			? null
			: explainerOf(problem, levels, allocatedIn(frame, problem, result, form));
	const explainerFor = (problem: Problem): ExplainerUnder => {
		if (solver === undefined) throw new Error("rules that cross need a solver");
		const without = form === null ? allocate(problem, levels) : allocatedIn(frame, problem, result, form);
		return explainerUnder(
			problem,
			levels,
			frame.rules,
			{
				plan: planIn(frame, problem, result.plan),
				proofs: certificate.crossing?.proofs ?? [],
				...(without.kind === "allocated" ? { without } : {}),
			},
			solver,
		);
	};
	const byProof = roomBy(frame, result, certificate, complete, readyFor);
	let under: ExplainerUnder | null = null;
	const ready = () => ({
		...{ frame, rows, complete, pairAt, result, certificate, byProof, whole: complete ? whole() : null },
	});
	const slotId = (claim: string, offer: string) => {
		const [at, row] = [ground.offerIndex.get(offer), ground.claimIndex.get(claim)];
		return at === undefined || row === undefined ? "" : (ground.slots[ground.slotOf(row, at)]?.id ?? "");
	};
	const indexIn = (index: ReadonlyMap<string, number>, id: string) => {
		const at = index.get(id);
		if (at === undefined) throw new Error(`unknown id ${id}`);
		return at;
	};

	const answerAt = async (claim: number, site: number): Promise<SiteAnswer> => {
		const row = result.plan[claim];
		const given = ground.siteOfOffer[ground.offerIndex.get(row?.offer ?? "") ?? -1];
		if (row !== undefined && given === site) return { kind: "given" };
		const offers = snapshot.offers.flatMap((_, offer) => (ground.siteOfOffer[offer] === site ? [offer] : []));
		if (offers.length === 0) return { kind: "nothing-offered" };
		const removed = new Map<PairRule, number>();
		const open: number[] = [];
		for (const offer of offers) {
			const rule = reach.ruleOf(claim, offer);
			if (rule === null) open.push(offer);
			else removed.set(rule, (removed.get(rule) ?? 0) + 1);
		}
		if (open.length === 0)
			return {
				kind: "rules",
				removed: [...removed].map(([rule, count]) => ({ rule, offers: count })).sort((a, b) => b.offers - a.offers),
			};
		const ready = readyFor(claim);
		if (ready === null) return { kind: "rules-cross" };
		const id = snapshot.claims[claim]?.id ?? "";
		const answers: WhyNotUnder[] = [];
		for (const offer of open)
			answers.push(await ready.explainer.whyNot(id, ground.slots[ground.slotOf(claim, offer)]?.id ?? ""));
		const costs = answers.flatMap((answer) => (answer.kind === "worse" ? [answer] : []));
		const best = costs.sort((a, b) => compare(a.change, b.change))[0];
		if (best !== undefined)
			return {
				kind: "cost",
				...told(frame, ready.problem, best.change, best.moves, new Set([id])),
				sure: sureOf(best.change, best.known),
			};
		const crossing = answers.find((answer) => answer.kind === "rule");
		if (crossing?.kind === "rule") return { kind: "crossing", rule: crossingRuleOf(crossing.rule) };
		if (answers.some(({ kind }) => kind === "not-found")) return { kind: "rules-cross" };
		return answers.some(({ kind }) => kind === "locked") ? { kind: "locked" } : { kind: "no-place" };
	};

	/** Sites that a wish names, for an area the nearest ones with anything open to the claim, or else any of them. */
	const sitesOf = (claim: number, kind: WishKind, target: string): readonly number[] => {
		if (kind === "site") return ground.siteIndex.has(target) ? [indexIn(ground.siteIndex, target)] : [];
		const inside = (municipality: string | null) =>
			kind === "county" ? municipality?.slice(0, 2) === target : municipality === target;
		const group = ground.groups[ground.groupOf[claim] ?? 0];
		const here = (group?.sites ?? []).filter((site) => inside(snapshot.sites[site]?.municipality ?? null));
		const near = here
			.map((site) => ({ site, ...reach.judge(claim, site) }))
			.sort((a, b) => Number(a.rule !== null) - Number(b.rule !== null) || a.minutes - b.minutes || a.site - b.site)
			.map(({ site }) => site)
			.slice(0, certificate.crossing !== null && solver !== undefined ? sitesSolved : sitesOfArea);
		const given = ground.siteOfOffer[ground.offerIndex.get(result.plan[claim]?.offer ?? "") ?? -1];
		if (given !== undefined && here.includes(given)) return [given];
		const any = snapshot.sites.findIndex(({ municipality }) => inside(municipality));
		return near.length > 0 ? near : any < 0 ? [] : [any];
	};

	return {
		exact: complete && (certificate.crossing === null || solver !== undefined),
		async why(claimId) {
			const claim = indexIn(ground.claimIndex, claimId);
			const [row, given] = [snapshot.claims[claim], result.plan[claim]];
			if (row === undefined || given === undefined) throw new Error(`unknown id ${claimId}`);
			const wishes: WishAnswer[] = [];
			for (const { rank, kind, target } of row.wishes.toSorted((a, b) => a.rank - b.rank)) {
				const answers: { readonly site: number; readonly answer: SiteAnswer }[] = [];
				for (const site of sitesOf(claim, kind, target)) answers.push({ site, answer: await answerAt(claim, site) });
				const best = answers.sort((a, b) => weightOf(a.answer, b.answer))[0];
				const minutes = best === undefined ? notKnown : reach.judge(claim, best.site).minutes;
				wishes.push({
					...{ rank, kind, target },
					site: snapshot.sites[best?.site ?? -1]?.id ?? null,
					minutes: minutes === notKnown ? null : minutes,
					answer: best?.answer ?? { kind: "nothing-offered" },
				});
			}
			return { given, wishes, removed: removedFrom(frame, claim).removed };
		},
		wayTo(claim, site) {
			const { rank, minutes } = reach.judge(indexIn(ground.claimIndex, claim), indexIn(ground.siteIndex, site));
			return { rank: rank === notWished ? null : rank, minutes: minutes === notKnown ? null : minutes };
		},
		open(claim) {
			const found: OpenOffer[] = [];
			reach.each(indexIn(ground.claimIndex, claim), (slot, rank, minutes) => {
				const offer = snapshot.offers[ground.slots[slot]?.offer ?? -1];
				if (offer !== undefined)
					found.push({
						...{ offer: offer.id, site: offer.siteId },
						rank: rank === notWished ? null : rank,
						minutes: minutes === notKnown ? null : minutes,
					});
			});
			const last = Number.MAX_SAFE_INTEGER;
			return found.sort(
				(a, b) =>
					(a.rank ?? last) - (b.rank ?? last) ||
					(a.minutes ?? last) - (b.minutes ?? last) ||
					(a.offer < b.offer ? -1 : 1),
			);
		},
		whyNot: async (claim, site) => answerAt(indexIn(ground.claimIndex, claim), indexIn(ground.siteIndex, site)),
		async worthOfOneMore(offerId) {
			const offer = indexIn(ground.offerIndex, offerId);
			const ready = readyFor(-1);
			if (ready === null) return null;
			const worths: Awaited<ReturnType<Answering["worthOfOneMore"]>>[] = [];
			for (const slot of ground.slots)
				if (slot.offer === offer) worths.push(await ready.explainer.worthOfOneMore(slot.id));
			const best = worths.sort((a, b) => compare(a.change, b.change))[0] ?? { change: [], moves: [] };
			return {
				...told(frame, ready.problem, best.change, best.moves, new Set()),
				sure: sureOf(best.change, best.known),
			};
		},
		editedCost: (moves, since = [], withBest = true) => editedCost(ready(), moves, since, withBest),
		async makeRoom(moves, since = []) {
			if (certificate.crossing === null || solver === undefined) return editedCost(ready(), moves, since, true);
			const told = editedCost(ready(), moves, since, false);
			if (told.kind === "refused") return told;
			// Where pairs were left out nobody can say that there is no way.
			if (!complete) return { ...told, gaveUp: true };
			under ??= explainerFor(whole());
			const asked = new Set(moves.map(({ claim }) => claim));
			const held = [...since.filter(({ claim }) => !asked.has(claim)), ...moves].map(({ claim, offer }) => ({
				...{ claim, offer: offer === null ? null : slotId(claim, offer) },
			}));
			const found = await under.holding(held);
			if (found === undefined) return told;
			const { limitIds, offer } = whole();
			const at = new Map(
				whole().claimIds.map((id, i) => {
					const pair = found.plan[i] ?? -1;
					return [id, pair < 0 ? null : (limitIds[offer[pair] ?? -1] ?? null)];
				}),
			);
			return editedCost(ready(), moves, since, false, at);
		},
	};
}

/** What is asked of an explainer, whether it answers at once or asks a solver first. */
type Answering = {
	whyNot(claim: string, offer: string): WhyNotUnder | Promise<WhyNotUnder>;
	worthOfOneMore(
		limit: string,
	): Awaited<ReturnType<ExplainerUnder["worthOfOneMore"]>> | ReturnType<ExplainerUnder["worthOfOneMore"]>;
};

function sureOf(change: readonly StepValue[], known: Known | undefined): Sureness {
	if (known === undefined) return { kind: "exact" };
	const counted = change.map(({ name, value }, step) => ({ name, value, least: known.least[step] ?? null }));
	const open = counted.filter(({ name }) => name !== "ties");
	if (open.every(({ value, least }) => value === least)) return { kind: "exact" };
	if (known.claimed) return { kind: "none-better" };
	// Only of the first step that may be less can be said what it is at least.
	const first = open.find(({ value, least }) => value !== least);
	return { kind: "best-found", least: first?.name === "burden" ? first.least : null };
}

function compare(a: readonly StepValue[], b: readonly StepValue[]): number {
	for (const [step, { value }] of a.entries()) if (value !== b[step]?.value) return value - (b[step]?.value ?? 0);
	return 0;
}

/** Given first, then what costs least, then what cannot be had. */
function weightOf(a: SiteAnswer, b: SiteAnswer): number {
	const order = ["given", "cost", "rules-cross", "crossing", "locked", "no-place", "rules", "nothing-offered"];
	if (a.kind !== "cost" || b.kind !== "cost") return order.indexOf(a.kind) - order.indexOf(b.kind);
	return a.cost.places - b.cost.places || (a.cost.steps[0]?.change ?? 0) - (b.cost.steps[0]?.change ?? 0);
}
