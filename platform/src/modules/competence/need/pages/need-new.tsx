import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { addNeed } from "../../service.server.ts";
import { competenceText } from "../../text.ts";
import { needFacts } from "../contract.ts";
import { needText } from "../text.ts";
import type { Route } from "./+types/need-new";
import { needChoices } from "./choices.server.ts";
import { NeedFields } from "./NeedFields.tsx";

/** What a unit needs of a competence, and why. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	const choices = await reading((work) => needChoices(work, language));
	return choices.units.length === 0 ? missing() : choices;
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(needFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => addNeed(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast("/competence/needs", needText[language].created);
}

export default function NeedNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = needText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader title={text.newTitle} trail={[{ to: "/competence/needs", label: text.needs }]} />
			<TaskForm refused={actionData} labels={text.fields} say={saying(language, competenceText[language].refusals)}>
				<NeedFields {...loaderData} />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to="/competence/needs">
						{text.cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
