import { z } from "zod";

export type ReadableSchema = z.core.$ZodType;

type Shape = {
	readonly kind: "text" | "number" | "date" | "yes" | "array" | "file" | "other";
	/** Of a list. */
	readonly element?: ReadableSchema;
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
	if (inner instanceof z.core.$ZodNumber) return { kind: "number", nothing };
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

/** Trimmed, one kind of line break, letters in one form (å is one sign), no sign a database refuses. */
export function readText(text: string): string {
	return text.replaceAll("\r\n", "\n").replaceAll("\u0000", "").normalize("NFC").trim();
}

/**
 * A number as people write it: 1 234,5 · 1234.5 · −3 · 1.234,5. Undefined when it is none, and when it could be two
 * (1.234 is a thousand to one reader and a fraction to another).
 */
export function readNumber(text: string): number | undefined {
	const bare = text.replace(/[\s\u00a0\u202f\u2009']/g, "").replace(/^[−–]/, "-");
	if (/^-?[1-9]\d{0,2}\.\d{3}$/.test(bare)) return undefined;
	if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(bare)) return Number(bare.replaceAll(".", "").replace(",", "."));
	return /^-?\d+([.,]\d+)?$/.test(bare) ? Number(bare.replace(",", ".")) : undefined;
}

/** A plain date YYYY-MM-DD from 2026-12-31, 31.12.2026 or 31/12/2026; undefined when it is none or does not exist. */
export function readDate(text: string): string | undefined {
	const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	const norwegian = /^(\d{1,2})[./]\s?(\d{1,2})[./]\s?(\d{4})$/.exec(text);
	const [year, month, day] = iso ? iso.slice(1) : norwegian ? norwegian.slice(1).reverse() : [];
	if (year === undefined || month === undefined || day === undefined) return undefined;
	const plain = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
	const date = new Date(`${plain}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === plain ? plain : undefined;
}
