import type { User } from "./national.ts";

export type Page = {
	readonly name: string;
	/** The address as this user asks for it. */
	readonly path: (user: User) => string;
	/** Asked for by those who keep agreements, or who assess applications, and not by everybody in turn. */
	readonly by?: "keepers" | "givers";
};

/** The ten pages people open most. */
export const everyday: readonly Page[] = [
	{ name: "Home", path: () => "/" },
	{ name: "Organisations", path: () => "/organisations" },
	{
		name: "Organisations, searched",
		path: (user) => `/organisations?q=${encodeURIComponent(misspelt(user.otherName))}`,
	},
	{ name: "Organisations on the map", path: () => "/organisations?view=map" },
	{ name: "An organisation", path: (user) => `/organisations/${user.otherId}` },
	{ name: "Unit tree", path: (user) => `/organisations/${user.organisationId}/units` },
	{ name: "A unit", path: (user) => `/organisations/${user.organisationId}/units/${user.unitId}` },
	{ name: "People", path: () => "/people" },
	{ name: "Contacts, by responsibility", path: () => "/contacts?responsibility=placements" },
	{ name: "Inbox", path: () => "/inbox" },
];

/** Pages that reckon over the whole country. */
const national: readonly Page[] = [
	{ name: "Coverage", path: () => "/agreements/coverage", by: "keepers" },
	{
		name: "Coverage, a theme in a county",
		path: () => "/agreements/coverage?theme=placements&county=50",
		by: "keepers",
	},
];

const call = (user: User) => `/funding/calls/${user.unitId}`;

/** Pages of those who assess the 357 applications to a national call. */
const funding: readonly Page[] = [
	{ name: "Applications to a call", path: (user) => `${call(user)}/applications`, by: "givers" },
	{ name: "Applications, what if", path: (user) => `${call(user)}/applications?way=floor&floor=100000`, by: "givers" },
	{
		name: "Applications, searched and sorted",
		path: (user) => `${call(user)}/applications?q=al&sort=-score`,
		by: "givers",
	},
	{ name: "Whom a call reaches", path: (user) => `${call(user)}/reach`, by: "givers" },
	{ name: "An application", path: (user) => `${call(user)}/applications/${user.otherId}`, by: "givers" },
	{ name: "Reports due", path: () => "/funding/reports", by: "givers" },
	{ name: "Awards given", path: () => "/funding/awards", by: "givers" },
	{ name: "Home of who assesses", path: () => "/", by: "givers" },
];

const programme = ({ development }: User) => `/development/programmes/${development.programmeId}`;

/** Pages of development: 1,200 places in seven programmes, 350 projects, 120 networks, one card that 62 try out. */
const development: readonly Page[] = [
	{ name: "Projects", path: () => "/development" },
	{ name: "Networks", path: () => "/development/networks" },
	{ name: "Networks of whoever keeps 120", path: () => "/development/networks", by: "givers" },
	{ name: "Programmes", path: () => "/development/programmes" },
	{ name: "What a programme adds up", path: (user) => `${programme(user)}/results`, by: "givers" },
	{ name: "Whom a programme reaches", path: (user) => `${programme(user)}/reach`, by: "givers" },
	{ name: "Never in a programme", path: (user) => `${programme(user)}/reach?experience=never`, by: "givers" },
	{ name: "Projects of a programme", path: (user) => `${programme(user)}/projects`, by: "givers" },
	{ name: "Admissions of a programme", path: (user) => `${programme(user)}/admissions`, by: "givers" },
	{ name: "Practice cards", path: () => "/development/practice" },
	{ name: "A card and who tries it", path: ({ development }) => `/development/practice/${development.cardId}` },
];

export const pages: readonly Page[] = [...everyday, ...national, ...funding, ...development];

/** A name as it is typed in a hurry: the first word, without its marks, two letters swapped. */
function misspelt(name: string): string {
	const plain = (name.split(/[ -]/)[0] ?? name)
		.toLowerCase()
		.replaceAll("å", "aa")
		.replaceAll("æ", "ae")
		.replaceAll("ø", "o");
	return plain.length < 5 ? plain : plain.slice(0, 2) + (plain[3] ?? "") + (plain[2] ?? "") + plain.slice(4);
}
