import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Timeline } from "../../../../ui/Timeline.tsx";
import type { StudyStep } from "../contract.ts";
import { studyText } from "../text.ts";
import { studyPageText } from "./study.text.ts";

/** What has become of a study, the last first; what was undone stays and says so. */
export function StudySteps({ steps, level }: { readonly steps: readonly StudyStep[]; readonly level?: 2 | 3 }) {
	const language = useLanguage();
	const [text, words] = [studyPageText[language], studyText[language]];
	const latest = [...steps].reverse().sort((one, other) => other.onDay.localeCompare(one.onDay));
	return (
		<Section title={text.steps} level={level ?? 2}>
			<Timeline
				events={latest.map((step) => ({
					...{ id: step.id, at: step.onDay, by: text.by(step.recordedBy || text.program) },
					title: step.undoneAt === null ? words.states[step.state] : <s>{words.states[step.state]}</s>,
					children: (
						<>
							{step.reason && <p className="ds-paragraph">{words.reasons[step.reason]}</p>}
							{step.note && <p className="ds-paragraph pre-line">{step.note}</p>}
							{step.undoneAt !== null && <p className="quiet">{text.undoneMark(step.undoneBy || text.program)}</p>}
						</>
					),
				}))}
			/>
		</Section>
	);
}
