import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Details } from "../../../../ui/Details.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { changeProject, openProject, removeProject } from "../../service.server.ts";
import { projectChange } from "../contract.ts";
import { projectText } from "../text.ts";
import type { Route } from "./+types/project-edit";
import { projectChoices } from "./choices.server.ts";
import { ProjectFields } from "./ProjectFields.tsx";
import { projectPageText } from "./project.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openProject(work, params.projectId);
		if (!opened?.mayChange || opened.project.state === "ended") missing();
		const { units } = await projectChoices(work);
		const { unitId } = opened.project;
		// A unit that has closed keeps its project.
		const known = unitId === null || units.some(({ value }) => value === unitId);
		return {
			project: opened.project,
			units: known ? units : [...units, { value: unitId, label: opened.unitName ?? "" }],
		};
	});
}

const deed = z.object({ do: z.enum(["change", "remove"]), version: z.int() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = projectPageText[language];
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return data({ ...asked, deed: "change" }, 422);
	if (asked.values.do === "remove") {
		const outcome = await commanding((work) => removeProject(work, params.projectId, asked.values.version));
		if (outcome.refused) return data({ refusals: outcome.refused, given: {}, deed: "remove" }, 422);
		return redirectWithToast("/development", text.removed);
	}
	const parsed = parseForm(projectChange, form);
	if (parsed.refusals) return data({ ...parsed, deed: "change" }, 422);
	const outcome = await commanding((work) => changeProject(work, params.projectId, parsed.values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: parsed.given, deed: "change" }, 422);
	}
	return redirectWithToast(`/development/projects/${params.projectId}`, text.changed);
}

/** What a project says, to be changed; or all of it taken away while it is a draft. */
export default function ProjectEdit({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [projectPageText[language], projectText[language]];
	const { project, units } = loaderData;
	const say = saying(language, words.refusals);
	const here = `/development/projects/${project.id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${text.editTitle}: ${project.title}`)}</title>
			<PageHeader
				title={text.editTitle}
				trail={[
					{ to: "/development", label: words.title },
					{ to: here, label: project.title },
				]}
			/>
			<TaskForm
				refused={actionData?.deed === "change" ? actionData : undefined}
				values={project}
				labels={text.fields}
				say={say}
			>
				<input type="hidden" name="version" value={project.version} />
				<ProjectFields units={units} />
				<div className="task-buttons">
					<SubmitButton name="do" value="change">
						{text.save}
					</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
			{project.state === "draft" && (
				<Details summary={text.remove} open={actionData?.deed === "remove"}>
					<TaskForm refused={actionData?.deed === "remove" ? actionData : undefined} prefix="remove" say={say}>
						<p>{text.removeBody}</p>
						<input type="hidden" name="version" value={project.version} />
						<SubmitButton name="do" value="remove" color="danger">
							{text.remove}
						</SubmitButton>
					</TaskForm>
				</Details>
			)}
		</div>
	);
}
