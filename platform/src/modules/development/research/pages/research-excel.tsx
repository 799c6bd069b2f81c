import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { needText } from "../../knowledge/text.ts";
import { mayEnter } from "../../rules.ts";
import { listResearch } from "../../service.server.ts";
import { stateOf } from "../rules.ts";
import { researchText } from "../text.ts";
import type { Route } from "./+types/research-excel";
import { researchPageText } from "./research.text.ts";
import { narrowResearch, researchTable } from "./table.ts";

const field = (name: keyof (typeof researchPageText)["nb"]["fields"]) =>
	header((language) => researchPageText[language].fields[name]);
const column = (name: keyof (typeof researchPageText)["nb"]["columns"]) =>
	header((language) => researchPageText[language].columns[name]);

const columns = [
	{ key: "title", kind: "text", required: true, ...column("title") },
	{ key: "organisation", kind: "text", ...column("organisation") },
	{ key: "kind", kind: "text", ...column("kind") },
	{ key: "question", kind: "text", ...field("question") },
	{ key: "firstDay", kind: "date", ...field("firstDay") },
	{ key: "lastDay", kind: "date", ...column("lastDay") },
	{ key: "state", kind: "text", ...column("state") },
	{ key: "party", kind: "text", ...column("party") },
	{ key: "hours", kind: "wholeNumber", ...field("hours") },
	{ key: "data", kind: "text", ...field("data") },
	{ key: "access", kind: "text", ...field("access") },
	{ key: "answer", kind: "text", ...column("answer") },
	{ key: "why", kind: "text", ...field("noBecause") },
	{ key: "given", kind: "wholeNumber", ...field("hoursGiven") },
	{ key: "returned", kind: "text", ...column("returned") },
] as const;

/** The research as Excel, a row for each who is asked, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const [text, words] = [researchPageText[language], researchText[language]];
	const state = tableState(url, researchTable);
	return listAsExcel(visit, {
		...{ verb: "research.export", columns, name: words.title, file: text.file },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			if (!mayEnter(await mandateOf(work))) return undefined;
			return narrowResearch(language, await listResearch(work), state).flatMap((row) => {
				const standing = row.asks.filter(({ withdrawnOn }) => withdrawnOn === null);
				// Where nobody is asked yet, the research itself is still a row.
				return (standing.length === 0 ? [undefined] : standing).map((ask) => ({
					...{ title: row.title, organisation: row.organisationName, kind: needText[language].kinds[row.kind] },
					...{ question: row.question, firstDay: row.firstDay, lastDay: row.lastDay },
					state: words.states[stateOf(row)],
					...{ party: ask?.partyName ?? null, hours: ask?.hours ?? null, data: ask?.data ?? null },
					...{ access: ask?.access ?? null, answer: ask?.answer ? words.answers[ask.answer] : null },
					why: ask?.noBecause ? words.noBecause[ask.noBecause] : null,
					given: ask?.hoursGiven ?? null,
					returned: ask?.returnSaid ? words.returnsSaid[ask.returnSaid] : null,
				}));
			});
		},
	});
}
