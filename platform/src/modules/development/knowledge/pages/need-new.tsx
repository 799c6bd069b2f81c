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
import { mandateOf } from "../../../organisation/service.server.ts";
import { projectChoices } from "../../project/pages/choices.server.ts";
import { addNeed } from "../../service.server.ts";
import { needFacts } from "../contract.ts";
import { mayNoteNeeds } from "../rules.ts";
import { needText } from "../text.ts";
import type { Route } from "./+types/need-new";
import { NeedFields } from "./NeedFields.tsx";
import { needPageText } from "./need.text.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading } = representing(context, request);
	return reading(async (work) => {
		if (!mayNoteNeeds(await mandateOf(work))) missing();
		const { units, email } = await projectChoices(work);
		const values = { importance: "2", contactName: actor.name, contactEmail: email, shown: true };
		return { units, today: work.today, values };
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(needFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => addNeed(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/needs/${outcome.done.id}`, needPageText[language].created);
}

/** Writes down what the organisation needs to know. */
export default function NeedNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [needPageText[language], needText[language]];
	const { units, today, values } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader
				title={text.newTitle}
				lead={text.newLead}
				trail={[{ to: "/development/needs", label: words.title }]}
			/>
			<TaskForm refused={actionData} values={values} labels={text.fields} say={saying(language, words.refusals)}>
				<NeedFields units={units} today={today} />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to="/development/needs">
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
