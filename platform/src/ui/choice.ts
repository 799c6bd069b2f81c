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
