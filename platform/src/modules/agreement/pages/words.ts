import { formatDate, type Language } from "../../../language.ts";
import { type Theme, themes } from "../codes.ts";
import { agreementText } from "../text.ts";

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
