import { data, Form } from "react-router";
import { formatDate } from "../../language.ts";
import { redirect } from "../../redirect.server.ts";
import { houseText } from "../../text.ts";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { missing, redirectWithToast, representing } from "../../visit.server.ts";
import { AnswersView } from "../AnswersView.tsx";
import { discardAnswers, openAnswer, shareAnswers } from "../stored/answer.server.ts";
import type { Route } from "./+types/answer";
import { AnswerForm } from "./AnswerForm.tsx";
import { answerText } from "./answer.text.ts";
import { namesIn } from "./answer-names.ts";
import { shownAnswers, takeAnswers } from "./answering.server.ts";
import { Discard } from "./Discard.tsx";
import { formsText } from "./forms.text.ts";
import { TakeAlong } from "./TakeAlong.tsx";

/** Answers to a form: written while they are a draft, read when they are sent. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => shownAnswers(work, (await openAnswer(work, params.answerId)).done ?? missing()));
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const { answerId } = params;
	const text = answerText[language];
	const here = `/forms/answers/${answerId}`;
	const form = await request.formData();
	const deed = form.get("deed");
	if (deed === "share" || deed === "discard") {
		const outcome = await commanding((work) => (deed === "share" ? shareAnswers : discardAnswers)(work, answerId));
		if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
		return deed === "share" ? redirectWithToast(here, text.sharedNow) : redirectWithToast("/forms", text.discarded);
	}
	const written = await takeAnswers(form, { answerId, reading, commanding });
	if (written.to === "page") return data(written.answer, written.status);
	if (written.to === "row") return redirect(here);
	return redirectWithToast(here, written.to === "saved" ? text.saved : text.submitted);
}

export default function AnswerPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = answerText[language];
	const { definition, answers, answer, can } = loaderData;
	const title = definition.title[language];
	const states = formsText[language].answerStates;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={
					answer.submittedAt === null
						? answer.answeredFor
						: [answer.answeredFor, text.submittedOn(formatDate(language, answer.submittedAt), answer.submittedBy ?? "")]
								.filter(Boolean)
								.join(". ")
				}
				trail={[{ to: "/forms", label: formsText[language].title }]}
				tags={<Tag tone={answer.state === "submitted" ? "success" : "neutral"}>{states[answer.state]}</Tag>}
			/>
			<TakeAlong here={`/forms/answers/${answer.id}`} canWrite={can.write} />
			{can.write ? (
				<AnswerForm
					shown={loaderData}
					refused={actionData}
					cancelTo="/forms"
					seenBy={answer.shared ? text.sharedDraft : text.privateDraft}
					actions={
						<>
							{can.share && (
								<Form method="post" className="task-buttons">
									<button type="submit" className="ds-button" data-variant="tertiary" name="deed" value="share">
										{text.share}
									</button>
								</Form>
							)}
							{can.discard && <Discard summary={text.discard} body={text.discardBody} />}
						</>
					}
				/>
			) : (
				<AnswersView
					definition={definition}
					values={answers.values}
					names={namesIn(loaderData)}
					filesAt={`/forms/answers/${answer.id}/take/file`}
				/>
			)}
		</div>
	);
}
