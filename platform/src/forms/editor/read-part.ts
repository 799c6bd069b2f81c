import { z } from "zod";
import { comparisons } from "../comparison.ts";
import type { Rule } from "../condition.ts";
import type { FormPart, Words } from "../definition.ts";
import { formContent } from "../definition.ts";
import { readDate, readNumber, readText } from "../read-text.ts";
import { blank, kindsFor } from "./part-kinds.ts";
import { conditionRows, readTerm, termRow } from "./part-words.ts";
import { readCondition } from "./read-condition.ts";

/**
 * A part as the page of a part says it; undefined where a limit cannot be one, or no choice is left. What the page does not
 * show stays as it is.
 */
export function readPart(part: FormPart, form: FormData): FormPart | undefined {
	const number = (name: string) => readNumber(word(form, name)) ?? undefined;
	const whole = (name: string) => {
		const read = number(name);
		return read === undefined ? undefined : Math.trunc(read);
	};
	const label = wordsAt(form, "label") ?? blank;
	const visible = conditionRows(part.visible)
		? readCondition(word(form, "visibleMode"), form.getAll("condition").map(String))
		: part.visible;
	const asked = {
		required: form.has("required") || undefined,
		width: part.kind !== "group" && "width" in part ? part.width : undefined,
	};
	const about = { ...part, label, help: wordsAt(form, "help"), visible };
	const read = (): object => {
		switch (part.kind) {
			case "group": {
				const layout = word(form, "layout");
				return { ...about, layout: layout === "page" || layout === "box" ? layout : undefined };
			}
			case "repeat":
				return { ...about, each: wordsAt(form, "each") ?? blank, minimum: whole("minimum"), maximum: whole("maximum") };
			case "table":
				return {
					...{ ...about, minimum: whole("minimum"), maximum: whole("maximum"), rules: readRules(part, form) },
					rows: orNone(readNamed(form, "row", "id")),
				};
			case "text":
			case "longText":
				return { ...about, ...asked, kind: kindIn(form, part), maximum: whole("maximum") };
			case "number":
			case "money": {
				const kind = kindIn(form, part);
				const ranged = {
					...about,
					...asked,
					kind,
					minimum: number("minimum"),
					maximum: number("maximum"),
					rules: readRules(part, form),
				};
				return kind === "money"
					? ranged
					: { ...ranged, unit: wordsAt(form, "unit"), whole: form.has("whole") || undefined };
			}
			case "date":
				return {
					...{ ...about, ...asked, rules: readRules(part, form) },
					...{ earliest: readDate(word(form, "earliest")), latest: readDate(word(form, "latest")) },
				};
			case "one":
				return { ...about, ...asked, kind: kindIn(form, part), choices: readNamed(form, "choice", "value") };
			case "several":
				return {
					...{ ...about, ...asked, kind: kindIn(form, part), choices: readNamed(form, "choice", "value") },
					...{ minimum: whole("minimum"), maximum: whole("maximum") },
				};
			case "file":
				return { ...about, ...asked, maximum: whole("maximum") };
			default:
				return { ...about, ...asked };
		}
	};
	return formContent.safeParse({ title: blank, parts: [withoutNothing(read())] }).data?.parts[0];
}

function withoutNothing(part: object): object {
	return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
}

function kindIn(form: FormData, part: FormPart): string {
	const kind = word(form, "kind");
	return kindsFor(part.kind).some((one) => one === kind) ? kind : part.kind;
}

function word(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === "string" ? readText(value) : "";
}

/** Words in three languages; undefined where none of them is written. */
export function wordsAt(form: FormData, name: string): Words | undefined {
	const words = { nb: word(form, `${name}.nb`), nn: word(form, `${name}.nn`), en: word(form, `${name}.en`) };
	return Object.values(words).some((one) => one !== "") ? words : undefined;
}

const many = (form: FormData, name: string) =>
	form.getAll(name).map((one) => (typeof one === "string" ? readText(one) : ""));

/** The choices or rows of a list where one emptied is gone, and one written last is new; each keeps its value. */
function readNamed<Key extends "value" | "id">(form: FormData, name: string, key: Key) {
	const [values, nb, nn, en] = [
		many(form, `${name}.${key}`),
		many(form, `${name}.nb`),
		many(form, `${name}.nn`),
		many(form, `${name}.en`),
	];
	const letter = key === "value" ? "c" : "n";
	let next = Math.max(0, ...values.map((value) => Number(new RegExp(`^${letter}(\\d+)$`).exec(value)?.[1] ?? 0)));
	return nb.flatMap((first, at) => {
		const label = { nb: first, nn: nn[at] ?? "", en: en[at] ?? "" };
		if (Object.values(label).every((one) => one === "")) return [];
		return [{ [key]: values[at] || `${letter}${++next}`, label }];
	});
}

function orNone<Item>(items: readonly Item[]): readonly Item[] | undefined {
	return items.length > 0 ? items : undefined;
}

const comparison = z.enum(comparisons);

/** The rules of the page's rows; rules that say more than a row can are kept as they are. */
function readRules(part: FormPart, form: FormData): readonly Rule[] | undefined {
	const kept = "rules" in part ? (part.rules ?? []).filter(({ than }) => termRow(than) === undefined) : [];
	const [is, than, numbers] = [many(form, "rule.is"), many(form, "rule.than"), many(form, "rule.number")];
	const [shares, columns] = [many(form, "rule.share"), many(form, "rule.column")];
	const [nb, nn, en] = [many(form, "rule.nb"), many(form, "rule.nn"), many(form, "rule.en")];
	const rows = is.flatMap((one, at) => {
		const term = readTerm(than[at] ?? "", readNumber(numbers[at] ?? "") ?? null, readNumber(shares[at] ?? "") ?? null);
		const how = comparison.safeParse(one).data;
		if (!how || !term || (than[at] ?? "") === "") return [];
		const rule = { is: how, than: term, say: { nb: nb[at] ?? "", nn: nn[at] ?? "", en: en[at] ?? "" } };
		const column = columns[at];
		return [column ? { ...rule, column } : rule];
	});
	return orNone([...kept, ...rows]);
}
