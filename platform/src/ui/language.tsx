import { createContext, use } from "react";
import type { Language } from "../language.ts";

export const LanguageContext = createContext<Language>("nb");

/** The language of the page being shown. */
export function useLanguage(): Language {
	return use(LanguageContext);
}
