import { saying } from "../../../../forms/text.ts";
import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { Details } from "../../../../ui/Details.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { enquiryText } from "../text.ts";
import type { RefusedDeed } from "./AnswerForms.tsx";
import { enquiryPagesText } from "./enquiry.text.ts";

/** Sends an enquiry on: to who answers for something else, to a unit, or to another organisation. */
export function ForwardForm(props: {
	readonly refused: RefusedDeed;
	readonly version: number;
	readonly responsibility: string;
	readonly responsibilities: readonly Choice[];
	readonly units: readonly Choice[];
	readonly organisations: readonly Choice[];
}) {
	const language = useLanguage();
	const text = enquiryPagesText[language];
	const refused = props.refused?.deed === "forward" ? props.refused : undefined;
	return (
		<Details summary={text.forwardTitle} open={refused !== undefined}>
			<TaskForm
				refused={refused}
				values={{ responsibility: props.responsibility }}
				labels={text.fields}
				say={saying(language, enquiryText[language].refusals)}
				prefix="forward-"
			>
				<input type="hidden" name="deed" value="forward" />
				<input type="hidden" name="version" value={props.version} />
				<Field
					name="responsibility"
					kind="select"
					hint={text.hints.responsibility}
					choices={props.responsibilities}
					required
				/>
				{props.units.length > 0 && <Field name="unitId" kind="select" choices={props.units} />}
				<Field name="receiverId" kind="lookup" hint={text.hints.other} choices={props.organisations} width="full" />
				<Field name="body" label={text.noteField} kind="textarea" rows={2} maxLength={2000} />
				<div className="task-buttons">
					<SubmitButton variant="secondary">{text.forward}</SubmitButton>
				</div>
			</TaskForm>
		</Details>
	);
}

/** Answers what the receiver has asked back. */
export function ReplyForm({ refused, version }: { readonly refused: RefusedDeed; readonly version: number }) {
	const language = useLanguage();
	const text = enquiryPagesText[language];
	return (
		<Section title={text.replyField}>
			<TaskForm
				refused={refused?.deed === "reply" ? refused : undefined}
				labels={text.fields}
				say={saying(language, enquiryText[language].refusals)}
				prefix="reply-"
			>
				<input type="hidden" name="deed" value="reply" />
				<input type="hidden" name="version" value={version} />
				<Field name="body" label={text.replyField} hideLabel kind="textarea" rows={4} maxLength={8000} required />
				<div className="task-buttons">
					<SubmitButton>{text.reply}</SubmitButton>
				</div>
			</TaskForm>
		</Section>
	);
}
