import type { Language } from "./language.ts";
import { agreementText } from "./modules/agreement/text.ts";
import { meetingText } from "./modules/meeting/text.ts";
import { homeText } from "./modules/organisation/pages/home.text.ts";
import { organisationsText } from "./modules/organisation/pages/organisations.text.ts";
import { placementText } from "./modules/placement/text.ts";
import { houseText } from "./text.ts";

/** The main menu of a signed-in person. A room with a place in it adds one line. */
export function mainMenu(language: Language, administers: boolean): { readonly to: string; readonly label: string }[] {
	return [
		{ to: "/", label: houseText[language].home },
		{ to: "/placement", label: placementText[language].title },
		{ to: "/agreements", label: agreementText[language].title },
		{ to: "/arenas", label: meetingText[language].title },
		{ to: "/organisations", label: organisationsText[language].title },
		{ to: "/people", label: homeText[language].people },
		{ to: "/contacts", label: homeText[language].contacts },
		...(administers ? [{ to: "/administration", label: houseText[language].administration }] : []),
	];
}
