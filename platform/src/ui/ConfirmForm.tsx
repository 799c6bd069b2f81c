import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Refusal } from "../outcome.ts";
import type { RefusedForm } from "./form-context.ts";
import { useLanguage } from "./language.tsx";
import { PageHeader } from "./PageHeader.tsx";
import { SubmitButton } from "./SubmitButton.tsx";
import { TaskForm } from "./TaskForm.tsx";
import { uiText } from "./text.ts";

type ConfirmFormProps = {
	/** The page that does it. */
	readonly action: string;
	/** What happens, and what cannot be undone. */
	readonly children: ReactNode;
	/** The deed itself: "Slett enheten", never "OK". */
	readonly submit: string;
	readonly cancelTo: string;
	readonly dangerous?: boolean;
	readonly refused?: RefusedForm | undefined;
	readonly say?: (refusal: Refusal) => string;
};

/** Asks once more before something that matters. Stands in a dialog or on a page of its own. */
export function ConfirmForm(props: ConfirmFormProps) {
	const text = uiText[useLanguage()];
	return (
		<TaskForm action={props.action} refused={props.refused} {...(props.say ? { say: props.say } : {})}>
			<div className="stack" data-gap="small">
				{props.children}
			</div>
			<div className="task-buttons">
				<SubmitButton color={props.dangerous ? "danger" : "accent"}>{props.submit}</SubmitButton>
				<Link className="ds-button" data-variant="tertiary" to={props.cancelTo}>
					{text.cancel}
				</Link>
			</div>
		</TaskForm>
	);
}

/** The page a dialog's link leads to: the same question with its own address. */
export function ConfirmPage({
	title,
	trail = [],
	...form
}: ConfirmFormProps & {
	readonly title: string;
	readonly trail?: readonly { readonly to: string; readonly label: string }[];
}) {
	return (
		<div className="stack">
			<PageHeader title={title} trail={trail} />
			<ConfirmForm {...form} />
		</div>
	);
}
