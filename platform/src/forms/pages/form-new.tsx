import { data } from "react-router";
import { houseText } from "../../text.ts";
import { Field } from "../../ui/Field.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { SubmitButton } from "../../ui/SubmitButton.tsx";
import { TaskForm } from "../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../visit.server.ts";
import { type FormContent, formContent } from "../definition.ts";
import { parseForm } from "../parse.ts";
import { freePurposes } from "../purpose.ts";
import { newForm } from "../stored/contract.ts";
import { createForm, listOwnForms } from "../stored/form.server.ts";
import { saying } from "../text.ts";
import type { Route } from "./+types/form-new";
import { formsText } from "./forms.text.ts";

/** Begins a form: from nothing, from one there is, or from a file that was exported. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, reading } = representing(context, request);
	const purposes = freePurposes(actor);
	if (purposes.length === 0) missing();
	const own = await reading(listOwnForms);
	return {
		purposes: purposes.map(([value, { title, about }]) => ({ value, label: title[language], hint: about[language] })),
		forms: own.map(({ id, title }) => ({ value: id, label: title[language] })),
	};
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(newForm, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const { purpose, titleNb, titleNn = "", titleEn = "", copyOf, file } = parsed.values;
	const content = file === null ? undefined : await readContent(file);
	if (file !== null && content === undefined)
		return data({ refusals: [{ code: "not-a-form", field: "file" }], given: parsed.given }, 422);
	const outcome = await commanding((work) =>
		createForm(work, {
			...{ purpose, copyOf, title: { nb: titleNb, nn: titleNn, en: titleEn } },
			...(content ? { content } : {}),
		}),
	);
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/forms/${outcome.done.id}`, formsText[language].made);
}

async function readContent(file: File): Promise<FormContent | undefined> {
	try {
		return formContent.safeParse(JSON.parse(await file.text())).data;
	} catch {
		return undefined;
	}
}

export default function NewFormPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = formsText[language];
	const { purposes, forms } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.create)}</title>
			<PageHeader title={text.create} trail={[{ to: "/forms", label: text.title }]} />
			<TaskForm
				refused={actionData}
				labels={text.fields}
				values={{ purpose: purposes[0]?.value }}
				say={saying(language, text.refusals)}
				files
			>
				<Field name="purpose" kind="radio" required choices={purposes} />
				<Field name="titleNb" required maxLength={200} autoComplete="off" width="full" hint={text.titleHint} />
				<Field name="titleNn" maxLength={200} autoComplete="off" width="full" />
				<Field name="titleEn" maxLength={200} autoComplete="off" width="full" />
				{forms.length > 0 && <Field name="copyOf" kind="select" choices={forms} none={text.scratch} />}
				<Field name="file" kind="file" accept="application/json,.json" />
				<div className="task-buttons">
					<SubmitButton>{text.make}</SubmitButton>
				</div>
			</TaskForm>
		</div>
	);
}
