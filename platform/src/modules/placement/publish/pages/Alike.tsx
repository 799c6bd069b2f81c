import type { Language } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import type { ToldApart } from "../alike.ts";
import { publishPagesText } from "./publish.text.ts";

/** The name of a student, with what tells them from another of the same name under it. */
export function StudentName({ name, apart }: { readonly name: string; readonly apart: ToldApart | undefined }) {
	const language = useLanguage();
	return (
		<>
			{name}
			{apart && <span className="quiet list-under">{apartWords(apart, language)}</span>}
		</>
	);
}

/** What tells a student from another of the same name, in words. */
export function apartWords(apart: ToldApart, language: Language): string {
	const { alike } = publishPagesText[language];
	if (apart.by === "number") return alike.number(apart.number);
	return apart.by === "studies" ? alike.studies(apart.institution, apart.year) : alike.order(apart.at, apart.of);
}
