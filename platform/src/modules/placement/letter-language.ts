import { sql } from "kysely";
import type { Language } from "../../language.ts";

/** The language letters to a student `t` are written in, where they have no account: their own, else the institution's. */
export const languageOfStudent = sql<Language>`coalesce(t.language,
	(select o.language from organisation.organisation o where o.id = t.institution_id), 'nb')`;

/** The language letters to a site `s` are written in: its host's. */
export const languageOfSite = sql<Language>`coalesce((select o.language from organisation.organisation o where o.id = s.host_id), 'nb')`;
