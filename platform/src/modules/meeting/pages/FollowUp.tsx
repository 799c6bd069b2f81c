import { saying } from "../../../forms/text.ts";
import { formatShortDate } from "../../../language.ts";
import type { ObjectCard } from "../../../registry/objects.server.ts";
import { Facts } from "../../../ui/Facts.tsx";
import { Field } from "../../../ui/Field.tsx";
import type { RefusedForm } from "../../../ui/form-context.ts";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { Section } from "../../../ui/Section.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { type DecisionStanding, decisionStates } from "../codes.ts";
import type { Decision, Item } from "../contract.ts";
import { meetingText } from "../text.ts";
import { arenasText } from "./arenas.text.ts";
import { meetingPageText } from "./meeting.text.ts";
import { DecisionStands } from "./standings.tsx";

/** What an item of the meeting is about: the thing it concerns, and what was written when it was set up. */
export function About({ item, card }: { readonly item: Item; readonly card: ObjectCard | null }) {
	return (
		<>
			{card && (
				<p className="ds-paragraph">
					<Link className="ds-link" to={card.path}>
						{card.title}
					</Link>
				</p>
			)}
			{item.body !== "" && <p className="ds-paragraph pre-line">{item.body}</p>}
		</>
	);
}

/** The decision an item follows up, and how it stands now: said here, while the meeting talks about it. */
export function FollowUp(props: {
	readonly arenaId: string;
	readonly decision: Decision & { readonly standing: DecisionStanding };
	readonly refused: RefusedForm | undefined;
}) {
	const language = useLanguage();
	const text = arenasText[language];
	const words = meetingText[language];
	const { arenaId, decision, refused } = props;
	return (
		<Section title={meetingPageText[language].followed}>
			<Facts
				facts={[
					{
						label: text.columns.decided,
						value: (
							<Link className="ds-link" to={`/arenas/${arenaId}/decisions/${decision.id}`}>
								{formatShortDate(language, decision.decidedOn)}
							</Link>
						),
					},
					{ label: text.columns.owner, value: decision.ownerName },
					{
						label: text.columns.due,
						value: decision.dueOn === null ? null : formatShortDate(language, decision.dueOn),
					},
					{ label: text.fields.state, value: <DecisionStands standing={decision.standing} /> },
				]}
			/>
			<TaskForm
				refused={refused}
				values={{ state: decision.state, note: decision.note }}
				labels={text.fields}
				say={saying(language, words.refusals)}
				prefix="follow-"
			>
				<input type="hidden" name="deed" value="settle" />
				<input type="hidden" name="version" value={decision.version} />
				<Field
					name="state"
					kind="radio"
					label={text.settle}
					required
					choices={decisionStates.map((one) => ({ value: one, label: words.standings[one] }))}
				/>
				<Field name="note" kind="textarea" rows={2} maxLength={2000} />
				<div className="task-buttons">
					<SubmitButton variant="secondary">{meetingPageText[language].settleNow}</SubmitButton>
				</div>
			</TaskForm>
		</Section>
	);
}
