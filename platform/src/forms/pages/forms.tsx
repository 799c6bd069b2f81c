import { Form } from "react-router";
import { formatDate } from "../../language.ts";
import { refused } from "../../outcome.ts";
import { redirect } from "../../redirect.server.ts";
import { houseText } from "../../text.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Section } from "../../ui/Section.tsx";
import { Table } from "../../ui/Table.tsx";
import { Status } from "../../ui/Tag.tsx";
import { missing, redirectWithToast, representing } from "../../visit.server.ts";
import { findFormPurpose, freePurposes } from "../purpose.ts";
import { beginAnswer, listOwnAnswers } from "../stored/answer.server.ts";
import type { ListedForm } from "../stored/contract.ts";
import { listFormsToAnswer, listOwnForms } from "../stored/form.server.ts";
import type { Route } from "./+types/forms";
import { formsText } from "./forms.text.ts";

/** The forms one makes, those one can answer, and what one has answered. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, reading } = representing(context, request);
	return reading(async (work) => {
		const own = await listOwnForms(work);
		const open = await listFormsToAnswer(work);
		const titles = new Map([...own, ...open].map(({ id, title }) => [id, title[language]]));
		return {
			canMake: freePurposes(actor).length > 0,
			own: own.map((form) => ({ ...form, usedFor: findFormPurpose(form.purpose)?.title[language] ?? "" })),
			open: open.map(({ id, title }) => ({ id, title: title[language] })),
			begun: (await listOwnAnswers(work)).map(({ answer }) => ({
				...{ id: answer.id, title: titles.get(answer.formId) ?? "", state: answer.state },
				...{ answeredFor: answer.answeredFor, changedAt: answer.submittedAt ?? answer.changedAt },
			})),
		};
	});
}

/** Begins to answer one of the forms. */
export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const formId = (await request.formData()).get("answer");
	if (typeof formId !== "string") missing();
	const outcome = await commanding(async (work) => {
		const isOffered = (await listFormsToAnswer(work)).some(({ id }) => id === formId);
		return isOffered ? beginAnswer(work, formId) : refused("closed");
	});
	if (outcome.done) throw redirect(`/forms/answers/${outcome.done.id}`);
	const [refusal] = outcome.refused ?? [];
	return redirectWithToast("/forms", formsText[language].refusals[refusal?.code === "closed" ? "closed" : "missing"]);
}

export default function FormsPage({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = formsText[language];
	const { canMake, own, open, begun } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={text.lead}
				action={canMake ? { to: "/forms/new", label: text.create } : undefined}
			/>
			<Section title={text.toAnswer}>
				{open.length === 0 ? (
					<p className="ds-paragraph quiet">{text.nothingToAnswer}</p>
				) : (
					<Form method="post">
						<ul className="ways">
							{open.map(({ id, title }) => (
								<li key={id}>
									<button type="submit" className="ds-button" data-variant="secondary" name="answer" value={id}>
										{text.answerThis(title)}
									</button>
								</li>
							))}
						</ul>
					</Form>
				)}
			</Section>
			{begun.length > 0 && (
				<Section title={text.begun}>
					<Table
						caption={text.begun}
						hideCaption
						rows={begun}
						rowKey={({ id }) => id}
						rowHref={({ id }) => `/forms/answers/${id}`}
						columns={[
							{ key: "title", label: text.columns.title, cell: ({ title }) => title },
							{ key: "answeredFor", label: text.columns.answeredFor, cell: ({ answeredFor }) => answeredFor },
							{
								key: "state",
								label: text.columns.state,
								cell: ({ state }) => (
									<Status tone={state === "submitted" ? "success" : "neutral"}>{text.answerStates[state]}</Status>
								),
							},
							{ key: "changedAt", label: text.columns.changed, cell: (one) => formatDate(language, one.changedAt) },
						]}
					/>
				</Section>
			)}
			{canMake && (
				<Section title={text.own}>
					<Table
						caption={text.own}
						hideCaption
						rows={own}
						rowKey={({ id }) => id}
						rowHref={({ id }) => `/forms/${id}`}
						empty={
							<EmptyState title={text.noOwn} action={{ to: "/forms/new", label: text.create }}>
								{text.noOwnBody}
							</EmptyState>
						}
						columns={[
							{ key: "title", label: text.columns.title, cell: ({ title }) => title[language] },
							{ key: "purpose", label: text.columns.purpose, cell: ({ usedFor }) => usedFor },
							{ key: "state", label: text.columns.state, cell: (form) => <Standing form={form} /> },
							{ key: "answers", label: text.columns.answers, numeric: true, cell: ({ answers }) => answers },
							{ key: "changedAt", label: text.columns.changed, cell: (one) => formatDate(language, one.changedAt) },
						]}
					/>
				</Section>
			)}
		</div>
	);
}

function Standing({ form }: { form: Pick<ListedForm, "published" | "draft" | "closed"> }) {
	const { states } = formsText[useLanguage()];
	if (form.closed) return <Status>{states.closed}</Status>;
	if (form.published === null) return <Status tone="warning">{states.draft}</Status>;
	return (
		<>
			<Status tone="success">{states.published}</Status>
			{form.draft !== null && <p className="quiet">{states.editing}</p>}
		</>
	);
}
