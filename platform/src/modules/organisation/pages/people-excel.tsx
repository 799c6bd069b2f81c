import { dayOf } from "../../../day.ts";
import { record } from "../../../identity/audit.server.ts";
import { formatDate, inEachLanguage, type Language } from "../../../language.ts";
import { excelAnswer } from "../../../spreadsheet/answer.server.ts";
import { sheetOf } from "../../../spreadsheet/written.ts";
import { tableState } from "../../../ui/table-state.ts";
import { missing, representing } from "../../../visit.server.ts";
import { isRole } from "../contract.ts";
import { peopleSheet } from "../import/people/sheet.ts";
import { shownPath } from "../import/units/path.ts";
import type { Membership } from "../people/contract.ts";
import { peopleText } from "../people/text.ts";
import { listPeople, readTreeAlone } from "../service.server.ts";
import type { Route } from "./+types/people-excel";
import { peoplePagesText } from "./people.text.ts";
import { peopleQuery, peopleTable } from "./people-table.ts";

/** The columns an import reads, so that the file can come back, and what the list says besides. */
const columns = [
	...peopleSheet.columns,
	{ key: "verified", kind: "date", headers: inEachLanguage((language) => peoplePagesText[language].lastVerified) },
	{ key: "warnings", kind: "text", headers: inEachLanguage((language) => peoplePagesText[language].warning) },
] as const;

/** The list of people as Excel, narrowed as the page is. Taking it out is logged. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, commanding, url } = representing(context, request);
	const { organisationId } = actor;
	const query = peopleQuery(tableState(url, peopleTable));
	const outcome = await commanding(async (work) => {
		const { rows, total } = await listPeople(work, query);
		const lines = await readTreeAlone(work, organisationId, { withClosed: true });
		await record(work, {
			...{ verb: "membership.export", objectKind: "organisation", objectId: organisationId, organisationId },
			detail: { rows: total },
		});
		return { done: { rows, units: pathsOf(lines), today: work.today } };
	});
	if (!outcome.done) missing();
	const { rows, units, today } = outcome.done;
	const text = peoplePagesText[language];
	const sheet = sheetOf(
		{ columns },
		rows.flatMap((row) => asRow(row, units, language)),
		{ name: text.title, notes: [text.source(actor.organisationName ?? "", formatDate(language, today))] },
	);
	return excelAnswer([sheet], language, `${text.file}-${today}`);
}

type Line = { readonly id: string; readonly parentId: string | null; readonly name: string };

/** Each unit by the names from the top; parents come before children. */
function pathsOf(lines: readonly Line[]): ReadonlyMap<string, readonly string[]> {
	const paths = new Map<string, readonly string[]>();
	for (const { id, parentId, name } of lines)
		paths.set(id, [...((parentId === null ? undefined : paths.get(parentId)) ?? []), name]);
	return paths;
}

function asRow({ role, ...row }: Membership, units: ReadonlyMap<string, readonly string[]>, language: Language) {
	if (!isRole(role)) return [];
	return [
		{
			...{ ...row, role },
			unit: row.unitId === null ? null : shownPath(units.get(row.unitId) ?? []),
			verified: dayOf(row.verifiedAt),
			warnings: row.warnings.map((warning) => peopleText[language].warnings[warning]).join("; "),
		},
	];
}
