import { saying } from "../../../../forms/text.ts";
import { formatDate } from "../../../../language.ts";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import type { Adaptation } from "../contract.ts";
import { wishesText } from "./wishes.text.ts";

/** Where a student writes what they need, for the coordinator alone; and sees what they wrote, and what came of it. */
export function AdaptationAsk({
	student: { id: studentId, reader, readerIsHost, adaptations },
	action,
	refused,
}: {
	readonly student: {
		readonly id: string;
		/** Whose coordinators read it. */
		readonly reader: string;
		/** Whether they also receive students, which the student should know before writing. */
		readonly readerIsHost: boolean;
		readonly adaptations: readonly Pick<Adaptation, "id" | "need" | "statedBy" | "decidedOn">[];
	};
	readonly action: string;
	readonly refused: RefusedForm | undefined;
}) {
	const language = useLanguage();
	const text = wishesText[language];
	const waiting = adaptations.find((one) => one.statedBy === "student" && one.decidedOn === null);
	return (
		<Section
			title={text.adaptation}
			lead={readerIsHost ? text.adaptationLeadHost(reader) : text.adaptationLead(reader)}
		>
			{adaptations.map(
				(one) =>
					one.decidedOn !== null && (
						<p key={one.id} className="ds-paragraph">
							{one.need}
							<span className="quiet list-under">{text.adaptationDecided(formatDate(language, one.decidedOn))}</span>
						</p>
					),
			)}
			<TaskForm
				action={action}
				refused={refused}
				values={{ need: waiting?.need ?? "" }}
				say={saying(language)}
				prefix={studentId}
			>
				<input type="hidden" name="student" value={studentId} />
				<Field
					name="need"
					kind="textarea"
					label={text.adaptationField}
					maxLength={2000}
					width="full"
					{...(waiting ? { hint: text.adaptationWaiting } : {})}
				/>
				<SubmitButton variant="secondary">{text.adaptationSave}</SubmitButton>
			</TaskForm>
		</Section>
	);
}
