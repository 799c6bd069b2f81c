import { saying } from "../../../../forms/text.ts";
import { phases } from "../../../../involvement/rules.ts";
import { involvementText } from "../../../../involvement/text.ts";
import type { ObjectCard } from "../../../../registry/objects.server.ts";
import { Field } from "../../../../ui/Field.tsx";
import type { FieldValue, RefusedForm } from "../../../../ui/form-context.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { hearingText } from "../text.ts";
import { hearingPagesText } from "./hearing.text.ts";

/** What a hearing is about, what is asked, and by when. */
export function HearingForm(props: {
	readonly refused: RefusedForm | undefined;
	readonly values: Readonly<Record<string, FieldValue>>;
	/** What is heard, where it is an object of the system. */
	readonly object: ObjectCard | null;
	readonly today: string;
	readonly submit: string;
	readonly cancelTo: string;
}) {
	const language = useLanguage();
	const text = hearingPagesText[language];
	const { hints } = text;
	const { object, values } = props;
	const { version } = values;
	return (
		<TaskForm
			refused={props.refused}
			values={values}
			labels={text.fields}
			say={saying(language, hearingText[language].refusals)}
		>
			{version !== undefined && <input type="hidden" name="version" value={String(version)} />}
			{object && (
				<>
					<input type="hidden" name="objectKind" value={object.kind} />
					<input type="hidden" name="objectId" value={object.id} />
					<p className="ds-paragraph">
						{text.fields.objectId}:{" "}
						<Link className="ds-link" to={object.path}>
							{object.title}
						</Link>
					</p>
				</>
			)}
			<Field name="title" maxLength={200} autoComplete="off" width="full" required />
			<Field name="question" kind="textarea" rows={3} maxLength={2000} hint={hints.question} required />
			<Field name="body" kind="textarea" rows={10} maxLength={8000} hint={hints.body} />
			<Field
				name="phase"
				kind="radio"
				required
				hint={hints.phase}
				choices={phases.map((one) => ({ value: one, label: involvementText[language].phase[one] }))}
			/>
			<Field name="lastDay" kind="date" min={props.today} required />
			<Field name="showsAll" kind="checkbox" hint={hints.showsAll} />
			<div className="task-buttons">
				<SubmitButton>{props.submit}</SubmitButton>
				<Link className="ds-button" data-variant="tertiary" to={props.cancelTo}>
					{uiText[language].cancel}
				</Link>
			</div>
		</TaskForm>
	);
}
