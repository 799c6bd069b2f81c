import type { LineFacts } from "../apply/contract.ts";
import { sumByYear } from "../apply/rules.ts";
import type { LineFacts as AwardLineFacts } from "../award/contract.ts";
import { mostPoints, type ReceivedState, type Size } from "./codes.ts";
import type { Appeal, Decision, ReceivedHead, YearGrant } from "./contract.ts";

type Criterion = { readonly id: string; readonly weight: number };
type Scores = Readonly<Record<string, number>>;

/** What scores come to by the weights, 0 to 100; null while a criterion is not judged. */
export function totalOfScores(criteria: readonly Criterion[], scores: Scores): number | null {
	let total = 0;
	for (const { id, weight } of criteria) {
		const given = scores[id];
		if (given === undefined) return null;
		total += (given * weight) / mostPoints;
	}
	return criteria.length === 0 ? null : Math.round(total * 10) / 10;
}

/** How far apart two who assess may be before it is shown, of 100. */
export const apart = 20;

export type Judged = {
	/** The mean of those who have judged every criterion; null where nobody has. */
	readonly mean: number | null;
	/** Between the highest and the lowest. */
	readonly spread: number;
	readonly count: number;
};

/** What those who are impartial came to together. */
export function judge(
	criteria: readonly Criterion[],
	assessments: readonly { readonly impartial: boolean; readonly scores: Scores }[],
): Judged {
	return judgeScores(
		criteria,
		assessments.flatMap(({ impartial, scores }) => (impartial ? [scores] : [])),
	);
}

/** The same of the scores of those alone. */
export function judgeScores(criteria: readonly Criterion[], given: readonly Scores[]): Judged {
	const totals = given.flatMap((scores) => totalOfScores(criteria, scores) ?? []);
	if (totals.length === 0) return { mean: null, spread: 0, count: 0 };
	const mean = totals.reduce((sum, one) => sum + one, 0) / totals.length;
	return { mean: Math.round(mean * 10) / 10, spread: Math.max(...totals) - Math.min(...totals), count: totals.length };
}

/** Ways to share the pot out: the best first in full, all alike, or something for each and the rest to the best. */
export const proposals = ["cut", "share", "floor"] as const;
export type Proposal = (typeof proposals)[number];

type Asking = { readonly id: string; readonly applied: number; readonly mean: number | null };

/** Amounts are whole thousands, so that nobody is granted odd kroner. */
const step = 1000;
const down = (amount: number) => Math.floor(amount / step) * step;

/**
 * What each would get of the pot, kroner; never more than it asks for, and never more in all than there is. The best come
 * first; those nobody has judged come last.
 * @param floor what each gets before the rest is shared out, by the third way
 */
export function propose(
	way: Proposal,
	pot: number,
	asking: readonly Asking[],
	floor: number,
): ReadonlyMap<string, number> {
	const order = asking.toSorted((one, other) => (other.mean ?? -1) - (one.mean ?? -1));
	const all = order.reduce((sum, { applied }) => sum + applied, 0);
	if (way === "share") {
		const part = all === 0 ? 0 : Math.min(1, pot / all);
		return new Map(order.map(({ id, applied }) => [id, part === 1 ? applied : down(applied * part)]));
	}
	let left = pot;
	const granted = new Map<string, number>();
	const give = (id: string, amount: number) => {
		const given = Math.max(0, Math.min(amount, left));
		granted.set(id, (granted.get(id) ?? 0) + given);
		left -= given;
	};
	if (way === "floor") for (const { id, applied } of order) give(id, Math.min(applied, floor));
	for (const { id, applied } of order) {
		const lacks = applied - (granted.get(id) ?? 0);
		// The one on the line gets what is left, in whole thousands.
		give(id, lacks <= left ? lacks : down(left));
	}
	return granted;
}

/** Shares a whole amount out by weights, to the krone: what is left over goes to the first ones. */
export function shareOut(amount: number, weights: readonly number[]): readonly number[] {
	const all = weights.reduce((sum, one) => sum + one, 0);
	if (all === 0) return weights.map((_, at) => (at === 0 ? amount : 0));
	const parts = weights.map((weight) => Math.floor((amount * weight) / all));
	let left = amount - parts.reduce((sum, one) => sum + one, 0);
	return parts.map((part, at) => {
		if (left === 0 || weights[at] === 0) return part;
		left -= 1;
		return part + 1;
	});
}

/** An amount spread over the budget years as it was applied for. */
export function spread(amount: number, lines: readonly LineFacts[], years: readonly number[]): readonly YearGrant[] {
	const parts = shareOut(
		amount,
		sumByYear(lines, years).map(({ applied }) => applied),
	);
	return years.map((year, at) => ({ year, kroner: parts[at] ?? 0 }));
}

/**
 * The lines of the award that a decision makes: each year's amount shared out as it was applied for, so that the lines come
 * to what was decided to the krone. Lines nothing is granted to are left out.
 */
export function awardLines(
	granted: readonly YearGrant[],
	lines: readonly LineFacts[],
	around: {
		readonly conditional: boolean;
		readonly categories: readonly { readonly id: string; readonly name: string }[];
	},
): readonly AwardLineFacts[] {
	const names = new Map(around.categories.map(({ id, name }) => [id, name]));
	return granted.flatMap(({ year, kroner }) => {
		const amounts = lines.map(({ amounts: all }) => all.find((one) => one.year === year));
		const parts = shareOut(
			kroner,
			amounts.map((one) => one?.applied ?? 0),
		);
		return lines.flatMap((line, at): readonly AwardLineFacts[] => {
			const part = parts[at] ?? 0;
			if (part === 0) return [];
			const conditional = around.conditional && line.people > 0;
			return [
				{
					...{ title: line.title, category: names.get(line.category) ?? "", budgetYear: year, granted: part },
					...{ applied: amounts[at]?.applied ?? 0, own: amounts[at]?.own ?? 0 },
					...{ conditional, places: line.people },
				},
			];
		});
	});
}

/** Whether a decision is to be made anew: an appeal against it was granted, and nothing has been decided since. */
export function isToDecideAnew(decision: Pick<Decision, "decidedAt"> | null, appeal: Appeal | null): boolean {
	if (!decision?.decidedAt || appeal?.outcome !== "granted" || appeal.answeredAt === null) return false;
	return decision.decidedAt <= appeal.answeredAt;
}

/** How far an application has come with who decides. */
export function stateOf(
	row: Pick<ReceivedHead, "withdrawn" | "appealed" | "decided" | "outcome" | "eligible">,
): ReceivedState {
	if (row.withdrawn) return "withdrawn";
	if (row.appealed === "waiting") return "appealed";
	if (row.decided && row.outcome !== null) return row.outcome;
	return row.eligible === null ? "received" : row.eligible ? "eligible" : "ineligible";
}

/** How large a municipality is, by its inhabitants. */
export function sizeOf(population: number | null): Size {
	if (population === null) return "unknown";
	return population < 5_000 ? "small" : population < 20_000 ? "middle" : "large";
}

/** A municipality a call is for: whether it has applied, alone or with others, and what came of what it leads. */
export type Reached = {
	readonly population: number | null;
	readonly centrality: number | null;
	readonly applied: boolean;
	/** Has never sent an application to who makes the call. */
	readonly never: boolean;
	readonly kroner: number;
	readonly granted: number;
};

export type Reach = {
	readonly key: string;
	readonly municipalities: number;
	readonly applied: number;
	readonly never: number;
	readonly kroner: number;
	readonly granted: number;
};

/** How far a call reaches, by a cut of the municipalities it is for; groups in the order given, empty ones left out. */
export function reachBy<Key extends string>(
	reached: readonly Reached[],
	keys: readonly Key[],
	keyOf: (one: Reached) => Key,
): readonly (Reach & { readonly key: Key })[] {
	return keys.flatMap((key) => {
		const some = reached.filter((one) => keyOf(one) === key);
		if (some.length === 0) return [];
		const sum = (field: "kroner" | "granted") => some.reduce((total, one) => total + one[field], 0);
		return [
			{
				...{ key, municipalities: some.length, applied: some.filter(({ applied }) => applied).length },
				...{ never: some.filter(({ never }) => never).length, kroner: sum("kroner"), granted: sum("granted") },
			},
		];
	});
}
