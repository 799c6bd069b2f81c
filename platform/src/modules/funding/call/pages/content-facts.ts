import { formatShortDate, type Language } from "../../../../language.ts";
import type { Fact } from "../../../../ui/Facts.tsx";
import { kronerOf, percentOf } from "../../amounts.ts";
import { interimDays } from "../../award/interim.ts";
import { awardPageText } from "../../award/pages/award.text.ts";
import { applicants } from "../../codes.ts";
import { fundingText } from "../../text.ts";
import type { CallContent } from "../contract.ts";
import { callText } from "../text.ts";

function dayOf(language: Language, day: string | null): string {
	return day === null ? "" : formatShortDate(language, day);
}

/** Who may apply, in words. */
export function whoOf(language: Language, content: CallContent): string {
	return applicants
		.filter((one) => content[one])
		.map((one) => fundingText[language].applicants[one])
		.join(", ");
}

/** What a call says that is a number, a day or a word, in the order it is read. */
export function factsOf(language: Language, content: CallContent): readonly (Fact & { readonly value: string })[] {
	const text = callText[language];
	return [
		{ label: text.who, value: whoOf(language, content) },
		{ label: text.pot, value: kronerOf(language, content.pot) },
		// What a call need not have is none where it is not said, and nothing that is missing.
		{ label: text.lowest, value: kronerOf(language, content.lowest) || text.none },
		{ label: text.highest, value: kronerOf(language, content.highest) || text.none },
		{ label: text.ownShare, value: percentOf(language, content.ownShare) || text.none },
		{ label: text.opensOn, value: dayOf(language, content.opensOn) },
		{ label: text.closesOn, value: dayOf(language, content.closesOn) },
		{ label: text.decidesOn, value: dayOf(language, content.decidesOn) },
		{ label: text.spendBy, value: dayOf(language, content.spendBy) },
		{
			label: text.interimOn,
			value:
				interimDays(content.interimOn, content.reportOn)
					.map((one) => dayOf(language, one))
					.join(", ") || text.none,
		},
		{ label: text.reportOn, value: dayOf(language, content.reportOn) },
		{
			label: text.carryOver,
			value: [awardPageText[language].carryChoices[content.carries], content.carryOver].filter(Boolean).join(". "),
		},
		{ label: text.droppedShare, value: percentOf(language, content.droppedShare) },
		{ label: text.regulation, value: content.regulation },
	];
}
