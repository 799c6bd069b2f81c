import type { FormPart, Question } from "./definition.ts";

/** Every question of a form, those in tables and repeats among them, in the order they are asked. */
export function questionsOf(parts: readonly FormPart[]): readonly Question[] {
	return parts.flatMap((one) => {
		if (one.kind === "group" || one.kind === "repeat") return questionsOf(one.parts);
		return one.kind === "table" ? one.columns : [one];
	});
}

/** Ids of tables and repeats, those within repeats too, in the order they stand. */
export function tablesIn(parts: readonly FormPart[]): readonly string[] {
	return parts.flatMap((one) => {
		if (one.kind === "group") return tablesIn(one.parts);
		if (one.kind === "repeat") return [one.id, ...tablesIn(one.parts)];
		return one.kind === "table" ? [one.id] : [];
	});
}
