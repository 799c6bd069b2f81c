import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { operatorOrganisationId } from "../../../../identity/actor.ts";
import { houseText } from "../../../../text.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayPlan } from "../../rules.ts";
import { addEntry } from "../../service.server.ts";
import { competenceText } from "../../text.ts";
import { entryFacts } from "../contract.ts";
import { frameworkText } from "../text.ts";
import type { Route } from "./+types/entry-new";
import { EntryFields } from "./EntryFields.tsx";
import { sharedChoices } from "./shared-choices.server.ts";

/** A competence the organisation has its own word for; the operator's are shared with everybody. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, reading } = representing(context, request);
	return reading(async (work) => {
		if (!mayPlan(await mandateOf(work))) missing();
		return {
			isShared: actor.organisationId === operatorOrganisationId,
			shared: await sharedChoices(work, language),
		};
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(entryFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => addEntry(work, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast("/competence/framework?keeper=own", frameworkText[language].created);
}

export default function EntryNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = frameworkText[language];
	const words = competenceText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.newTitle)}</title>
			<PageHeader title={text.newTitle} trail={[{ to: "/competence/framework", label: words.framework }]} />
			<TaskForm
				refused={actionData}
				labels={text.fields}
				say={saying(language, { ...words.refusals, format: text.occupation })}
			>
				<EntryFields isShared={loaderData.isShared} shared={loaderData.shared} />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to="/competence/framework">
						{text.cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
