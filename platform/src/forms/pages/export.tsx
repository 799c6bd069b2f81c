import { dayOf } from "../../day.ts";
import { record } from "../../identity/audit.server.ts";
import type { Language } from "../../language.ts";
import { done } from "../../outcome.ts";
import { pdfAnswer } from "../../paper/paper.server.ts";
import { excelAnswer } from "../../spreadsheet/answer.server.ts";
import { missing, representing } from "../../visit.server.ts";
import { answerSheet } from "../answer-list.ts";
import { writeFormPdf } from "../pdf.server.ts";
import { schemaOf } from "../schema.ts";
import { writeFormWorkbook } from "../sheet.server.ts";
import { listAnswersTo } from "../stored/answer.server.ts";
import { definitionOfVersion, latestOf, publishedOf } from "../stored/contract.ts";
import { openForm, openOwnForm } from "../stored/form.server.ts";
import type { Route } from "./+types/export";
import { organisationChoices } from "./answering.server.ts";
import { makeText } from "./editor.text.ts";

/** A form for other systems: itself and the schema of its answers as JSON, and a workbook to fill in. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const visit = representing(context, request);
	const { language, reading } = visit;
	const { form, definition } = await reading(async (work) => {
		const opened = (await openForm(work, params.formId)).done ?? missing();
		return { form: opened.form, definition: definitionOfVersion(opened.form.id, latestOf(opened) ?? missing()) };
	});
	const name = `${form.key}-${definition.version}`;
	if (params.file === "form.json") return json(definition, `${name}.json`);
	if (params.file === "schema.json") return json(schemaOf(definition, language), `${name}.schema.json`);
	if (params.file === "form.pdf")
		return pdfAnswer(
			definition.title[language],
			await writeFormPdf({ language, definition, values: null, names: {}, about: [] }),
		);
	if (params.file === "answers.xlsx") return answersAsExcel(visit, params.formId, name);
	if (params.file !== "template.xlsx") missing();
	const bytes = await writeFormWorkbook(definition, {}, language);
	return new Response(new Uint8Array(bytes), {
		headers: {
			"Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
			"Content-Disposition": `attachment; filename="${name}.xlsx"`,
		},
	});
}

/** What has been sent in, a row for each; who took it is in the log. */
async function answersAsExcel(
	{ language, commanding }: ReturnType<typeof representing>,
	formId: string,
	name: string,
): Promise<Response> {
	const outcome = await commanding(async (work) => {
		const opened = await openOwnForm(work, formId);
		if (opened.refused) return opened;
		const definition = definitionOfVersion(formId, publishedOf(opened.done) ?? missing());
		const answers = await listAnswersTo(work, formId);
		const organisations = await organisationChoices(work, definition);
		await record(work, {
			verb: "form-answer.export",
			objectKind: "form",
			objectId: formId,
			detail: { rows: answers.length },
		});
		return done({ definition, answers, names: Object.fromEntries(organisations.map((one) => [one.value, one.label])) });
	});
	if (outcome.refused) missing();
	const { definition, answers, names } = outcome.done;
	const given = answers.map(({ answer, answers: each }) => ({
		...{ name: answer.answeredFor || (answer.submittedBy ?? ""), answers: each },
		submittedOn: dayOf(answer.submittedAt ?? answer.changedAt),
	}));
	const head = (one: Language) => ({
		...{ name: makeText[one].answeredBy, submittedOn: makeText[one].submittedOn, version: makeText[one].version },
	});
	return excelAnswer([answerSheet(definition, given, head, language, names)], language, `${name}-answers`);
}

function json(value: unknown, file: string): Response {
	return new Response(`${JSON.stringify(value, null, "\t")}\n`, {
		headers: {
			"Content-Type": "application/json; charset=utf-8",
			"Content-Disposition": `attachment; filename="${file}"`,
		},
	});
}
