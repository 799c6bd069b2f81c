import { data } from "react-router";
import { z } from "zod";
import { type Language, languages } from "../../language.ts";
import { houseText } from "../../text.ts";
import { Alert } from "../../ui/Alert.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { SubmitButton } from "../../ui/SubmitButton.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { TaskForm } from "../../ui/TaskForm.tsx";
import { missing, representing } from "../../visit.server.ts";
import { changeRows, givenOf, readAnswers, readGiven } from "../answers.ts";
import { checkAnswers } from "../check.ts";
import { saidIn } from "../editor/said-in.ts";
import { FormView } from "../FormView.tsx";
import { labelsOf } from "../labels.ts";
import { definitionOfVersion, latestOf, type OpenedForm } from "../stored/contract.ts";
import { openForm } from "../stored/form.server.ts";
import { saying } from "../text.ts";
import type { Route } from "./+types/preview";
import { organisationChoices } from "./answering.server.ts";
import { makeText } from "./editor.text.ts";
import { formsText } from "./forms.text.ts";

const shownIn = z.enum(languages);

/** A form to be tried, in any of its languages. Nothing is kept. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openForm(work, params.formId)).done ?? missing();
		const inLanguage = shownIn.safeParse(url.searchParams.get("in")).data ?? language;
		const definition = previewed(opened, inLanguage);
		return {
			...{ inLanguage, title: opened.form.title[language] },
			...{ definition, canEdit: opened.can.edit, organisations: await organisationChoices(work, definition) },
		};
	});
}

/** The newest version with the words of one language in the place of all: a page holds the house's words in its own alone. */
function previewed(opened: OpenedForm, language: Language) {
	const { number, content } = latestOf(opened) ?? missing();
	return definitionOfVersion(opened.form.id, { number, content: saidIn(content, language) });
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, url } = representing(context, request);
	const form = await request.formData();
	const inLanguage = shownIn.safeParse(url.searchParams.get("in")).data ?? language;
	return reading(async (work) => {
		const opened = (await openForm(work, params.formId)).done ?? missing();
		const definition = previewed(opened, inLanguage);
		const known = new Map((await organisationChoices(work, definition)).map(({ value, label }) => [label, value]));
		const answers = readAnswers(definition, form, (written) => known.get(written));
		const changed = changeRows(definition, answers, form);
		if (changed) return data({ refusals: [], given: givenOf(changed.values), isChecked: false });
		const { refusals } = checkAnswers(definition, answers, "submission");
		return data({ refusals, given: givenOf(answers.values), isChecked: true }, refusals.length > 0 ? 422 : 200);
	});
}

export default function PreviewPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = makeText[language];
	const { definition, canEdit, organisations, inLanguage } = loaderData;
	const here = `/forms/${definition.id}`;
	const values = actionData ? readGiven(definition, actionData.given) : {};
	const title = definition.title[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.previewTitle)}</title>
			<PageHeader
				title={text.previewTitle}
				lead={text.previewLead}
				trail={[
					{ to: "/forms", label: formsText[language].title },
					...(canEdit ? [{ to: here, label: loaderData.title }] : []),
				]}
			/>
			<Tabs
				label={text.previewIn}
				tabs={languages.map((one) => ({ to: one === language ? "?in=" : `?in=${one}`, label: text.part[one] }))}
			/>
			{actionData?.isChecked && actionData.refusals.length === 0 && <Alert tone="success">{text.checked}</Alert>}
			<div className="stack">
				<h2 className="ds-heading" data-size="md" lang={inLanguage}>
					{title}
				</h2>
				<TaskForm
					key={inLanguage}
					refused={actionData}
					labels={labelsOf(definition, values, language)}
					values={{}}
					say={saying(language)}
				>
					<FormView
						definition={definition}
						answers={{ definition: definition.id, version: definition.version, values: {} }}
						organisations={organisations}
					/>
					<SubmitButton>{text.check}</SubmitButton>
				</TaskForm>
			</div>
		</div>
	);
}
