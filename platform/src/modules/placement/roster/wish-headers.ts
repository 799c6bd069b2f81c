const ordinals = [
	["Første", "Fyrste"],
	["Andre"],
	["Tredje"],
	["Fjerde"],
	["Femte"],
	["Sjette"],
	["Sjuende"],
	["Åttende"],
];
const englishOrdinals = ["First", "Second", "Third", "Fourth", "Fifth"];

/** What people call the column of a wish, besides “Wish 1”. @param number of the wish, from 1 */
export function wishHeaders(number: number): string[] {
	return [
		...[`${number}. ønske`, `Ønske nr. ${number}`, `Prioritet ${number}`, `${number}. prioritet`],
		...[`${number}. valg`, `Valg ${number}`, `${number}. val`, `Val ${number}`, `Choice ${number}`],
		...(ordinals[number - 1] ?? []).flatMap((word) => [`${word}ønske`, `${word}valg`, `${word}val`]),
		...(englishOrdinals[number - 1] === undefined ? [] : [`${englishOrdinals[number - 1]} choice`]),
	];
}
