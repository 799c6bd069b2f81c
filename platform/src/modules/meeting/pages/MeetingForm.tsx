import { Link } from "react-router";
import { saying } from "../../../forms/text.ts";
import { Field } from "../../../ui/Field.tsx";
import type { FieldValue, RefusedForm } from "../../../ui/form-context.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { uiText } from "../../../ui/text.ts";
import { meetingText } from "../text.ts";
import { meetingPageText } from "./meeting.text.ts";

/** When and where; for new meetings how many of them. */
export function MeetingForm(props: {
	readonly refused: RefusedForm | undefined;
	readonly values: Readonly<Record<string, FieldValue>>;
	readonly series: boolean;
	readonly submit: string;
	readonly cancelTo: string;
}) {
	const language = useLanguage();
	const text = meetingPageText[language];
	const { values } = props;
	return (
		<TaskForm
			refused={props.refused}
			values={values}
			labels={text.fields}
			say={saying(language, meetingText[language].refusals)}
		>
			{values.version !== undefined && <input type="hidden" name="version" value={String(values.version)} />}
			<Field name="day" kind="date" required />
			<Field name="from" kind="time" required width="narrow" />
			<Field name="to" kind="time" required width="narrow" />
			<Field name="place" maxLength={200} width="full" />
			<Field name="link" kind="url" width="full" />
			{props.series && (
				<>
					<Field name="count" kind="number" whole required hint={text.hints.count} />
					<Field name="weeksBetween" kind="number" whole required />
				</>
			)}
			<div className="task-buttons">
				<SubmitButton>{props.submit}</SubmitButton>
				<Link className="ds-button" data-variant="tertiary" to={props.cancelTo}>
					{uiText[language].cancel}
				</Link>
			</div>
		</TaskForm>
	);
}
