import { data } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import type { FieldValue } from "../../../../ui/form-context.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mostRows } from "../../codes.ts";
import { entryChoices } from "../../framework/choices.ts";
import { answerForUnit, listChoosable, readUnitActual } from "../../service.server.ts";
import { competenceText } from "../../text.ts";
import { actualText } from "../text.ts";
import type { Route } from "./+types/answer";
import { ActualRowFields, valuesOfRow } from "./ActualRowFields.tsx";
import { readAnswerForm } from "./answer-form.server.ts";

/** Rows to begin with where nothing is known, and rows more than what is known. */
const [firstRows, moreRows] = [5, 2];

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const { unit, current } = (await readUnitActual(work, params.unitId)) ?? missing();
		if (!unit.mayAnswer) missing();
		const values: Record<string, FieldValue> = { asOf: work.today, source: current[0]?.source ?? "" };
		for (const [index, fact] of current.entries()) Object.assign(values, valuesOfRow(`rows.${index}`, fact));
		const choosable = await listChoosable(work);
		return {
			...{ unit: { id: unit.id, name: unit.name }, values },
			rows: Math.min(mostRows, current.length === 0 ? firstRows : current.length + moreRows),
			entries: entryChoices(language, choosable, current),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const { answer, back, ...returned } = readAnswerForm(await request.formData());
	if (!answer) return data({ ...returned, refusals: returned.refusals ?? [] }, returned.refusals?.length ? 422 : 200);
	const outcome = await commanding((work) => answerForUnit(work, params.unitId, answer));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ ...returned, refusals: outcome.refused.map((one) => back?.(one) ?? one) }, 422);
	}
	const rows = formatNumber(language, outcome.done.rows);
	return redirectWithToast(`/competence/units/${params.unitId}`, actualText[language].saved(rows));
}

/** What a unit has, as a table to fill in: by its leader on a phone, or by whoever plans for all. */
export default function Answer({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = actualText[language];
	const { unit, values, entries } = loaderData;
	const rows = actionData?.rows ?? loaderData.rows;
	const { fields } = text;
	const here = `/competence/units/${unit.id}`;
	const labels: Record<string, string> = { asOf: fields.asOf, source: fields.source };
	for (let index = 0; index < rows; index++)
		for (const [name, label] of Object.entries(fields)) labels[`rows.${index}.${name}`] = label;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.answerTitle(unit.name))}</title>
			<PageHeader
				title={text.answerTitle(unit.name)}
				lead={text.answerLead}
				trail={[
					{ to: "/competence", label: competenceText[language].title },
					{ to: here, label: unit.name },
				]}
			/>
			<TaskForm
				refused={actionData}
				values={values}
				labels={labels}
				say={saying(language, competenceText[language].refusals)}
				className="task-form competence-answer"
			>
				<input type="hidden" name="rows" value={rows} />
				<Field name="asOf" kind="date" required />
				<Field name="source" required maxLength={200} hint={text.hints.source} />
				<p className="quiet">{text.hints.more}</p>
				{Array.from({ length: rows }, (_, index) => index).map((index) => (
					<ActualRowFields key={index} name={`rows.${index}`} number={index + 1} entries={entries} />
				))}
				<div className="task-buttons">
					<SubmitButton name="do" value="send">
						{text.send}
					</SubmitButton>
					{rows < mostRows && (
						<SubmitButton name="do" value="add" variant="secondary">
							{text.another}
						</SubmitButton>
					)}
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{text.cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
