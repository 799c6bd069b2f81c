import type { Language } from "../../../language.ts";
import { houseText } from "../../../text.ts";
import { homeText } from "./home.text.ts";

/** What decides where a person goes from the front page. */
export type Going = {
	readonly organisation: { readonly id: string } | null;
	readonly unitId: string | null;
	readonly membershipId: string | null;
	/** Ways the rooms offer, the most their own first. */
	readonly shortcuts: readonly { readonly path: string; readonly label: string }[];
	readonly can: {
		/** Is there as more than a student. */
		readonly work: boolean;
		readonly seePeople: boolean;
		readonly managePeople: boolean;
		readonly manageUnits: boolean;
		readonly administer: boolean;
		readonly operate: boolean;
	};
};

/** Where people with these roles most often go, the nearest to them first; a student is not sent to how others work. */
export function waysOf({ organisation, unitId, membershipId, shortcuts, can }: Going, language: Language) {
	const text = homeText[language];
	const own = `/organisations/${organisation?.id}`;
	const ways = [
		...shortcuts.map(({ path, label }) => ({ to: path, label })),
		unitId !== null && { to: `${own}/units/${unitId}`, label: text.ownUnit },
		organisation !== null && { to: own, label: text.own },
		can.work && organisation !== null && { to: `${own}/units`, label: text.units },
		can.seePeople && { to: "/people", label: text.people },
		membershipId !== null && { to: `/people/${membershipId}`, label: text.ownRole },
		organisation !== null && { to: `${own}/contacts`, label: text.ownContacts },
		{ to: "/contacts", label: text.contacts },
		can.work && { to: "/organisations?view=map", label: text.map },
		can.managePeople && { to: "/people/invitations", label: text.invitations },
		(can.manageUnits || can.managePeople) && { to: "/import", label: text.imports },
		can.work && { to: "/jobs", label: text.jobs },
		can.operate && { to: "/import/public", label: text.publicFacts },
		can.administer && { to: "/administration", label: houseText[language].administration },
	];
	return ways.filter((way) => way !== false);
}
