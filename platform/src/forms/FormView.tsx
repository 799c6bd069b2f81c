import { type FormEvent, useEffect, useMemo, useRef, useState } from "react";
import { mergedEvent } from "../draft/use-autosave.ts";
import type { Choice } from "../ui/ChoiceField.tsx";
import { useFormState } from "../ui/form-context.ts";
import { readAnswers, readGiven, shownPaths } from "./answers.ts";
import type { Answers, FormDefinition } from "./definition.ts";
import { FormPages } from "./FormPages.tsx";
import { FormPartView, type FormScene } from "./FormPartView.tsx";
import { pagesOf } from "./form-pages.ts";
import type { Names } from "./labels.ts";
import type { AnswerValues } from "./walk.ts";

type FormViewProps = {
	readonly definition: FormDefinition;
	readonly answers: Answers;
	/** Organisations to choose from, and those chosen already: value is the id. */
	readonly organisations?: readonly Choice[];
	/** Names of files that are there already, by id. */
	readonly files?: Names;
};

/**
 * The questions of a definition, inside a `TaskForm` whose `values` are the answers by path and whose `labels` are
 * `labelsOf(definition, values, language)`. What depends on another answer follows while one answers; without script it
 * follows when the form is saved. What is hidden is not sent. A row is added or removed by sending the form:
 * `changeRows` reads which.
 */
export function FormView({ definition, answers, organisations = [], files = {} }: FormViewProps) {
	const { refused } = useFormState();
	const [live, setLive] = useState<{ readonly since: unknown; readonly values: AnswerValues } | null>(null);
	const given = refused ? readGiven(definition, refused.given) : answers.values;
	// What the server sent last begins anew: it may have more rows than what was typed before.
	const since = refused?.given ?? answers.values;
	const values = live?.since === since ? live.values : given;
	const fields = useRef<HTMLFieldSetElement>(null);
	const read = ({ form }: HTMLFieldSetElement) => {
		if (form) setLive({ since, values: readAnswers(definition, withHidden(form)).values });
	};
	const follow = (event: FormEvent<HTMLFieldSetElement>) => read(event.currentTarget);
	// What another wrote comes into the fields without anybody typing it.
	useEffect(() => {
		const form = fields.current?.form;
		const merged = () => fields.current && read(fields.current);
		form?.addEventListener(mergedEvent, merged);
		return () => form?.removeEventListener(mergedEvent, merged);
	});
	const pages = useMemo(() => pagesOf(definition.parts), [definition]);
	const scene: FormScene = { shown: shownPaths(definition.parts, values), values, rows: given, organisations, files };
	return (
		<fieldset ref={fields} className="form-view" onChange={follow}>
			{/* What Enter presses: the first button of a form, and no row shall come of it. */}
			<button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
			<FormPages pages={pages} isShown={({ id }) => scene.shown.has(id)}>
				{(part) => <FormPartView key={part.id} part={part} prefix="" around={null} scene={scene} />}
			</FormPages>
		</fieldset>
	);
}

/** What stands in every field, also those switched off: they count again as soon as they are shown again. */
function withHidden(form: HTMLFormElement): FormData {
	const all = new FormData();
	for (const control of form.elements) {
		if (control instanceof HTMLInputElement) {
			const isTick = control.type === "radio" || control.type === "checkbox";
			if (control.type !== "file" && (!isTick || control.checked)) all.append(control.name, control.value);
		} else if (control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement)
			all.append(control.name, control.value);
	}
	return all;
}
