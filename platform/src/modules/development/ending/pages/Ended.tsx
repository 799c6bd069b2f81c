import { formatDate, formatShortDate } from "../../../../language.ts";
import { Facts } from "../../../../ui/Facts.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Timeline } from "../../../../ui/Timeline.tsx";
import { projectPageText } from "../../project/pages/project.text.ts";
import type { Ending, FollowUp } from "../contract.ts";
import { endingText } from "../text.ts";

/** How a project ended, and what is in use since. */
export function Ended(props: {
	readonly projectId: string;
	readonly ending: Ending;
	readonly followUps: readonly FollowUp[];
	readonly mayAnswer: boolean;
	readonly today: string;
}) {
	const language = useLanguage();
	const [text, words] = [projectPageText[language], endingText[language]];
	const { projectId, ending, followUps, mayAnswer, today } = props;
	const shown = (label: string, value: string) => (value === "" ? [] : [{ label, value }]);
	return (
		<>
			<Section
				title={text.endedTitle}
				lead={text.endedBy(words.outcomes[ending.outcome], ending.decidedBy, formatDate(language, ending.decidedOn))}
			>
				<Facts
					facts={[
						{ label: text.purposeWas, value: <span className="pre-line">{ending.purpose}</span> },
						{ label: text.reached, value: words.reached[ending.reached] },
						{ label: text.answer, value: <span className="pre-line">{ending.answer}</span> },
						...shown(text.cause, ending.cause),
						...shown(text.operationsOwner, ending.operationsOwner),
						...shown(text.operationsBudget, ending.operationsBudget),
						...shown(text.operationsRoutine, ending.operationsRoutine),
						{ label: text.lesson, value: <span className="pre-line">{ending.lesson}</span> },
					]}
				/>
			</Section>
			<Section title={text.followUps} lead={text.followUpsLead}>
				<Timeline
					events={followUps.map((one) => ({
						...{ id: one.id, at: one.dueOn },
						title:
							one.inUse === null ? words.after(one.months) : `${words.after(one.months)}: ${words.uses[one.inUse]}`,
						by:
							one.answeredOn === null
								? text.asked(formatShortDate(language, one.dueOn))
								: text.answeredBy(one.answeredBy, formatShortDate(language, one.answeredOn)),
						children: (
							<>
								{one.reason && <p className="ds-paragraph">{words.reasons[one.reason]}</p>}
								{one.note && <p className="ds-paragraph pre-line">{one.note}</p>}
								{mayAnswer && one.answeredOn === null && one.dueOn <= today && (
									<Link className="ds-link" to={`/development/projects/${projectId}/follow-ups/${one.id}`}>
										{text.answerNow}
									</Link>
								)}
							</>
						),
					}))}
				/>
			</Section>
		</>
	);
}
