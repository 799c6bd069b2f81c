import { sql } from "kysely";
import type { OwnDataPart, OwnDataRow } from "../../../identity/own-data-part.ts";

const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });

/** What a student has said of placements. */
export const evaluationOwnData: readonly OwnDataPart[] = [
	{
		name: "evaluations",
		tables: ["placement.evaluation"],
		title: said("Hva du har sagt om praksis", "Kva du har sagt om praksis", "What you have said of placements"),
		why: said(
			"For at andre studenter og praksisstedet skal få vite hvordan det er der. Borte etter fem år.",
			"For at andre studentar og praksisstaden skal få vite korleis det er der. Borte etter fem år.",
			"So that other students and the site know what it is like there. Gone after five years.",
		),
		columns: {
			site: said("Praksissted", "Praksisstad", "Site"),
			askedAt: said("Spurt", "Spurd", "Asked"),
			outcomes: said("Læringsutbytte", "Læringsutbyte", "Learning outcomes"),
			supervision: said("Veiledning", "Rettleiing", "Supervision"),
			welcome: said("Mottakelse", "Mottaking", "Welcome"),
			recommend: said("Anbefaler", "Tilrår", "Recommends"),
			remark: said("Det du skrev", "Det du skreiv", "What you wrote"),
		},
		async read(work, actor) {
			const { rows } = await sql<OwnDataRow>`
				select p.site_name site, to_char(x.asked_at at time zone 'Europe/Oslo', 'YYYY-MM-DD') "askedAt", x.outcomes,
					x.supervision, x.welcome, x.recommend::text recommend, x.remark
				from placement.evaluation x
				join placement.placement p on p.organisation_id = x.organisation_id and p.id = x.placement_id
				where x.person_id = ${actor.personId} order by x.asked_at, x.placement_id`.execute(work.db);
			return rows;
		},
	},
];
