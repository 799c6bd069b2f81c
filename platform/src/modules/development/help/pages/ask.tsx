import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { askForHelp, openHelp, readingOf } from "../../service.server.ts";
import { requestFacts } from "../contract.ts";
import { helpText } from "../text.ts";
import type { Route } from "./+types/ask";
import { helpPageText } from "./help.text.ts";
import { LocalFields } from "./LocalFields.tsx";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, reading } = representing(context, request);
	return reading(async (work) => {
		const help = await openHelp(work, params.helpId);
		if (!help?.can.ask) missing();
		return {
			...{ id: help.id, title: help.title },
			values: { localName: actor.name, localEmail: (await readingOf(work))?.email ?? null },
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(requestFacts, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => askForHelp(work, params.helpId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/help/${params.helpId}`, helpPageText[language].asked);
}

/** Asks for help, and waits for it. */
export default function Ask({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [helpPageText[language], helpText[language]];
	const { id, title, values } = loaderData;
	const here = `/development/help/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${text.askTitle}: ${title}`)}</title>
			<PageHeader
				title={text.askTitle}
				lead={text.askLead}
				trail={[
					{ to: "/development/help", label: words.title },
					{ to: here, label: title },
				]}
			/>
			<TaskForm refused={actionData} values={values} labels={text.fields} say={saying(language, words.refusals)}>
				<Field
					name="because"
					kind="textarea"
					rows={3}
					maxLength={1000}
					width="full"
					hint={text.hints.askBecause}
					required
				/>
				<LocalFields required />
				<div className="task-buttons">
					<SubmitButton>{text.sendAsk}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
