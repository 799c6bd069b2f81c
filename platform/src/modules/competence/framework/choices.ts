import { compareText, type Language } from "../../../language.ts";
import { competenceText } from "../text.ts";
import type { Entry } from "./contract.ts";
import { nameOfEntry } from "./name.ts";

type Named = Pick<Entry, "kind" | "name" | "nameNn" | "nameEn">;

/** Competences to choose from, by kind and name; what is known already stands too, though another has taken its place in the list. */
export function entryChoices(
	language: Language,
	choosable: readonly (Named & { readonly id: string })[],
	known: readonly (Named & { readonly entryId: string })[] = [],
) {
	const compare = compareText(language);
	const missing = new Map(
		known.flatMap((one) => (choosable.some(({ id }) => id === one.entryId) ? [] : [[one.entryId, one] as const])),
	);
	return [...choosable, ...[...missing].map(([id, one]) => ({ ...one, id }))]
		.map((entry) => ({
			...{ value: entry.id, label: nameOfEntry(language, entry) },
			group: competenceText[language].kinds[entry.kind],
		}))
		.sort((one, other) => compare(one.group, other.group) || compare(one.label, other.label));
}
