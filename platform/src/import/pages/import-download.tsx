import { record } from "../../identity/audit.server.ts";
import { formatDate } from "../../language.ts";
import { excelAnswer, fileAnswer } from "../../spreadsheet/answer.server.ts";
import { writeTemplate } from "../../spreadsheet/template.server.ts";
import { missing, representing } from "../../visit.server.ts";
import { findImportKind } from "../kind.server.ts";
import { importText } from "../text.ts";
import type { Route } from "./+types/import-download";

/** A template to fill in, or what is there today in the same form. Taking out what is there is logged. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, language, reading, commanding } = representing(context, request);
	const kind = findImportKind(params.kind);
	if (!kind || !(await reading((work) => kind.mayImport(work)))) missing();
	const { files } = kind.words(language);
	if (params.what === "template.xlsx") {
		const contract = await reading((work) => kind.importer.sheet(work));
		return fileAnswer(await writeTemplate(contract, language), files.template);
	}
	if (params.what !== "current.xlsx") missing();
	const { organisationId, organisationName } = actor;
	const outcome = await commanding(async (work) => {
		const notes = [importText[language].source(organisationName ?? "", formatDate(language, work.today))];
		const { sheet, rows } = await kind.current(work, organisationId, { language, notes });
		await record(work, {
			...{ verb: kind.verbs.exported, objectKind: "organisation", objectId: organisationId, organisationId },
			detail: { rows },
		});
		return { done: { today: work.today, sheet } };
	});
	if (!outcome.done) missing();
	const { sheet, today } = outcome.done;
	return excelAnswer([sheet], language, `${files.current}-${today}`);
}
