import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { answerInterim, openInterim, sendInterim } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { interimAnswer, interimFacts } from "../contract.ts";
import { interimText } from "../interim.text.ts";
import { interimPath } from "../path.ts";
import type { Route } from "./+types/interim";
import { ReportView } from "./ReportView.tsx";
import { StateOfReport } from "./StateOfReport.tsx";

/** A report underway: what is recorded so far, and how it goes in few words. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { opened, interim, state, content, can } =
			(await openInterim(work, params.awardId, params.dueOn)).done ?? missing();
		const { content: _sent, ...told } = interim;
		return { title: opened.award.title, isOutside: opened.award.issuerId === null, told, state, content, can };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const { awardId, dueOn } = params;
	const text = interimText[language];
	const form = await request.formData();
	if (form.get("deed") === "answer") {
		const parsed = parseForm(interimAnswer, form);
		if (parsed.refusals) return data(parsed, 422);
		const outcome = await commanding((work) => answerInterim(work, awardId, dueOn, parsed.values.answer));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
		return redirectWithToast(interimPath(awardId, dueOn), text.answered);
	}
	const parsed = parseForm(interimFacts, form);
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => sendInterim(work, awardId, dueOn, parsed.values.message));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(interimPath(awardId, dueOn), text.sent);
}

export default function InterimPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = interimText[language];
	const { title, isOutside, told, state, content, can } = loaderData;
	const heading = text.titleOf(formatShortDate(language, told.dueOn));
	const say = saying(language, fundingText[language].refusals);
	return (
		<>
			<title>{houseText[language].pageTitle(`${heading}: ${title}`)}</title>
			<Section title={heading} {...(can.send && { lead: text.lead })}>
				<p>
					<StateOfReport state={state} />
				</p>
			</Section>
			{told.message !== null && told.sentAt !== null && (
				<Section title={text.said}>
					<p className="ds-paragraph written">{told.message}</p>
					<p className="ds-paragraph quiet">{text.sentBy(formatShortDate(language, told.sentAt), told.sentBy ?? "")}</p>
				</Section>
			)}
			{told.answeredAt !== null && (
				<Section title={text.answerRead}>
					{told.answer !== "" && <p className="ds-paragraph written">{told.answer}</p>}
					<p className="ds-paragraph quiet">
						{text.readBy(formatShortDate(language, told.answeredAt), told.answeredBy ?? "")}
					</p>
				</Section>
			)}
			{can.send && (
				<Section title={text.write} id="write">
					<TaskForm refused={actionData} labels={text.fields} say={say}>
						<Field name="message" kind="textarea" rows={5} maxLength={4000} required hint={text.hint} />
						<div className="task-buttons">
							<SubmitButton>{isOutside ? text.note : text.send}</SubmitButton>
						</div>
					</TaskForm>
				</Section>
			)}
			{can.answer && (
				<Section title={text.answerTitle} lead={text.answerLead} id="read">
					<TaskForm refused={actionData} labels={text.answerFields} say={say}>
						<input type="hidden" name="deed" value="answer" />
						<Field name="answer" kind="textarea" rows={3} maxLength={2000} />
						<div className="task-buttons">
							<SubmitButton>{text.answer}</SubmitButton>
						</div>
					</TaskForm>
				</Section>
			)}
			{content ? <ReportView content={content} all /> : <EmptyState title={text.notSent} />}
		</>
	);
}
