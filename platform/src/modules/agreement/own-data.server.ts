import { sql } from "kysely";
import type { OwnDataPart, OwnDataRow } from "../../identity/own-data-part.ts";
import { defineText } from "../../language.ts";
import { nameOfTheme } from "./words.ts";

const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });

type Naming = {
	readonly title: string;
	readonly theme: string | null;
	readonly themeName: string | null;
	readonly standing: "coordinator" | "contact" | "deputy";
	readonly name: string;
	readonly email: string;
};
const standings = defineText({
	nb: { coordinator: "Samordner", contact: "Kontakt", deputy: "Stedfortreder" },
	nn: { coordinator: "Samordnar", contact: "Kontakt", deputy: "Stadfortredar" },
	en: { coordinator: "Coordinator", contact: "Contact", deputy: "Deputy" },
});

/** What is held about a person in agreements: where they are named, and what they have said while one was negotiated. */
export const agreementOwnData: readonly OwnDataPart[] = [
	{
		name: "agreement-contacts",
		tables: ["agreement.party", "agreement.contact"],
		title: said("Avtaler du er oppført i", "Avtalar du er ført opp i", "Agreements you are named in"),
		why: said(
			"For at partene skal vite hvem som svarer for avtalen og temaene i den. Finnes ved e-postadressen din.",
			"For at partane skal vite kven som svarer for avtalen og temaa i han. Blir funne ved e-postadressa di.",
			"So that the parties know who answers for the agreement and its themes. Found by your e-mail address.",
		),
		columns: {
			agreement: said("Avtale", "Avtale", "Agreement"),
			theme: said("Tema", "Tema", "Theme"),
			as: said("Som", "Som", "As"),
			name: said("Navn", "Namn", "Name"),
			email: said("E-post", "E-post", "E-mail"),
		},
		async read(work, actor) {
			const { rows } = await sql<Naming>`
				select title, theme, theme_name "themeName", standing, name, email from agreement.naming_me()`.execute(work.db);
			const { language } = actor;
			return rows.map(({ title, theme, themeName, standing, name, email }) => ({
				...{ agreement: title, theme: theme === null ? null : nameOfTheme(language, theme, themeName) },
				...{ as: standings[language][standing], name, email },
			}));
		},
	},
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
