import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayEnter } from "../../rules.ts";
import { listHelp } from "../../service.server.ts";
import { offerStateOf } from "../rules.ts";
import { helpText } from "../text.ts";
import type { Route } from "./+types/help-excel";
import { helpPageText } from "./help.text.ts";
import { helpTable, narrowHelp } from "./table.ts";

const field = (name: keyof (typeof helpPageText)["nb"]["fields"]) =>
	header((language) => helpPageText[language].fields[name]);
const column = (name: keyof (typeof helpPageText)["nb"]["columns"]) =>
	header((language) => helpPageText[language].columns[name]);

const columns = [
	{ key: "title", kind: "text", required: true, ...column("title") },
	{ key: "organisation", kind: "text", ...column("organisation") },
	{ key: "way", kind: "text", ...column("way") },
	{ key: "about", kind: "text", ...field("about") },
	{ key: "forWhom", kind: "text", ...field("forWhom") },
	{ key: "distance", kind: "wholeNumber", ...column("distance") },
	{ key: "party", kind: "text", ...column("party") },
	{ key: "begun", kind: "text", ...column("begun") },
	{ key: "said", kind: "date", ...column("said") },
	{ key: "state", kind: "text", ...column("state") },
	{ key: "answer", kind: "text", ...column("answer") },
	{ key: "why", kind: "text", ...field("answerWords") },
	{ key: "local", kind: "text", ...column("local") },
	{ key: "result", kind: "text", ...field("result") },
] as const;

/** Help as Excel, a row for each it was offered to as far as the asker reads it, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language, url } = visit;
	const [text, words] = [helpPageText[language], helpText[language]];
	const state = tableState(url, helpTable);
	return listAsExcel(visit, {
		...{ verb: "help.export", columns, name: words.title, file: text.file },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			if (!mayEnter(await mandateOf(work))) return undefined;
			return narrowHelp(language, await listHelp(work), state).flatMap((row) =>
				// Where nobody has been offered it, the help itself is still a row.
				(row.offers.length === 0 ? [undefined] : row.offers).map((offer) => ({
					...{ title: row.title, organisation: row.organisationName, way: words.ways[row.way], about: row.about },
					...{ forWhom: row.forWhom, distance: row.kilometres, party: offer?.partyName ?? null },
					begun: offer ? text.begun[offer.begun] : null,
					...{ said: offer?.saidOn ?? null, state: offer ? words.states[offerStateOf(offer)] : null },
					...{ answer: offer?.answer ? words.answers[offer.answer] : null, why: offer?.answerWords ?? null },
					local: offer?.localName ? `${offer.localName}, ${offer.localRole}` : null,
					result: offer?.result ?? null,
				})),
			);
		},
	});
}
