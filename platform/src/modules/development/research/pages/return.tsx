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
import { openResearch, returnResult } from "../../service.server.ts";
import { researchReturn } from "../contract.ts";
import { researchText } from "../text.ts";
import type { Route } from "./+types/return";
import { researchPageText } from "./research.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const research = await openResearch(work, params.researchId);
		if (!research?.can.keep || research.endedOn !== null) missing();
		const { id, title, result, resultWhere, version } = research;
		return { id, title, result, resultWhere, version };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(researchReturn, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => returnResult(work, params.researchId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/development/research/${params.researchId}`, researchPageText[language].givenBack);
}

/** Gives back what was found, in the words of practice. */
export default function ReturnPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [researchPageText[language], researchText[language]];
	const { id, title, version, ...values } = loaderData;
	const here = `/development/research/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${text.giveBackTitle}: ${title}`)}</title>
			<PageHeader
				title={text.giveBackTitle}
				lead={text.giveBackLead}
				trail={[
					{ to: "/development/research", label: words.title },
					{ to: here, label: title },
				]}
			/>
			<TaskForm refused={actionData} values={values} labels={text.fields} say={saying(language, words.refusals)}>
				<input type="hidden" name="version" value={version} />
				<Field name="result" kind="textarea" rows={8} maxLength={4000} width="full" hint={text.hints.result} required />
				<Field name="resultWhere" maxLength={500} autoComplete="off" width="full" />
				<div className="task-buttons">
					<SubmitButton>{text.giveBack}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
