import { sql } from "kysely";
import type { OwnDataPart, OwnDataRow } from "../../../identity/own-data-part.ts";

const said = (nb: string, nn: string, en: string) => ({ nb, nn, en });

/** Where a person is named as one who guides. */
export const guideOwnData: readonly OwnDataPart[] = [
	{
		name: "guides",
		tables: ["funding.guide"],
		title: said("Hvor du veileder om tilskudd", "Kvar du rettleier om tilskot", "Where you guide on grants"),
		why: said(
			"For at de som ber om råd, skal vite hvem som kan lese det.",
			"For at dei som bed om råd, skal vite kven som kan lese det.",
			"So that those who ask for advice know who can read it.",
		),
		columns: {
			organisation: said("Organisasjon", "Organisasjon", "Organisation"),
			supervises: said("Fører også tilsyn", "Fører òg tilsyn", "Supervises too"),
			namedAt: said("Utpekt", "Peika ut", "Named"),
			namedBy: said("Utpekt av", "Peika ut av", "Named by"),
		},
		async read(work, actor) {
			const { rows } = await sql<OwnDataRow>`
				select organisation_id organisation, supervises, named_at "namedAt", named_by "namedBy" from funding.guide
				where person_id = ${actor.personId} order by named_at`.execute(work.db);
			return rows;
		},
	},
];
