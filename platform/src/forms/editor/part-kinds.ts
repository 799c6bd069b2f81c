import type { FormPart, Words } from "../definition.ts";
import { nextPartId, type Parts } from "./edit.ts";

/** What can be added, in the order it is offered. */
export const partKinds = [
	...(["text", "longText", "yesNo", "one", "several", "number", "money", "date"] as const),
	...(["person", "organisation", "indicator", "file", "group", "table", "repeat"] as const),
] as const;
export type PartKind = (typeof partKinds)[number];

export function isPartKind(kind: string): kind is PartKind {
	return partKinds.some((one) => one === kind);
}

export const blank: Words = { nb: "", nn: "", en: "" };

/** A part without words, ready to be written. */
export function newPart(kind: PartKind, parts: Parts): FormPart {
	const id = nextPartId(parts);
	const about = { id, label: blank };
	switch (kind) {
		case "group":
			return { ...about, kind, parts: [] };
		case "repeat":
			return { ...about, kind, each: blank, parts: [] };
		case "table":
			return {
				...about,
				kind,
				columns: [{ kind: "text", id: nextPartId([...parts, { ...about, kind: "text" }]), label: blank }],
			};
		case "one":
		case "several":
			return { ...about, kind, choices: ["c1", "c2"].map((value) => ({ value, label: blank })) };
		default:
			return { ...about, kind };
	}
}

/** Kinds a question can become without losing what is said of it. */
export function kindsFor(kind: FormPart["kind"]): readonly PartKind[] {
	for (const alike of [
		["text", "longText"],
		["number", "money"],
		["one", "several"],
	] as const)
		if (alike.some((one) => one === kind)) return alike;
	return [];
}
