import { Link } from "react-router";
import { saying } from "../../../forms/text.ts";
import type { Choice } from "../../../ui/ChoiceField.tsx";
import { Field } from "../../../ui/Field.tsx";
import type { FieldValue, RefusedForm } from "../../../ui/form-context.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { uiText } from "../../../ui/text.ts";
import { arenaKinds, levels } from "../codes.ts";
import { meetingText } from "../text.ts";
import { arenaText } from "./arena.text.ts";

const partyFields = ["partyIds.0", "partyIds.1", "partyIds.2"] as const;

/** What an arena is: for a new one with those who take part, for one that stands without. */
export function ArenaForm(props: {
	readonly refused: RefusedForm | undefined;
	readonly values: Readonly<Record<string, FieldValue>>;
	readonly agreements: readonly Choice[];
	/** Organisations to take part, for a new arena. */
	readonly organisations?: readonly Choice[];
	readonly submit: string;
	readonly cancelTo: string;
}) {
	const language = useLanguage();
	const text = arenaText[language];
	const words = meetingText[language];
	const { fields, hints } = text;
	const { organisations } = props;
	const version = props.values.version;
	return (
		<TaskForm refused={props.refused} values={props.values} labels={fields} say={saying(language, words.refusals)}>
			{version !== undefined && <input type="hidden" name="version" value={String(version)} />}
			<Field name="name" maxLength={160} autoComplete="off" width="full" required />
			<Field name="purpose" kind="textarea" rows={3} maxLength={4000} hint={hints.purpose} />
			<Field
				name="kind"
				kind="select"
				required
				choices={arenaKinds.map((one) => ({ value: one, label: words.kinds[one] }))}
			/>
			<Field
				name="level"
				kind="select"
				required
				choices={levels.map((one) => ({ value: one, label: words.levels[one] }))}
			/>
			{organisations && (
				<fieldset className="ds-fieldset">
					<legend className="ds-label">{fields.partyIds}</legend>
					{partyFields.map((name, index) => (
						<Field
							key={name}
							name={name}
							kind="lookup"
							label={`${fields.partyId} ${index + 1}`}
							choices={organisations}
							required="sometimes"
							width="full"
						/>
					))}
				</fieldset>
			)}
			<Field name="meetingsAYear" kind="number" whole />
			{props.agreements.length > 0 && <Field name="agreementId" kind="select" choices={props.agreements} />}
			<Field name="chairRotates" kind="checkbox" />
			<Field name="speaksFor" kind="checkbox" />
			<Field
				name="speaksDecidedBy"
				maxLength={200}
				hint={hints.speaksDecidedBy}
				required="sometimes"
				width="full"
				autoComplete="off"
			/>
			<div className="task-buttons">
				<SubmitButton>{props.submit}</SubmitButton>
				<Link className="ds-button" data-variant="tertiary" to={props.cancelTo}>
					{uiText[language].cancel}
				</Link>
			</div>
		</TaskForm>
	);
}
