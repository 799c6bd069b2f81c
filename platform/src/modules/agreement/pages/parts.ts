import type { Language } from "../../../language.ts";
import { provisionKinds } from "../codes.ts";
import type { Content } from "../contract.ts";
import { agreementText } from "../text.ts";
import { nameOfTheme } from "../words.ts";
import { negotiationText } from "./negotiation.text.ts";
import { writeText } from "./write.text.ts";

/** The parts of a text somebody can say something about, by the word a comment holds. */
export function partChoices(
	language: Language,
	content: Content,
): readonly { readonly value: string; readonly label: string }[] {
	const words = agreementText[language];
	return [
		{ value: "all", label: negotiationText[language].wholeText },
		{ value: "facts", label: writeText[language].factsTitle },
		...content.provisions.map(({ kind }) => ({ value: kind, label: words.provisions[kind] })),
		...content.themes.map(({ id, theme, name }) => ({ value: id, label: nameOfTheme(language, theme, name) })),
		...content.commitments.map(({ id, what }) => ({ value: id, label: `${words.commitment}: ${what}` })),
	];
}

/** What a part is called, in either of the texts it may stand in. */
export function nameOfPart(language: Language, part: string, ...contents: readonly Content[]): string {
	for (const content of contents) {
		const party = content.parties.find(({ id }) => id === part);
		if (party) return party.name;
		const choice = partChoices(language, content).find(({ value }) => value === part);
		if (choice) return choice.label;
	}
	const kind = provisionKinds.find((one) => one === part);
	return kind === undefined ? negotiationText[language].wholeText : agreementText[language].provisions[kind];
}
