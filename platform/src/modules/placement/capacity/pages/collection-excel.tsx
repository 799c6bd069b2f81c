import { dayOf } from "../../../../day.ts";
import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { professionName } from "../../../organisation/text.ts";
import { listWithOffers, readCollection } from "../service.server.ts";
import { writtenYears } from "../sheet.ts";
import { capacityText } from "../text.ts";
import type { Route } from "./+types/collection-excel";
import { answerText } from "./answer.text.ts";
import { pagesText } from "./capacity.text.ts";
import { capacityQuery, capacityTable } from "./tables.ts";

type ColumnWord = keyof (typeof pagesText)["nb"]["columns"];
const of = (word: ColumnWord) => header((language) => pagesText[language].columns[word]);
const asked = (word: "firstDay" | "lastDay" | "supervisors" | "note") =>
	header((language) => answerText[language].answerFields[word]);

const columns = [
	{ key: "site", kind: "text", ...of("site") },
	{ key: "host", kind: "text", ...of("host") },
	{ key: "state", kind: "text", ...of("state") },
	{ key: "profession", kind: "text", ...of("profession") },
	{ key: "years", kind: "text", ...of("years") },
	{ key: "firstDay", kind: "date", ...asked("firstDay") },
	{ key: "lastDay", kind: "date", ...asked("lastDay") },
	{ key: "places", kind: "wholeNumber", ...of("places") },
	{ key: "leastTogether", kind: "wholeNumber", ...of("together") },
	{ key: "mostAtOnce", kind: "wholeNumber", ...of("most") },
	{ key: "supervisors", kind: "wholeNumber", ...asked("supervisors") },
	{ key: "note", kind: "text", ...asked("note") },
	{ key: "answeredOn", kind: "date", ...of("answered") },
	{ key: "answeredBy", kind: "text", ...header((language) => answerText[language].answeredByColumn) },
] as const;

/** Who has not answered, or takes nobody, offers nothing. */
const silent = {
	...{ profession: null, years: [], firstDay: null, lastDay: null, places: null, leastTogether: null },
} as const;

/** What everybody asked in a collection has answered: a row for each offer, and one for each who has none. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { language, url, reading } = visit;
	const collection = (await reading((work) => readCollection(work, params.collectionId))) ?? missing();
	const { period: _period, ...narrowed } = capacityQuery(tableState(url, capacityTable));
	const query = { ...narrowed, collectionId: collection.id };
	return listAsExcel(visit, {
		...{ verb: "capacity.export", columns, name: pagesText[language].title, file: pagesText[language].fileName },
		note: (day) => `${collection.name}, ${day}.`,
		read: async (work) => {
			return (await listWithOffers(work, query)).rows.flatMap(({ offers, ...row }) => {
				const said = {
					...{ site: row.siteName, host: row.hostName, state: capacityText[language].states[row.state] },
					...{ mostAtOnce: row.mostAtOnce, supervisors: row.supervisors, note: row.note },
					...{ answeredOn: row.answeredAt && dayOf(row.answeredAt), answeredBy: row.answeredBy },
				};
				return (offers.length === 0 ? [silent] : offers).map(
					({ profession, years, firstDay, lastDay, places, leastTogether }) => ({
						...said,
						...{ profession: profession && professionName(language, profession), years: writtenYears(years) },
						...{ firstDay, lastDay, places, leastTogether },
					}),
				);
			});
		},
	});
}
