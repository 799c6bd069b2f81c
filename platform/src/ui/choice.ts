import type { Choice } from "./ChoiceField.tsx";

/**
 * The choice a person meant by what was typed in a lookup field: the same words, whatever the case, or the value
 * itself. Undefined when none fits, or more than one.
 */
export function findChoice(choices: readonly Choice[], typed: string): Choice | undefined {
	const wanted = fold(typed);
	const found = choices.filter((choice) => choice.value === typed || fold(choice.label) === wanted);
	return found.length === 1 ? found[0] : undefined;
}

function fold(text: string): string {
	return text.trim().replace(/\s+/g, " ").toLocaleLowerCase("nb");
}

/** What a lookup field named, put in its place: the id of the one host meant, else what was typed. */
export function withChosen(form: FormData, name: string, choices: readonly Choice[]): FormData {
	const read = new FormData();
	for (const [key, value] of form) {
		if (key !== name || typeof value !== "string") read.append(key, value);
		else read.append(key, findNamed(choices, value)?.value ?? value);
	}
	return read;
}

/** The choice meant: by its whole label, or by name alone where only one is called that. */
export function findNamed(choices: readonly Choice[], typed: string): Choice | undefined {
	return (
		findChoice(choices, typed) ??
		findChoice(
			choices.map((choice) => ({ ...choice, label: choice.label.replace(/ \([^()]*\)$/, "") })),
			typed,
		)
	);
}
