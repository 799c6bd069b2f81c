import { sql } from "kysely";
import type { OwnDataPart, OwnDataRow } from "../../../identity/own-data-part.ts";

const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });

/** What employers have taken down about the studies of a person. */
export const studyOwnData: readonly OwnDataPart[] = [
	{
		name: "studies",
		tables: ["competence.study", "competence.study_step", "competence.study_finance"],
		title: said("Utdanning du tar", "Utdanning du tek", "Education you take"),
		why: said(
			"For å planlegge permisjon, vikar og betaling. Navnet blir borte når arbeidsgiveren tar føringen bort eller velger å ikke ha navn.",
			"For å planleggje permisjon, vikar og betaling. Namnet blir borte når arbeidsgivaren tek føringa bort eller vel å ikkje ha namn.",
			"To plan leave, substitute and payment. The name goes when the employer takes the entry away or chooses not to keep names.",
		),
		columns: {
			study: said("Studium eller kurs", "Studium eller kurs", "Study or course"),
			provider: said("Hvor", "Kvar", "Where"),
			name: said("Navn", "Namn", "Name"),
			email: said("E-post", "E-post", "E-mail"),
			firstDay: said("Starter", "Startar", "Starts"),
			lastDay: said("Ferdig", "Ferdig", "Ends"),
			leave: said("Permisjon", "Permisjon", "Leave"),
			substitute: said("Vikar", "Vikar", "Substitute"),
			steps: said("Steg", "Steg", "Steps"),
			paid: said("Betaling", "Betaling", "Payment"),
		},
		async read(work, actor) {
			const { rows } = await sql<OwnDataRow>`
				select s.title study, s.provider, s.name, s.email, s.first_day "firstDay", s.last_day "lastDay", s.leave, s.substitute,
					(select string_agg(concat_ws(' ', t.on_day, t.state, t.reason, t.note), '; ' order by t.recorded_at, t.id)
						from competence.study_step t where t.organisation_id = s.organisation_id and t.study_id = s.id) steps,
					(select string_agg(concat_ws(' ', f.payer, f.kroner, f.note), '; ' order by f.id)
						from competence.study_finance f where f.organisation_id = s.organisation_id and f.study_id = s.id) paid
				from competence.study s where s.person_id = ${actor.personId} order by s.first_day, s.id`.execute(work.db);
			return rows;
		},
	},
];
