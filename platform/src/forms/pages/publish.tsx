import { data } from "react-router";
import { houseText } from "../../text.ts";
import { Alert } from "../../ui/Alert.tsx";
import { Link } from "../../ui/Link.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Section } from "../../ui/Section.tsx";
import { SubmitButton } from "../../ui/SubmitButton.tsx";
import { TaskForm } from "../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../visit.server.ts";
import { changesBetween } from "../editor/changes.ts";
import { everyPart } from "../editor/edit.ts";
import { type Finding, findingsOf, isReady } from "../editor/findings.ts";
import { partName, sayIn } from "../editor/part-words.ts";
import { editorText } from "../editor/text.ts";
import { isUnsaid } from "../flaws.ts";
import { findFormPurpose } from "../purpose.ts";
import { draftOf, publishedOf } from "../stored/contract.ts";
import { openOwnForm, publishForm } from "../stored/form.server.ts";
import { saying } from "../text.ts";
import type { Route } from "./+types/publish";
import { makeText } from "./editor.text.ts";
import { formsText } from "./forms.text.ts";

/** The last look before a form is published: what is wrong, what is odd, and what is other than before. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openOwnForm(work, params.formId)).done ?? missing();
		const draft = draftOf(opened) ?? missing();
		const published = publishedOf(opened);
		const names = new Map(everyPart(draft.content.parts).map(({ part }) => [part.id, partName(part, language)]));
		const known = findFormPurpose(opened.form.purpose)?.known;
		return {
			...{ id: opened.form.id, number: draft.number, revision: draft.revision, isReady: isReady(draft.content) },
			...{ title: draft.content.title[language] || draft.content.title.nb, lacksTitle: isUnsaid(draft.content.title) },
			isEmpty: draft.content.parts.length === 0,
			findings: findingsOf(draft.content, known).map((one) => ({ ...one, name: names.get(one.id) ?? "" })),
			changes: published ? changesBetween(published.content, draft.content) : null,
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const revision = Number((await request.formData()).get("revision"));
	const outcome = await commanding((work) => publishForm(work, params.formId, revision));
	if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
	return redirectWithToast(`/forms/${params.formId}`, makeText[language].isPublished);
}

export default function PublishPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = makeText[language];
	const words = editorText[language];
	const { id, number, revision, title, findings, changes } = loaderData;
	const here = `/forms/${id}`;
	const stops = findings.filter((one) => one.stops);
	const odd = findings.filter((one) => !one.stops);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.publishTitle)}</title>
			<PageHeader
				title={text.publishTitle}
				lead={text.publishLead(number)}
				trail={[
					{ to: "/forms", label: formsText[language].title },
					{ to: here, label: title },
				]}
			/>
			{!loaderData.isReady && (
				<Alert tone="danger" title={text.stopsTitle}>
					<ul className="ds-list">
						{loaderData.isEmpty && <li>{text.emptyTree}</li>}
						{loaderData.lacksTitle && <li>{`${text.title}: ${words.findings["missing-words"]}`}</li>}
						<FindingItems findings={stops} here={here} />
					</ul>
				</Alert>
			)}
			{odd.length > 0 && (
				<Alert tone="warning" title={text.oddTitle}>
					<ul className="ds-list">
						<FindingItems findings={odd} here={here} />
					</ul>
				</Alert>
			)}
			{findings.length === 0 && loaderData.isReady && <Alert tone="success">{text.nothingFound}</Alert>}
			<Section title={text.changes}>
				{changes === null && <p className="ds-paragraph">{text.firstVersion}</p>}
				{changes?.length === 0 && <p className="ds-paragraph">{text.noChanges}</p>}
				{changes !== null && changes.length > 0 && (
					<ul className="ds-list">
						{changes.map((change) => (
							<li key={`${change.what} ${change.id}`}>
								<strong>{words.changes[change.what]}:</strong> {sayIn(language, change.label, words.unnamed)}
								{change.what === "changed" &&
									` (${change.things.map((thing) => words.changes.things[thing]).join(", ")})`}
							</li>
						))}
					</ul>
				)}
			</Section>
			{loaderData.isReady && (
				<TaskForm refused={actionData} say={saying(language, formsText[language].refusals)}>
					<input type="hidden" name="revision" value={revision} />
					<div className="task-buttons">
						<SubmitButton>{text.publishNow}</SubmitButton>
						<Link className="ds-button" data-variant="tertiary" to={`${here}/preview`}>
							{text.preview}
						</Link>
					</div>
				</TaskForm>
			)}
		</div>
	);
}

type Named = Finding & { readonly name: string };

function FindingItems({ findings, here }: { findings: readonly Named[]; here: string }) {
	const words = editorText[useLanguage()];
	return findings.map(({ id, code, name }) => (
		<li key={`${id} ${code}`}>
			<Link className="ds-link" to={`${here}/parts/${id}`}>
				{name}
			</Link>
			{`: ${words.findings[code]}`}
		</li>
	));
}
