import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { openProject, startProject } from "../../service.server.ts";
import { versioned } from "../contract.ts";
import { lackingDecider } from "../rules.ts";
import { projectText } from "../text.ts";
import type { Route } from "./+types/project-start";
import { projectPageText } from "./project.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openProject(work, params.projectId);
		if (!opened?.mayChange || opened.project.state !== "draft") missing();
		const { id, title, version } = opened.project;
		return { id, title, version, lacksGoal: opened.goals.length === 0, lacking: lackingDecider(opened.project) };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(versioned, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => startProject(work, params.projectId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/projects/${params.projectId}`, projectPageText[language].started);
}

/** What is lacking before a project can start; or starts it. */
export default function ProjectStart({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [projectPageText[language], projectText[language]];
	const { id, title, version, lacksGoal, lacking } = loaderData;
	const here = `/development/projects/${id}`;
	const ready = !lacksGoal && lacking === null;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${text.start}: ${title}`)}</title>
			<PageHeader
				title={text.start}
				lead={text.startLead}
				trail={[
					{ to: "/development", label: words.title },
					{ to: here, label: title },
				]}
			/>
			{ready ? (
				<p className="ds-paragraph">{text.startReady}</p>
			) : (
				<Alert tone="warning" title={text.startLacks}>
					<ul>
						{lacksGoal && (
							<li>
								<Link className="ds-link" to={`${here}/goals/new`}>
									{text.lacksGoal}
								</Link>
							</li>
						)}
						{lacking !== null && (
							<li>
								<Link className="ds-link" to={`${here}/edit`}>
									{text.lacksDecider(words.deciders[lacking])}
								</Link>
							</li>
						)}
					</ul>
				</Alert>
			)}
			<TaskForm refused={actionData} say={saying(language, words.refusals)}>
				<input type="hidden" name="version" value={version} />
				<div className="task-buttons">
					{ready && <SubmitButton>{text.start}</SubmitButton>}
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
