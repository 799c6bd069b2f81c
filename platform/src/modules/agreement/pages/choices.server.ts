import type { Work } from "../../../database/work.server.ts";
import type { Language } from "../../../language.ts";
import type { Choice } from "../../../ui/ChoiceField.tsx";
import { nameUnits, readVocabulary } from "../../organisation/service.server.ts";
import type { WholeAgreement } from "../contract.ts";
import { listAgreements } from "../service.server.ts";
import { unitChoices } from "../unit.ts";

/** Sectors of services an agreement can be about. */
export async function sectorChoices(work: Work, language: Language): Promise<Choice[]> {
	return (await readVocabulary(work)).sectors.map(({ code, name }) => ({ value: code, label: name[language] }));
}

/** Units of the parties, to say where a promise holds. */
export async function partyUnitChoices(work: Work, parties: WholeAgreement["parties"]): Promise<readonly Choice[]> {
	const units = await nameUnits(
		work,
		parties.map(({ organisationId }) => organisationId),
	);
	return unitChoices(units, parties);
}

/** Agreements another can lie under. */
export async function parentChoices(work: Work, own: string | null): Promise<Choice[]> {
	const { rows } = await listAgreements(work, { sort: "title" });
	return rows
		.filter(({ id, standing }) => id !== own && standing !== "withdrawn")
		.map(({ id, title }) => ({ value: id, label: title }));
}
