import { z } from "zod";
import type { Language } from "../../language.ts";
import { words } from "../condition.ts";
import { type FormContent, formContent } from "../definition.ts";

const object = z.record(z.string(), z.unknown());

/** A form with the words of one language in the place of every other, to be looked at in that language; bokmål where it has none. */
export function saidIn(content: FormContent, language: Language): FormContent {
	return formContent.parse(inOne(content, language));
}

function inOne(value: unknown, language: Language): unknown {
	if (Array.isArray(value)) return value.map((one) => inOne(one, language));
	const said = words.safeParse(value).data;
	if (said) {
		const one = said[language] || said.nb;
		return { nb: one, nn: one, en: one };
	}
	const whole = object.safeParse(value).data;
	if (!whole) return value;
	return Object.fromEntries(Object.entries(whole).map(([key, inner]) => [key, inOne(inner, language)]));
}
