import { sql } from "kysely";
import type { OwnDataPart, OwnDataRow } from "../../identity/own-data-part.ts";

const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });

/** What the room holds about a person: the seats they have had, and the decisions they own. */
export const meetingOwnData: readonly OwnDataPart[] = [
	{
		name: "seats",
		tables: ["meeting.seat"],
		title: said("Arenaer du er medlem av", "Arenaer du er medlem av", "Arenas you are a member of"),
		why: said(
			"For å kalle deg inn til møter og vise hva du har ansvaret for.",
			"For å kalle deg inn til møte og vise kva du har ansvaret for.",
			"To call you to meetings and show what you are responsible for.",
		),
		columns: {
			arena: said("Arena", "Arena", "Arena"),
			role: said("Rolle", "Rolle", "Role"),
			name: said("Navn", "Namn", "Name"),
			email: said("E-post", "E-post", "E-mail"),
			validFrom: said("Fra", "Frå", "From"),
			validTo: said("Til", "Til", "To"),
		},
		async read(work, actor) {
			const { rows } = await sql<OwnDataRow>`
				select coalesce(a.name, '') arena, s.role, s.name, s.email, s.valid_from "validFrom", s.valid_to "validTo"
				from meeting.seat s left join meeting.arena a on a.organisation_id = s.organisation_id and a.id = s.arena_id
				where s.person_id = ${actor.personId} order by s.valid_from desc, s.id`.execute(work.db);
			return rows;
		},
	},
];
