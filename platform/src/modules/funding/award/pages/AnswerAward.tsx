import { Form } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Details } from "../../../../ui/Details.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { fundingText } from "../../text.ts";
import { awardPageText } from "./award.text.ts";

type AnswerAwardProps = {
	readonly award: { readonly version: number };
	readonly write: boolean;
	readonly hasLines: boolean;
	readonly refused: (RefusedForm & { readonly deed: string }) | undefined;
};

/** Yes or no to an award; a noted one can also be taken away. */
export function AnswerAward({ award, write, hasLines, refused }: AnswerAwardProps) {
	const language = useLanguage();
	const text = awardPageText[language];
	const say = saying(language, fundingText[language].refusals);
	return (
		<Section title={text.acceptTitle} lead={text.acceptLead} id="answer">
			{hasLines ? (
				<TaskForm refused={refused?.deed === "accept" ? refused : undefined} say={say} prefix="accept-">
					<input type="hidden" name="version" value={award.version} />
					<div className="task-buttons">
						<SubmitButton>{text.accept}</SubmitButton>
					</div>
				</TaskForm>
			) : (
				<Alert tone="info">{text.noLines}</Alert>
			)}
			{write ? (
				<Form method="post">
					<button type="submit" className="ds-button" data-variant="tertiary" name="deed" value="remove">
						{text.remove}
					</button>
				</Form>
			) : (
				<Details summary={text.decline} open={refused?.deed === "decline"}>
					<TaskForm
						refused={refused?.deed === "decline" ? refused : undefined}
						labels={{ because: text.because }}
						say={say}
						prefix="decline-"
					>
						<input type="hidden" name="version" value={award.version} />
						<input type="hidden" name="deed" value="decline" />
						<Field name="because" kind="textarea" rows={2} maxLength={1000} required />
						<div className="task-buttons">
							<SubmitButton variant="secondary">{text.decline}</SubmitButton>
						</div>
					</TaskForm>
				</Details>
			)}
		</Section>
	);
}
