import { formatDate, formatNumber, type Language } from "../../language.ts";
import { professionName } from "../organisation/text.ts";
import { type Theme, themes } from "./codes.ts";
import type { Content } from "./contract.ts";
import { agreementText } from "./text.ts";

/** What a theme is called; one that is not on the list goes by its own name. */
export function nameOfTheme(language: Language, theme: string, own: string | null = null): string {
	const known = themes.find((one): one is Theme => one === theme);
	if (theme === "other" && own) return own;
	return known === undefined ? theme : agreementText[language].themes[known];
}

const until = { nb: "inntil videre", nn: "inntil vidare", en: "until further notice" } as const;

/** The days something holds, in words; nothing where it has no first day. */
export function daysInWords(
	language: Language,
	{ firstDay, lastDay }: { readonly firstDay: string | null; readonly lastDay: string | null },
): string | null {
	if (firstDay === null) return null;
	return `${formatDate(language, firstDay)} – ${lastDay === null ? until[language] : formatDate(language, lastDay)}`;
}

/** How a word of a form is read where the field holds a code, a day or the id of something to choose. */
export function shownIn(
	language: Language,
	choices: readonly { readonly value: string; readonly label: string }[] = [],
) {
	const text = agreementText[language];
	const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
		...{ kind: text.kinds, level: text.levels, legalForm: text.legalForms, side: text.sides, measure: text.measures },
		per: text.per,
	};
	return (field: string, word: string): string => {
		const list = lists[field];
		if (list && Object.hasOwn(list, word)) return list[word] ?? word;
		if (/^\d{4}-\d{2}-\d{2}$/.test(word)) return formatDate(language, word);
		return choices.find(({ value }) => value === word)?.label ?? word;
	};
}

type Promised = Content["commitments"][number];

/** How many, of what, how often; a promise without a number says so. */
export function amountInWords(language: Language, one: Promised): string {
	const text = agreementText[language];
	const what = one.measure === "other" ? "" : ` ${(one.amount === 1 ? text.oneOf : text.measures)[one.measure]}`;
	if (one.amount === null) return withoutNumber[language];
	return `${formatNumber(language, one.amount)}${what} ${text.per[one.per]}`;
}
const withoutNumber = { nb: "uten tall", nn: "utan tal", en: "without a number" } as const;

/** For whom and where a promise holds, where that is said. */
export function scopeInWords(language: Language, one: Promised): string {
	const year = { nb: "studieår", nn: "studieår", en: "year of study" }[language];
	return [
		one.profession === null ? "" : professionName(language, one.profession),
		one.yearOfStudy === null ? "" : `${year} ${one.yearOfStudy}`,
		one.unitName ?? "",
		daysInWords(language, one) ?? "",
	]
		.filter((word) => word !== "")
		.join(", ");
}

const and = { nb: "og", nn: "og", en: "and" } as const;

/** One, two and three. */
export function inOneSentence(language: Language, names: readonly string[]): string {
	const last = names.at(-1) ?? "";
	return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} ${and[language]} ${last}`;
}
