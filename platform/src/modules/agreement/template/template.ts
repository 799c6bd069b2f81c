import type { Language } from "../../../language.ts";
import { type Measure, type Side, type Theme, usualMeasure } from "../codes.ts";
import type { ThemeFacts } from "../contract.ts";
import { english } from "./en.ts";
import { bokmal } from "./nb.ts";
import { nynorsk } from "./nn.ts";
import type { Templates, TemplateWords } from "./templates.ts";

const templates: Readonly<Record<Language, Templates>> = { nb: bokmal, nn: nynorsk, en: english };

/** The template of a theme in a language; none for one the parties name themselves. */
export function templateOf(theme: Theme, language: Language): TemplateWords | undefined {
	return theme === "other" ? undefined : templates[language][theme];
}

type TextFields = Pick<ThemeFacts, "goal" | "responsibility" | "obligations" | "payer">;

/** Fills what is empty in a theme; what somebody has written stands. */
export function filled<Facts extends TextFields>(facts: Facts, template: TemplateWords): Facts {
	return {
		...facts,
		goal: facts.goal || template.goal,
		responsibility: facts.responsibility || template.responsibility,
		obligations: facts.obligations || template.obligations,
		payer: facts.payer || template.payer,
	};
}

/** What is usually promised under a theme: who delivers is the first party of the side, or whoever there is. */
export function usualCommitments(
	theme: Theme,
	template: TemplateWords,
	parties: readonly { readonly organisationId: string; readonly side: Side }[],
): readonly { readonly what: string; readonly partyId: string; readonly measure: Measure }[] {
	return template.commitments.flatMap(({ side, what }) => {
		const party = parties.find((one) => one.side === side) ?? parties[0];
		return party === undefined ? [] : [{ what, partyId: party.organisationId, measure: usualMeasure[theme] }];
	});
}
