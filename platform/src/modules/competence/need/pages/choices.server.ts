import type { Work } from "../../../../database/work.server.ts";
import type { Language } from "../../../../language.ts";
import { entryChoices } from "../../framework/choices.ts";
import { listAnswerable, listChoosable } from "../../service.server.ts";

/** The units and competences a need can be stated for. */
export async function needChoices(work: Work, language: Language) {
	const units = await listAnswerable(work);
	return {
		units: units.map(({ id, name, above }) => ({ value: id, label: name, ...(above[0] ? { group: above[0] } : {}) })),
		entries: entryChoices(language, await listChoosable(work)),
	};
}
