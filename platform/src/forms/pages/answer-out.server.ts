import type { Work } from "../../database/work.server.ts";
import { fileAnswer } from "../../file/upload.server.ts";
import type { Language } from "../../language.ts";
import { pdfAnswer } from "../../paper/paper.server.ts";
import { missing } from "../../visit.server.ts";
import { aboutAnswer, writeFormPdf } from "../pdf.server.ts";
import { writeFormWorkbook } from "../sheet.server.ts";
import { openAnswer } from "../stored/answer.server.ts";
import { readFile } from "../stored/file.server.ts";
import { namesIn } from "./answer-names.ts";
import { shownAnswers } from "./answering.server.ts";

type Reading = <Value>(work: (work: Work) => Promise<Value>) => Promise<Value>;

async function openShown(reading: Reading, answerId: string) {
	return reading(async (work) => shownAnswers(work, (await openAnswer(work, answerId)).done ?? missing()));
}

/** Answers as PDF, for whoever reads them. */
export async function answerAsPdf(reading: Reading, answerId: string, language: Language): Promise<Response> {
	const shown = await openShown(reading, answerId);
	const { definition, answer, answers } = shown;
	const pdf = await writeFormPdf({
		...{ language, definition, values: answers.values, names: namesIn(shown) },
		about: aboutAnswer(language, answer),
	});
	return pdfAnswer([definition.title[language], answer.answeredFor].filter(Boolean).join(" "), pdf);
}

/** Answers as a workbook to go on with elsewhere and bring back. */
export async function answerAsExcel(reading: Reading, answerId: string, language: Language): Promise<Response> {
	const shown = await openShown(reading, answerId);
	const { definition, answers } = shown;
	const bytes = await writeFormWorkbook(definition, answers.values, language, namesIn(shown));
	const name = `${definition.title[language].replaceAll(/[\p{Cc}/\\:*?"<>|]/gu, " ").slice(0, 120)}.xlsx`;
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			"Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
		},
	});
}

/** One file of answers. */
export async function answerFile(reading: Reading, answerId: string, fileId: string): Promise<Response> {
	const file = await reading(async (work) => {
		const { answer } = (await openAnswer(work, answerId)).done ?? missing();
		return readFile(work, answer, fileId);
	});
	return fileAnswer(file ?? missing());
}
