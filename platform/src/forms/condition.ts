import { z } from "zod";
import { comparisons } from "./comparison.ts";

/** In a draft something may not be said yet in all languages: `flaws` tells, and what is published says it all. */
export const words = z.object({ nb: z.string(), nn: z.string(), en: z.string() }).readonly();
/** Unique in the whole tree; without dots, which join the steps of a path. */
export const partId = z.string().regex(/^[a-z][a-zA-Z0-9]{0,59}$/);

/** When a part is shown. It looks only at questions that stand before it, so it can be read from the top. */
export type Condition =
	| { readonly question: string; readonly is: readonly string[] }
	| { readonly question: string; readonly answered: true }
	| { readonly all: readonly Condition[] }
	| { readonly any: readonly Condition[] }
	| { readonly not: Condition };

export const condition: z.ZodType<Condition> = z.lazy(() =>
	z.union([
		z.strictObject({ question: partId, is: z.array(z.string()).min(1) }),
		z.strictObject({ question: partId, answered: z.literal(true) }),
		z.strictObject({ all: z.array(condition).min(1) }),
		z.strictObject({ any: z.array(condition).min(1) }),
		z.strictObject({ not: condition }),
	]),
);

/** What an answer is held against: a number, an earlier answer, the sum of a table's column, several together, a share. */
export type Term =
	| { readonly number: number }
	| { readonly question: string }
	| { readonly table: string; readonly column: string }
	| { readonly all: readonly Term[] }
	| { readonly share: number; readonly of: Term };

const term: z.ZodType<Term> = z.lazy(() =>
	z.union([
		z.strictObject({ number: z.number() }),
		z.strictObject({ question: partId }),
		z.strictObject({ table: partId, column: partId }),
		z.strictObject({ all: z.array(term).min(1) }),
		/** Per cent of another. */
		z.strictObject({ share: z.number().min(0).max(1000), of: term }),
	]),
);

/** What an answer must satisfy beside its own limits, and what is said when it does not. Dates are held against dates. */
export const rule = z.object({ is: z.enum(comparisons), than: term, say: words });
export type Rule = Readonly<z.infer<typeof rule>>;
