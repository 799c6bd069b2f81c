import { formatNumber } from "../../../../language.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { readResults } from "../../service.server.ts";
import type { Route } from "./+types/results";
import { ProgrammeTotal } from "./ProgrammeTotal.tsx";
import { resultsText } from "./results.text.ts";

/** What adds up over the projects of a programme; beside every total those outside it, and why. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { programme, projects, rolled } = (await readResults(work, params.programmeId)) ?? missing();
		return {
			...{ id: programme.id, projects: projects.size },
			rolled: rolled.map(({ goal, totals, serving }) => ({
				...{ id: goal.id, wording: goal.wording, serving: serving.length },
				totals: totals.map(({ inside, outside, ...total }) => ({
					...{ ...total, inside: inside.length },
					outside: outside.map(({ projectId, why }) => ({
						...{ id: projectId, why, title: projects.get(projectId)?.title ?? null },
						municipality: projects.get(projectId)?.organisationName ?? null,
					})),
				})),
			})),
		};
	});
}

export default function Results({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = resultsText[language];
	const { id, projects, rolled } = loaderData;
	const number = (value: number) => formatNumber(language, value);
	if (projects === 0)
		return (
			<Section title={text.title} lead={text.lead}>
				<EmptyState title={text.noProjects}>{text.noProjectsBody}</EmptyState>
			</Section>
		);
	return (
		<Section
			title={text.title}
			lead={text.lead}
			actions={
				<a className="ds-link list-excel" href={`/development/programmes/${id}/results.xlsx`} download>
					{uiText[language].excel}
				</a>
			}
		>
			{rolled.map((goal) => (
				<Section
					key={goal.id}
					title={goal.wording}
					level={3}
					lead={text.serving(number(goal.serving), number(projects))}
				>
					{goal.totals.length === 0 && <p className="quiet">{text.notAlike}</p>}
					{goal.totals.map((total) => (
						<ProgrammeTotal key={total.measure.id} total={total} projects={projects} />
					))}
				</Section>
			))}
		</Section>
	);
}
