import { data, Link } from "react-router";
import { linkVisit } from "../../../../identity/link-visit.server.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { missing, redirectWithToast } from "../../../../visit.server.ts";
import { answerRequest, readRequest, requestPurpose } from "../service.server.ts";
import { requestText } from "../text.ts";
import type { Route } from "./+types/link-request";
import { AnswerGiven } from "./AnswerGiven.tsx";
import { requestAnswerText } from "./answer.text.ts";
import { RequestAnswerForm } from "./RequestAnswerForm.tsx";
import { RequestFacts } from "./RequestFacts.tsx";
import { readRequestAnswer } from "./request-form.server.ts";

/** An order, for a host who has no account: what is asked, and the answer. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { visit, actor, reading } = await linkVisit(context, params.token, requestPurpose);
	const page = (await reading((work) => readRequest(work, actor.objectId))) ?? missing();
	return { page, changing: visit.url.searchParams.has("change") };
}

export async function action({ context, params, request }: Route.ActionArgs) {
	const { visit, actor, commanding } = await linkVisit(context, params.token, requestPurpose);
	const sent = readRequestAnswer(await request.formData());
	if (sent.refusals) return data({ refusals: sent.refusals, given: sent.given }, 422);
	const outcome = await commanding((work) => answerRequest(work, actor.objectId, sent.values));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused, given: sent.given }, 422);
	}
	return redirectWithToast(
		`/link/${encodeURIComponent(params.token)}/request`,
		requestAnswerText[visit.language].thanks,
	);
}

export default function LinkRequest({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = requestText[language];
	const answers = requestAnswerText[language];
	const { page, changing } = loaderData;
	const { request, answer, can } = page;
	const title = text.answerTitle(request.institutionName);
	const showsForm = can.answer && (request.state === "sent" || changing || actionData !== undefined);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader title={title} />
			<Section title={text.about}>
				<RequestFacts request={request} settings={[]} />
			</Section>
			{showsForm ? (
				<RequestAnswerForm page={page} refused={actionData} />
			) : (
				<>
					<AnswerGiven request={request} answer={answer} />
					{can.answer && (
						<p>
							<Link className="ds-button" data-variant="secondary" to="?change=1">
								{answers.changeAnswer}
							</Link>
						</p>
					)}
				</>
			)}
		</div>
	);
}
