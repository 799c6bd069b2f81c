import { formatNumber } from "../../../../language.ts";
import { header, listAsExcel } from "../../../../spreadsheet/list.server.ts";
import { representing } from "../../../../visit.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { readUsedResults } from "../../service.server.ts";
import { usedText } from "../text.ts";
import type { Route } from "./+types/used-excel";

const columns = [
	{ key: "about", kind: "text", required: true, ...header((language) => usedText[language].columns.entry) },
	{ key: "asked", kind: "wholeNumber", ...header((language) => usedText[language].columns.asked) },
	{ key: "answered", kind: "wholeNumber", ...header((language) => usedText[language].columns.answered) },
	{ key: "often", kind: "wholeNumber", ...header((language) => usedText[language].uses.often) },
	{ key: "some", kind: "wholeNumber", ...header((language) => usedText[language].uses.some) },
	{ key: "hardly", kind: "wholeNumber", ...header((language) => usedText[language].uses.hardly) },
] as const;

/** The counts as Excel: what the page leaves out is left out there too. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { actor, language } = visit;
	const text = usedText[language];
	const none = { often: null, some: null, hardly: null };
	return listAsExcel(visit, {
		...{ verb: "competence-used.export", columns, name: text.title, file: text.file },
		note: (day) => text.source(actor.organisationName ?? "", day),
		async read(work) {
			const results = await readUsedResults(work);
			return (
				results && [
					...results.months.map(({ key, asked, answered, uses }) => ({
						...{ about: text.months(formatNumber(language, key)), asked, answered, ...(uses ?? none) },
					})),
					...results.entries.map((row) => ({
						...{ about: nameOfEntry(language, row), asked: null, answered: row.answered, ...(row.uses ?? none) },
					})),
				]
			);
		},
	});
}
