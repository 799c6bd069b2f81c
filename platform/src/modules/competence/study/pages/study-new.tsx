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
import { addStudy } from "../../service.server.ts";
import { studyFacts } from "../contract.ts";
import { studyText } from "../text.ts";
import type { Route } from "./+types/study-new";
import { studyChoices } from "./choices.server.ts";
import { StudyFields } from "./StudyFields.tsx";
import { studyPageText } from "./study.text.ts";

/** Takes down somebody who will study. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	const choices = await reading((work) => studyChoices(work, language));
	return choices.units.length === 0 ? missing() : choices;
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(studyFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => addStudy(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/competence/studies/${outcome.done.id}`, studyPageText[language].created);
}

export default function StudyNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [studyPageText[language], studyText[language]];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader title={text.newTitle} trail={[{ to: "/competence/studies", label: words.title }]} />
			<TaskForm
				refused={actionData}
				values={{ leave: "none", substitute: "none" }}
				labels={text.fields}
				say={saying(language, words.refusals)}
			>
				<StudyFields {...loaderData} />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to="/competence/studies">
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
