import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import type { Measure, ProgrammeGoal } from "../contract.ts";
import { programmePageText } from "./programme.text.ts";
import { type PartOf, RemovePart } from "./RemovePart.tsx";

/** The goals of a programme, each with what it may be in one municipality and how it is measured alike. */
export function ProgrammeGoals(
	props: PartOf & { readonly goals: readonly (ProgrammeGoal & { readonly measure: Measure | null })[] },
) {
	const text = programmePageText[useLanguage()];
	const { goals, programmeId, isDraft, keep, refused } = props;
	const here = `/development/programmes/${programmeId}/goals`;
	return (
		<Section
			title={text.goals}
			lead={text.goalsLead}
			id="goals"
			actions={
				keep &&
				isDraft && (
					<Link className="ds-button" data-variant="secondary" to={`${here}/new`}>
						{text.addGoal}
					</Link>
				)
			}
		>
			{goals.length === 0 ? (
				<p className="quiet">{text.noGoals}</p>
			) : (
				<ul className="ds-list">
					{goals.map(({ id, wording, localExample, measure }) => (
						<li key={id}>
							<strong>
								{keep ? (
									<Link className="ds-link" to={`${here}/${id}`}>
										{wording}
									</Link>
								) : (
									wording
								)}
							</strong>
							{localExample !== "" && <p className="ds-paragraph">{text.example(localExample)}</p>}
							<p className="quiet">
								{measure ? text.measuredAs(measure.indicator, measure.measuredIn, measure.number) : text.notAlike}
							</p>
							{keep && isDraft && <RemovePart part="goal" id={id} called={wording} refused={refused} />}
						</li>
					))}
				</ul>
			)}
		</Section>
	);
}
