import type { Given } from "../../../../ui/form-context.ts";

type Answer = { readonly given: Given; readonly isMoreWanted: boolean };

/**
 * How many of several fields alike a form shows: those it cannot do without, those that were sent, and one more where
 * more are asked for.
 * @param fields in the order they are shown.
 */
export function countShown(fields: readonly string[], least: number, answer: Answer | undefined): number {
	const sent = fields.findLastIndex((field) => answer !== undefined && Object.hasOwn(answer.given, field)) + 1;
	const shown = Math.max(least, sent) + (answer?.isMoreWanted ? 1 : 0);
	return Math.min(shown, fields.length);
}
