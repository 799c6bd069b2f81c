import type { Work } from "../../../../database/work.server.ts";
import { changeOrRemove } from "../../../../forms/change-or-remove.server.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { ChangeOrRemove } from "../../../../ui/ChangeOrRemove.tsx";
import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { changeProject, openProject, programmeOf, removeProject } from "../../service.server.ts";
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
		const { units, places } = await projectChoices(work);
		const { unitId, admissionId } = opened.project;
		// A unit that has closed keeps its project.
		const known = unitId === null || units.some(({ value }) => value === unitId);
		return {
			project: opened.project,
			places: await withOwnPlace(work, places, admissionId),
			units: known ? units : [...units, { value: unitId, label: opened.unitName ?? "" }],
		};
	});
}

/** A place that was given up, or whose programme has closed, keeps its project. */
async function withOwnPlace(work: Work, places: readonly Choice[], admissionId: string | null) {
	if (places.some(({ value }) => value === admissionId)) return places;
	const programme = await programmeOf(work, admissionId);
	return programme ? [...places, { value: programme.admissionId, label: programme.title }] : places;
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
	const { project, units, places } = loaderData;
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
				<ProjectFields units={units} places={places} />
			</ChangeOrRemove>
		</div>
	);
}
