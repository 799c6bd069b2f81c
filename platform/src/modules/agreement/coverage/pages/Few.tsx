import { formatNumber, type Language } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { listText } from "../../pages/list.text.ts";

const shownInCell = 2;

/** The first few of a list, the rest counted; nothing is shown as nothing. */
export function Few({ words }: { readonly words: readonly string[] }) {
	return few(words, useLanguage());
}

/** The same for the cells of a long list, where a component for each costs more than what it says. */
export function few(words: readonly string[], language: Language) {
	if (words.length === 0) return <NoValue />;
	const rest = words.length - shownInCell;
	const first = words.slice(0, shownInCell).join(", ");
	return rest > 0 ? `${first} ${listText[language].more(formatNumber(language, rest))}` : first;
}
