import type { OwnDataPart } from "../../../identity/own-data.server.ts";

/** The spreadsheets a person has uploaded in the last day. */
export const importOwnData: OwnDataPart = {
	name: "imports",
	tables: ["organisation.import"],
	title: { nb: "Regneark du har lastet opp", nn: "Rekneark du har lasta opp", en: "Spreadsheets you have uploaded" },
	why: {
		nb: "Beholdes mens du ser på hva de ville gjøre, og slettes senest etter 24 timer.",
		nn: "Blir tekne vare på medan du ser på kva dei ville gjere, og sletta seinast etter 24 timar.",
		en: "Kept while you look at what they would do, and deleted after 24 hours at the latest.",
	},
	columns: {
		fileName: { nb: "Fil", nn: "Fil", en: "File" },
		kind: { nb: "Slag", nn: "Slag", en: "Kind" },
		createdAt: { nb: "Lastet opp", nn: "Lasta opp", en: "Uploaded" },
	},
	read: (work, actor) =>
		work.db
			.selectFrom("organisation.import")
			.where("person_id", "=", actor.personId)
			.orderBy("created_at", "desc")
			.select(["file_name as fileName", "kind", "created_at as createdAt"])
			.execute(),
};
