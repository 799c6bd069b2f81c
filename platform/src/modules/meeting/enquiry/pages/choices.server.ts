import type { Work } from "../../../../database/work.server.ts";
import type { Language } from "../../../../language.ts";
import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { themes } from "../../../agreement/codes.ts";
import { agreementText } from "../../../agreement/text.ts";
import { responsibilities } from "../../../organisation/codes.ts";
import { listUnits, nameOrganisations } from "../../../organisation/service.server.ts";
import { responsibilityName } from "../../../organisation/text.ts";
import { listSpeakingArenas } from "../service.server.ts";

/** Themes of agreements, in words: named here, so that pages need not bring the words of another room. */
export function themeChoices(language: Language): Choice[] {
	return themes.map((one) => ({ value: one, label: agreementText[language].themes[one] }));
}

export function themeWord(language: Language, theme: string | null): string | null {
	return themeChoices(language).find(({ value }) => value === theme)?.label ?? null;
}

export function responsibilityChoices(language: Language): Choice[] {
	return responsibilities.map((one) => ({ value: one, label: responsibilityName(language, one) }));
}

/** Units of the organisation acted for. */
export async function unitChoices(work: Work, organisationId: string): Promise<Choice[]> {
	const { rows } = await listUnits(work, { organisationId });
	return rows.map(({ id, name }) => ({ value: id, label: name }));
}

/** Arenas that answer for their parties, with the names of those they answer for. */
export async function arenaChoices(work: Work): Promise<Choice[]> {
	const arenas = await listSpeakingArenas(work);
	const names = await nameOrganisations(
		work,
		arenas.flatMap(({ partyIds }) => partyIds),
	);
	return arenas.map(({ id, name, partyIds }) => ({
		value: id,
		label: `${name} (${partyIds.map((party) => names.get(party)?.name ?? "").join(", ")})`,
	}));
}
