import { saying } from "../../../../forms/text.ts";
import { formatDate, formatNumber } from "../../../../language.ts";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { fundingText } from "../../text.ts";
import type { Clarification } from "../contract.ts";
import { callText } from "../text.ts";

type QuestionsProps = {
	readonly questions: readonly Clarification[];
	readonly can: { readonly ask: boolean; readonly answer: boolean };
	/** `about` is the question an answer was refused to; empty where a question was. */
	readonly refused: (RefusedForm & { readonly about: string }) | undefined;
};

/** What has been asked about a call and answered to all, and a way to ask. */
export function Questions({ questions, can, refused }: QuestionsProps) {
	const language = useLanguage();
	const text = callText[language];
	const say = saying(language, fundingText[language].refusals);
	return (
		<Section title={text.questions} lead={text.questionsLead} id="questions">
			{questions.length === 0 && <p className="ds-paragraph quiet">{text.noQuestions}</p>}
			{questions.map(({ id, number, question, askedAt, answer, answeredAt }) => (
				<article key={id} className="call-question">
					<p className="quiet">{text.askedOn(formatDate(language, askedAt), formatNumber(language, number))}</p>
					<p className="written">
						<strong>{question}</strong>
					</p>
					{answer !== null && answeredAt !== null ? (
						<>
							<p className="written">{answer}</p>
							<p className="quiet">{text.answeredOn(formatDate(language, answeredAt))}</p>
						</>
					) : can.answer ? (
						<TaskForm
							prefix={`${id}-`}
							refused={refused?.about === id ? refused : undefined}
							labels={{ answer: text.answerField }}
							say={say}
						>
							<input type="hidden" name="id" value={id} />
							<Field name="answer" kind="textarea" rows={3} maxLength={4000} required />
							<SubmitButton>{text.answer}</SubmitButton>
						</TaskForm>
					) : (
						<Status>{text.waitingAnswer}</Status>
					)}
				</article>
			))}
			{can.ask && (
				<TaskForm
					key={questions.length}
					prefix="ask-"
					refused={refused?.about === "" ? refused : undefined}
					labels={{ question: text.askField }}
					say={say}
				>
					<Field name="question" kind="textarea" rows={3} maxLength={2000} required />
					<SubmitButton>{text.ask}</SubmitButton>
				</TaskForm>
			)}
		</Section>
	);
}
