import { saying } from "../../../../forms/text.ts";
import { Details } from "../../../../ui/Details.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { reasons } from "../codes.ts";
import { enquiryText } from "../text.ts";
import { enquiryPagesText } from "./enquiry.text.ts";

export type RefusedDeed = (RefusedForm & { readonly deed: string }) | undefined;

/** The ways to answer: an answer, a question back, or a refusal with a reason. By link whoever answers says their name. */
export function AnswerForms(props: {
	readonly refused: RefusedDeed;
	readonly version: number;
	readonly byLink?: boolean;
}) {
	const language = useLanguage();
	const text = enquiryPagesText[language];
	const words = enquiryText[language];
	const { refused, version, byLink = false } = props;
	const form = (deed: string) => ({
		refused: refused?.deed === deed ? refused : undefined,
		labels: text.fields,
		say: saying(language, words.refusals),
		prefix: `${deed}-`,
	});
	const hidden = (deed: string) => (
		<>
			<input type="hidden" name="deed" value={deed} />
			<input type="hidden" name="version" value={version} />
		</>
	);
	const name = byLink && <Field name="name" maxLength={200} autoComplete="name" required />;
	return (
		<Section title={text.answerTitle}>
			<TaskForm {...form("answer")}>
				{hidden("answer")}
				{name}
				<Field name="body" label={text.answerField} kind="textarea" rows={6} maxLength={8000} required />
				<div className="task-buttons">
					<SubmitButton>{text.answer}</SubmitButton>
				</div>
			</TaskForm>
			<Details summary={text.askTitle} open={refused?.deed === "ask"}>
				<TaskForm {...form("ask")}>
					{hidden("ask")}
					{name}
					<Field name="body" label={text.questionField} kind="textarea" rows={3} maxLength={8000} required />
					<div className="task-buttons">
						<SubmitButton variant="secondary">{text.ask}</SubmitButton>
					</div>
				</TaskForm>
			</Details>
			<Details summary={text.refuseTitle} open={refused?.deed === "refuse"}>
				<TaskForm {...form("refuse")}>
					{hidden("refuse")}
					{name}
					<Field
						name="reason"
						kind="radio"
						required
						choices={reasons.map((one) => ({ value: one, label: words.reasons[one] }))}
					/>
					<Field name="body" label={text.whyField} kind="textarea" rows={3} maxLength={8000} required="sometimes" />
					<div className="task-buttons">
						<SubmitButton variant="secondary">{text.refuse}</SubmitButton>
					</div>
				</TaskForm>
			</Details>
		</Section>
	);
}
