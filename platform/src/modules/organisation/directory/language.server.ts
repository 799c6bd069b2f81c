import type { Work } from "../../../database/work.server.ts";
import { isLanguage, type Language } from "../../../language.ts";

/** The language letters to an organisation are written in, where who reads them has no account; bokmål where none is known. */
export async function languageOf(work: Work, organisationId: string | null): Promise<Language> {
	if (organisationId === null) return "nb";
	const found = await work.db
		.selectFrom("organisation.organisation")
		.select("language")
		.where("id", "=", organisationId)
		.executeTakeFirst();
	return isLanguage(found?.language) ? found.language : "nb";
}
