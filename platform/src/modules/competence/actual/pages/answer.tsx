import { data } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { compareText, formatNumber } from "../../../../language.ts";
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
import { nameOfEntry } from "../../framework/name.ts";
import { answerForUnit, listChoosable, readUnitActual } from "../../service.server.ts";
import { competenceText } from "../../text.ts";
import { actualText } from "../text.ts";
import "./actual.css";
import type { Route } from "./+types/answer";
import { readAnswerForm } from "./answer-form.server.ts";

/** Rows to begin with where nothing is known, and rows more than what is known. */
const [firstRows, moreRows] = [5, 2];

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const { unit, current } = (await readUnitActual(work, params.unitId)) ?? missing();
		if (!unit.mayAnswer) missing();
		const compare = compareText(language);
		const words = competenceText[language];
		const values: Record<string, FieldValue> = { asOf: work.today, source: current[0]?.source ?? "" };
		for (const [index, fact] of current.entries())
			for (const [name, value] of Object.entries({
				...{ entryId: fact.entryId, heads: fact.heads, positions: fact.positions, turnover: fact.turnover },
				...{ aged55: fact.aged55, aged60: fact.aged60, aged65: fact.aged65 },
				hasDeputy: fact.hasDeputy === null ? "" : fact.hasDeputy ? "yes" : "no",
			}))
				values[`rows.${index}.${name}`] = value;
		const choosable = await listChoosable(work);
		// What is known stands in its own words, though another has taken its place in the list.
		const known = current.filter(({ entryId }) => !choosable.some(({ id }) => id === entryId));
		return {
			...{ unit: { id: unit.id, name: unit.name }, values },
			rows: Math.min(mostRows, current.length === 0 ? firstRows : current.length + moreRows),
			entries: [...choosable, ...known.map((fact) => ({ ...fact, id: fact.entryId }))]
				.map((entry) => ({ value: entry.id, label: nameOfEntry(language, entry), group: words.kinds[entry.kind] }))
				.sort((one, other) => compare(one.group, other.group) || compare(one.label, other.label)),
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
					<fieldset className="competence-row" key={index}>
						<legend className="visually-hidden">{`${fields.entryId} ${index + 1}`}</legend>
						<Field
							name={`rows.${index}.entryId`}
							kind="select"
							required="sometimes"
							choices={entries}
							none={text.choose}
						/>
						<Field name={`rows.${index}.heads`} kind="number" whole required="sometimes" />
						<Field name={`rows.${index}.positions`} kind="number" required="sometimes" />
						<Field name={`rows.${index}.aged55`} kind="number" whole required="sometimes" />
						<Field name={`rows.${index}.aged60`} kind="number" whole required="sometimes" />
						<Field name={`rows.${index}.aged65`} kind="number" whole required="sometimes" />
						<Field name={`rows.${index}.turnover`} kind="number" whole required="sometimes" />
						<Field
							name={`rows.${index}.hasDeputy`}
							kind="select"
							required="sometimes"
							none={text.notSaid}
							choices={[
								{ value: "yes", label: text.yes },
								{ value: "no", label: text.no },
							]}
						/>
					</fieldset>
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
