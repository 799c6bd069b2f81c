import type { Language } from "../../../../language.ts";
import { organisationsText } from "../organisations.text.ts";
import { registerPagesText } from "./register.text.ts";

/** The pages above a page of the register. */
export function registerTrail(language: Language, id: string, name: string) {
	return [
		{ to: "/organisations", label: organisationsText[language].title },
		{ to: `/organisations/${id}`, label: name },
		{ to: `/organisations/${id}/register`, label: registerPagesText[language].title },
	];
}
