import type { ReactNode } from "react";
import { saying } from "../../../forms/text.ts";
import { houseText } from "../../../text.ts";
import { ConfirmPage } from "../../../ui/ConfirmForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import type { RefusedForm } from "../../../ui/form-context.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { agreementRefusalText } from "../refusals.text.ts";
import { dealText } from "./deal.text.ts";

/** Asks for the reason before a step that all parties are told of. */
export function DeedPage(props: {
	readonly agreement: { readonly id: string; readonly title: string; readonly version: number };
	readonly path: "end" | "reopen" | "withdraw";
	readonly title: string;
	/** What the step means. */
	readonly body: string;
	readonly dangerous?: boolean;
	readonly refused: RefusedForm | undefined;
	/** What is asked for besides the reason. */
	readonly children?: ReactNode;
}) {
	const language = useLanguage();
	const { agreement, title, dangerous = false } = props;
	const here = `/agreements/${agreement.id}`;
	return (
		<>
			<title>{houseText[language].pageTitle(title)}</title>
			<ConfirmPage
				title={title}
				trail={[{ to: here, label: agreement.title }]}
				action={`${here}/${props.path}`}
				submit={title}
				cancelTo={here}
				dangerous={dangerous}
				refused={props.refused}
				say={saying(language, agreementRefusalText[language].refusals)}
			>
				<p>{props.body}</p>
				<input type="hidden" name="version" value={agreement.version} />
				{props.children}
				<Field name="reason" label={dealText[language].reason} kind="textarea" required maxLength={1000} />
			</ConfirmPage>
		</>
	);
}
