import { Form } from "react-router";
import { saying } from "../../../forms/text.ts";
import { formatShortDate } from "../../../language.ts";
import { Field } from "../../../ui/Field.tsx";
import type { RefusedForm } from "../../../ui/form-context.ts";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { Section } from "../../../ui/Section.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import type { Decision, Seat } from "../contract.ts";
import { meetingText } from "../text.ts";
import { meetingPageText } from "./meeting.text.ts";
import { pointsText } from "./points.text.ts";
import { seatWord } from "./words.ts";

/** What was decided on an item: who does it and by when. */
export function Decide(props: {
	readonly arenaId: string;
	readonly decisions: readonly Pick<Decision, "id" | "body" | "ownerName" | "dueOn">[];
	readonly seats: readonly Seat[];
	readonly refused: RefusedForm | undefined;
}) {
	const language = useLanguage();
	const text = meetingPageText[language];
	const { arenaId, decisions, seats } = props;
	return (
		<Section title={text.decisionsMade}>
			{decisions.map((decision) => (
				<div key={decision.id} className="decision-mark line-with-deed">
					<p>
						<strong>{decision.body}</strong>
						<br />
						{decision.ownerName}
						{decision.dueOn !== null && `, ${formatShortDate(language, decision.dueOn)}`}
						<br />
						<Link className="ds-link" to={`/arenas/${arenaId}/decisions/${decision.id}#changes`}>
							{pointsText[language].point}
							<span className="visually-hidden">: {decision.body}</span>
						</Link>
					</p>
					<Form method="post">
						<input type="hidden" name="decisionId" value={decision.id} />
						<button
							type="submit"
							className="ds-button"
							data-variant="tertiary"
							data-size="sm"
							name="deed"
							value="take-back"
							aria-label={`${text.takeBack}: ${decision.body}`}
						>
							{text.takeBack}
						</button>
					</Form>
				</div>
			))}
			<TaskForm
				key={decisions.length}
				refused={props.refused}
				labels={{ ...text.fields, body: text.fields.decision }}
				say={saying(language, meetingText[language].refusals)}
				prefix="decision-"
			>
				<input type="hidden" name="deed" value="decide" />
				<Field name="body" kind="textarea" rows={2} maxLength={2000} required />
				<Field
					name="seatId"
					kind="select"
					required="sometimes"
					choices={seats.map((seat) => ({ value: seat.id, label: seatWord(seat) }))}
				/>
				<Field name="ownerName" maxLength={200} hint={text.hints.ownerName} width="full" autoComplete="off" />
				<Field name="dueOn" kind="date" />
				<div className="task-buttons">
					<SubmitButton variant="secondary">{text.decide}</SubmitButton>
				</div>
			</TaskForm>
		</Section>
	);
}
