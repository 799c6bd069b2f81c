import { sql } from "kysely";
import type { OwnDataPart, OwnDataRow } from "../../identity/own-data.server.ts";

const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });

/** What is held about a person in agreements: what they have said while one was negotiated. */
export const agreementOwnData: readonly OwnDataPart[] = [
	{
		name: "agreement-comments",
		tables: ["agreement.comment"],
		title: said("Kommentarene dine til avtaler", "Kommentarane dine til avtalar", "Your comments on agreements"),
		why: said(
			"For at partene skal se hva som er sagt under forhandlingene, og av hvem.",
			"For at partane skal sjå kva som er sagt under forhandlingane, og av kven.",
			"So that the parties see what was said during negotiations, and by whom.",
		),
		columns: {
			agreement: said("Avtale", "Avtale", "Agreement"),
			body: said("Kommentar", "Kommentar", "Comment"),
			madeAt: said("Når", "Når", "When"),
		},
		async read(work, actor) {
			const { rows } = await sql<OwnDataRow>`
				select (select a.title from agreement.agreement a
						where a.organisation_id = c.organisation_id and a.id = c.agreement_id) agreement,
					c.body, to_char(c.made_at at time zone 'Europe/Oslo', 'YYYY-MM-DD') "madeAt"
				from agreement.comment c where c.person_id = ${actor.personId} order by c.made_at`.execute(work.db);
			return rows;
		},
	},
	{
		name: "exchanges",
		tables: ["agreement.exchange"],
		title: said("Delte stillinger og utveksling", "Delte stillingar og utveksling", "Shared positions and exchange"),
		why: said(
			"For å vise hvem som arbeider på tvers av tjenestene og utdanningen, og hva det førte til.",
			"For å vise kven som arbeider på tvers av tenestene og utdanninga, og kva det førte til.",
			"To show who works across services and education, and what came of it.",
		),
		columns: {
			title: said("Stilling", "Stilling", "Position"),
			tasks: said("Oppgaver", "Oppgåver", "Tasks"),
			firstDay: said("Første dag", "Første dag", "First day"),
			lastDay: said("Siste dag", "Siste dag", "Last day"),
			evaluation: said("Evaluering", "Evaluering", "Evaluation"),
		},
		async read(work, actor) {
			const { rows } = await sql<OwnDataRow>`
				select title, tasks, first_day "firstDay", last_day "lastDay", evaluation
				from agreement.exchange where person_id = ${actor.personId} order by first_day, id`.execute(work.db);
			return rows;
		},
	},
];
