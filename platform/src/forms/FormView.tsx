import { type FormEvent, useState } from "react";
import type { Language } from "../language.ts";
import { Field, type FieldProps } from "../ui/Field.tsx";
import { useFormState } from "../ui/form-context.ts";
import { useLanguage } from "../ui/language.tsx";
import { type Answers, type AnswerValues, readAnswers, shownParts } from "./answers.ts";
import { type FormDefinition, type FormPart, type Question, questionsOf } from "./definition.ts";
import { formViewText } from "./text.ts";

/**
 * The questions of a definition, inside a `TaskForm` whose `values` are the answers and whose `labels` are
 * `labelsOf(definition, language)`. What depends on another answer follows while one answers; without script it
 * follows when the form is saved. What is hidden is not sent.
 */
export function FormView({ definition, answers }: { readonly definition: FormDefinition; readonly answers: Answers }) {
	const { refused } = useFormState();
	const [live, setLive] = useState<AnswerValues | null>(null);
	const given = refused ? readAnswers(definition, toFormData(refused.given)).values : answers.values;
	const shown = new Set(shownParts(definition.parts, live ?? given).keys());
	function follow(event: FormEvent<HTMLFieldSetElement>) {
		const { form } = event.currentTarget;
		if (form) setLive(readAnswers(definition, withHidden(form)).values);
	}
	return (
		<fieldset className="form-view" onChange={follow}>
			{definition.parts.map((part) => (
				<Part key={part.id} part={part} shown={shown} />
			))}
		</fieldset>
	);
}

function Part({ part, shown }: { part: FormPart; shown: ReadonlySet<string> }) {
	const language = useLanguage();
	const isHidden = !shown.has(part.id);
	// Hidden and switched off, not taken away: what was typed is still there when the question comes back.
	const off = { hidden: isHidden, disabled: isHidden };
	if (part.kind !== "section")
		return (
			<fieldset className="form-question" {...off}>
				<Field {...fieldOf(part, language)} />
			</fieldset>
		);
	return (
		<fieldset className="form-section" {...off}>
			<legend className="ds-heading" data-size="xs">
				{part.label[language]}
			</legend>
			{part.help && <p className="ds-paragraph quiet">{part.help[language]}</p>}
			{part.parts.map((inner) => (
				<Part key={inner.id} part={inner} shown={shown} />
			))}
		</fieldset>
	);
}

function fieldOf(question: Question, language: Language): FieldProps {
	const shared = {
		name: question.id,
		label: question.label[language],
		required: question.required ?? false,
		...(question.help ? { hint: question.help[language] } : {}),
	};
	switch (question.kind) {
		case "text":
			return { ...shared, kind: "text" };
		case "longText":
			return { ...shared, kind: "textarea" };
		case "number":
			return {
				...shared,
				kind: "number",
				whole: question.whole ?? false,
				...(question.unit ? { unit: question.unit[language] } : {}),
			};
		case "date":
			return {
				...shared,
				kind: "date",
				...(question.earliest ? { min: question.earliest } : {}),
				...(question.latest ? { max: question.latest } : {}),
			};
		case "yesNo":
			return {
				...shared,
				kind: "radio",
				choices: [
					{ value: "yes", label: formViewText[language].yes },
					{ value: "no", label: formViewText[language].no },
				],
			};
		case "one":
		case "several":
			return {
				...shared,
				kind: question.kind === "one" ? "radio" : "checkboxes",
				choices: question.choices.map((choice) => ({
					value: choice.value,
					label: choice.label[language],
					...(choice.help ? { hint: choice.help[language] } : {}),
				})),
			};
	}
}

/** What each question is called, by id: for the summary of errors. */
export function labelsOf(definition: FormDefinition, language: Language): Readonly<Record<string, string>> {
	return Object.fromEntries(questionsOf(definition.parts).map(({ id, label }) => [id, label[language]]));
}

function toFormData(given: Readonly<Record<string, string | readonly string[]>>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(given))
		for (const one of typeof value === "string" ? [value] : value) form.append(name, one);
	return form;
}

/** What stands in every field, also those switched off: they count again as soon as they are shown again. */
function withHidden(form: HTMLFormElement): FormData {
	const all = new FormData();
	for (const control of form.elements) {
		if (control instanceof HTMLInputElement) {
			const isTick = control.type === "radio" || control.type === "checkbox";
			if (!isTick || control.checked) all.append(control.name, control.value);
		} else if (control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement)
			all.append(control.name, control.value);
	}
	return all;
}
