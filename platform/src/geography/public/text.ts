import { type Language, localeOf } from "../../language.ts";
import type { Place } from "../../spreadsheet/refusal.ts";
import type { Sentence } from "../../spreadsheet/sentences.ts";
import { describeRefusal, type RefusalText } from "../../spreadsheet/text.ts";
import type { FactCode, FactProblems, FactRefusal, PublicRefusal } from "./refusal.ts";

type FactSentences = {
	readonly [Code in FactCode]: (detail: FactProblems[Code], place: Place) => Sentence;
};

const list = (numbers: readonly string[], language: Language): string => {
	const shown = numbers.slice(0, 10);
	const rest = numbers.length - shown.length;
	const more = { nb: `${rest} til`, nn: `${rest} til`, en: `${rest} more` }[language];
	return new Intl.ListFormat(localeOf[language], { type: "conjunction" }).format(rest > 0 ? [...shown, more] : shown);
};

const bokmal: FactSentences = {
	unknownMunicipality: (_, { value }) => ({
		problem: `${value} er ikke en kommune i 2024.`,
		remedy: "Rett kommunenummeret, eller bruk en fil med kommuneinndelingen fra 2024.",
	}),
	countyDiffers: ({ county, municipality }) => ({
		problem: `Kommune ${municipality} ligger ikke i fylke ${county}.`,
		remedy: "Fylkesnummeret er de to første sifrene i kommunenummeret. Rett det ene eller det andre.",
	}),
	outsideNorway: (_, { value }) => ({
		problem: `Punktet ${value} ligger ikke i Norge.`,
		remedy: "Kontroller at breddegrad og lengdegrad ikke er byttet om.",
	}),
	sumDiffers: ({ sum, total }) => ({
		problem: `Aldersgruppene gir til sammen ${sum}, men folketallet er ${total}.`,
		remedy: "Hent filen på nytt, eller rett tallene så de stemmer.",
	}),
	missingMunicipalities: ({ numbers }) => ({
		problem: `Filen mangler ${numbers.length} kommuner: ${list(numbers, "nb")}.`,
		remedy: "Bruk en fil med alle kommunene.",
	}),
	periodBackwards: ({ from, to }) => ({
		problem: `Perioden går baklengs, fra ${from} til ${to}.`,
		remedy: "Rett årstallene.",
	}),
	sharesDoNotAddUp: ({ number, sum }) => ({
		problem: `Andelene for kommune ${number} blir til sammen ${sum}, ikke 1.`,
		remedy: "Rett vektene, eller ta med radene som mangler.",
	}),
	unclearSuccessor: ({ number, candidates }) => ({
		problem:
			candidates.length === 0
				? `Filen sier ikke hvilken kommune ${number} ble til.`
				: `Kommune ${number} kan ha blitt til ${list(candidates, "nb")}. Filen sier ikke hvilken.`,
		remedy: "Bruk en fil der overgangene er entydige.",
	}),
	notInstitutionCode: (_, { value }) => ({
		problem: `${value} er ikke en institusjonskode.`,
		remedy: "Koden fra DBH har fire siffer, for eksempel 1110 eller 0217.",
	}),
	notJson: () => ({
		problem: "Filen er ikke gyldig JSON.",
		remedy: "Hent filen på nytt. Den kan være avkortet.",
	}),
	notBoundaries: ({ path }) => ({
		problem: `Filen er ikke kommunegrenser i TopoJSON. Feilen er ved ${path || "toppnivået"}.`,
		remedy: "Bruk en TopoJSON-fil med kommunene i objektet «kommuner» og kommunenummeret som id.",
	}),
};

const nynorsk: FactSentences = {
	unknownMunicipality: (_, { value }) => ({
		problem: `${value} er ikkje ein kommune i 2024.`,
		remedy: "Rett kommunenummeret, eller bruk ei fil med kommuneinndelinga frå 2024.",
	}),
	countyDiffers: ({ county, municipality }) => ({
		problem: `Kommune ${municipality} ligg ikkje i fylke ${county}.`,
		remedy: "Fylkesnummeret er dei to første siffera i kommunenummeret. Rett det eine eller det andre.",
	}),
	outsideNorway: (_, { value }) => ({
		problem: `Punktet ${value} ligg ikkje i Noreg.`,
		remedy: "Kontroller at breiddegrad og lengdegrad ikkje er bytte om.",
	}),
	sumDiffers: ({ sum, total }) => ({
		problem: `Aldersgruppene gir til saman ${sum}, men folketalet er ${total}.`,
		remedy: "Hent fila på nytt, eller rett tala så dei stemmer.",
	}),
	missingMunicipalities: ({ numbers }) => ({
		problem: `Fila manglar ${numbers.length} kommunar: ${list(numbers, "nn")}.`,
		remedy: "Bruk ei fil med alle kommunane.",
	}),
	periodBackwards: ({ from, to }) => ({
		problem: `Perioden går baklengs, frå ${from} til ${to}.`,
		remedy: "Rett årstala.",
	}),
	sharesDoNotAddUp: ({ number, sum }) => ({
		problem: `Delane for kommune ${number} blir til saman ${sum}, ikkje 1.`,
		remedy: "Rett vektene, eller ta med radene som manglar.",
	}),
	unclearSuccessor: ({ number, candidates }) => ({
		problem:
			candidates.length === 0
				? `Fila seier ikkje kva for ein kommune ${number} vart til.`
				: `Kommune ${number} kan ha blitt til ${list(candidates, "nn")}. Fila seier ikkje kva for ein.`,
		remedy: "Bruk ei fil der overgangane er eintydige.",
	}),
	notInstitutionCode: (_, { value }) => ({
		problem: `${value} er ikkje ein institusjonskode.`,
		remedy: "Koden frå DBH har fire siffer, til dømes 1110 eller 0217.",
	}),
	notJson: () => ({
		problem: "Fila er ikkje gyldig JSON.",
		remedy: "Hent fila på nytt. Ho kan vere avkorta.",
	}),
	notBoundaries: ({ path }) => ({
		problem: `Fila er ikkje kommunegrenser i TopoJSON. Feilen er ved ${path || "toppnivået"}.`,
		remedy: "Bruk ei TopoJSON-fil med kommunane i objektet «kommuner» og kommunenummeret som id.",
	}),
};

const english: FactSentences = {
	unknownMunicipality: (_, { value }) => ({
		problem: `${value} is not a municipality in 2024.`,
		remedy: "Correct the municipality number, or use a file with the municipalities of 2024.",
	}),
	countyDiffers: ({ county, municipality }) => ({
		problem: `Municipality ${municipality} is not in county ${county}.`,
		remedy: "The county number is the first two digits of the municipality number. Correct one or the other.",
	}),
	outsideNorway: (_, { value }) => ({
		problem: `The point ${value} is not in Norway.`,
		remedy: "Check that latitude and longitude have not changed places.",
	}),
	sumDiffers: ({ sum, total }) => ({
		problem: `The age groups add up to ${sum}, but the population is ${total}.`,
		remedy: "Fetch the file again, or correct the numbers so that they agree.",
	}),
	missingMunicipalities: ({ numbers }) => ({
		problem: `The file lacks ${numbers.length} municipalities: ${list(numbers, "en")}.`,
		remedy: "Use a file with all the municipalities.",
	}),
	periodBackwards: ({ from, to }) => ({
		problem: `The period runs backwards, from ${from} to ${to}.`,
		remedy: "Correct the years.",
	}),
	sharesDoNotAddUp: ({ number, sum }) => ({
		problem: `The shares of municipality ${number} add up to ${sum}, not 1.`,
		remedy: "Correct the weights, or add the rows that are missing.",
	}),
	unclearSuccessor: ({ number, candidates }) => ({
		problem:
			candidates.length === 0
				? `The file does not say which municipality ${number} became.`
				: `Municipality ${number} may have become ${list(candidates, "en")}. The file does not say which.`,
		remedy: "Use a file where every change is clear.",
	}),
	notInstitutionCode: (_, { value }) => ({
		problem: `${value} is not an institution code.`,
		remedy: "A DBH code has four digits, such as 1110 or 0217.",
	}),
	notJson: () => ({ problem: "The file is not valid JSON.", remedy: "Fetch the file again. It may be cut short." }),
	notBoundaries: ({ path }) => ({
		problem: `The file does not hold municipal boundaries as TopoJSON. The error is at ${path || "the top level"}.`,
		remedy: "Use a TopoJSON file with the municipalities in the object “kommuner” and their numbers as ids.",
	}),
};

const sentences: Readonly<Record<Language, FactSentences>> = { nb: bokmal, nn: nynorsk, en: english };
const rowWords = { nb: "Rad", nn: "Rad", en: "Row" } as const;

/** A refusal of a public file in words: where ("" where it is the whole file), what is wrong, what to do. */
export function describePublicRefusal(refusal: PublicRefusal, language: Language): RefusalText {
	return isFactRefusal(refusal) ? describeFact(refusal, language) : describeRefusal(refusal, language);
}

function describeFact<Code extends FactCode>(refusal: FactRefusal<Code>, language: Language): RefusalText {
	const say: FactSentences[Code] = sentences[language][refusal.code];
	const row = refusal.row === null ? [] : [`${rowWords[language]} ${refusal.row}`];
	const header = refusal.header === null ? [] : [language === "en" ? `“${refusal.header}”` : `«${refusal.header}»`];
	return { place: [...row, ...header].join(", "), ...say(refusal.detail, refusal) };
}

function isFactRefusal(refusal: PublicRefusal): refusal is FactRefusal {
	return Object.hasOwn(bokmal, refusal.code);
}
