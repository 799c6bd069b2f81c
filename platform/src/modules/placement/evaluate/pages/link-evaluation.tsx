import { data } from "react-router";
import { linkVisit } from "../../../../identity/link-visit.server.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast } from "../../../../visit.server.ts";
import { answerBy } from "../rules.ts";
import { evaluatePurpose, readEvaluation } from "../service.server.ts";
import { evaluateText } from "../text.ts";
import type { Route } from "./+types/link-evaluation";
import { EvaluationForm } from "./EvaluationForm.tsx";
import { takeEvaluation } from "./take.server.ts";

/** How an own placement was, by the link from the mail: no account. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { actor, reading } = await linkVisit(context, params.token, evaluatePurpose);
	const page = (await reading((work) => readEvaluation(work, actor.objectId))) ?? missing();
	return { ...page, until: answerBy(page.evaluation) };
}

export async function action({ context, params, request }: Route.ActionArgs) {
	const { actor, visit, commanding } = await linkVisit(context, params.token, evaluatePurpose);
	const refused = await takeEvaluation(commanding, await request.formData(), actor.objectId);
	if (refused) return data(refused, 422);
	return redirectWithToast(`/link/${encodeURIComponent(params.token)}/evaluation`, evaluateText[visit.language].sent);
}

export default function LinkEvaluation({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const { evaluation, until, can } = loaderData;
	const title = evaluateText[language].title(evaluation.siteName);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader title={title} lead={evaluation.courseName} />
			<EvaluationForm evaluation={evaluation} until={until} canAnswer={can.answer} refused={actionData} />
		</div>
	);
}
