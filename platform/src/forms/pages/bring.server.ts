import type { Language } from "../../language.ts";
import { describeRefusal, type RefusalText } from "../../spreadsheet/text.ts";
import { missing } from "../../visit.server.ts";
import { readFormWorkbook } from "../sheet.server.ts";
import { openAnswer, saveAnswers } from "../stored/answer.server.ts";
import { type Door, finder, organisationChoices } from "./answering.server.ts";

/** A form of words and numbers is never this large; reading more would keep others waiting. Bytes. */
const mostBytes = 3_000_000;

type Brought =
	| { readonly isSaved: true }
	| {
			readonly isSaved: false;
			readonly code: "required" | "sheet-too-large" | "submitted" | "changed-by-another" | null;
			/** Why not, cell by cell. */
			readonly found: readonly RefusalText[];
	  };

/** Takes in a filled-in workbook as a draft's answers: all of it or nothing. */
export async function bringWorkbook(form: FormData, door: Door, language: Language): Promise<Brought> {
	const not = (code: Extract<Brought, { isSaved: false }>["code"], found: readonly RefusalText[] = []): Brought => ({
		...{ isSaved: false, code, found },
	});
	const file = form.get("file");
	if (!(file instanceof File) || file.size === 0) return not("required");
	if (file.size > mostBytes) return not("sheet-too-large");
	const bytes = new Uint8Array(await file.arrayBuffer());
	const outcome = await door.commanding(async (work) => {
		const opened = (await openAnswer(work, door.answerId)).done ?? missing();
		const find = finder(await organisationChoices(work, opened.definition));
		const read = readFormWorkbook(bytes, file.name, opened.definition, opened.answers.values, find);
		if (read.refusals) return { done: read.refusals.map((one) => describeRefusal(one, language)) };
		const saved = await saveAnswers(work, door.answerId, { values: read.values, revision: opened.answer.revision });
		return saved.refused ? saved : { done: null };
	});
	if (outcome.refused) {
		const [refusal] = outcome.refused;
		return not(refusal?.code === "submitted" ? "submitted" : "changed-by-another");
	}
	return outcome.done === null ? { isSaved: true } : not(null, outcome.done);
}
