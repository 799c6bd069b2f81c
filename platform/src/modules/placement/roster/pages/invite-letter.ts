import type { Language } from "../../../../language.ts";
import { rosterText } from "../text.ts";
import { inviteText } from "./invite.text.ts";

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
