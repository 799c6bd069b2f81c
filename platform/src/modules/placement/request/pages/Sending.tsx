import { saying } from "../../../../forms/text.ts";
import { formatMoment } from "../../../../language.ts";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import type { RequestPage } from "../answer.server.ts";
import { requestText } from "../text.ts";
import { sendingText } from "./sending.text.ts";

type SendingProps = {
	readonly page: Pick<RequestPage, "request" | "letters" | "addresses">;
	/** Whether this installation sends mail. */
	readonly mails: boolean;
	readonly refused: RefusedForm | undefined;
};

/** Whom an order goes to and when it went there: the address is suggested, and can be another. */
export function Sending({ page, mails, refused }: SendingProps) {
	const language = useLanguage();
	const text = sendingText[language];
	const { request, letters, addresses } = page;
	if (!addresses && letters.length === 0) return null;
	const isDraft = request.state === "draft";
	return (
		<Section title={isDraft ? text.title : text.titleSent}>
			{letters.length > 0 && (
				<ul className="ds-list">
					{letters.map((letter) => (
						<Told key={letter.id} letter={letter} />
					))}
				</ul>
			)}
			{addresses && (
				<TaskForm
					refused={refused}
					values={{ email: addresses.used ?? addresses.register ?? "" }}
					say={saying(language, requestText[language].refusals)}
				>
					<input type="hidden" name="version" value={request.version} />
					{addresses.hasAccounts ? (
						<p className="ds-paragraph">{text.accounts(request.hostName)}</p>
					) : (
						<>
							{!mails && <p className="ds-paragraph quiet">{text.noMail}</p>}
							{(mails || !isDraft) && (
								<Field name="email" kind="email" label={text.email} autoComplete="off" hint={hintOf(text, addresses)} />
							)}
						</>
					)}
					<div className="task-buttons">
						{isDraft && (
							<SubmitButton name="deed" value="send">
								{requestText[language].send}
							</SubmitButton>
						)}
						{!isDraft && (mails || addresses.hasAccounts) && (
							<SubmitButton name="deed" value="remind" variant="secondary">
								{text.remind}
							</SubmitButton>
						)}
						{!isDraft && !addresses.hasAccounts && (
							<SubmitButton name="deed" value="link" variant={mails ? "tertiary" : "secondary"}>
								{text.makeLink}
							</SubmitButton>
						)}
					</div>
					{!isDraft && (mails || addresses.hasAccounts) && request.answerBy !== null && (
						<p className="ds-paragraph quiet">{text.automatic}</p>
					)}
				</TaskForm>
			)}
		</Section>
	);
}

type Addresses = NonNullable<RequestPage["addresses"]>;
type Text = (typeof sendingText)["nb"];

function hintOf(text: Text, { used, register }: Addresses): string {
	if (used === null) return register === null ? text.unknown : text.register;
	return register === null || register === used ? text.used : text.usedNotRegister(register);
}

function Told({ letter }: { readonly letter: RequestPage["letters"][number] }) {
	const language = useLanguage();
	const text = sendingText[language];
	const { kind, way, recipient, at, byName } = letter;
	const moment = formatMoment(language, at);
	const said =
		way === "link" ? text.said[kind].link(moment, recipient) : text.said[kind][way](moment, recipient ?? "–");
	return <li>{`${said}${byName === null ? text.byProgram : text.by(byName)}`}</li>;
}
