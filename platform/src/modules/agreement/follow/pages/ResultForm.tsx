import { saying } from "../../../../forms/text.ts";
import { Field } from "../../../../ui/Field.tsx";
import type { FieldValue, RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { aspects } from "../../codes.ts";
import { agreementRefusalText } from "../../refusals.text.ts";
import { agreementText } from "../../text.ts";
import { verdicts } from "../codes.ts";
import { resultsText } from "../results.text.ts";

/** Five questions about what an agreement has led to, and room for words. */
export function ResultForm({
	years,
	values,
	refused,
	children,
}: {
	readonly years: readonly number[];
	readonly values: Readonly<Record<string, FieldValue>>;
	readonly refused?: RefusedForm | undefined;
	readonly children?: React.ReactNode;
}) {
	const language = useLanguage();
	const text = resultsText[language];
	const words = agreementText[language];
	const refusalWords = agreementRefusalText[language];
	const refusals = { ...refusalWords.refusals, "wrong-year": text.wrongYear };
	return (
		<TaskForm
			refused={refused}
			values={{ year: String(years[0] ?? ""), ...values }}
			labels={{ ...words.aspects, year: text.yearColumn, comment: text.comment }}
			say={saying(language, refusals)}
		>
			<Field
				name="year"
				kind="select"
				required
				width="narrow"
				choices={years.map((year) => ({ value: String(year), label: String(year) }))}
			/>
			{aspects.map((aspect) => (
				<Field
					key={aspect}
					name={aspect}
					kind="radio"
					required
					choices={verdicts.map((one) => ({ value: one, label: text.verdicts[one] }))}
				/>
			))}
			<Field name="comment" kind="textarea" maxLength={4000} width="full" />
			<div className="task-buttons">
				<SubmitButton>{text.send}</SubmitButton>
				{children}
			</div>
		</TaskForm>
	);
}
