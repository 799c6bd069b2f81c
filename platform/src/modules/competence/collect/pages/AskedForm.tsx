import type { ReactNode } from "react";
import { Form } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Details } from "../../../../ui/Details.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { ActualRowFields } from "../../actual/pages/ActualRowFields.tsx";
import { actualText } from "../../actual/text.ts";
import { competenceText } from "../../text.ts";
import { askedText } from "../answer.text.ts";
import { collectText } from "../text.ts";
import type { AskedView } from "./asked-form.server.ts";

type AskedFormProps = {
	readonly view: AskedView;
	readonly refused: RefusedForm | undefined;
	readonly actions?: ReactNode;
};

/** What stands about a unit, one press to say that it is right, and rows to correct it in. */
export function AskedForm({ view, refused, actions }: AskedFormProps) {
	const language = useLanguage();
	const text = askedText[language];
	const { summary, answered, taken, mayAnswer, version } = view;
	const isKnown = summary.length > 0;
	const number = (value: number | null) => (value === null ? "" : formatNumber(language, value));
	return (
		<>
			{view.collection.message !== "" && <p className="ds-paragraph written">{view.collection.message}</p>}
			{answered && (
				<Alert tone="success">
					{text.answered(formatShortDate(language, answered.on), answered.by)}{" "}
					{taken ? text.taken : mayAnswer ? text.mayChange : ""}
				</Alert>
			)}
			{!mayAnswer && <Alert tone="info">{text.isClosed}</Alert>}
			{isKnown && (
				<Section title={answered ? text.columns.entry : text.right} {...(answered ? {} : { lead: text.rightLead })}>
					<Table
						caption={text.right}
						hideCaption
						rows={summary}
						rowKey={(row) => row.id}
						columns={[
							{ key: "entry", label: text.columns.entry, cell: (row) => row.name },
							{ key: "heads", label: text.columns.heads, cell: (row) => number(row.heads), numeric: true },
							{ key: "positions", label: text.columns.positions, cell: (row) => number(row.positions), numeric: true },
							{ key: "needed", label: text.columns.needed, cell: (row) => number(row.needed), numeric: true },
						]}
					/>
					{mayAnswer && !answered && (
						<Form method="post">
							<input type="hidden" name="version" value={version} />
							<input type="hidden" name="hasRows" value={view.hasRows} />
							<input type="hidden" name="needRows" value={view.needRows} />
							<button type="submit" className="ds-button" name="deed" value="confirm">
								{text.yes}
							</button>
						</Form>
					)}
				</Section>
			)}
			{mayAnswer &&
				(isKnown ? (
					<Details summary={answered ? text.change : text.no} open={refused !== undefined}>
						<Rows view={view} refused={refused} actions={actions} />
					</Details>
				) : (
					<Rows view={view} refused={refused} actions={actions} />
				))}
		</>
	);
}

function Rows({ view, refused, actions }: AskedFormProps) {
	const language = useLanguage();
	const text = askedText[language];
	const { fields } = text;
	const labels: Record<string, string> = { note: fields.note };
	for (let index = 0; index < view.hasRows; index++)
		for (const [name, label] of Object.entries(actualText[language].fields)) labels[`has.${index}.${name}`] = label;
	for (let index = 0; index < view.needRows; index++)
		for (const [name, label] of Object.entries(fields)) labels[`needs.${index}.${name}`] = label;
	const refusals = { ...competenceText[language].refusals, ...collectText[language].refusals };
	const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
	return (
		<TaskForm
			key={view.version}
			refused={refused}
			values={view.values}
			labels={labels}
			say={saying(language, refusals)}
			className="task-form competence-answer"
		>
			<input type="hidden" name="version" value={view.version} />
			<input type="hidden" name="hasRows" value={view.hasRows} />
			<input type="hidden" name="needRows" value={view.needRows} />
			<Section title={text.has} lead={text.hasLead} level={3}>
				{upTo(view.hasRows).map((index) => (
					<ActualRowFields key={index} name={`has.${index}`} number={index + 1} entries={view.entries} />
				))}
			</Section>
			<Section title={text.needs} lead={text.needsLead} level={3}>
				{upTo(view.needRows).map((index) => {
					const each = view.each[index] ?? null;
					const needId = view.values[`needs.${index}.needId`];
					return (
						<fieldset className="competence-need-row" key={index}>
							<legend className="visually-hidden">{text.need(index + 1)}</legend>
							<input type="hidden" name={`needs.${index}.needId`} value={typeof needId === "string" ? needId : ""} />
							<Field
								name={`needs.${index}.entryId`}
								kind="select"
								required="sometimes"
								choices={view.entries}
								none={text.choose}
							/>
							{each === null ? (
								<Field name={`needs.${index}.positions`} kind="number" required="sometimes" />
							) : (
								<Field
									name={`needs.${index}.users`}
									kind="number"
									whole
									required="sometimes"
									hint={text.each(formatNumber(language, each))}
								/>
							)}
							<Field
								name={`needs.${index}.reason`}
								required="sometimes"
								maxLength={1000}
								width="full"
								autoComplete="off"
							/>
						</fieldset>
					);
				})}
			</Section>
			<Field name="note" kind="textarea" rows={3} maxLength={2000} width="full" />
			<div className="task-buttons">
				<SubmitButton name="deed" value="send">
					{text.send}
				</SubmitButton>
				{actions}
			</div>
		</TaskForm>
	);
}
