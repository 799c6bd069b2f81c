import { record } from "../../../identity/audit.server.ts";
import { formatDate } from "../../../language.ts";
import { writeTemplate } from "../../../spreadsheet/template.server.ts";
import { sheetOf } from "../../../spreadsheet/written.ts";
import { missing, representing } from "../../../visit.server.ts";
import { type ImportKind, importKinds } from "../import/contract.ts";
import { importers } from "../import/kinds.server.ts";
import { exportPeople } from "../import/people/export.server.ts";
import { peopleSheet } from "../import/people/sheet.ts";
import { mayImport } from "../import/rules.ts";
import { importText } from "../import/text.ts";
import { exportUnits } from "../import/units/export.server.ts";
import { unitSheet } from "../import/units/sheet.ts";
import { mandateOf, readVocabulary } from "../service.server.ts";
import type { Route } from "./+types/import-download";
import { excelAnswer, fileAnswer } from "./excel-answer.server.ts";

/** A template to fill in, or what is there today in the same form. Taking people out is logged. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, language, reading, commanding } = representing(context, request);
	const kind = importKinds.find((one) => one === params.kind);
	const text = importText[language];
	if (!kind || !(await reading(async (work) => mayImport(await mandateOf(work), kind)))) missing();
	if (params.what === "template.xlsx") {
		const contract = await reading((work) => importers[kind].sheet(work));
		return fileAnswer(await writeTemplate(contract, language), text.files.template[kind]);
	}
	if (params.what !== "current.xlsx") missing();
	const { organisationId, organisationName } = actor;
	const outcome = await commanding(async (work) => {
		const about = (kind: ImportKind, count: number) =>
			record(work, {
				...{ verb: kind === "units" ? "unit.export" : "membership.export", objectKind: "organisation" },
				...{ objectId: organisationId, organisationId, detail: { rows: count } },
			});
		const notes = [text.source(organisationName ?? "", formatDate(language, work.today))];
		if (kind === "units") {
			const contract = unitSheet(await readVocabulary(work));
			const rows = await exportUnits(work, organisationId);
			await about(kind, rows.length);
			return { done: { today: work.today, sheet: sheetOf(contract, rows, { name: contract.title[language], notes }) } };
		}
		const rows = await exportPeople(work, organisationId);
		await about(kind, rows.length);
		const name = peopleSheet.title[language];
		return { done: { today: work.today, sheet: sheetOf(peopleSheet, rows, { name, notes }) } };
	});
	if (!outcome.done) missing();
	const { sheet, today } = outcome.done;
	return excelAnswer([sheet], language, `${text.files[kind]}-${today}`);
}
