import { changeOrRemove } from "../../../../forms/change-or-remove.server.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { ChangeOrRemove } from "../../../../ui/ChangeOrRemove.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, representing } from "../../../../visit.server.ts";
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

export async function action({ context, request, params }: Route.ActionArgs) {
	const visit = representing(context, request);
	const text = projectPageText[visit.language];
	return changeOrRemove(visit, request, {
		schema: projectChange,
		change: (work, values) => changeProject(work, params.projectId, values),
		remove: (work, version) => removeProject(work, params.projectId, version),
		changed: () => ({ to: `/development/projects/${params.projectId}`, toast: text.changed }),
		removed: { to: "/development", toast: text.removed },
	});
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
			<ChangeOrRemove
				answer={actionData}
				values={project}
				labels={text.fields}
				say={say}
				text={text}
				cancelTo={here}
				removable={project.state === "draft"}
			>
				<ProjectFields units={units} />
			</ChangeOrRemove>
		</div>
	);
}
