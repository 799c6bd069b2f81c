import type { Refusal } from "../../../outcome.ts";
import type { CallContent } from "../call/contract.ts";
import type { FundingRefusal } from "../contract.ts";
import type { Need, Weighing } from "./contract.ts";

/** The order needs are weighed in: by priority, those without one last, then by unit and title. */
export function inOrder(needs: readonly Need[]): readonly Need[] {
	return needs.toSorted(
		(one, other) =>
			(one.priority ?? 1000) - (other.priority ?? 1000) ||
			one.unitName.localeCompare(other.unitName, "nb") ||
			one.title.localeCompare(other.title, "nb"),
	);
}

/** What is left out says why, so that the unit can be told. */
export function refuseWeighing(weighings: readonly Weighing[]): readonly Refusal<FundingRefusal>[] {
	return weighings.flatMap(({ id, decision, because }) =>
		decision === "out" && because === "" ? [{ code: "because-missing" as const, field: `${id}-because` }] : [],
	);
}

export type Sum = { readonly people: number; readonly applied: number; readonly own: number };

type Summed = Pick<Need, "people" | "applied" | "own">;

export function sumOf(needs: readonly Summed[]): Sum {
	return needs.reduce(
		(sum, { people, applied, own }) => ({
			...{ people: sum.people + people, applied: sum.applied + applied, own: sum.own + own },
		}),
		{ people: 0, applied: 0, own: 0 },
	);
}

/** What of the chosen needs does not fit the call; amounts in kroner, shares in per cent. */
export type Misfit =
	| { readonly code: "over-highest"; readonly sum: number; readonly limit: number }
	| { readonly code: "under-lowest"; readonly sum: number; readonly limit: number }
	| { readonly code: "own-share"; readonly sum: number; readonly limit: number }
	| { readonly code: "category-over"; readonly sum: number; readonly limit: number; readonly name: string };

/** Held against the call before anything is sent: the whole, each category, and the share one bears oneself. */
export function misfitsOf(
	content: CallContent,
	needs: readonly (Summed & Pick<Need, "decision" | "category">)[],
): readonly Misfit[] {
	const chosen = needs.filter(({ decision }) => decision === "in");
	const { applied, own } = sumOf(chosen);
	const found: Misfit[] = [];
	if (chosen.length === 0) return found;
	if (content.highest !== null && applied > content.highest)
		found.push({ code: "over-highest", sum: applied, limit: content.highest });
	if (content.lowest !== null && applied < content.lowest)
		found.push({ code: "under-lowest", sum: applied, limit: content.lowest });
	const whole = applied + own;
	if (content.ownShare !== null && own * 100 < content.ownShare * whole)
		found.push({ code: "own-share", sum: Math.floor((own * 100) / whole), limit: content.ownShare });
	for (const { id, name, highest } of content.categories) {
		const { applied: sum } = sumOf(chosen.filter(({ category }) => category === id));
		if (highest !== null && sum > highest) found.push({ code: "category-over", sum, limit: highest, name });
	}
	return found;
}
