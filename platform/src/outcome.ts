/**
 * The answer of a command: it was done, or it was refused with a code the room owns. A refusal is an answer a person
 * can act on (and rolls the transaction back); a fault is thrown.
 */
export type Refusal<Code extends string = string> = {
	readonly code: Code;
	/** The field or place the refusal is about, when there is one. */
	readonly field?: string;
	/** Facts the text needs: names, numbers, limits. */
	readonly detail?: Readonly<Record<string, string | number>>;
};

export type Outcome<Value, Code extends string = string> =
	| { readonly done: Value; readonly refused?: never }
	| { readonly done?: never; readonly refused: readonly Refusal<Code>[] };

export function done<Value>(value: Value): { readonly done: Value } {
	return { done: value };
}

export function refused<const Code extends string>(
	code: Code,
	about: { field?: string; detail?: Readonly<Record<string, string | number>> } = {},
): { readonly refused: readonly Refusal<Code>[] } {
	return { refused: [{ code, ...about }] };
}

export function refusedAll<Code extends string>(
	refusals: readonly Refusal<Code>[],
): { readonly refused: readonly Refusal<Code>[] } {
	return { refused: refusals };
}

/** What was done, for those whose command is refused only where the program is wrong, as a demo's is: a fault then. */
export function finished<Value>(outcome: Outcome<Value>): Value {
	if (outcome.refused) throw new Error(`it was refused: ${outcome.refused.map(({ code }) => code).join(", ")}`);
	return outcome.done;
}
