import { Link } from "react-router";
import { saying } from "../../../forms/text.ts";
import { Field } from "../../../ui/Field.tsx";
import type { FieldValue, RefusedForm } from "../../../ui/form-context.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { uiText } from "../../../ui/text.ts";
import { duties, represents } from "../codes.ts";
import type { ArenaParty } from "../contract.ts";
import { meetingText } from "../text.ts";
import { arenaText } from "./arena.text.ts";

/** A member by role, and who has the role now. A party that is not the keeper says only the latter. */
export function SeatForm(props: {
	readonly refused: RefusedForm | undefined;
	readonly values: Readonly<Record<string, FieldValue>>;
	readonly parties: readonly ArenaParty[];
	readonly keeps: boolean;
	readonly cancelTo: string;
	/** Whether to offer to go on with the next one; sends `next`. */
	readonly goesOn?: boolean;
}) {
	const language = useLanguage();
	const text = arenaText[language];
	const words = meetingText[language];
	const { values, keeps } = props;
	return (
		<TaskForm
			refused={props.refused}
			values={values}
			labels={{ ...text.fields, name: text.fields.holder }}
			say={saying(language, words.refusals)}
		>
			{values.version !== undefined && <input type="hidden" name="version" value={String(values.version)} />}
			{keeps ? (
				<>
					<Field
						name="partyId"
						kind="select"
						required
						choices={props.parties.map(({ id, name }) => ({ value: id, label: name }))}
					/>
					<Field name="role" maxLength={120} hint={text.hints.role} width="full" autoComplete="off" required />
					<Field
						name="represents"
						kind="select"
						required
						choices={represents.map((one) => ({ value: one, label: words.represents[one] }))}
					/>
					<Field
						name="duty"
						kind="select"
						required
						choices={duties.map((one) => ({ value: one, label: words.duties[one] }))}
					/>
				</>
			) : (
				["partyId", "role", "represents", "duty"].map((name) => (
					<input key={name} type="hidden" name={name} value={String(values[name] ?? "")} />
				))
			)}
			<Field name="name" maxLength={200} autoComplete="off" width="full" />
			<Field name="email" kind="email" hint={text.hints.email} width="full" />
			<Field name="deputyName" maxLength={200} autoComplete="off" width="full" />
			<Field name="deputyEmail" kind="email" width="full" />
			<div className="task-buttons">
				<SubmitButton>{text.save}</SubmitButton>
				{props.goesOn && (
					<button type="submit" className="ds-button" data-variant="secondary" name="next" value="on">
						{text.saveAndAdd}
					</button>
				)}
				<Link className="ds-button" data-variant="tertiary" to={props.cancelTo}>
					{uiText[language].cancel}
				</Link>
			</div>
		</TaskForm>
	);
}
