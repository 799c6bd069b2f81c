import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { projectText } from "../../project/text.ts";
import { addGoal, openProject, programmeOf } from "../../service.server.ts";
import { goalFacts } from "../contract.ts";
import type { Route } from "./+types/goal-new";
import { GoalFields } from "./GoalFields.tsx";
import { goalPageText } from "./goal.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openProject(work, params.projectId);
		if (!opened?.mayChange || opened.project.state === "ended") missing();
		const { id, title, purpose, admissionId } = opened.project;
		return { id, title, purpose, today: work.today, served: await programmeOf(work, admissionId) };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(goalFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => addGoal(work, params.projectId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/projects/${params.projectId}/goals`, goalPageText[language].created);
}

/** Adds a goal, with the purpose in sight. */
export default function GoalNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [goalPageText[language], projectText[language]];
	const { id, title, purpose, today, served } = loaderData;
	const here = `/development/projects/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${text.newTitle}: ${title}`)}</title>
			<PageHeader
				title={text.newTitle}
				lead={purpose}
				trail={[
					{ to: "/development", label: words.title },
					{ to: `${here}/goals`, label: title },
				]}
			/>
			<TaskForm refused={actionData} labels={text.fields} say={saying(language, words.refusals)}>
				<GoalFields today={today} served={served} />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={`${here}/goals`}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
