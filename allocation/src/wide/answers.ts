import type { WhyNot } from "../explain/explain.ts";
import type { Worth } from "../explain/outcome.ts";

/** What is known of a change that was found by solving again. */
export interface Known {
	/** Per step: what the value changes by at least, where the steps before change as told; null where nothing is proved. */
	readonly least: readonly (number | null)[];
	/** Whether it is the least possible: proved where `least` says the same, else by the word of the solver. False: there may be a smaller one. */
	readonly claimed: boolean;
}

/** As `Worth`, with what is known of it. Without `known` it is exact. */
export type WorthUnder = Worth & { readonly known?: Known };
/** As `WhyNot`, with what is known of the worsening. A rule that crosses and forbids the pair is named like one of the facts. */
export type WhyNotUnder =
	| Exclude<WhyNot, { readonly kind: "worse" }>
	| (Extract<WhyNot, { readonly kind: "worse" }> & { readonly known?: Known })
	/** No plan with it was found, nor that there is none. */
	| { readonly kind: "not-found" };

export interface WhyUnder {
	readonly claim: string;
	readonly given: string | null;
	readonly better: readonly { readonly offer: string; readonly answer: WhyNotUnder }[];
	readonly removed: readonly { readonly offer: string; readonly rule: string }[];
}
