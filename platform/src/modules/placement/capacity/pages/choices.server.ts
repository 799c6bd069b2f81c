import type { Work } from "../../../../database/work.server.ts";
import type { Language } from "../../../../language.ts";
import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { listOrganisations, readVocabulary } from "../../../organisation/service.server.ts";
import { hostKinds } from "../codes.ts";
import { listInstitutions, listSites } from "../service.server.ts";

/** Settings to choose among. */
export async function settingChoices(work: Work, language: Language): Promise<Choice[]> {
	const { settings } = await readVocabulary(work);
	return settings.map(({ code, name }) => ({ value: code, label: name[language] }));
}

/** Hosts to choose among by name and number. */
export async function hostChoices(work: Work): Promise<Choice[]> {
	const found = await Promise.all(hostKinds.map((kind) => listOrganisations(work, { kind })));
	return found.flatMap(({ rows }) =>
		rows.map(({ id, name, number }) => ({ value: id, label: number === null ? name : `${name} (${number})` })),
	);
}

/** Institutions places can be kept for. */
export async function institutionChoices(work: Work): Promise<Choice[]> {
	return (await listInstitutions(work)).map(({ id, name }) => ({ value: id, label: name }));
}

/** The sites the organisation keeps, to choose one of. */
export async function siteChoices(work: Work): Promise<Choice[]> {
	const { rows } = await listSites(work, {});
	return rows.map(({ id, name }) => ({ value: id, label: name }));
}
