import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Details } from "../../../../ui/Details.tsx";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { Timeline } from "../../../../ui/Timeline.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import {
	acceptReport,
	commentOnAward,
	openReport,
	readComment,
	returnReport,
	saveReport,
	sendReport,
} from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { acceptFacts, commentFacts, returnFacts, sentAnswers } from "../contract.ts";
import { listInterims } from "../interim.store.server.ts";
import { interimStateOf } from "../rules.ts";
import { reportText } from "../text.ts";
import type { Route } from "./+types/report";
import { InterimList } from "./InterimList.tsx";
import { ReportView } from "./ReportView.tsx";
import { recordText } from "./record.text.ts";
import { StateOfReport } from "./StateOfReport.tsx";
import { TypedFields } from "./TypedFields.tsx";

/** The report of an award: filled in from what is known, with the little that is written by hand. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { state, content, steps, version, can, opened } = (await openReport(work, params.awardId)).done ?? missing();
		const told = steps.map(({ id, kind, message, reference, at, by }) => ({ id, kind, message, reference, at, by }));
		const comment = await readComment(work, params.awardId);
		const interims = (await listInterims(work, [params.awardId])).map((one) => ({
			...{ dueOn: one.dueOn, state: interimStateOf(one) },
		}));
		return { state, content, version, can, steps: told, comment, interims, mayComment: opened.can.keep };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const { awardId } = params;
	const here = `/funding/awards/${awardId}/report`;
	const text = reportText[language];
	const form = await request.formData();
	const deed = String(form.get("deed"));
	if (deed === "comment") {
		const parsed = parseForm(commentFacts, form);
		if (parsed.refusals) return data({ ...parsed, deed }, 422);
		const outcome = await commanding((work) => commentOnAward(work, awardId, parsed.values.comment));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed }, 422);
		return redirectWithToast(`${here}#comment`, recordText[language].saved);
	}
	if (deed === "return") {
		const parsed = parseForm(returnFacts, form);
		if (parsed.refusals) return data({ ...parsed, deed }, 422);
		const outcome = await commanding((work) => returnReport(work, awardId, parsed.values.message));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed }, 422);
		return redirectWithToast(here, text.returned);
	}
	if (deed === "accept") {
		const parsed = parseForm(acceptFacts, form);
		if (parsed.refusals) return data({ ...parsed, deed }, 422);
		const outcome = await commanding((work) => acceptReport(work, awardId, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed }, 422);
		return redirectWithToast(here, text.accepted);
	}
	const given: Record<string, string> = {};
	for (const [name, value] of form) if (name.startsWith("q.") && typeof value === "string") given[name] = value;
	const answers = sentAnswers.safeParse(
		Object.fromEntries(Object.entries(given).map(([name, value]) => [name.slice(2), value])),
	);
	if (!answers.success) return data({ refusals: [{ code: "format" }], given, deed: "write" }, 422);
	const version = Number(form.get("version"));
	const saved = await commanding((work) => saveReport(work, awardId, { answers: answers.data, version }));
	if (saved.refused) return data({ refusals: saved.refused, given, deed: "write" }, 422);
	if (deed !== "send") return redirectWithToast(here, text.saved);
	const sent = await commanding((work) => sendReport(work, awardId));
	// What was typed is kept, whatever is lacking.
	if (sent.refused) return data({ refusals: sent.refused, given, deed: "write", version: version + 1 }, 422);
	return redirectWithToast(here, text.sent);
}

/** The version what was typed was kept in, where sending was refused; the page is then not read anew. */
function keptIn(answered: Route.ComponentProps["actionData"]): number {
	return answered && "version" in answered && typeof answered.version === "number" ? answered.version : 0;
}

export default function ReportPage({ loaderData, actionData, params }: Route.ComponentProps) {
	const language = useLanguage();
	const text = reportText[language];
	const { state, content, version, can, steps, comment, interims, mayComment } = loaderData;
	const refusedBy = (deed: string): RefusedForm | undefined => (actionData?.deed === deed ? actionData : undefined);
	const question = steps.findLast(({ kind }) => kind === "returned");
	const say = saying(language, fundingText[language].refusals);
	return (
		<>
			<p>
				<StateOfReport state={state} />
			</p>
			<InterimList awardId={params.awardId} rows={interims} />
			{state === "returned" && question && <Alert tone="warning">{question.message}</Alert>}
			{content ? <ReportView content={content} all={!can.write} /> : <EmptyState title={text.notSent} />}
			{can.write && content && (
				<Section title={text.write} lead={text.writeLead} id="write">
					<TaskForm refused={refusedBy("write")} say={say}>
						<input type="hidden" name="version" value={Math.max(version, keptIn(actionData))} />
						<TypedFields content={content} />
						<p className="ds-paragraph quiet">{text.sendLead}</p>
						<div className="task-buttons">
							<SubmitButton name="deed" value="send">
								{text.send}
							</SubmitButton>
							<SubmitButton variant="secondary" name="deed" value="save">
								{text.save}
							</SubmitButton>
						</div>
					</TaskForm>
				</Section>
			)}
			{(can.judge || can.noteAccepted) && (
				<Section title={text.judge} id="judge">
					<TaskForm refused={refusedBy("accept")} labels={text.fields} say={say} prefix="accept-">
						<input type="hidden" name="deed" value="accept" />
						<Field name="message" kind="textarea" rows={2} maxLength={2000} />
						<Field name="reference" maxLength={100} required={!can.judge} autoComplete="off" />
						<div className="task-buttons">
							<SubmitButton>{can.judge ? text.accept : text.noteAccept}</SubmitButton>
						</div>
					</TaskForm>
					{can.judge && (
						<Details summary={text.return} open={actionData?.deed === "return"}>
							<TaskForm refused={refusedBy("return")} labels={{ message: text.question }} say={say} prefix="return-">
								<input type="hidden" name="deed" value="return" />
								<Field name="message" kind="textarea" rows={2} maxLength={2000} required />
								<div className="task-buttons">
									<SubmitButton variant="secondary">{text.return}</SubmitButton>
								</div>
							</TaskForm>
						</Details>
					)}
				</Section>
			)}
			{mayComment && steps.length > 0 && (
				<Section title={recordText[language].commentTitle} lead={recordText[language].commentLead} id="comment">
					<TaskForm
						refused={refusedBy("comment")}
						values={{ comment }}
						labels={{ comment: recordText[language].comment }}
						say={say}
						prefix="comment-"
					>
						<input type="hidden" name="deed" value="comment" />
						<Field name="comment" kind="textarea" rows={3} maxLength={2000} />
						<div className="task-buttons">
							<SubmitButton variant="secondary">{recordText[language].save}</SubmitButton>
						</div>
					</TaskForm>
				</Section>
			)}
			{!mayComment && comment !== "" && (
				<Section title={recordText[language].commentRead} id="comment">
					<p className="ds-paragraph written">{comment}</p>
				</Section>
			)}
			{steps.length > 0 && (
				<Section title={text.history}>
					<Timeline
						events={steps.map(({ id, kind, message, reference, at, by }) => ({
							...{ id, at: at.toISOString(), title: text.steps[kind], by },
							children: [message, reference].filter(Boolean).join(" "),
						}))}
					/>
				</Section>
			)}
		</>
	);
}
