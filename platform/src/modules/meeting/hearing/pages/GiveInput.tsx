import { Form } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { involvementText } from "../../../../involvement/text.ts";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import type { Invitee } from "../contract.ts";
import { hearingText } from "../text.ts";
import { hearingPagesText } from "./hearing.text.ts";
import { inputsText } from "./inputs.text.ts";

/** Where somebody invited says what they mean, or that they have nothing to remark. */
export function GiveInput(props: {
	readonly invitee: Pick<Invitee, "id" | "name" | "role"> & { readonly saidNone: boolean };
	/** Whether they have given input before. */
	readonly again: boolean;
	readonly showsAll: boolean;
	readonly refused: RefusedForm | undefined;
	/** What a link inside the page leads to. */
	readonly id?: string;
}) {
	const language = useLanguage();
	const text = hearingPagesText[language];
	const inputWords = inputsText[language];
	const { invitee, again, showsAll } = props;
	const role = involvementText[language].role[invitee.role].toLocaleLowerCase("nb");
	return (
		<div className="hearing-give">
			<Section
				title={inputWords.yourInput}
				{...(props.id === undefined ? {} : { id: props.id })}
				lead={`${inputWords.youAre(role, invitee.name)} ${inputWords.promise} ${showsAll ? inputWords.willShow : inputWords.willNotShow}`}
			>
				{invitee.saidNone && <p className="ds-paragraph">{inputWords.youSaidNone}</p>}
				<TaskForm
					refused={props.refused}
					labels={{ body: text.fields.input }}
					say={saying(language, hearingText[language].refusals)}
					prefix={`${invitee.id}-`}
				>
					<input type="hidden" name="deed" value="give" />
					<input type="hidden" name="inviteeId" value={invitee.id} />
					<Field name="body" kind="textarea" rows={6} maxLength={8000} required />
					<div className="task-buttons">
						<SubmitButton>{again ? inputWords.giveMore : inputWords.give}</SubmitButton>
					</div>
				</TaskForm>
				{!again && !invitee.saidNone && (
					<Form method="post">
						<input type="hidden" name="inviteeId" value={invitee.id} />
						<button type="submit" className="ds-button" data-variant="secondary" name="deed" value="none">
							{inputWords.sayNone}
						</button>
					</Form>
				)}
			</Section>
		</div>
	);
}
