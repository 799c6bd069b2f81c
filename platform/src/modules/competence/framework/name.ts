import type { Language } from "../../../language.ts";

type Named = { readonly name: string; readonly nameNn: string | null; readonly nameEn: string | null };

/** What an entry is called in a language: an own one as it was written, whoever reads it. */
export function nameOfEntry(language: Language, { name, nameNn, nameEn }: Named): string {
	return (language === "nn" ? nameNn : language === "en" ? nameEn : null) ?? name;
}
