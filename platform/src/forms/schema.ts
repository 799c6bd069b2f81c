import type { Language } from "../language.ts";
import type { FormDefinition, FormPart, Question } from "./definition.ts";
import { type Answer, type AnswerValues, pathsOf, rowsOf, valueAt } from "./walk.ts";

/** A JSON Schema (2020-12) is plain data. */
export type JsonSchema = { readonly [key: string]: unknown };

/**
 * What answers to a form look like as JSON for other systems, in the shape `nested` gives: groups leave no trace, tables
 * and repeats are lists of objects. What is only required when it is shown is not called required: conditions are the
 * form's own, and `checkAnswers` judges.
 */
export function schemaOf(definition: FormDefinition, language: Language): JsonSchema {
	return {
		$schema: "https://json-schema.org/draft/2020-12/schema",
		$id: `urn:laeringsarena:form:${definition.id}:${definition.version}`,
		title: definition.title[language],
		...objectOf(definition.parts, language, false),
	};
}

function objectOf(parts: readonly FormPart[], language: Language, isHidden: boolean): JsonSchema {
	const properties: Record<string, JsonSchema> = {};
	const required: string[] = [];
	const add = (some: readonly FormPart[], hidden: boolean) => {
		for (const part of some) {
			const mayHide = hidden || part.visible !== undefined;
			if (part.kind === "group") add(part.parts, mayHide);
			else {
				properties[part.id] = { title: part.label[language], ...schemaOfPart(part, language) };
				if (!mayHide && "required" in part && part.required) required.push(part.id);
			}
		}
	};
	add(parts, isHidden);
	return { type: "object", properties, additionalProperties: false, ...(required.length > 0 ? { required } : {}) };
}

function schemaOfPart(part: Exclude<FormPart, { kind: "group" }>, language: Language): JsonSchema {
	switch (part.kind) {
		case "table":
		case "repeat":
			return {
				type: "array",
				...limits({ minItems: part.minimum, maxItems: part.maximum }),
				items: objectOf(part.kind === "table" ? part.columns : part.parts, language, false),
			};
		case "text":
		case "longText":
			return { type: "string", ...limits({ maxLength: part.maximum }) };
		case "number":
		case "money":
			return {
				type: part.kind === "money" || part.whole ? "integer" : "number",
				...limits({ minimum: part.minimum, maximum: part.maximum }),
			};
		case "date":
			return { type: "string", format: "date" };
		case "yesNo":
			return { enum: ["yes", "no"] };
		case "one":
			return { enum: part.choices.map(({ value }) => value) };
		case "several":
			return {
				type: "array",
				uniqueItems: true,
				items: { enum: part.choices.map(({ value }) => value) },
				...limits({ minItems: part.minimum, maxItems: part.maximum }),
			};
		case "organisation":
			return { type: "string", format: "uuid" };
		case "file":
			return { type: "array", items: { type: "string", format: "uuid" }, maxItems: part.maximum ?? 5 };
		case "person":
			return objectWith({ name: { type: "string" }, email: { type: "string", format: "email" } });
		case "indicator":
			return objectWith({
				name: { type: "string" },
				unit: { type: "string" },
				start: { type: "number" },
				goal: { type: "number" },
			});
	}
}

function objectWith(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
	return { type: "object", properties, additionalProperties: false };
}

function limits(given: Readonly<Record<string, number | undefined>>): JsonSchema {
	return Object.fromEntries(Object.entries(given).filter(([, limit]) => limit !== undefined));
}

export type Nested = { readonly [key: string]: Answer | Nested | readonly Nested[] };

/** Answers as other systems read them: rows within their tables, a person as one thing. Rows keep their order. */
export function nested(parts: readonly FormPart[], values: AnswerValues, prefix = ""): Nested {
	const whole: Record<string, Answer | Nested | readonly Nested[]> = {};
	for (const part of parts) {
		const path = prefix + part.id;
		if (part.kind === "group") Object.assign(whole, nested(part.parts, values, prefix));
		else if (part.kind === "table" || part.kind === "repeat") {
			const inner = part.kind === "table" ? part.columns : part.parts;
			const rows = rowsOf(part, path, values).map((row) => nested(inner, values, `${row.path}.`));
			if (rows.length > 0) whole[part.id] = rows;
		} else {
			const value = answerOf(part, path, values);
			if (value !== undefined) whole[part.id] = value;
		}
	}
	return whole;
}

function answerOf(question: Question, path: string, values: AnswerValues): Answer | Nested | undefined {
	const paths = pathsOf({ part: question, path, within: [] });
	if (paths.length === 1) return valueAt(values, path);
	const fields = paths.flatMap((at) => {
		const value = valueAt(values, at);
		return value === undefined ? [] : [[at === path ? "name" : at.slice(path.length + 1), value] as const];
	});
	return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}
