import type { OwnDataPart } from "../identity/own-data-part.ts";

/** What is kept of spreadsheets a person has uploaded. */
export const importOwnData: readonly OwnDataPart[] = [
	{
		name: "imports",
		tables: ["import.file"],
		title: { nb: "Regneark du har lest inn", nn: "Rekneark du har lese inn", en: "Spreadsheets you imported" },
		why: {
			nb: "For å vise hva en innlesing vil endre før den gjøres. Slettes etter et døgn.",
			nn: "For å vise kva ei innlesing vil endre før ho blir gjord. Blir sletta etter eit døgn.",
			en: "To show what an import would change before it is done. Deleted after a day.",
		},
		columns: {
			fileName: { nb: "Fil", nn: "Fil", en: "File" },
			kind: { nb: "Type", nn: "Type", en: "Type" },
			state: { nb: "Tilstand", nn: "Tilstand", en: "State" },
			createdAt: { nb: "Når", nn: "Når", en: "When" },
		},
		read: (work, actor) =>
			work.db
				.selectFrom("import.file")
				.where("person_id", "=", actor.personId)
				.orderBy("created_at", "desc")
				.select(["file_name as fileName", "kind", "state", "created_at as createdAt"])
				.execute(),
	},
];
