import { data } from "react-router";
import { linkVisit } from "../../identity/link-visit.server.ts";
import { redirect } from "../../redirect.server.ts";
import { houseText } from "../../text.ts";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { missing, redirectWithToast } from "../../visit.server.ts";
import { AnswersView } from "../AnswersView.tsx";
import { answerPurpose, openAnswer } from "../stored/answer.server.ts";
import type { Route } from "./+types/link-answer";
import { AnswerForm } from "./AnswerForm.tsx";
import { answerText } from "./answer.text.ts";
import { namesIn } from "./answer-names.ts";
import { shownAnswers, takeAnswers } from "./answering.server.ts";
import { TakeAlong } from "./TakeAlong.tsx";

/** A form for somebody without an account: the one draft of the link. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { actor, reading } = await linkVisit(context, params.token, answerPurpose);
	return reading(async (work) => shownAnswers(work, (await openAnswer(work, actor.objectId)).done ?? missing()));
}

export async function action({ context, params, request }: Route.ActionArgs) {
	const { visit, actor, reading, commanding } = await linkVisit(context, params.token, answerPurpose);
	const here = `/link/${encodeURIComponent(params.token)}/form`;
	const form = await request.formData();
	const written = await takeAnswers(form, { answerId: actor.objectId, reading, commanding });
	if (written.to === "page") return data(written.answer, written.status);
	if (written.to === "row") return redirect(here);
	if (written.to === "saved") return redirectWithToast(here, answerText[visit.language].saved);
	// The link is used: nothing more can be opened by it.
	return redirectWithToast("/sign-in", answerText[visit.language].thanks);
}

export default function LinkAnswerPage({ loaderData, actionData, params }: Route.ComponentProps) {
	const here = `/link/${encodeURIComponent(params.token)}/form`;
	const language = useLanguage();
	const text = answerText[language];
	const { definition, answers, answer, can } = loaderData;
	const title = definition.title[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader title={title} lead={answer.answeredFor} />
			<TakeAlong here={here} canWrite={can.write} />
			{can.write ? (
				<AnswerForm shown={loaderData} refused={actionData} seenBy={text.linkDraft} />
			) : (
				<AnswersView
					definition={definition}
					values={answers.values}
					names={namesIn(loaderData)}
					filesAt={`${here}/take/file`}
				/>
			)}
		</div>
	);
}
