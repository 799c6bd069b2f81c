import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { mayEnter } from "../../rules.ts";
import { listStudies } from "../../service.server.ts";
import { standing } from "../rules.ts";
import { studyText } from "../text.ts";
import type { Route } from "./+types/studies-excel";
import { studiesText } from "./studies.text.ts";
import { studyPageText } from "./study.text.ts";
import { narrowStudies, studyTable, whoTakes } from "./table.ts";

const columns = [
	{ key: "who", kind: "text", required: true, ...header((language) => studiesText[language].columns.who) },
	{ key: "title", kind: "text", ...header((language) => studiesText[language].columns.title) },
	{ key: "provider", kind: "text", ...header((language) => studiesText[language].columns.provider) },
	{ key: "entry", kind: "text", ...header((language) => studiesText[language].columns.entry) },
	{ key: "unit", kind: "text", ...header((language) => studiesText[language].columns.unit) },
	{ key: "state", kind: "text", ...header((language) => studiesText[language].columns.state) },
	{ key: "since", kind: "date", ...header((language) => studiesText[language].columns.since) },
	{ key: "reason", kind: "text", ...header((language) => studiesText[language].columns.reason) },
	{ key: "firstDay", kind: "date", ...header((language) => studyPageText[language].fields.firstDay) },
	{ key: "lastDay", kind: "date", ...header((language) => studiesText[language].columns.lastDay) },
	{ key: "leave", kind: "text", ...header((language) => studiesText[language].columns.leave) },
	{ key: "leaveShare", kind: "wholeNumber", ...header((language) => studyPageText[language].fields.leaveShare) },
	{ key: "substitute", kind: "text", ...header((language) => studiesText[language].columns.substitute) },
	{
		key: "substituteShare",
		kind: "wholeNumber",
		...header((language) => studyPageText[language].fields.substituteShare),
	},
	{
		key: "substituteCost",
		kind: "wholeNumber",
		...header((language) => studyPageText[language].fields.substituteCost),
	},
	{ key: "payers", kind: "text", ...header((language) => studiesText[language].columns.payer) },
	{ key: "kroner", kind: "wholeNumber", ...header((language) => studiesText[language].columns.kroner) },
] as const;

/** Who is in education as Excel, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const [text, words] = [studiesText[language], studyText[language]];
	const state = tableState(url, studyTable);
	return listAsExcel(visit, {
		...{ verb: "competence-study.export", columns, name: words.title, file: text.file },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			if (!mayEnter(await mandateOf(work))) return undefined;
			return narrowStudies(language, await listStudies(work), state).map((row) => {
				const last = standing(row.steps).at(-1);
				return {
					...{ who: whoTakes(language, row), title: row.title, provider: row.provider, unit: row.unitName },
					entry: nameOfEntry(language, { name: row.entryName, nameNn: row.entryNameNn, nameEn: row.entryNameEn }),
					...{ state: words.states[row.state], since: last?.onDay ?? null },
					reason: last?.reason ? words.reasons[last.reason] : null,
					...{ firstDay: row.firstDay, lastDay: row.lastDay, leave: words.leave[row.leave] },
					...{ leaveShare: row.leaveShare, substitute: words.substitute[row.substitute] },
					...{ substituteShare: row.substituteShare, substituteCost: row.substituteCost },
					payers: [...new Set(row.finance.map(({ payer }) => words.payers[payer]))].join(", ") || null,
					kroner: row.finance.length === 0 ? null : row.finance.reduce((sum, one) => sum + one.kroner, 0),
				};
			});
		},
	});
}
