import { z } from "zod";

/**
 * A form as data: one tree of questions in a closed vocabulary, in three languages, with a version. A version that has
 * been answered is never changed; a change is a new version.
 */
const words = z.object({ nb: z.string().min(1), nn: z.string().min(1), en: z.string().min(1) }).readonly();
type Words = z.infer<typeof words>;

const questionId = z.string().regex(/^[a-z][a-zA-Z0-9]{0,59}$/);

/** When a part is shown. It looks only at questions that stand before it, so it can be read from the top. */
export type Condition =
	| { readonly question: string; readonly is: readonly string[] }
	| { readonly question: string; readonly answered: true }
	| { readonly all: readonly Condition[] }
	| { readonly any: readonly Condition[] }
	| { readonly not: Condition };

const condition: z.ZodType<Condition> = z.lazy(() =>
	z.union([
		z.strictObject({ question: questionId, is: z.array(z.string()).min(1) }),
		z.strictObject({ question: questionId, answered: z.literal(true) }),
		z.strictObject({ all: z.array(condition).min(1) }),
		z.strictObject({ any: z.array(condition).min(1) }),
		z.strictObject({ not: condition }),
	]),
);

const about = {
	id: questionId,
	label: words,
	help: words.optional(),
	required: z.boolean().optional(),
	visible: condition.optional(),
};
const choices = z.array(z.object({ value: z.string().min(1), label: words, help: words.optional() })).min(1);

const question = z.discriminatedUnion("kind", [
	z.object({ ...about, kind: z.literal("text"), maximum: z.int().positive().optional() }),
	z.object({ ...about, kind: z.literal("longText"), maximum: z.int().positive().optional() }),
	z.object({
		...about,
		kind: z.literal("number"),
		minimum: z.number().optional(),
		maximum: z.number().optional(),
		whole: z.boolean().optional(),
		unit: words.optional(),
	}),
	z.object({ ...about, kind: z.literal("date"), earliest: z.iso.date().optional(), latest: z.iso.date().optional() }),
	z.object({ ...about, kind: z.literal("yesNo") }),
	z.object({ ...about, kind: z.literal("one"), choices }),
	z.object({ ...about, kind: z.literal("several"), choices, minimum: z.int().optional(), maximum: z.int().optional() }),
]);
export type Question = Readonly<z.infer<typeof question>>;

/** A heading with what stands under it. */
type FormSection = {
	readonly kind: "section";
	readonly id: string;
	readonly label: Words;
	readonly help?: Words | undefined;
	readonly visible?: Condition | undefined;
	readonly parts: readonly FormPart[];
};
export type FormPart = FormSection | Question;

const part: z.ZodType<FormPart> = z.lazy(() =>
	z.union([
		z.object({
			kind: z.literal("section"),
			id: questionId,
			label: words,
			help: words.optional(),
			visible: condition.optional(),
			parts: z.array(part).min(1),
		}),
		question,
	]),
);

/** Reads a stored or written definition; refuses one that contradicts itself. */
export const formDefinition = z
	.object({ id: z.string().min(1), version: z.int().positive(), title: words, parts: z.array(part).min(1) })
	.superRefine((definition, context) => {
		for (const flaw of flaws(definition.parts))
			context.addIssue({ code: "custom", message: `${flaw.code}: ${flaw.id}`, params: flaw });
	});
export type FormDefinition = Readonly<z.infer<typeof formDefinition>>;

export type Flaw = {
	readonly code: "duplicate-id" | "duplicate-choice" | "unknown-question" | "unknown-choice";
	/** Of the part where it stands. */
	readonly id: string;
};

/** What is wrong with a tree of parts: names used twice, conditions on questions that do not stand before them. */
export function flaws(parts: readonly FormPart[]): readonly Flaw[] {
	const found: Flaw[] = [];
	const before = new Map<string, Question | null>();
	const visit = (some: readonly FormPart[]) => {
		for (const one of some) {
			if (before.has(one.id)) found.push({ code: "duplicate-id", id: one.id });
			if (one.visible) for (const code of conditionFlaws(one.visible, before)) found.push({ code, id: one.id });
			before.set(one.id, one.kind === "section" ? null : one);
			if (one.kind === "section") visit(one.parts);
			else if ("choices" in one && new Set(one.choices.map(({ value }) => value)).size < one.choices.length)
				found.push({ code: "duplicate-choice", id: one.id });
		}
	};
	visit(parts);
	return found;
}

function conditionFlaws(one: Condition, before: ReadonlyMap<string, Question | null>): readonly Flaw["code"][] {
	if ("all" in one) return one.all.flatMap((inner) => conditionFlaws(inner, before));
	if ("any" in one) return one.any.flatMap((inner) => conditionFlaws(inner, before));
	if ("not" in one) return conditionFlaws(one.not, before);
	const asked = before.get(one.question);
	if (!asked) return ["unknown-question"];
	if (!("is" in one)) return [];
	const allowed = possibleWords(asked);
	return allowed === undefined || one.is.every((word) => allowed.includes(word)) ? [] : ["unknown-choice"];
}

function possibleWords(asked: Question): readonly string[] | undefined {
	if (asked.kind === "yesNo") return ["yes", "no"];
	return "choices" in asked ? asked.choices.map(({ value }) => value) : undefined;
}

/** Every question of a form, in the order it is asked. */
export function questionsOf(parts: readonly FormPart[]): readonly Question[] {
	return parts.flatMap((one) => (one.kind === "section" ? questionsOf(one.parts) : [one]));
}
