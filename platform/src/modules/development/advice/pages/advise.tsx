import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Facts } from "../../../../ui/Facts.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { goalPageText } from "../../goal/pages/goal.text.ts";
import { programmeText } from "../../programme/text.ts";
import { advise, openAdvised } from "../../service.server.ts";
import { goalReadings, purposeReadings } from "../codes.ts";
import { adviceFacts } from "../contract.ts";
import { adviceText } from "../text.ts";
import type { Route } from "./+types/advise";
import { GivenAdvice } from "./GivenAdvice.tsx";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openAdvised(work, params.programmeId, params.projectId)) ?? missing();
		const { programme, project, goals, mayAdvise } = opened;
		const servedBy = new Map(goals.map(({ id, wording }) => [id, wording]));
		return {
			...{ programme: { id: programme.id, title: programme.title }, project, mayAdvise },
			goals: project.goals.map(({ id, wording, baseline, value, measuredIn, servesId }) => ({
				...{ id, wording: wording ?? "", baseline, value, measuredIn },
				serves: (servesId && servedBy.get(servesId)) ?? null,
			})),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(adviceFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const { programmeId, projectId } = params;
	const outcome = await commanding((work) => advise(work, programmeId, projectId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/programmes/${programmeId}/projects`, adviceText[language].one.saved);
}

/** The purpose and goals of one project of a programme, and what whoever keeps it says of them. */
export default function Advise({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words, ofGoal] = [adviceText[language], programmeText[language], goalPageText[language].columns];
	const { one } = text;
	const { programme, project, goals, mayAdvise } = loaderData;
	const here = `/development/programmes/${programme.id}`;
	const value = (number: number | null, unit: string) =>
		number === null ? null : `${formatNumber(language, number)} ${unit}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(project.title)}</title>
			<PageHeader
				title={project.title}
				lead={project.municipality}
				trail={[
					{ to: "/development/programmes", label: words.title },
					{ to: here, label: programme.title },
					{ to: `${here}/projects`, label: text.title },
				]}
			/>
			<Section title={one.purpose}>
				<p className="ds-paragraph pre-line">{project.purpose}</p>
			</Section>
			<Section title={one.goals}>
				{goals.length === 0 && <p className="quiet">{one.noGoals}</p>}
				{goals.map((goal) => (
					<Section
						key={goal.id}
						title={goal.wording}
						level={3}
						lead={goal.serves === null ? one.servesNone : one.serves(goal.serves)}
					>
						<Facts
							facts={[
								{ label: ofGoal.baseline, value: value(goal.baseline, goal.measuredIn) },
								{ label: ofGoal.latest, value: value(goal.value, goal.measuredIn) },
							]}
						/>
					</Section>
				))}
			</Section>
			{mayAdvise ? (
				<TaskForm
					refused={actionData}
					values={project.advice ?? {}}
					labels={one.fields}
					say={saying(language, words.refusals)}
				>
					<Field
						name="purpose"
						kind="radio"
						required
						hint={one.hints.purpose}
						choices={purposeReadings.map((reading) => ({ value: reading, label: text.purposes[reading] }))}
					/>
					<Field
						name="goals"
						kind="radio"
						required
						choices={goalReadings.map((reading) => ({ value: reading, label: text.goals[reading] }))}
					/>
					<Field
						name="words"
						kind="textarea"
						rows={4}
						maxLength={2000}
						width="full"
						required="sometimes"
						hint={one.hints.words}
					/>
					<div className="task-buttons">
						<SubmitButton>{one.save}</SubmitButton>
						<Link className="ds-button" data-variant="tertiary" to={`${here}/projects`}>
							{uiText[language].cancel}
						</Link>
					</div>
				</TaskForm>
			) : (
				project.advice && <GivenAdvice advice={[project.advice]} />
			)}
		</div>
	);
}
