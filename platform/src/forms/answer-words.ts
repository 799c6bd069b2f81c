import type { Words } from "../draft/merge.ts";
import { readGiven, shownPaths } from "./answers.ts";
import type { FormDefinition } from "./definition.ts";
import { questionsOf, tablesIn } from "./parts.ts";
import type { Answer, AnswerValues } from "./walk.ts";

/*
 * Answers as words by path, so that two people's drafts can be put together. Several words of one answer, and the rows of a
 * table, stand on a line each.
 */

export function wordsOfAnswers(values: AnswerValues): Words {
	return Object.fromEntries(Object.entries(values).map(([path, value]) => [path, wordOf(value)]));
}

function wordOf(value: Answer): string {
	if (typeof value === "object") return value.join("\n");
	// With a comma: a point could be meant to part thousands.
	return typeof value === "number" ? String(value).replace(".", ",") : value;
}

export function answersOfWords(definition: FormDefinition, words: Words): AnswerValues {
	const lists = new Set(tablesIn(definition.parts));
	for (const { kind, id } of questionsOf(definition.parts)) if (kind === "several" || kind === "file") lists.add(id);
	const given = Object.entries(words).map(([path, word]) => [
		path,
		lists.has(path.split(".").at(-1) ?? "") ? word.split("\n") : word,
	]);
	return readGiven(definition, Object.fromEntries(given));
}

/** What was sent, and what was written before in questions that are hidden now: they were not sent, and are not lost. */
export function withHidden(definition: FormDefinition, before: AnswerValues, sent: AnswerValues): AnswerValues {
	const shown = shownPaths(definition.parts, sent);
	const kept = Object.entries(before).filter(([path]) => {
		const around = path.slice(0, Math.max(path.lastIndexOf("."), 0));
		return !shown.has(path) && !isFieldOf(definition, path, around, shown);
	});
	return { ...Object.fromEntries(kept), ...sent };
}

/** Whether a path is one of the fields of a person or an indicator that is shown. */
function isFieldOf(definition: FormDefinition, path: string, around: string, shown: ReadonlySet<string>): boolean {
	if (!shown.has(around)) return false;
	const id = around.split(".").at(-1);
	const question = questionsOf(definition.parts).find((one) => one.id === id);
	return (question?.kind === "person" || question?.kind === "indicator") && path.startsWith(`${around}.`);
}
