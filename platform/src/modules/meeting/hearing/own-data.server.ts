import { sql } from "kysely";
import type { OwnDataPart, OwnDataRow } from "../../../identity/own-data-part.ts";

const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });

/** What hearings hold about a person: where they were asked, and what they said. */
export const hearingOwnData: readonly OwnDataPart[] = [
	{
		name: "hearings",
		tables: ["meeting.hearing_invitee"],
		title: said("Høringer du er invitert til", "Høyringar du er invitert til", "Hearings you are invited to"),
		why: said(
			"For å be deg om innspill, svare på dem og vise hvem som var med.",
			"For å be deg om innspel, svare på dei og vise kven som var med.",
			"To ask for your input, answer it and show who was involved.",
		),
		columns: {
			hearing: said("Høring", "Høyring", "Hearing"),
			role: said("Rolle", "Rolle", "Role"),
			name: said("Navn", "Namn", "Name"),
			email: said("E-post", "E-post", "E-mail"),
			input: said("Det du sa", "Det du sa", "What you said"),
			answer: said("Svaret", "Svaret", "The answer"),
		},
		async read(work, actor) {
			const { rows } = await sql<OwnDataRow>`
				select coalesce(h.title, '') hearing, i.role, i.name, i.email, n.body input, n.because answer
				from meeting.hearing_invitee i
				left join meeting.hearing h on h.organisation_id = i.organisation_id and h.id = i.hearing_id
				left join meeting.hearing_input n on n.organisation_id = i.organisation_id and n.hearing_id = i.hearing_id
					and n.invitee_id = i.id
				where i.person_id = ${actor.personId} and i.invited_at is not null
				order by h.last_day desc, i.id, n.given_at`.execute(work.db);
			return rows;
		},
	},
];
