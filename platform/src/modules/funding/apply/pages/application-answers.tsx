import { data } from "react-router";
import { AnswerForm } from "../../../../forms/pages/AnswerForm.tsx";
import { shownAnswers, takeAnswers } from "../../../../forms/pages/answering.server.ts";
import { openAnswer } from "../../../../forms/stored/answer.server.ts";
import { redirect } from "../../../../redirect.server.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { openApplication } from "../../service.server.ts";
import { applyText } from "../text.ts";
import type { Route } from "./+types/application-answers";

/** The questions the call asks, answered by the lead; they are sent with the application and not by themselves. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { application, content, can } = (await openApplication(work, params.applicationId)).done ?? missing();
		if (!can.lead || application.answerId === null) missing();
		const opened = (await openAnswer(work, application.answerId)).done ?? missing();
		return { id: application.id, title: content.title, shown: await shownAnswers(work, opened) };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const here = `/funding/applications/${params.applicationId}`;
	const form = await request.formData();
	// Answers go with the application: by themselves they are only saved.
	form.delete("do");
	const answerId = await reading(async (work) => {
		const { application, can } = (await openApplication(work, params.applicationId)).done ?? missing();
		return can.lead && application.answerId !== null ? application.answerId : missing();
	});
	const written = await takeAnswers(form, { answerId, reading, commanding });
	if (written.to === "page") return data(written.answer, written.status);
	if (written.to === "row") return redirect(`${here}/answers`);
	return redirectWithToast(here, applyText[language].answersSaved);
}

export default function ApplicationAnswers({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = applyText[language];
	const { id, title, shown } = loaderData;
	const here = `/funding/applications/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.answersTitle)}</title>
			<PageHeader title={text.answersTitle} trail={[{ to: here, label: title }]} />
			<AnswerForm shown={shown} refused={actionData} cancelTo={here} seenBy={text.seenBy} isSentElsewhere />
		</div>
	);
}
