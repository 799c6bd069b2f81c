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
