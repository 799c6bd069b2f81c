import { data, type LoaderFunctionArgs, redirect, useActionData } from "react-router";
import { changeRows, givenOf, readAnswers, readGiven } from "../../src/forms/answers.ts";
import { checkAnswers } from "../../src/forms/check.ts";
import { formDefinition } from "../../src/forms/definition.ts";
import { FormView } from "../../src/forms/FormView.tsx";
import { labelsOf } from "../../src/forms/labels.ts";
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
			kind: "group",
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
				{
					kind: "table",
					id: "costs",
					label: word("Kostnader", "Kostnader", "Costs"),
					minimum: 1,
					maximum: 5,
					columns: [
						{
							kind: "one",
							id: "sort",
							label: word("Slag", "Slag", "Kind"),
							choices: [
								{ value: "pay", label: word("Lønn", "Løn", "Pay") },
								{ value: "travel", label: word("Reise", "Reise", "Travel") },
							],
						},
						{ kind: "money", id: "amount", label: word("Beløp", "Beløp", "Amount"), required: true, minimum: 0 },
					],
					rules: [
						{
							...{ column: "amount", is: "at-most", than: { number: 100_000 } },
							say: word(
								"Kostnadene kan være høyst 100 000 kr.",
								"Kostnadene kan vere høgst 100 000 kr.",
								"At most NOK 100,000.",
							),
						},
					],
				},
				{
					kind: "repeat",
					id: "measures",
					label: word("Tiltak", "Tiltak", "Measures"),
					each: word("Tiltak", "Tiltak", "Measure"),
					parts: [
						{
							kind: "text",
							id: "what",
							label: word("Hva skal gjøres?", "Kva skal gjerast?", "What shall be done?"),
							required: true,
						},
						{ kind: "person", id: "owner", label: word("Ansvarlig", "Ansvarleg", "Owner") },
					],
				},
			],
		},
	],
});

export async function questionAction({ request }: LoaderFunctionArgs) {
	const form = await request.formData();
	const answers = readAnswers(definition, form);
	const changed = changeRows(definition, answers, form);
	if (changed) return data({ refusals: [], given: givenOf(changed.values) });
	const { refusals } = checkAnswers(definition, answers, "submission");
	return refusals.length > 0
		? data({ refusals, given: givenOf(answers.values) }, 422)
		: redirect("/questions?toast=saved", 303);
}

/** A form drawn from a definition. */
export function QuestionPage() {
	const language = useLanguage();
	const answers = { definition: definition.id, version: definition.version, values: {} };
	const refused = useActionData<RefusedForm>();
	const values = refused ? readGiven(definition, refused.given) : answers.values;
	return (
		<div className="stack">
			<title>Spørsmål</title>
			<PageHeader title={definition.title[language]} />
			<TaskForm
				refused={refused}
				labels={labelsOf(definition, values, language)}
				values={answers.values}
				say={saying(language)}
			>
				<FormView definition={definition} answers={answers} />
				<SubmitButton>Send</SubmitButton>
			</TaskForm>
		</div>
	);
}
