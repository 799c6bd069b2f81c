import { sql } from "kysely";
import type { OwnDataPart, OwnDataRow } from "../../../identity/own-data-part.ts";

const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });

/** What enquiries hold about a person: those they sent, have, or are the contact for, and what they wrote in them. */
export const enquiryOwnData: readonly OwnDataPart[] = [
	{
		name: "enquiries",
		tables: ["meeting.enquiry", "meeting.enquiry_step"],
		title: said("Henvendelser du er med i", "Førespurnader du er med i", "Enquiries you are part of"),
		why: said(
			"For at den som spør, skal få svar, og vite hvem som har saken.",
			"For at den som spør, skal få svar, og vite kven som har saka.",
			"So that whoever asks gets an answer, and knows who has the matter.",
		),
		columns: {
			subject: said("Emne", "Emne", "Subject"),
			sent: said("Sendt", "Send", "Sent"),
			state: said("Status", "Status", "Status"),
			part: said("Din del", "Din del", "Your part"),
			wrote: said("Hva du skrev", "Kva du skreiv", "What you wrote"),
		},
		async read(work, actor) {
			const { rows } = await sql<OwnDataRow>`
				select coalesce(e.subject, '') subject, e.sent_at sent, e.state,
					concat_ws(', ', case when e.sent_by = ${actor.personId} then 'sent' end,
						case when e.owner_id = ${actor.personId} then 'owner' end,
						case when e.contact_id = ${actor.personId} then 'contact' end) part,
					(select string_agg(nullif(s.body, ''), E'\n' order by s.at) from meeting.enquiry_step s
						where s.organisation_id = e.organisation_id and s.enquiry_id = e.id and s.by_id = ${actor.personId}) wrote
				from meeting.enquiry e
				where ${actor.personId} in (e.sent_by, e.owner_id, e.contact_id) or exists (select from meeting.enquiry_step s
					where s.organisation_id = e.organisation_id and s.enquiry_id = e.id and s.by_id = ${actor.personId})
				order by e.sent_at desc, e.id`.execute(work.db);
			return rows;
		},
	},
];
