import { languages } from "../../../language.ts";
import { roleName } from "../text.ts";

/**
 * A person's own title where it says more than the role does, in whichever language it was written; else null. Asked on
 * the server: a browser has the words of one language.
 */
export function ownTitle(role: string, title: string | null): string | null {
	return title === null || languages.some((language) => roleName(language, role) === title) ? null : title;
}
