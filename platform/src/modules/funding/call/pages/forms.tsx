import { data, Form } from "react-router";
import { questionsOf } from "../../../../forms/parts.ts";
import { saying } from "../../../../forms/text.ts";
import { redirect } from "../../../../redirect.server.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { ScrollRegion } from "../../../../ui/ScrollRegion.tsx";
import { Card, Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { preparedFacts } from "../../codes.ts";
import { changeCall, readForms, remakeForm, reopenForm } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { toPrepare, unpreparedOf } from "../rules.ts";
import { writeText } from "../write.text.ts";
import type { Route } from "./+types/forms";
import { after, StepsHead } from "./StepsHead.tsx";
import { headOf, writingOf } from "./writing.server.ts";

/** The fourth step: the two forms, and what prepares each question of the report. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const writing = await writingOf(work, params.callId);
		const { content, revision } = writing.draft;
		if (writing.call.way === "outside") missing();
		const { application, report } = await readForms(work, writing.draft);
		const shown = (form: typeof report) =>
			form && {
				...{ id: form.definition.id, isReady: form.isReady },
				questions: questionsOf(form.definition.parts).length,
			};
		const unprepared = new Set(unpreparedOf(content, application, report).map(({ id }) => id));
		return {
			...{ head: headOf(writing), version: revision, application: shown(application), report: shown(report) },
			thread: report
				? toPrepare(report.definition).map(({ id, label }) => ({
						...{ id, label: label[language], source: content.prepared[id] ?? "", isPrepared: !unprepared.has(id) },
					}))
				: [],
			asked: application
				? questionsOf(application.definition.parts).map(({ id, label }) => ({ id, label: label[language] }))
				: [],
			measures: content.measures.map(({ id, name }) => ({ id, name })),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding, reading } = representing(context, request);
	const { callId } = params;
	const form = await request.formData();
	const remake = form.get("remake");
	const reopen = form.get("reopen");
	if (remake === "application" || remake === "report") {
		const outcome = await commanding((work) => remakeForm(work, callId, remake));
		if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
		throw redirect(`/funding/calls/${callId}/forms`);
	}
	if (typeof reopen === "string") {
		const outcome = await commanding((work) => reopenForm(work, callId, reopen));
		// A new version may stand already: it is opened all the same.
		if (outcome.refused?.[0]?.code === "missing") missing();
		throw redirect(`/forms/${reopen}`);
	}
	const prepared = Object.fromEntries(
		[...form].flatMap(([name, value]) =>
			name.startsWith("prepared.") && typeof value === "string" && value !== "" ? [[name.slice(9), value]] : [],
		),
	);
	const version = Number(form.get("version"));
	const outcome = await commanding((work) => changeCall(work, callId, { prepared, version }));
	if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
	const head = await reading(async (work) => headOf(await writingOf(work, callId)));
	return redirectWithToast(after("forms", head), writeText[language].saved);
}

export default function FormsStep({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = writeText[language];
	const { head, version, application, report, thread, asked, measures } = loaderData;
	const { facts, refusals } = fundingText[language];
	const choices = [
		{ group: text.fromFacts, of: preparedFacts.map((one) => ({ value: `fact ${one}`, label: facts[one] })) },
		{ group: text.fromApplication, of: asked.map(({ id, label }) => ({ value: `application ${id}`, label })) },
		{ group: text.fromMeasures, of: measures.map(({ id, name }) => ({ value: `measure ${id}`, label: name })) },
	];
	return (
		<div className="stack">
			<StepsHead head={head} step="forms" lead={text.formsLead} />
			<Section title={text.application}>
				<OneForm form={application} which="application" />
			</Section>
			<Section title={text.report}>
				<OneForm form={report} which="report" />
			</Section>
			<Section title={text.thread} lead={`${text.threadLead} ${text.needsNothing}`}>
				<TaskForm key={version} className="stack" refused={actionData} say={saying(language, refusals)}>
					<input type="hidden" name="version" value={version} />
					{thread.length > 0 && (
						<ScrollRegion label={text.thread}>
							<table className="ds-table" data-border="">
								<caption className="visually-hidden">{text.thread}</caption>
								<thead>
									<tr>
										<th scope="col">{text.report}</th>
										<th scope="col">{text.thread}</th>
									</tr>
								</thead>
								<tbody>
									{thread.map(({ id, label, source, isPrepared }) => (
										<tr key={id}>
											<th scope="row">
												<label htmlFor={`prepared-${id}`}>{label}</label>
												{!isPrepared && (
													<>
														<br />
														<Status tone="danger">{text.none}</Status>
													</>
												)}
											</th>
											<td>
												<select
													className="ds-input"
													id={`prepared-${id}`}
													name={`prepared.${id}`}
													defaultValue={isPrepared ? source : ""}
												>
													<option value="">{text.none}</option>
													{choices
														.filter(({ of }) => of.length > 0)
														.map(({ group, of }) => (
															<optgroup key={group} label={group}>
																{of.map(({ value, label: word }) => (
																	<option key={value} value={value}>
																		{word}
																	</option>
																))}
															</optgroup>
														))}
												</select>
											</td>
										</tr>
									))}
								</tbody>
							</table>
						</ScrollRegion>
					)}
					<div className="task-buttons">
						<SubmitButton>{text.save}</SubmitButton>
					</div>
				</TaskForm>
			</Section>
		</div>
	);
}

type Shown = Route.ComponentProps["loaderData"]["report"];

/** One of the forms of the call, and the way to it. */
function OneForm({ form, which }: { readonly form: Shown; readonly which: "application" | "report" }) {
	const text = writeText[useLanguage()];
	if (!form)
		return (
			<Alert tone="warning" title={text.gone}>
				<Form method="post">
					<button type="submit" className="ds-button" data-variant="secondary" name="remake" value={which}>
						{text.remake}
					</button>
				</Form>
			</Alert>
		);
	return (
		<Card>
			<p>
				{text.questions(form.questions)}.{" "}
				<Status tone={form.isReady ? "success" : "danger"}>{form.isReady ? text.ready : text.notReady}</Status>
			</p>
			<Form method="post" className="row">
				<button type="submit" className="ds-button" data-variant="secondary" name="reopen" value={form.id}>
					{text.openForm}
				</button>
				<Link className="ds-button" data-variant="tertiary" to={`/forms/${form.id}/preview`}>
					{text.preview}
				</Link>
			</Form>
		</Card>
	);
}
