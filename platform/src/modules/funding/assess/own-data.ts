import { sql } from "kysely";
import type { OwnDataPart, OwnDataRow } from "../../../identity/own-data-part.ts";

const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });

/** What a person has given applications for grants, with their own notes. */
export const assessmentOwnData: readonly OwnDataPart[] = [
	{
		name: "assessments",
		tables: ["funding.assessment", "funding.assessment_note"],
		title: said("Søknader du har vurdert", "Søknader du har vurdert", "Applications you have assessed"),
		why: said(
			"For å vise hvem som vurderte en søknad, og at de var habile. Notatene leser bare du.",
			"For å vise kven som vurderte ein søknad, og at dei var habile. Notata les berre du.",
			"To show who assessed an application, and that they were impartial. The notes are read by you alone.",
		),
		columns: {
			application: said("Søknad", "Søknad", "Application"),
			impartial: said("Habil", "Habil", "Impartial"),
			scores: said("Poeng", "Poeng", "Points"),
			comment: said("Vurdering", "Vurdering", "Assessment"),
			note: said("Notat", "Notat", "Note"),
			changedAt: said("Sist endret", "Sist endra", "Last changed"),
		},
		async read(work, actor) {
			const { rows } = await sql<OwnDataRow>`
				select a.application_id application, a.impartial, a.scores::text scores, a.comment, coalesce(n.note, '') note,
					a.changed_at "changedAt"
				from funding.assessment a
				left join funding.assessment_note n on n.organisation_id = a.organisation_id
					and n.application_id = a.application_id and n.person_id = a.person_id
				where a.person_id = ${actor.personId} order by a.changed_at`.execute(work.db);
			return rows;
		},
	},
];
