import { saying } from "../../../../forms/text.ts";
import { formatDate } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { DateRange } from "../../../../ui/DateRange.tsx";
import { Details } from "../../../../ui/Details.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { FieldValue, Given, RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { professions } from "../../../organisation/codes.ts";
import { professionName } from "../../../organisation/text.ts";
import { yearsOfStudy } from "../../course/codes.ts";
import { mostOffers } from "../codes.ts";
import type { OfferInAnswer } from "../contract.ts";
import { capacityText } from "../text.ts";
import "./capacity.css";
import { answerText } from "./answer.text.ts";
import { pagesText } from "./capacity.text.ts";

/** What came back of a form that was sent, with the rows it shall have now. */
export type ReturnedAnswer = RefusedForm & { readonly rows: number; readonly revision: number };

/**
 * "Can you receive students?": two minutes on a phone. A row more or less is a button of the form itself, so it works
 * without script, and what was typed comes back.
 */
export function AnswerForm(props: {
	readonly shown: {
		readonly takes: boolean | null;
		readonly mostAtOnce: number | null;
		readonly supervisors: number | null;
		readonly note: string | null;
		readonly offers: readonly OfferInAnswer[];
		readonly suggestedFrom: { readonly firstDay: string; readonly lastDay: string } | null;
		readonly written: boolean;
	};
	readonly days: { readonly firstDay: string; readonly lastDay: string };
	readonly version: number;
	readonly institutions: readonly Choice[];
	readonly returned: ReturnedAnswer | undefined;
	readonly submit: string;
	/** Fields over the questions, for capacity that is new. */
	readonly before?: React.ReactNode;
	readonly labels?: Readonly<Record<string, string>>;
}) {
	const language = useLanguage();
	const answerWords = answerText[language];
	const { shown, days, returned } = props;
	const rows = returned?.rows ?? Math.max(1, shown.offers.length);
	const revision = returned?.revision ?? 0;
	const { answerFields: fields, answerHints: hints } = answerWords;
	// Each change of rows draws them anew: what they show has moved.
	const drawn = Array.from({ length: rows }, (_, index) => ({ key: `${revision}-${index}`, index }));
	const values = { ...valuesOf(shown.offers, days), takes: shown.takes === null ? "" : shown.takes ? "yes" : "no" };
	return (
		<TaskForm
			refused={returned}
			values={{ ...values, mostAtOnce: shown.mostAtOnce, supervisors: shown.supervisors, note: shown.note }}
			labels={{ ...fields, ...props.labels, ...rowLabels(rows, fields, answerWords.line) }}
			say={saying(language, capacityText[language].refusals)}
		>
			<input type="hidden" name="version" value={props.version} />
			<input type="hidden" name="rows" value={rows} />
			<input type="hidden" name="revision" value={revision} />
			<input type="hidden" name="usualFirst" value={days.firstDay} />
			<input type="hidden" name="usualLast" value={days.lastDay} />
			{/* Whoever presses Enter sends, and neither adds nor removes a row. */}
			<button type="submit" name="do" value="send" className="visually-hidden" tabIndex={-1} aria-hidden="true">
				{props.submit}
			</button>
			{shown.suggestedFrom && !returned && (
				<Alert>
					{answerWords.suggested(
						formatDate(language, shown.suggestedFrom.firstDay),
						formatDate(language, shown.suggestedFrom.lastDay),
					)}
				</Alert>
			)}
			{shown.written && !returned && <Alert>{answerWords.written}</Alert>}
			{props.before}
			<Field
				name="takes"
				kind="radio"
				required
				choices={[
					{ value: "yes", label: answerWords.yes },
					{ value: "no", label: answerWords.no },
				]}
			/>
			{drawn.map(({ key, index }) => (
				<OfferRow
					key={key}
					index={index}
					only={rows === 1}
					{...{ days, given: returned?.given, shown: shown.offers[index] }}
					institutions={props.institutions}
				/>
			))}
			{rows < mostOffers && (
				<div>
					<SubmitButton name="do" value="add" variant="secondary" size="sm">
						{answerWords.addLine}
					</SubmitButton>
				</div>
			)}
			<Field name="mostAtOnce" kind="number" whole hint={hints.most} />
			<Field name="supervisors" kind="number" whole />
			<Field name="note" kind="textarea" rows={3} maxLength={2000} />
			<div className="task-buttons">
				<SubmitButton name="do" value="send">
					{props.submit}
				</SubmitButton>
			</div>
		</TaskForm>
	);
}

function OfferRow(props: {
	readonly index: number;
	readonly only: boolean;
	readonly days: { readonly firstDay: string; readonly lastDay: string };
	readonly given: Given | undefined;
	readonly shown: OfferInAnswer | undefined;
	readonly institutions: readonly Choice[];
}) {
	const language = useLanguage();
	const text = pagesText[language];
	const answerWords = answerText[language];
	const { index, days } = props;
	const name = (field: string) => `offers.${index}.${field}`;
	const { answerFields: fields } = answerWords;
	const filled = (field: string, shown: unknown) => (props.given ? Boolean(props.given[name(field)]) : Boolean(shown));
	const isOpen = filled("leastTogether", props.shown?.leastTogether) || filled("reservedFor", props.shown?.reservedFor);
	const id = props.given ? props.given[name("id")] : props.shown?.id;
	return (
		<fieldset className="ds-fieldset answer-row">
			<legend className="ds-label">{answerWords.line(index + 1)}</legend>
			<input type="hidden" name={name("id")} value={String(id ?? "")} />
			<Field
				name={name("profession")}
				label={fields.profession}
				kind="select"
				none={capacityText[language].anyProfession}
				choices={professions.map((one) => ({ value: one, label: professionName(language, one) }))}
			/>
			<Field name={name("places")} label={fields.places} kind="number" whole required />
			<Field
				name={name("years")}
				label={fields.years}
				kind="checkboxes"
				choices={yearsOfStudy.map((year) => ({ value: String(year), label: String(year) }))}
			/>
			<DateRange
				legend={text.columns.days}
				from={{ name: name("firstDay"), label: fields.firstDay, required: true, ...dayValue(props, "firstDay") }}
				to={{ name: name("lastDay"), label: fields.lastDay, required: true, ...dayValue(props, "lastDay") }}
				min={days.firstDay}
				max={days.lastDay}
			/>
			<Details summary={answerWords.more} open={isOpen}>
				<Field name={name("leastTogether")} label={fields.leastTogether} kind="number" whole />
				<Field
					name={name("reservedFor")}
					label={fields.reservedFor}
					kind="select"
					none={answerWords.anyone}
					choices={props.institutions}
				/>
			</Details>
			{!props.only && (
				<div>
					<SubmitButton name="do" value={`remove-${index}`} variant="tertiary" size="sm">
						{answerWords.removeLine(index + 1)}
					</SubmitButton>
				</div>
			)}
		</fieldset>
	);
}

/** A row that is new begins with the days asked about. */
function dayValue(
	{ given, index, days, shown }: Pick<Parameters<typeof OfferRow>[0], "given" | "index" | "days" | "shown">,
	which: "firstDay" | "lastDay",
): { readonly value?: string } {
	if (given && given[`offers.${index}.${which}`] !== undefined) return {};
	return { value: shown?.[which] ?? days[which] };
}

function valuesOf(
	offers: readonly OfferInAnswer[],
	days: { readonly firstDay: string; readonly lastDay: string },
): Record<string, FieldValue> {
	const values: Record<string, FieldValue> = { "offers.0.firstDay": days.firstDay, "offers.0.lastDay": days.lastDay };
	offers.forEach((offer, index) => {
		for (const [name, value] of Object.entries(offer))
			values[`offers.${index}.${name}`] = Array.isArray(value) ? value.map(String) : value;
	});
	return values;
}

function rowLabels(rows: number, fields: Readonly<Record<string, string>>, line: (number: number) => string) {
	const labels: Record<string, string> = {};
	for (let index = 0; index < rows; index++)
		for (const [name, label] of Object.entries(fields))
			labels[`offers.${index}.${name}`] = `${line(index + 1)}, ${label}`;
	return labels;
}
