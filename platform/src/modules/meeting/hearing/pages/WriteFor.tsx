import { saying } from "../../../../forms/text.ts";
import { Details } from "../../../../ui/Details.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { hearingText } from "../text.ts";
import { hearingPagesText } from "./hearing.text.ts";
import { hearingsText } from "./hearings.text.ts";
import { inputsText } from "./inputs.text.ts";

/** Input that came in a meeting, by telephone or in a letter, taken down by those who keep the hearing. */
export function WriteFor(props: {
	readonly invitees: readonly { readonly id: string; readonly name: string }[];
	readonly refused: RefusedForm | undefined;
}) {
	const language = useLanguage();
	const text = hearingPagesText[language];
	const inputWords = inputsText[language];
	const listWords = hearingsText[language];
	if (props.invitees.length === 0) return null;
	return (
		<div className="hearing-give">
			<Details summary={inputWords.writeFor} open={props.refused !== undefined}>
				<TaskForm
					refused={props.refused}
					labels={{ inviteeId: inputWords.from, body: listWords.columns.said }}
					say={saying(language, hearingText[language].refusals)}
					prefix="for-"
				>
					<input type="hidden" name="deed" value="give" />
					<Field
						name="inviteeId"
						kind="select"
						required
						choices={props.invitees.map(({ id, name }) => ({ value: id, label: name }))}
					/>
					<Field name="body" kind="textarea" rows={5} maxLength={8000} required />
					<div className="task-buttons">
						<SubmitButton variant="secondary">{text.save}</SubmitButton>
					</div>
				</TaskForm>
			</Details>
		</div>
	);
}
