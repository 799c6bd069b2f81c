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
import { addProject } from "../../service.server.ts";
import { projectFacts } from "../contract.ts";
import { projectText } from "../text.ts";
import type { Route } from "./+types/project-new";
import { projectChoices } from "./choices.server.ts";
import { ProjectFields } from "./ProjectFields.tsx";
import { projectPageText } from "./project.text.ts";

/** Begins a project, on one page. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading, url } = representing(context, request);
	return reading(async (work) => {
		const { units, places, mayBegin, email } = await projectChoices(work);
		if (!mayBegin) missing();
		// Most who begin one lead it.
		const leads = { leaderName: actor.name, leaderEmail: email };
		const admissionId = url.searchParams.get("admission");
		return { units, places, values: { ...leads, firstDay: work.today, statusDays: 42, admissionId } };
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(projectFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => addProject(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/projects/${outcome.done.id}/goals`, projectPageText[language].created);
}

export default function ProjectNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [projectPageText[language], projectText[language]];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader title={text.newTitle} lead={text.newLead} trail={[{ to: "/development", label: words.title }]} />
			<TaskForm
				refused={actionData}
				values={loaderData.values}
				labels={text.fields}
				say={saying(language, words.refusals)}
			>
				<ProjectFields units={loaderData.units} places={loaderData.places} />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to="/development">
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
