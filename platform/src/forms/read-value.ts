import { z } from "zod";
import { readDate, readNumber, readText } from "./read-text.ts";

export type ReadableSchema = z.core.$ZodType;

type Shape = {
	readonly kind: "text" | "number" | "date" | "yes" | "array" | "file" | "other";
	/** Of a list. */
	readonly element?: ReadableSchema;
	/** Of a number: that it has no decimals. */
	readonly isWhole?: boolean;
	/** What nothing becomes. */
	readonly nothing: null | undefined;
};

/** What a field's schema asks for, under optional, nullable, defaults and transforms. */
export function shapeOf(schema: ReadableSchema): Shape {
	let inner = schema;
	let nullable = false;
	let optional = false;
	for (;;) {
		if (inner instanceof z.core.$ZodNullable) {
			nullable = true;
			inner = inner._zod.def.innerType;
		} else if (inner instanceof z.core.$ZodOptional || inner instanceof z.core.$ZodDefault) {
			optional = true;
			inner = inner._zod.def.innerType;
		} else if (inner instanceof z.core.$ZodReadonly) inner = inner._zod.def.innerType;
		else if (inner instanceof z.core.$ZodPipe) inner = inner._zod.def.in;
		else break;
	}
	const nothing = nullable && !optional ? null : undefined;
	if (inner instanceof z.core.$ZodArray) return { kind: "array", element: inner._zod.def.element, nothing };
	if (inner instanceof z.core.$ZodNumber)
		return { kind: "number", isWhole: inner instanceof z.ZodNumber && inner.isInt, nothing };
	if (inner instanceof z.core.$ZodBoolean) return { kind: "yes", nothing };
	if (inner instanceof z.core.$ZodISODate) return { kind: "date", nothing };
	if (inner instanceof z.core.$ZodFile) return { kind: "file", nothing };
	if (inner instanceof z.core.$ZodString || inner instanceof z.core.$ZodEnum || inner instanceof z.core.$ZodLiteral)
		return { kind: "text", nothing };
	return { kind: "other", nothing };
}

/** What was sent under one name, as its schema wants it; what cannot be read is left as it was, for the schema to refuse. */
export function readValue(schema: ReadableSchema, sent: readonly FormDataEntryValue[]): unknown {
	const shape = shapeOf(schema);
	const { element } = shape;
	if (element) return sent.map((one) => readValue(element, [one])).filter((one) => one !== undefined && one !== null);
	const first = sent[0];
	if (shape.kind === "yes") return first !== undefined && first !== "" && first !== "false";
	if (first === undefined) return shape.nothing;
	if (typeof first !== "string") return first.size === 0 && first.name === "" ? shape.nothing : first;
	const text = readText(first);
	if (text === "") return shape.nothing;
	if (shape.kind === "number") return readNumber(text) ?? text;
	if (shape.kind === "date") return readDate(text) ?? text;
	return text;
}
