import type { Language } from "../language.ts";
import { formatNumber } from "../language.ts";
import type { Place, RefusalCode, SheetRefusal } from "./refusal.ts";
import type { Sentence, Sentences } from "./sentences.ts";
import { english } from "./text.en.ts";
import { bokmal } from "./text.nb.ts";
import { nynorsk } from "./text.nn.ts";

const sentences: Readonly<Record<Language, Sentences>> = { nb: bokmal, nn: nynorsk, en: english };

/** A refusal in words: where ("" where it is the whole file), what is wrong, what to do. */
export type RefusalText = Sentence & { readonly place: string };

export function describeRefusal<Code extends RefusalCode>(
	refusal: SheetRefusal<Code>,
	language: Language,
): RefusalText {
	const say: Sentences[Code] = sentences[language][refusal.code];
	return { place: placeText(refusal, language), ...say(refusal.detail, refusal) };
}

/** A refusal as one line. */
export function refusalLine(refusal: SheetRefusal, language: Language): string {
	const { place, problem, remedy } = describeRefusal(refusal, language);
	return `${place === "" ? "" : `${place}: `}${problem} ${remedy}`;
}

/** "Viser de 200 første av 1 300 feil." where not all are kept; else "". */
export function keptText(refusals: readonly SheetRefusal[], refusalCount: number, language: Language): string {
	if (refusalCount <= refusals.length) return "";
	const [shown, all] = [formatNumber(language, refusals.length), formatNumber(language, refusalCount)];
	return {
		nb: `Viser de ${shown} første av ${all} feil.`,
		nn: `Viser dei ${shown} første av ${all} feil.`,
		en: `Showing the first ${shown} of ${all} errors.`,
	}[language];
}

const placeWords = {
	nb: { sheet: "ark", row: "rad", column: "kolonne", quote: (text: string) => `«${text}»` },
	nn: { sheet: "ark", row: "rad", column: "kolonne", quote: (text: string) => `«${text}»` },
	en: { sheet: "sheet", row: "row", column: "column", quote: (text: string) => `“${text}”` },
} as const;

/** Where something stands in a file, in words; "" where it is the whole file. */
export function placeText(place: Place, language: Language): string {
	const words = placeWords[language];
	const parts: string[] = [];
	if (place.sheet !== null) parts.push(`${words.sheet} ${words.quote(place.sheet)}`);
	if (place.row !== null) parts.push(`${words.row} ${place.row}`);
	const header = place.header === null ? "" : ` (${words.quote(place.header)})`;
	if (place.column !== null) parts.push(`${words.column} ${place.column}${header}`);
	const text = parts.join(", ");
	return text.charAt(0).toUpperCase() + text.slice(1);
}
