import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayEnter } from "../../rules.ts";
import { listNeeds } from "../../service.server.ts";
import { needText } from "../text.ts";
import type { Route } from "./+types/needs-excel";
import { needPageText } from "./need.text.ts";
import { narrowNeeds, needTable } from "./table.ts";

const field = (name: keyof (typeof needPageText)["nb"]["fields"]) =>
	header((language) => needPageText[language].fields[name]);
const column = (name: keyof (typeof needPageText)["nb"]["columns"]) =>
	header((language) => needPageText[language].columns[name]);

const columns = [
	{ key: "question", kind: "text", required: true, ...column("question") },
	{ key: "organisation", kind: "text", ...column("organisation") },
	{ key: "useFor", kind: "text", ...field("useFor") },
	{ key: "known", kind: "text", ...field("known") },
	{ key: "gives", kind: "text", ...field("gives") },
	{ key: "fits", kind: "text", ...column("fits") },
	{ key: "importance", kind: "wholeNumber", ...column("importance") },
	{ key: "neededBy", kind: "date", ...column("neededBy") },
	{ key: "contact", kind: "text", ...header((language) => needPageText[language].contact) },
	{ key: "state", kind: "text", ...column("state") },
	{ key: "learnt", kind: "text", ...field("learnt") },
] as const;

/** The needs as Excel, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const [text, words] = [needPageText[language], needText[language]];
	const state = tableState(url, needTable);
	return listAsExcel(visit, {
		...{ verb: "knowledge-need.export", columns, name: words.title, file: text.file },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			if (!mayEnter(await mandateOf(work))) return undefined;
			return narrowNeeds(language, await listNeeds(work), state).map((row) => ({
				...{ question: row.question, organisation: row.organisationName, useFor: row.useFor, known: row.known },
				...{ gives: row.gives, fits: row.fits.map((one) => words.kinds[one]).join(", ") },
				...{ importance: row.importance, neededBy: row.neededBy, learnt: row.learnt },
				contact: row.contactEmail === null ? row.contactName : `${row.contactName}, ${row.contactEmail}`,
				state: row.closedBecause === null ? text.open : words.closings[row.closedBecause],
			}));
		},
	});
}
