import type { Work } from "../../../../database/work.server.ts";
import { compareText, type Language } from "../../../../language.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { listAnswerable, listChoosable } from "../../service.server.ts";
import { competenceText } from "../../text.ts";

/** The units and competences a need can be stated for. */
export async function needChoices(work: Work, language: Language) {
	const compare = compareText(language);
	const units = await listAnswerable(work);
	return {
		units: units.map(({ id, name, above }) => ({ value: id, label: name, ...(above[0] ? { group: above[0] } : {}) })),
		entries: (await listChoosable(work))
			.map((entry) => ({
				...{ value: entry.id, label: nameOfEntry(language, entry) },
				group: competenceText[language].kinds[entry.kind],
			}))
			.sort((one, other) => compare(one.group, other.group) || compare(one.label, other.label)),
	};
}
