import type { ReactNode } from "react";
import { saying } from "../../../forms/text.ts";
import { Details } from "../../../ui/Details.tsx";
import { Field } from "../../../ui/Field.tsx";
import type { FieldValue, RefusedForm } from "../../../ui/form-context.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { agreementRefusalText } from "../refusals.text.ts";
import { declineText } from "./decline.text.ts";

/** Says no to a text put forward, and why: one press away, since most people approve or comment. */
export function DeclineForm(props: {
	readonly number: number;
	readonly refused: RefusedForm | undefined;
	/** What else is said of it, or asked for. */
	readonly children?: ReactNode;
	readonly values?: Readonly<Record<string, FieldValue>>;
}) {
	const language = useLanguage();
	const text = declineText[language];
	const { number, refused } = props;
	return (
		<Details summary={text.ask} open={refused !== undefined}>
			<TaskForm
				prefix="decline-"
				refused={refused}
				values={props.values ?? {}}
				say={saying(language, agreementRefusalText[language].refusals)}
			>
				<p className="ds-paragraph">{text.body}</p>
				<input type="hidden" name="deed" value="decline" />
				<input type="hidden" name="number" value={number} />
				<Field name="reason" label={text.reason} kind="textarea" required maxLength={1000} />
				{props.children}
				<div>
					<SubmitButton variant="secondary">{text.decline(number)}</SubmitButton>
				</div>
			</TaskForm>
		</Details>
	);
}
