import type { Refusal } from "../outcome.ts";
import { Alert } from "../ui/Alert.tsx";
import { CopyButton } from "../ui/CopyButton.tsx";
import { Field } from "../ui/Field.tsx";
import type { RefusedForm } from "../ui/form-context.ts";
import { Link } from "../ui/Link.tsx";
import { useLanguage } from "../ui/language.tsx";
import { SubmitButton } from "../ui/SubmitButton.tsx";
import { TaskForm } from "../ui/TaskForm.tsx";
import { giveLinkText } from "./give-link.text.ts";

/** A link that was just made. Its secret is shown once: it cannot be fetched again. */
export type GivenLink = { readonly address: string; readonly mailed: boolean };

/** Makes a link for somebody without an account, mails it where this installation mails, and shows it this once. */
export function GiveLink({
	whom,
	mails,
	link,
	refused,
	say,
	back,
}: {
	readonly whom: string;
	readonly mails: boolean;
	readonly link: GivenLink | null | undefined;
	readonly refused: RefusedForm | undefined;
	readonly say: (refusal: Refusal) => string;
	readonly back: string;
}) {
	const text = giveLinkText[useLanguage()];
	return (
		<>
			{link && (
				<Alert tone="success" title={text.made(whom)}>
					<p>{link.mailed ? text.mailed : text.once}</p>
					<CopyButton value={link.address} label={text.copy} />
				</Alert>
			)}
			<TaskForm key={link?.address ?? ""} refused={refused} labels={{ email: text.email }} say={say}>
				{mails && <Field name="email" kind="email" maxLength={320} autoComplete="off" hint={text.emailHint} />}
				<div className="task-buttons">
					<SubmitButton>{text.make}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={back}>
						{text.cancel}
					</Link>
				</div>
			</TaskForm>
		</>
	);
}
