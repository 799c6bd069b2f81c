import type { Random } from "./random.ts";

/** Common Norwegian names, put together by chance: no real person is meant. */
const firstNames = [
	...["Anne", "Inger", "Kari", "Marit", "Ingrid", "Liv", "Eva", "Berit", "Astrid", "Bjørg", "Hilde", "Marianne"],
	...["Nina", "Elin", "Heidi", "Silje", "Ida", "Camilla", "Hanne", "Tone", "Ellen", "Mona", "Randi", "Trine", "Maria"],
	...["Nora", "Emma", "Sara", "Amalie", "Thea", "Fatima", "Amina", "Aylin", "Biret", "Maren", "Solveig", "Åse", "Gro"],
	...[
		"Jan",
		"Per",
		"Bjørn",
		"Ole",
		"Lars",
		"Kjell",
		"Knut",
		"Svein",
		"Arne",
		"Thomas",
		"Hans",
		"Geir",
		"Tor",
		"Morten",
	],
	...[
		"Terje",
		"Odd",
		"Erik",
		"Martin",
		"Andreas",
		"John",
		"Anders",
		"Rune",
		"Trond",
		"Tore",
		"Daniel",
		"Jon",
		"Kristian",
	],
	...[
		"Håvard",
		"Sindre",
		"Magnus",
		"Øyvind",
		"Ali",
		"Omar",
		"Ánte",
		"Mikkel",
		"Jonas",
		"Emil",
		"Åge",
		"Stian",
		"Vegard",
	],
] as const;
const lastNames = [
	...["Hansen", "Johansen", "Olsen", "Larsen", "Andersen", "Pedersen", "Nilsen", "Kristiansen", "Jensen", "Karlsen"],
	...["Johnsen", "Pettersen", "Eriksen", "Berg", "Haugen", "Hagen", "Johannessen", "Andreassen", "Jacobsen", "Dahl"],
	...["Jørgensen", "Henriksen", "Lund", "Halvorsen", "Sørensen", "Jakobsen", "Moen", "Gundersen", "Iversen", "Strand"],
	...["Solberg", "Svendsen", "Eide", "Knutsen", "Martinsen", "Paulsen", "Bakken", "Kristoffersen", "Mathisen", "Lie"],
	...["Amundsen", "Nguyen", "Rasmussen", "Ali", "Lunde", "Solheim", "Berge", "Moe", "Nygård", "Bakke", "Kristensen"],
	...[
		"Fredriksen",
		"Holm",
		"Lien",
		"Hauge",
		"Christensen",
		"Andresen",
		"Nielsen",
		"Knudsen",
		"Evensen",
		"Sæther",
		"Aas",
	],
	...[
		"Myhre",
		"Haugland",
		"Ahmed",
		"Hanssen",
		"Thomassen",
		"Simonsen",
		"Sivertsen",
		"Berntsen",
		"Danielsen",
		"Sandvik",
	],
	...[
		"Rønning",
		"Arnesen",
		"Næss",
		"Vik",
		"Antonsen",
		"Haug",
		"Ellingsen",
		"Edvardsen",
		"Vold",
		"Aune",
		"Rostad",
		"Solem",
	],
] as const;

export type MadePerson = { readonly name: string; readonly email: string; readonly phone: string };
type Addressed = Omit<MadePerson, "phone">;

/** A made-up person with an address that leads nowhere (.example is reserved). */
export function makePerson(domain: string, chance: Random, number: number): Addressed {
	const name = `${chance.pick(firstNames)} ${chance.pick(lastNames)}`;
	return addressed(name, domain, number);
}

/** The address of a person with this name; the number keeps two of one name apart. */
export function addressed(name: string, domain: string, number: number): Addressed {
	const local = plain(name).replaceAll(" ", ".");
	return { name, email: `${local}${number === 0 ? "" : `.${number}`}@${domain}` };
}

/** Telephone numbers nobody has, each given once: Norway gives out none that begin with 0 or 1. */
export function phoneNumbers(): () => string {
	let given = 0;
	return () => {
		given++;
		return `+47 ${String(given)
			.padStart(8, "0")
			.replaceAll(/(\d{2})(?=\d)/g, "$1 ")}`;
	};
}

/** What an organisation's made-up addresses end in. */
export function domainOf(name: string): string {
	return `${plain(name).replaceAll(" ", "-")}.example`;
}

/** As people spell themselves in an address: Åse Sæther is ase.saether. */
function plain(text: string): string {
	return text
		.toLowerCase()
		.replaceAll("æ", "ae")
		.replaceAll("ø", "o")
		.normalize("NFKD")
		.replace(/[^a-z0-9]+/g, (other) => (/[\s-]/.test(other) ? " " : ""))
		.trim();
}
