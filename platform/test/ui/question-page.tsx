import { data, type LoaderFunctionArgs, redirect, useActionData } from "react-router";
import { readAnswers } from "../../src/forms/answers.ts";
import { checkAnswers } from "../../src/forms/check.ts";
import { formDefinition } from "../../src/forms/definition.ts";
import { FormView, labelsOf } from "../../src/forms/FormView.tsx";
import { saying } from "../../src/forms/text.ts";
import type { RefusedForm } from "../../src/ui/form-context.ts";
import { useLanguage } from "../../src/ui/language.tsx";
import { PageHeader } from "../../src/ui/PageHeader.tsx";
import { SubmitButton } from "../../src/ui/SubmitButton.tsx";
import { TaskForm } from "../../src/ui/TaskForm.tsx";

const word = (nb: string, nn: string, en: string) => ({ nb, nn, en });

const definition = formDefinition.parse({
	id: "need",
	version: 1,
	title: word("Behov for etterutdanning", "Behov for etterutdanning", "Need for further education"),
	parts: [
		{
			kind: "yesNo",
			id: "hasNeed",
			label: word("Har dere behov?", "Har de behov?", "Do you have a need?"),
			required: true,
		},
		{
			kind: "section",
			id: "details",
			label: word("Behovet", "Behovet", "The need"),
			visible: { question: "hasNeed", is: ["yes"] },
			parts: [
				{
					kind: "number",
					id: "places",
					label: word("Antall ansatte", "Tal på tilsette", "Number of employees"),
					required: true,
					minimum: 1,
					whole: true,
				},
				{ kind: "date", id: "from", label: word("Fra", "Frå", "From") },
			],
		},
	],
});

export async function questionAction({ request }: LoaderFunctionArgs) {
	const form = await request.formData();
	const answers = readAnswers(definition, form);
	const { refusals } = checkAnswers(definition, answers, "submission");
	const given = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
	return refusals.length > 0 ? data({ refusals, given }, 422) : redirect("/questions?toast=saved", 303);
}

/** A form drawn from a definition. */
export function QuestionPage() {
	const language = useLanguage();
	const answers = { definition: definition.id, version: definition.version, values: {} };
	return (
		<div className="stack">
			<title>Spørsmål</title>
			<PageHeader title={definition.title[language]} />
			<TaskForm
				refused={useActionData<RefusedForm>()}
				labels={labelsOf(definition, language)}
				values={answers.values}
				say={saying(language)}
			>
				<FormView definition={definition} answers={answers} />
				<SubmitButton>Send</SubmitButton>
			</TaskForm>
		</div>
	);
}
