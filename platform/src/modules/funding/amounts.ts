import { defineText, formatNumber, type Language } from "../../language.ts";

/** Words of their own: nearly every page of the room has an amount, and few have all that is said of a call. */
const amountText = defineText({
	nb: { kroner: (amount: string) => `${amount} kr`, percent: (amount: string) => `${amount} %` },
	nn: { kroner: (amount: string) => `${amount} kr`, percent: (amount: string) => `${amount} %` },
	en: { kroner: (amount: string) => `NOK ${amount}`, percent: (amount: string) => `${amount}%` },
});

/** Whole kroner in words; nothing where the amount is not known. */
export function kronerOf(language: Language, amount: number | null): string {
	return amount === null ? "" : amountText[language].kroner(formatNumber(language, amount));
}

export function percentOf(language: Language, amount: number | null): string {
	return amount === null ? "" : amountText[language].percent(formatNumber(language, amount));
}
