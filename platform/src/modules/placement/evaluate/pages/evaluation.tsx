import { data } from "react-router";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, signedIn } from "../../../../visit.server.ts";
import { placementText } from "../../text.ts";
import { answerBy } from "../rules.ts";
import { readEvaluation } from "../service.server.ts";
import { evaluateText } from "../text.ts";
import type { Route } from "./+types/evaluation";
import { EvaluationForm } from "./EvaluationForm.tsx";
import { takeEvaluation } from "./take.server.ts";

/** How an own placement was, for a student signed in. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = signedIn(context, request);
	const page = (await reading((work) => readEvaluation(work, params.placementId))) ?? missing();
	return { ...page, until: answerBy(page.evaluation) };
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = signedIn(context, request);
	const refused = await takeEvaluation(commanding, await request.formData(), params.placementId);
	if (refused) return data(refused, 422);
	return redirectWithToast("/placement/own", evaluateText[language].sent);
}

export default function EvaluationPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const { evaluation, until, can } = loaderData;
	const title = evaluateText[language].title(evaluation.siteName);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={evaluation.courseName}
				trail={[{ to: "/placement/own", label: placementText[language].own }]}
			/>
			<EvaluationForm evaluation={evaluation} until={until} canAnswer={can.answer} refused={actionData} />
		</div>
	);
}
