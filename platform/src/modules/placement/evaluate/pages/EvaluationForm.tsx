import { saying } from "../../../../forms/text.ts";
import { formatDate } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { evaluationLevels, evaluationQuestions } from "../codes.ts";
import { evaluateText } from "../text.ts";

type Asked = {
	readonly outcomes: number | null;
	readonly supervision: number | null;
	readonly welcome: number | null;
	readonly recommend: boolean | null;
	readonly remark: string | null;
	readonly answeredAt: Date | null;
	readonly version: number;
};

/** A few questions about a placement that is over, answered by the student; read only once the time is over. */
export function EvaluationForm({
	evaluation,
	until,
	canAnswer,
	refused,
}: {
	readonly evaluation: Asked;
	/** The last day to answer. */
	readonly until: string;
	readonly canAnswer: boolean;
	readonly refused: RefusedForm | undefined;
}) {
	const language = useLanguage();
	const text = evaluateText[language];
	const levels = evaluationLevels.map((value) => ({ value, label: text.levels[value] }));
	if (!canAnswer) return <Alert>{text.over(formatDate(language, until))}</Alert>;
	return (
		<>
			{evaluation.answeredAt && <p>{text.answered(formatDate(language, evaluation.answeredAt))}</p>}
			<p>{text.who}</p>
			<p className="quiet">{text.until(formatDate(language, until))}</p>
			<TaskForm
				refused={refused}
				values={{
					outcomes: evaluation.outcomes?.toString() ?? null,
					supervision: evaluation.supervision?.toString() ?? null,
					welcome: evaluation.welcome?.toString() ?? null,
					recommend: evaluation.recommend === null ? null : evaluation.recommend ? "yes" : "no",
					remark: evaluation.remark,
				}}
				say={saying(language, text.refusals)}
			>
				<input type="hidden" name="version" value={evaluation.version} />
				{evaluationQuestions.map((question) => (
					<Field
						key={question}
						name={question}
						label={text.questions[question]}
						kind="radio"
						required
						choices={levels}
					/>
				))}
				<Field
					name="recommend"
					label={text.questions.recommend}
					kind="radio"
					required
					choices={[
						{ value: "yes", label: text.yes },
						{ value: "no", label: text.no },
					]}
				/>
				<Field name="remark" label={text.questions.remark} kind="textarea" maxLength={2000} />
				<SubmitButton>{text.send}</SubmitButton>
			</TaskForm>
		</>
	);
}
