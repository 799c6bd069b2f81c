import type { Work } from "../../../../database/work.server.ts";
import type { Language } from "../../../../language.ts";
import { readVocabulary } from "../../../organisation/service.server.ts";
import { listSectors } from "../../service.server.ts";

/** The sectors a plan can be for. */
export async function sectorChoices(work: Work, language: Language) {
	const own = new Set(await listSectors(work));
	const { sectors } = await readVocabulary(work);
	return sectors.filter(({ code }) => own.has(code)).map(({ code, name }) => ({ value: code, label: name[language] }));
}
