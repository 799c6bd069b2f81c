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
import { addHelp, readingOf } from "../../service.server.ts";
import { helpFacts } from "../contract.ts";
import { mayHelp } from "../rules.ts";
import { helpText } from "../text.ts";
import type { Route } from "./+types/help-new";
import { HelpFields } from "./HelpFields.tsx";
import { helpPageText } from "./help.text.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading } = representing(context, request);
	return reading(async (work) => {
		if (!mayHelp(await mandateOf(work))) missing();
		return { values: { contactName: actor.name, contactEmail: (await readingOf(work))?.email ?? null } };
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(helpFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => addHelp(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/help/${outcome.done.id}`, helpPageText[language].created);
}

/** Says something the organisation acted for helps others with. */
export default function HelpNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [helpPageText[language], helpText[language]];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader title={text.newTitle} lead={text.newLead} trail={[{ to: "/development/help", label: words.title }]} />
			<TaskForm
				refused={actionData}
				values={loaderData.values}
				labels={text.fields}
				say={saying(language, words.refusals)}
			>
				<HelpFields />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to="/development/help">
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
