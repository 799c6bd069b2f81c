import type { FormPart } from "../definition.ts";

/** A part with one of its choices or named rows a place further up or down: `choice 2 up`. Out of range: as it was. */
export function shifted(part: FormPart, shift: string): FormPart {
	const [what, place = "", way] = shift.split(" ");
	const by = way === "up" ? -1 : 1;
	if (what === "choice" && "choices" in part) return { ...part, choices: moved(part.choices, Number(place), by) };
	if (what === "row" && part.kind === "table" && part.rows)
		return { ...part, rows: moved(part.rows, Number(place), by) };
	return part;
}

function moved<Item>(items: readonly Item[], at: number, by: -1 | 1): Item[] {
	const all = [...items];
	const [one, other] = [all[at], all[at + by]];
	if (one === undefined || other === undefined) return all;
	all[at] = other;
	all[at + by] = one;
	return all;
}
