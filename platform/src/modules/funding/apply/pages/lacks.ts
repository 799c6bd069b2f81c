import { formatNumber, type Language } from "../../../../language.ts";
import { kronerOf, percentOf } from "../../amounts.ts";
import type { Lack } from "../rules.ts";
import { applicationText } from "./application.text.ts";

/** What stands in the way, in words, and where it is mended. */
export function sayLack(language: Language, lack: Lack): string {
	const amount = (value: number | undefined) =>
		value === undefined
			? ""
			: lack.code === "answers"
				? formatNumber(language, value)
				: lack.code === "own-share"
					? percentOf(language, value)
					: kronerOf(language, value);
	return applicationText[language].lack[lack.code](lack.name ?? "", amount(lack.sum), amount(lack.limit));
}

/** The page where it is mended. */
export function placeOf(here: string, callId: string, { at, field }: Lack): string {
	if (at === "call") return `/funding/calls/${callId}`;
	if (at === "parties") return `${here}#parties`;
	return `${here}/${at}${field === undefined ? "" : `#${field}`}`;
}
