import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { importText } from "../../../import/text.ts";
import { formatDate, type Language } from "../../../language.ts";
import { writeWorkbook } from "../../../spreadsheet/write.server.ts";
import { sheetOf } from "../../../spreadsheet/written.ts";
import { readOrganisation } from "../directory/service.server.ts";
import { readVocabulary } from "../vocabulary.server.ts";
import { listOwned } from "./owned.store.server.ts";
import { exportPeople } from "./people/export.server.ts";
import { peopleSheet } from "./people/sheet.ts";
import { importWords, organisationFiles } from "./text.ts";
import { exportUnits } from "./units/export.server.ts";
import { unitSheet } from "./units/sheet.ts";

export type ExportedFile = { readonly name: string; readonly content: Uint8Array };

/**
 * Everything the room holds of an organisation, as files: workbooks of units and people that an import reads again, and
 * JSON with every row as it stands, history included. Taking it out is logged.
 */
export async function exportOrganisation(
	work: Work,
	organisationId: string,
	language: Language,
): Promise<readonly ExportedFile[]> {
	const organisation = await readOrganisation(work, organisationId);
	const units = unitSheet(await readVocabulary(work));
	const notes = [importText[language].source(organisation?.identity?.name ?? "", formatDate(language, work.today))];
	const unitRows = await exportUnits(work, organisationId);
	const peopleRows = await exportPeople(work, organisationId);
	const owned = await listOwned(work, organisationId);
	await record(work, {
		...{ verb: "organisation.export", objectKind: "organisation", objectId: organisationId, organisationId },
		detail: { units: unitRows.length, roles: peopleRows.length },
	});
	const workbook = async (sheet: ReturnType<typeof sheetOf>) => writeWorkbook({ sheets: [sheet], language });
	const words = importWords[language];
	return [
		{
			name: `${words.units.files.current}.xlsx`,
			content: await workbook(sheetOf(units, unitRows, { name: units.title[language], notes })),
		},
		{
			name: `${words.people.files.current}.xlsx`,
			content: await workbook(sheetOf(peopleSheet, peopleRows, { name: peopleSheet.title[language], notes })),
		},
		{
			name: `${organisationFiles[language].one}.json`,
			content: Buffer.from(`${JSON.stringify({ exportedAt: work.now, organisation, ...owned }, null, "\t")}\n`),
		},
	];
}
