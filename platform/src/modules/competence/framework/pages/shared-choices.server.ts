import type { Work } from "../../../../database/work.server.ts";
import { operatorOrganisationId } from "../../../../identity/actor.ts";
import { compareText, type Language } from "../../../../language.ts";
import { nameOfEntry } from "../name.ts";
import { listAllEntries } from "../store.server.ts";

/** Open entries of the shared list, to choose what an own one answers to. */
export async function sharedChoices(work: Work, language: Language) {
	const compare = compareText(language);
	return (await listAllEntries(work, operatorOrganisationId))
		.filter(({ isShared, retiredOn }) => isShared && retiredOn === null)
		.map((entry) => ({ value: entry.id, label: nameOfEntry(language, entry) }))
		.sort((one, other) => compare(one.label, other.label));
}
