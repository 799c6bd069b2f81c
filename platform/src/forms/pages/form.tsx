import { data, Form } from "react-router";
import { redirect } from "../../redirect.server.ts";
import { houseText } from "../../text.ts";
import { Alert } from "../../ui/Alert.tsx";
import { Field } from "../../ui/Field.tsx";
import type { Given } from "../../ui/form-context.ts";
import { Link } from "../../ui/Link.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Card, Section } from "../../ui/Section.tsx";
import { SubmitButton } from "../../ui/SubmitButton.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { TaskForm } from "../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../visit.server.ts";
import { everyPart } from "../editor/edit.ts";
import { findingsOf } from "../editor/findings.ts";
import { partKinds } from "../editor/part-kinds.ts";
import { partName } from "../editor/part-words.ts";
import { editorText } from "../editor/text.ts";
import { givenIn } from "../parse.ts";
import { findFormPurpose } from "../purpose.ts";
import { listAnswersTo } from "../stored/answer.server.ts";
import { draftOf, latestOf, publishedOf } from "../stored/contract.ts";
import { countUndoable, openOwnForm } from "../stored/form.server.ts";
import { saying } from "../text.ts";
import type { Route } from "./+types/form";
import { Discard } from "./Discard.tsx";
import { makeText } from "./editor.text.ts";
import { doToForm } from "./form-deeds.server.ts";
import { formsText } from "./forms.text.ts";
import { PartTree } from "./PartTree.tsx";
import "./editor.css";

/** A form as it is made: what it asks, what is wrong with it, and what can be done with it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openOwnForm(work, params.formId)).done ?? missing();
		const latest = latestOf(opened) ?? missing();
		const draft = draftOf(opened);
		return {
			...{ form: opened.form, content: latest.content },
			...{ published: publishedOf(opened)?.number ?? null, draft: draft?.number ?? null },
			findings: draft ? findingsOf(draft.content, findFormPurpose(opened.form.purpose)?.known) : [],
			undoable: draft ? await countUndoable(work, opened.form.id) : 0,
			answers: (await listAnswersTo(work, opened.form.id)).length,
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const form = await request.formData();
	const outcome = await commanding((work) => doToForm(work, params.formId, form, language));
	if (outcome.refused) return data({ refusals: outcome.refused, given: givenIn(form) }, 422);
	const { to, toast } = outcome.done;
	if (toast === null) throw redirect(to);
	return redirectWithToast(to, toast);
}

export default function FormPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = makeText[language];
	const { form, content, published, draft, findings, undoable, answers } = loaderData;
	const here = `/forms/${form.id}`;
	const title = content.title[language] || content.title.nb;
	const say = saying(language, formsText[language].refusals);
	return (
		<div className="stack form-editor">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				trail={[{ to: "/forms", label: formsText[language].title }]}
				tags={
					<>
						{published !== null && <Tag tone="success">{text.published(published)}</Tag>}
						{draft !== null && <Tag tone="warning">{text.draft(draft)}</Tag>}
						{form.closed && <Tag>{formsText[language].states.closed}</Tag>}
					</>
				}
				action={draft === null ? undefined : { to: `${here}/publish`, label: text.publish }}
				secondary={
					<>
						<Link className="ds-button" data-variant="secondary" to={`${here}/preview`}>
							{text.preview}
						</Link>
						<Deeds>
							{draft === null && (
								<button type="submit" className="ds-button" data-variant="secondary" name="deed" value="version">
									{text.newVersion}
								</button>
							)}
							{undoable > 0 && (
								<button type="submit" className="ds-button" data-variant="tertiary" name="deed" value="undo">
									{text.undo}
								</button>
							)}
						</Deeds>
					</>
				}
			/>
			{actionData && <Alert tone="danger">{actionData.refusals.map(say).join(" ")}</Alert>}
			{published !== null && (
				<ul className="form-links">
					<li>
						<Link className="ds-link" to={`${here}/answers`}>
							{text.answers(answers)}
						</Link>
					</li>
					{!form.closed && (
						<li>
							<Link className="ds-link" to={`${here}/ask`}>
								{text.ask}
							</Link>
						</li>
					)}
				</ul>
			)}
			<Section title={text.tree}>
				{content.parts.length === 0 ? (
					<p className="ds-paragraph quiet">{text.emptyTree}</p>
				) : (
					<Form method="post" preventScrollReset>
						<PartTree
							parts={content.parts}
							all={content.parts}
							findings={findings}
							href={draft === null ? undefined : (id) => `${here}/parts/${id}`}
						/>
					</Form>
				)}
				{draft !== null && <AddPart content={content} given={actionData?.given} />}
			</Section>
			{draft !== null && (
				<Section title={text.title}>
					<TaskForm
						prefix="title-"
						values={{ "title.nb": content.title.nb, "title.nn": content.title.nn, "title.en": content.title.en }}
						labels={{ "title.nb": text.part.nb, "title.nn": text.part.nn, "title.en": text.part.en }}
					>
						<Field name="title.nb" required maxLength={200} width="full" autoComplete="off" />
						<Field name="title.nn" required maxLength={200} width="full" autoComplete="off" />
						<Field name="title.en" required maxLength={200} width="full" autoComplete="off" />
						<input type="hidden" name="deed" value="title" />
						<SubmitButton>{text.saveTitle}</SubmitButton>
					</TaskForm>
				</Section>
			)}
			<Section title={text.take}>
				<ul className="form-links">
					{(["form.pdf", "template.xlsx", "form.json", "schema.json"] as const).map((file) => (
						<li key={file}>
							<a className="ds-link" href={`${here}/export/${file}`} download>
								{text.files[file]}
							</a>
						</li>
					))}
				</ul>
				<Deeds>
					{published !== null && (
						<button
							type="submit"
							className="ds-button"
							data-variant="tertiary"
							name="deed"
							value={form.closed ? "reopen" : "close"}
						>
							{form.closed ? text.reopen : text.close}
						</button>
					)}
				</Deeds>
				{draft !== null && (
					<Discard summary={text.discard} body={published === null ? text.discardAll : text.discardDraft} />
				)}
			</Section>
		</div>
	);
}

function Deeds({ children }: { children: React.ReactNode }) {
	return (
		<Form method="post" className="form-deeds">
			{children}
		</Form>
	);
}

/** What is added, and where. */
function AddPart({
	content,
	given,
}: {
	content: Route.ComponentProps["loaderData"]["content"];
	given: Given | undefined;
}) {
	const language = useLanguage();
	const text = makeText[language];
	const places = everyPart(content.parts).filter(({ part }) => ["group", "repeat", "table"].includes(part.kind));
	return (
		<Card tinted>
			<TaskForm
				prefix="add-"
				className="form-add"
				labels={{ kind: text.addKind, into: text.addWhere }}
				values={{ kind: "text" }}
				refused={given?.deed === "add" ? { refusals: [], given } : undefined}
			>
				<Field
					name="kind"
					kind="select"
					required
					choices={partKinds.map((kind) => ({ value: kind, label: editorText[language].kinds[kind] }))}
				/>
				{places.length > 0 && (
					<Field
						name="into"
						kind="select"
						required="sometimes"
						none={text.lastInForm}
						choices={places.map(({ part }) => ({ value: part.id, label: text.lastIn(partName(part, language)) }))}
					/>
				)}
				<input type="hidden" name="deed" value="add" />
				<SubmitButton>{text.add}</SubmitButton>
			</TaskForm>
		</Card>
	);
}
