import { Link } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { DateRange } from "../../../../ui/DateRange.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import type { PeriodRow } from "../contract.ts";
import { courseText } from "../text.ts";

/** What one can say of a period, for a new one (`period` left out) and one that exists. */
export function PeriodForm(props: {
	readonly period?: PeriodRow;
	readonly refused: RefusedForm | undefined;
	readonly cancelTo: string;
}) {
	const language = useLanguage();
	const text = courseText[language];
	const { period } = props;
	const { firstDay, lastDay } = text.fields;
	return (
		<TaskForm
			refused={props.refused}
			values={period ? { ...period } : { published: true }}
			labels={{ ...text.fields, published: text.periodPublished }}
			say={saying(language, text.refusals)}
		>
			{period && <input type="hidden" name="version" value={period.version} />}
			<Field name="name" required maxLength={120} width="full" autoComplete="off" hint={text.hints.periodName} />
			<DateRange
				legend={text.days}
				from={{ name: "firstDay", label: firstDay, required: true }}
				to={{ name: "lastDay", label: lastDay, required: true }}
			/>
			<Field name="studentsExpected" kind="number" whole hint={text.hints.studentsExpected} />
			<Field name="published" kind="checkbox" />
			<div className="task-buttons">
				<SubmitButton>{period ? text.save : text.createPeriod}</SubmitButton>
				<Link className="ds-button" data-variant="tertiary" to={props.cancelTo}>
					{uiText[language].cancel}
				</Link>
			</div>
		</TaskForm>
	);
}
