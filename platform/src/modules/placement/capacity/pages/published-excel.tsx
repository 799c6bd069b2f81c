import { listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { listPublishedOffers } from "../service.server.ts";
import type { Route } from "./+types/published-excel";
import { pagesText } from "./capacity.text.ts";
import { offerColumns, offerRows } from "./offers-sheet.server.ts";
import { publishedText } from "./published.text.ts";
import { offerQuery, offerTable } from "./tables.ts";

/** Published places as Excel, narrowed as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { language, url } = visit;
	const text = pagesText[language];
	const publishedWords = publishedText[language];
	const query = offerQuery(tableState(url, offerTable));
	return listAsExcel(visit, {
		...{ verb: "capacity.export", columns: offerColumns, name: publishedWords.publishedTitle, file: text.fileName },
		note: publishedWords.publishedSource,
		read: async (work) => offerRows(work, (await listPublishedOffers(work, query)).rows, language),
	});
}
