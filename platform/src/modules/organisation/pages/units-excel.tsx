import { importText } from "../../../import/text.ts";
import { formatDate } from "../../../language.ts";
import { excelAnswer } from "../../../spreadsheet/answer.server.ts";
import { sheetOf } from "../../../spreadsheet/written.ts";
import { missing, signedIn } from "../../../visit.server.ts";
import { day } from "../contract.ts";
import { importWords } from "../import/text.ts";
import { exportUnits } from "../import/units/export.server.ts";
import { unitSheet } from "../import/units/sheet.ts";
import { readOrganisation, readVocabulary } from "../service.server.ts";
import type { Route } from "./+types/units-excel";

/** The units of an organisation as Excel, in the form an import reads. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading, url } = signedIn(context, request);
	const asOf = day.safeParse(url.searchParams.get("asOf"));
	const text = importText[language];
	const { sheet, today } = await reading(async (work) => {
		const organisation = await readOrganisation(work, params.organisationId);
		if (!organisation) missing();
		const contract = unitSheet(await readVocabulary(work));
		const rows = await exportUnits(work, params.organisationId, {
			...(asOf.success ? { asOf: asOf.data } : {}),
			withClosed: url.searchParams.has("closed"),
		});
		const date = asOf.success ? asOf.data : work.today;
		return {
			today: work.today,
			sheet: sheetOf(contract, rows, {
				name: contract.title[language],
				notes: [text.source(organisation.identity?.name ?? "", formatDate(language, date))],
			}),
		};
	});
	return excelAnswer([sheet], language, `${importWords[language].units.files.current}-${today}`);
}
