import type { Refusal } from "../../../../outcome.ts";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { proposalText } from "../proposal.text.ts";

/** Yes or no to showing an agreement; who proposed it takes it back. */
export function AnswerProposal({
	refused,
	say,
	own,
}: {
	readonly refused?: RefusedForm | undefined;
	readonly say: (refusal: Refusal) => string;
	readonly own: "proposer" | "asked";
}) {
	const text = proposalText[useLanguage()];
	const isOwn = own === "proposer";
	return (
		<TaskForm refused={refused} values={{}} labels={{ reason: text.reason, answer: text.says }} say={say}>
			<input type="hidden" name="deed" value="answer" />
			{!isOwn && <Field name="reason" kind="textarea" rows={2} maxLength={1000} hint={text.reasonHint} />}
			<div className="task-buttons">
				{!isOwn && (
					<button type="submit" className="ds-button" name="answer" value="agree">
						{text.agree}
					</button>
				)}
				<button type="submit" className="ds-button" data-variant="secondary" name="answer" value="decline">
					{isOwn ? text.takeBack : text.decline}
				</button>
			</div>
		</TaskForm>
	);
}
