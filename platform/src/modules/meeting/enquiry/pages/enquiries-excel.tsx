import { dayOf } from "../../../../day.ts";
import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { listEnquiries } from "../service.server.ts";
import { enquiryText } from "../text.ts";
import type { Route } from "./+types/enquiries-excel";
import { enquiriesText } from "./enquiries.text.ts";
import { enquiryTable } from "./table.ts";

const columns = [
	{ key: "subject", kind: "text", required: true, ...header((language) => enquiriesText[language].columns.subject) },
	{ key: "fromName", kind: "text", ...header((language) => enquiriesText[language].columns.from) },
	{ key: "toName", kind: "text", ...header((language) => enquiriesText[language].columns.to) },
	{ key: "asks", kind: "text", ...header((language) => enquiriesText[language].columns.asks) },
	{ key: "sentOn", kind: "date", ...header((language) => enquiriesText[language].columns.sent) },
	{ key: "dueOn", kind: "date", ...header((language) => enquiriesText[language].columns.due) },
	{ key: "ownerName", kind: "text", ...header((language) => enquiriesText[language].columns.owner) },
	{ key: "standing", kind: "text", ...header((language) => enquiriesText[language].columns.standing) },
	{ key: "reason", kind: "text", ...header((language) => enquiriesText[language].columns.reason) },
	{ key: "settledOn", kind: "date", ...header((language) => enquiriesText[language].columns.settled) },
] as const;

/** The list as Excel, narrowed and sorted as the page is. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { language, url } = visit;
	const words = enquiryText[language];
	const { search, sort, descending, filters } = tableState(url, enquiryTable);
	return listAsExcel(visit, {
		...{ verb: "enquiry.export", columns, name: words.title, file: words.title.toLocaleLowerCase("nb") },
		note: (day) => enquiriesText[language].excelNote(day),
		read: async (work) =>
			(await listEnquiries(work, { ...filters, search, sort, descending })).rows.map((row) => ({
				...{ subject: row.subject, fromName: row.fromName, toName: row.toName, asks: words.asks[row.asks] },
				...{ sentOn: dayOf(row.sentAt), dueOn: row.dueOn, ownerName: row.ownerName ?? row.contactName },
				...{ standing: words.standings[row.standing], reason: row.reason && words.reasons[row.reason] },
				settledOn: row.settledOn,
			})),
	});
}
