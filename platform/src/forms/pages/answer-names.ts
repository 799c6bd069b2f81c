import type { Names } from "../labels.ts";
import type { ShownAnswers } from "./answering.server.ts";

/** What the organisations and files that answers point at are called, by id. */
export function namesIn({ organisations, files }: Pick<ShownAnswers, "organisations" | "files">): Names {
	return { ...Object.fromEntries(organisations.map(({ value, label }) => [value, label])), ...files };
}
