import type { Language } from "../../../../language.ts";
import { rosterText } from "../text.ts";
import { inviteText } from "./invite.text.ts";

/** Why students are asked to wish: as the one who sends wrote it, or, left as it stood in the form, in each one's language. */
export function reasonFor(formLanguage: Language, written: string): (language: Language) => string {
	return (language) =>
		written === inviteText[formLanguage].inviteReason ? inviteText[language].inviteReason : written;
}

/** The mail a student gets their link in. */
export function letterOf(
	language: Language,
	organisation: string,
	given: { readonly email: string; readonly path: string; readonly reason: string },
) {
	return {
		...{ recipient: given.email, language, subject: inviteText[language].inviteSubject(organisation) },
		body: `${given.reason}\n\n[${rosterText[language].link.action}](${given.path})`,
	};
}
