import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { formatDate } from "../../../language.ts";
import { excelAnswer, fileAnswer } from "../../../spreadsheet/answer.server.ts";
import { writeTemplate } from "../../../spreadsheet/template.server.ts";
import type { WrittenSheet } from "../../../spreadsheet/written.ts";
import { sheetOf } from "../../../spreadsheet/written.ts";
import { missing, representing } from "../../../visit.server.ts";
import type { Names } from "../contract.ts";
import { exportContacts } from "../import/contacts/export.server.ts";
import { contactSheet } from "../import/contacts/sheet.ts";
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
		const notes = [text.source(organisationName ?? "", formatDate(language, work.today))];
		const { sheet, rows } = await current(work, kind, organisationId, (name) => ({ name: name[language], notes }));
		await record(work, {
			...{ verb: exportVerbs[kind], objectKind: "organisation", objectId: organisationId, organisationId },
			detail: { rows },
		});
		return { done: { today: work.today, sheet } };
	});
	if (!outcome.done) missing();
	const { sheet, today } = outcome.done;
	return excelAnswer([sheet], language, `${text.files[kind]}-${today}`);
}

const exportVerbs: Readonly<Record<ImportKind, string>> = {
	units: "unit.export",
	people: "membership.export",
	contacts: "contact.export",
};

/** What is there of a kind, as the sheet an import reads, and how many rows it has. */
async function current(
	work: Work,
	kind: ImportKind,
	organisationId: string,
	about: (title: Names) => { name: string; notes: readonly string[] },
): Promise<{ sheet: WrittenSheet; rows: number }> {
	if (kind === "units") {
		const contract = unitSheet(await readVocabulary(work));
		const rows = await exportUnits(work, organisationId);
		return { sheet: sheetOf(contract, rows, about(contract.title)), rows: rows.length };
	}
	if (kind === "people") {
		const rows = await exportPeople(work, organisationId);
		return { sheet: sheetOf(peopleSheet, rows, about(peopleSheet.title)), rows: rows.length };
	}
	const rows = await exportContacts(work, organisationId);
	return { sheet: sheetOf(contactSheet, rows, about(contactSheet.title)), rows: rows.length };
}
