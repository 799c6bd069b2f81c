import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { readAdvised } from "../../service.server.ts";
import { adviceText } from "../text.ts";
import type { Route } from "./+types/advised-excel";
import { advisedTable, narrowAdvised } from "./table.ts";

const column = (name: keyof (typeof adviceText)["nb"]["columns"]) =>
	header((language) => adviceText[language].columns[name]);

const columns = [
	{ key: "municipality", kind: "text", required: true, ...column("municipality") },
	{ key: "title", kind: "text", ...column("title") },
	{ key: "purpose", kind: "text", ...column("purpose") },
	{ key: "goals", kind: "text", ...column("goals") },
	{ key: "on", kind: "date", ...column("on") },
	{ key: "words", kind: "text", ...column("words") },
] as const;

/** The projects of a programme and how each reads as Excel, narrowed and sorted as the page is. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { language, reading, url } = visit;
	const text = adviceText[language];
	const { programme } = (await reading((work) => readAdvised(work, params.programmeId))) ?? missing();
	const state = tableState(url, advisedTable);
	return listAsExcel(visit, {
		...{ verb: "programme.export", columns, name: text.title, file: text.file },
		note: (day) => text.source(programme.title, day),
		async read(work) {
			const read = await readAdvised(work, params.programmeId);
			return (
				read &&
				narrowAdvised(language, read.projects, state).map(({ municipality, title, advice }) => ({
					...{ municipality, title, on: advice?.onDay ?? null, words: advice?.words ?? null },
					purpose: advice && text.purposes[advice.purpose],
					goals: advice && text.goals[advice.goals],
				}))
			);
		},
	});
}
