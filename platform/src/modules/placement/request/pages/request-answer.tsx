import { data } from "react-router";
import { formatDate, formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { answerRequest, readRequest } from "../service.server.ts";
import { requestText } from "../text.ts";
import type { Route } from "./+types/request-answer";
import { requestAnswerText } from "./answer.text.ts";
import { RequestAnswerForm } from "./RequestAnswerForm.tsx";
import { readRequestAnswer } from "./request-form.server.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	const page = (await reading((work) => readRequest(work, params.requestId))) ?? missing();
	if (!page.can.answer) missing();
	return { page };
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const sent = readRequestAnswer(await request.formData());
	if (sent.refusals) return data({ refusals: sent.refusals, given: sent.given }, 422);
	const outcome = await commanding((work) => answerRequest(work, params.requestId, sent.values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: sent.given }, 422);
	}
	return redirectWithToast(`/placement/requests/${params.requestId}`, requestAnswerText[language].answered);
}

export default function RequestAnswerPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = requestText[language];
	const answers = requestAnswerText[language];
	const { request, can } = loaderData.page;
	const title = can.asHost ? text.answerTitle(request.institutionName) : answers.answerFor;
	const [first, last] = [formatDate(language, request.firstDay), formatDate(language, request.lastDay)];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={answers.answerLead(formatNumber(language, request.places), request.courseName, first, last)}
				trail={[
					{ to: "/placement/requests", label: text.title },
					{ to: `/placement/requests/${request.id}`, label: request.courseName },
				]}
			/>
			<RequestAnswerForm page={loaderData.page} refused={actionData} />
		</div>
	);
}
