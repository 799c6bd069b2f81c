import type { Work } from "../database/work.server.ts";
import type { PersonActor } from "../identity/actor.ts";
import { record } from "../identity/audit.server.ts";
import { formatDate, inEachLanguage, type Language } from "../language.ts";
import { missing, type Visit } from "../visit.server.ts";
import { excelAnswer } from "./answer.server.ts";
import type { Column, RowOf } from "./contract.ts";
import { sheetOf } from "./written.ts";

/** Words of a header in every language. */
export function header(say: (language: Language) => string) {
	return { headers: inEachLanguage(say) };
}

/** A list as Excel: read, logged in the same transaction, and written. Undefined where the asker may not. */
export async function listAsExcel<const Columns extends readonly Column[]>(
	visit: Visit & { readonly actor: PersonActor & { readonly organisationId: string } },
	given: {
		readonly verb: string;
		readonly columns: Columns;
		readonly name: string;
		readonly note: (day: string) => string;
		readonly file: string;
		read(work: Work): Promise<readonly RowOf<{ readonly columns: Columns }>[] | undefined>;
	},
): Promise<Response> {
	const { actor, language, commanding } = visit;
	const { organisationId } = actor;
	const outcome = await commanding(async (work) => {
		const rows = await given.read(work);
		if (!rows) return { done: undefined };
		await record(work, {
			...{ verb: given.verb, objectKind: "organisation", objectId: organisationId, organisationId },
			detail: { rows: rows.length },
		});
		return { done: { rows, today: work.today } };
	});
	if (!outcome.done) missing();
	const { rows, today } = outcome.done;
	const sheet = sheetOf({ columns: given.columns }, rows, {
		name: given.name,
		notes: [given.note(formatDate(language, today))],
	});
	return excelAnswer([sheet], language, `${given.file}-${today}`);
}
