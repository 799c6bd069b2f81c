import { data } from "react-router";
import { done, refused } from "../../outcome.ts";
import { redirect } from "../../redirect.server.ts";
import { houseText } from "../../text.ts";
import { Link } from "../../ui/Link.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { SubmitButton } from "../../ui/SubmitButton.tsx";
import { TaskForm } from "../../ui/TaskForm.tsx";
import { uiText } from "../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../visit.server.ts";
import { changePart, findPart, isColumn } from "../editor/edit.ts";
import { findingsOf } from "../editor/findings.ts";
import { conditionChoices, partName, termChoices } from "../editor/part-words.ts";
import { readPart } from "../editor/read-part.ts";
import { shifted } from "../editor/shift.ts";
import { editorText } from "../editor/text.ts";
import { givenIn } from "../parse.ts";
import { draftOf } from "../stored/contract.ts";
import { changeForm, openOwnForm } from "../stored/form.server.ts";
import { saying } from "../text.ts";
import type { Route } from "./+types/part";
import { makeText } from "./editor.text.ts";
import { formsText } from "./forms.text.ts";
import { PartFields } from "./PartFields.tsx";
import "./editor.css";

/** One part of a form as it is written: its words in three languages, what it takes, and when it is shown. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openOwnForm(work, params.formId)).done ?? missing();
		const { content } = draftOf(opened) ?? missing();
		const { part, within } = findPart(content.parts, params.partId) ?? missing();
		return {
			...{ formId: opened.form.id, title: content.title[language] || content.title.nb },
			...{ part, isColumn: within.at(-1)?.kind === "table", all: content.parts },
			conditions: conditionChoices(content.parts, part.id, language),
			terms: termChoices(content.parts, part, language),
			findings: findingsOf(content).filter(({ id }) => id === part.id),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const form = await request.formData();
	const asked = form.get("shift");
	const shift = typeof asked === "string" ? asked : null;
	const outcome = await commanding((work) =>
		changeForm(work, params.formId, (content) => {
			const standing = findPart(content.parts, params.partId);
			if (!standing) return refused("part-unknown");
			// Another may have changed it since the page was opened: what they wrote is not written over.
			if (form.get("was") !== JSON.stringify(standing.part)) return refused("changed-by-another");
			const read = readPart(standing.part, form);
			const part = read && shift !== null ? shifted(read, shift) : read;
			const stays = standing.within.at(-1)?.kind !== "table" || (part && isColumn(part));
			const parts = part && stays ? changePart(content.parts, part) : undefined;
			return parts ? done({ ...content, parts }) : refused("not-ready");
		}),
	);
	if (outcome.refused) {
		const [refusal] = outcome.refused;
		const code = refusal?.code === "not-ready" ? "wrong" : (refusal?.code ?? "missing");
		return data({ refusals: [{ code }], given: givenIn(form) }, 422);
	}
	if (shift !== null) return redirect(`/forms/${params.formId}/parts/${params.partId}`);
	return redirectWithToast(`/forms/${params.formId}#part-${params.partId}`, makeText[language].saved);
}

/** Also after a refusal: another may have changed the part, and what is saved next is held against that. */
export const shouldRevalidate = () => true;

export default function PartPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = makeText[language];
	const { formId, title, part, isColumn: inTable, all, conditions, terms, findings } = loaderData;
	const name = partName(part, language);
	const say = saying(language, { ...formsText[language].refusals, wrong: text.part.wrong });
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(name)}</title>
			<PageHeader
				title={name}
				lead={editorText[language].kinds[part.kind]}
				trail={[
					{ to: "/forms", label: formsText[language].title },
					{ to: `/forms/${formId}`, label: title },
				]}
			/>
			<TaskForm key={JSON.stringify(part)} className="part-form" refused={actionData} say={say}>
				{/* What Enter presses: the first button of a form, and nothing shall move by it. */}
				<button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
				<input type="hidden" name="was" value={JSON.stringify(part)} />
				<PartFields {...{ part, inTable, all, conditions, terms, findings }} />
				<div className="task-buttons">
					<SubmitButton>{text.part.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={`/forms/${formId}`}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
