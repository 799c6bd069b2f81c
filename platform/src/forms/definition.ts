import { z } from "zod";
import { type Condition, condition, partId, type Rule, rule, words } from "./condition.ts";
import { type Flaw, flaws, isUnsaid } from "./flaws.ts";

/*
 * A form as data: one tree of parts in a closed vocabulary, in three languages, with a version. What a part is called,
 * when it is shown, what it must satisfy and how it stands on the page stand together. A version that has been published
 * is never changed; a change is a new version.
 */
export type Words = z.infer<typeof words>;

const about = { id: partId, label: words, help: words.optional(), visible: condition.optional() };
const asked = {
	...about,
	required: z.boolean().optional(),
	rules: z.array(rule).optional(),
	width: z.enum(["narrow", "medium", "full"]).optional(),
	/** A fact the system may hold already, by its name in the catalogue: offered with its source, never filled in unseen. */
	fact: z.string().min(1).optional(),
};
const choice = z.object({ value: z.string().min(1).max(60), label: words, help: words.optional() });
const choices = z.array(choice).min(1);

const simple = [
	z.object({ ...asked, kind: z.literal("text"), maximum: z.int().positive().optional() }),
	z.object({ ...asked, kind: z.literal("longText"), maximum: z.int().positive().optional() }),
	z.object({
		...asked,
		kind: z.literal("number"),
		minimum: z.number().optional(),
		maximum: z.number().optional(),
		whole: z.boolean().optional(),
		unit: words.optional(),
	}),
	/** Whole kroner. */
	z.object({ ...asked, kind: z.literal("money"), minimum: z.int().optional(), maximum: z.int().optional() }),
	z.object({ ...asked, kind: z.literal("date"), earliest: z.iso.date().optional(), latest: z.iso.date().optional() }),
	z.object({ ...asked, kind: z.literal("yesNo") }),
	z.object({ ...asked, kind: z.literal("one"), choices }),
	z.object({ ...asked, kind: z.literal("several"), choices, minimum: z.int().optional(), maximum: z.int().optional() }),
	/** An organisation of the register, of one of these kinds where any are said. */
	z.object({ ...asked, kind: z.literal("organisation"), of: z.array(z.string().min(1)).min(1).optional() }),
] as const;
const column = z.discriminatedUnion("kind", simple);
const question = z.discriminatedUnion("kind", [
	...simple,
	/** Name and address of somebody. */
	z.object({ ...asked, kind: z.literal("person") }),
	/** What is measured: in words, with its unit, where it stands and where it shall be. */
	z.object({ ...asked, kind: z.literal("indicator") }),
	z.object({ ...asked, kind: z.literal("file"), maximum: z.int().min(1).max(20).optional() }),
]);
export type Question = Readonly<z.infer<typeof question>>;

/** Rows of the same few questions: as many as one likes, or those that are named. */
const table = z.object({
	...about,
	kind: z.literal("table"),
	columns: z.array(column).min(1).max(12),
	rows: z
		.array(z.object({ id: partId, label: words }))
		.min(1)
		.optional(),
	minimum: z.int().min(0).optional(),
	maximum: z.int().min(1).max(500).optional(),
	/** Judged of the sum of a column. */
	rules: z.array(rule.extend({ column: partId })).optional(),
});
export type FormTable = Readonly<z.infer<typeof table>>;

/** A heading with what stands under it. */
export type FormGroup = {
	readonly kind: "group";
	readonly id: string;
	readonly label: Words;
	readonly help?: Words | undefined;
	readonly visible?: Condition | undefined;
	/** A page stands by itself, as one step of several; a box is set apart on its page. */
	readonly layout?: "page" | "box" | undefined;
	readonly parts: readonly FormPart[];
};

/** The same parts once for each of several things. */
export type FormRepeat = {
	readonly kind: "repeat";
	readonly id: string;
	readonly label: Words;
	/** What one of them is called. */
	readonly each: Words;
	readonly help?: Words | undefined;
	readonly visible?: Condition | undefined;
	readonly minimum?: number | undefined;
	readonly maximum?: number | undefined;
	readonly parts: readonly FormPart[];
};
export type FormPart = FormGroup | FormRepeat | FormTable | Question;

const part: z.ZodType<FormPart> = z.lazy(() =>
	z.union([
		z.object({
			...about,
			kind: z.literal("group"),
			layout: z.enum(["page", "box"]).optional(),
			parts: z.array(part),
		}),
		z.object({
			...about,
			kind: z.literal("repeat"),
			each: words,
			minimum: z.int().min(0).optional(),
			maximum: z.int().min(1).max(100).optional(),
			parts: z.array(part),
		}),
		table,
		question,
	]),
);

/** Reads a stored or written definition; refuses one that contradicts itself. */
export const formDefinition = z
	.object({ id: z.string().min(1), version: z.int().positive(), title: words, parts: z.array(part).min(1) })
	.superRefine((definition, context) => {
		if (isUnsaid(definition.title)) context.addIssue({ code: "custom", message: "missing-words: title" });
		for (const flaw of flaws(definition.parts))
			context.addIssue({ code: "custom", message: `${flaw.code}: ${flaw.id}`, params: flaw });
	});
export type FormDefinition = Readonly<z.infer<typeof formDefinition>>;

/** What a version holds while it is being made: it may lack words and contradict itself. */
export const formContent = z.object({ title: words, parts: z.array(part) });
export type FormContent = { readonly title: Words; readonly parts: readonly FormPart[] };

const answer = z.union([z.string(), z.number(), z.array(z.string()).readonly()]);

/** Answers name the version of the definition they were given to; they are always read by that version. */
export const storedAnswers = z
	.object({ definition: z.string(), version: z.int().positive(), values: z.record(z.string(), answer) })
	.readonly();
export type Answers = z.infer<typeof storedAnswers>;
export type { Condition, Flaw, Rule };
