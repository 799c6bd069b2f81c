import { type Language, languages } from "../language.ts";

export type RoleWords = Readonly<Record<Language, Readonly<Record<string, string>>>>;

let words: RoleWords = { nb: {}, nn: {}, en: {} };

/** The room that owns the roles tells what people call them. */
export function registerRoleWords(given: RoleWords): void {
	words = given;
}

/** What people call a role; a title of someone's own is left as it is. */
export function roleWords(role: string, language: Language): string {
	return (Object.hasOwn(words[language], role) ? words[language][role] : undefined) ?? role;
}

/** What someone is where they hold a role: their own title, unless it is what the role is called anyway, in any language. */
export function heldAs(role: string, title: string | null, language: Language): string {
	const called = languages.map((one) => roleWords(role, one).toLowerCase());
	return title === null || called.includes(title.trim().toLowerCase()) ? roleWords(role, language) : title;
}
