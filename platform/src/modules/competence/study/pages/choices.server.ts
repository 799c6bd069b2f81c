import type { Work } from "../../../../database/work.server.ts";
import type { Language } from "../../../../language.ts";
import { needChoices } from "../../need/pages/choices.server.ts";
import { keepsNames, listMeasures } from "../../service.server.ts";

/** What a study can be taken down for: units, competences and measures; and whether names are kept. */
export async function studyChoices(work: Work, language: Language) {
	const measures = (await listMeasures(work)).map(({ id, title, planTitle }) => ({
		...{ value: id, label: title, group: planTitle },
	}));
	return { ...(await needChoices(work, language)), measures, named: await keepsNames(work) };
}
