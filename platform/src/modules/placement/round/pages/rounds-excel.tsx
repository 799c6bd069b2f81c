import { formatDate, inEachLanguage } from "../../../../language.ts";
import { excelAnswer } from "../../../../spreadsheet/answer.server.ts";
import { sheetOf } from "../../../../spreadsheet/written.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { listRounds } from "../service.server.ts";
import { roundText } from "../text.ts";
import type { Route } from "./+types/rounds-excel";
import { saidOf } from "./RoundStatus.tsx";
import { roundPagesText } from "./round.text.ts";
import { roundsQuery, roundsTable } from "./rounds-table.ts";

const header = (key: keyof (typeof roundPagesText)["nb"]["columns"]) =>
	inEachLanguage((language) => roundPagesText[language].columns[key]);

const columns = [
	{ key: "name", kind: "text", headers: header("name") },
	{ key: "owner", kind: "text", headers: header("owner") },
	{ key: "firstDay", kind: "date", headers: inEachLanguage((language) => roundPagesText[language].fields.firstDay) },
	{ key: "lastDay", kind: "date", headers: inEachLanguage((language) => roundPagesText[language].fields.lastDay) },
	{ key: "state", kind: "text", headers: header("state") },
	{ key: "claims", kind: "wholeNumber", headers: header("claims") },
	{ key: "withoutWishes", kind: "wholeNumber", headers: header("withoutWishes") },
	{ key: "placed", kind: "wholeNumber", headers: header("placed") },
] as const;

/** The list of rounds as Excel, narrowed as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const { rows, today } = await reading(async (work) => ({
		rows: (await listRounds(work, roundsQuery(tableState(url, roundsTable)))).rows,
		today: work.today,
	}));
	const text = roundPagesText[language];
	const sheet = sheetOf(
		{ columns },
		rows.map((row) => ({ ...row, owner: row.ownerName, state: roundText[language].states[saidOf(row)] })),
		{ name: text.title, notes: [formatDate(language, today)] },
	);
	return excelAnswer([sheet], language, `${text.excel}-${today}`);
}
