import { defineText, type Language } from "../../../language.ts";
import { linkTo } from "../../../notice/letter.ts";
import { resultsText } from "../follow/results.text.ts";

type Asking = { readonly title: string; readonly year: string; readonly party: string };

const text = defineText({
	nb: {
		subject: ({ title, year }: Asking) => `Hva har avtalen ført til i ${year}? ${title}`,
		reason: ({ title, year }: Asking) => `Partene i avtalen «${title}» spørres hva den har ført til i ${year}.`,
		again: "Vi har ikke fått svar ennå, og minner om det denne ene gangen.",
		short: ({ party }: Asking) =>
			`Det er fem spørsmål. Svar for ${party}. Du trenger ingen bruker, og de andre partene ser svaret.`,
	},
	nn: {
		subject: ({ title, year }: Asking) => `Kva har avtalen ført til i ${year}? ${title}`,
		reason: ({ title, year }: Asking) => `Partane i avtalen «${title}» blir spurde kva han har ført til i ${year}.`,
		again: "Vi har ikkje fått svar enno, og minner om det denne eine gongen.",
		short: ({ party }: Asking) =>
			`Det er fem spørsmål. Svar for ${party}. Du treng ingen brukar, og dei andre partane ser svaret.`,
	},
	en: {
		subject: ({ title, year }: Asking) => `What has the agreement led to in ${year}? ${title}`,
		reason: ({ title, year }: Asking) => `The parties to “${title}” are asked what it has led to in ${year}.`,
		again: "We have had no answer yet, and remind you this once.",
		short: ({ party }: Asking) =>
			`There are five questions. Answer for ${party}. You need no account, and the other parties see the answer.`,
	},
});

/** Why a contact is sent the link. */
export function reasonOf(language: Language, asking: Asking): string {
	return text[language].reason(asking);
}

/** The mail that asks a party what an agreement has led to. */
export function yearlyLetter(
	language: Language,
	asking: Asking & { readonly path: string; readonly isReminder: boolean },
): { readonly subject: string; readonly body: string } {
	const words = text[language];
	const link = linkTo(asking.path, resultsText[language].openLink);
	const again = asking.isReminder ? [words.again] : [];
	return {
		subject: words.subject(asking),
		body: [words.reason(asking), ...again, words.short(asking), link].join("\n\n"),
	};
}
