import { sql } from "kysely";
import type { OwnDataPart, OwnDataRow } from "../../../identity/own-data-part.ts";

const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });

/** What is held about a student's placements, and what happened to them. */
export const placementOwnData: readonly OwnDataPart[] = [
	{
		name: "placements",
		tables: ["placement.placement", "placement.event"],
		title: said("Praksisplassene dine", "Praksisplassane dine", "Your placements"),
		why: said(
			"For at du, praksisstedet og institusjonen skal vite hvor du er når.",
			"For at du, praksisstaden og institusjonen skal vite kvar du er når.",
			"So that you, the site and the institution know where you are when.",
		),
		columns: {
			site: said("Praksissted", "Praksisstad", "Site"),
			course: said("Emne", "Emne", "Course"),
			firstDay: said("Første dag", "Første dag", "First day"),
			lastDay: said("Siste dag", "Siste dag", "Last day"),
			state: said("Status", "Status", "Status"),
			answer: said("Svaret ditt", "Svaret ditt", "Your answer"),
			reason: said("Grunnen du ga", "Grunnen du gav", "The reason you gave"),
			decision: said("Svar på ny vurdering", "Svar på ny vurdering", "Answer to reconsideration"),
			decisionReason: said("Grunnen du fikk", "Grunnen du fekk", "The reason you were given"),
			events: said("Hva som har skjedd", "Kva som har hendt", "What has happened"),
		},
		async read(work, actor) {
			const { rows } = await sql<OwnDataRow>`
				select x.site_name site, x.course_name course, x.first_day "firstDay", x.last_day "lastDay", x.state,
					x.student_answer answer, x.student_reason reason, x.reconsidered decision, x.reconsidered_reason "decisionReason",
					(select string_agg(concat_ws(' ', to_char(e.at at time zone 'Europe/Oslo', 'YYYY-MM-DD'), e.verb, e.by_name, e.reason), '; ' order by e.at)
						from placement.event e where e.placement_id = x.id) events
				from placement.placement x where x.person_id = ${actor.personId} order by x.first_day, x.id`.execute(work.db);
			return rows;
		},
	},
];
