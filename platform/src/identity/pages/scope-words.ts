import type { Language } from "../../language.ts";
import { profileText } from "./profile.text.ts";

/** A part of the API that tokens are given for, in words. */
export type NamedArea = { readonly area: string; readonly title: string };

/** What a token may do, in words; whoever changes also reads. A part that is no longer there stands as it was given. */
export function scopesInWords(scopes: readonly string[], areas: readonly NamedArea[], language: Language): string {
	const text = profileText[language];
	const named = areas.flatMap(({ area, title }) => {
		if (scopes.includes(`${area}:write`)) return [text.write(title)];
		return scopes.includes(`${area}:read`) ? [text.read(title)] : [];
	});
	const gone = scopes.filter((scope) => !areas.some(({ area }) => scope.startsWith(`${area}:`)));
	return [...named, ...gone].join("; ");
}
