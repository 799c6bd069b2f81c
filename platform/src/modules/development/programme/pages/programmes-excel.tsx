import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayEnter } from "../../rules.ts";
import { listProgrammes } from "../../service.server.ts";
import { programmeText } from "../text.ts";
import type { Route } from "./+types/programmes-excel";
import { programmePageText } from "./programme.text.ts";
import { programmesText } from "./programmes.text.ts";
import { narrowProgrammes, programmeTable } from "./table.ts";

const field = (name: keyof (typeof programmePageText)["nb"]["fields"]) =>
	header((language) => programmePageText[language].fields[name]);
const column = (name: keyof (typeof programmesText)["nb"]["columns"]) =>
	header((language) => programmesText[language].columns[name]);

const columns = [
	{ key: "title", kind: "text", required: true, ...column("title") },
	{ key: "keeper", kind: "text", ...column("keeper") },
	{ key: "commissioner", kind: "text", ...column("commissioner") },
	{ key: "purpose", kind: "text", ...field("purpose") },
	{ key: "themes", kind: "text", ...field("themes") },
	{ key: "first", kind: "date", ...field("firstDay") },
	{ key: "last", kind: "date", ...field("lastDay") },
	{ key: "state", kind: "text", ...column("state") },
	{ key: "own", kind: "text", ...column("own") },
] as const;

/** The programmes as Excel, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const [text, words] = [programmesText[language], programmeText[language]];
	const state = tableState(url, programmeTable);
	return listAsExcel(visit, {
		...{ verb: "programme.export", columns, name: words.title, file: text.file },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			if (!mayEnter(await mandateOf(work))) return undefined;
			return narrowProgrammes(language, await listProgrammes(work), state).map((row) => ({
				...{ title: row.title, keeper: row.keeperName, commissioner: row.commissioner, purpose: row.purpose },
				...{ themes: row.themes.join(", "), first: row.firstDay, last: row.lastDay, state: words.states[row.state] },
				own: row.own && words.admissionStates[row.own.state],
			}));
		},
	});
}
