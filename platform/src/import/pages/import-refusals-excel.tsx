import { inEachLanguage } from "../../language.ts";
import { excelAnswer } from "../../spreadsheet/answer.server.ts";
import { sheetOf } from "../../spreadsheet/written.ts";
import { missing, representing } from "../../visit.server.ts";
import { readImport } from "../service.server.ts";
import { importText } from "../text.ts";
import type { Route } from "./+types/import-refusals-excel";
import { importPagesText } from "./import.text.ts";

const columns = [
	{ key: "place", kind: "text", headers: inEachLanguage((language) => importPagesText[language].place) },
	{ key: "problem", kind: "text", headers: inEachLanguage((language) => importPagesText[language].problem) },
	{ key: "remedy", kind: "text", headers: inEachLanguage((language) => importPagesText[language].remedy) },
] as const;

/** The refusals of an import as Excel, to be sent to whoever made the file. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	const found = await reading((work) => readImport(work, params.importId));
	if (!found?.preview) missing();
	const text = importText[language];
	const rows = found.preview.refusals.map(({ place, problem, remedy }) => ({
		...{ place: place[language], problem: problem[language], remedy: remedy[language] },
	}));
	const sheet = sheetOf({ columns }, rows, { name: importPagesText[language].refusals, notes: [found.fileName] });
	return excelAnswer([sheet], language, text.file);
}
