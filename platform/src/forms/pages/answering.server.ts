import { sql } from "kysely";
import type { Work } from "../../database/work.server.ts";
import type { DraftAnswer } from "../../draft/draft-answer.ts";
import type { Words } from "../../draft/merge.ts";
import { isAutosave, saveWords, writtenFrom } from "../../draft/save.server.ts";
import { isNamedOn } from "../../identity/store.server.ts";
import type { Outcome, Refusal } from "../../outcome.ts";
import type { Choice } from "../../ui/ChoiceField.tsx";
import type { Given } from "../../ui/form-context.ts";
import { missing } from "../../visit.server.ts";
import { answersOfWords, withHidden, wordsOfAnswers } from "../answer-words.ts";
import { changeRows, type FindOrganisation, readAnswers, rowButtons } from "../answers.ts";
import { checkAnswers } from "../check.ts";
import type { FormDefinition } from "../definition.ts";
import { questionsOf } from "../parts.ts";
import { openAnswer, saveAnswers, submitAnswers } from "../stored/answer.server.ts";
import type { OpenedAnswer } from "../stored/contract.ts";
import { listFileNames, readFiles } from "../stored/file.server.ts";
import { type AnswerValues, valueAt } from "../walk.ts";

/** How a page reads and writes answers: signed in, or by link. */
export type Door = {
	readonly answerId: string;
	reading<Value>(work: (work: Work) => Promise<Value>): Promise<Value>;
	commanding<Value, Code extends string>(
		work: (work: Work) => Promise<Outcome<Value, Code>>,
	): Promise<Outcome<Value, Code>>;
};

/** What writing in answers came to: sent in, saved by a button (of a row or its own), or an answer to the page itself. */
export type Written =
	| { readonly to: "submitted" | "saved" | "row" }
	| { readonly to: "page"; readonly answer: DraftAnswer; readonly status: 200 | 422 };

/** Takes in a sent form with answers: saves it as a draft, put together with what others wrote, and sends it in where asked. */
export async function takeAnswers(form: FormData, door: Door): Promise<Written> {
	const open = () => door.reading((work) => openAnswer(work, door.answerId));
	const opened = (await open()).done ?? missing();
	const { definition } = opened;
	const find = finder(await door.reading((work) => organisationChoices(work, definition)));
	const from = writtenFrom(form);
	// A draft that saves itself brings no files: they come with a button.
	const { files, added, refusals } = await readFiles(definition, isAutosave(form) ? new FormData() : form);
	const sent = withFiles(readAnswers(definition, form, find).values, added);
	const words = wordsOfAnswers(withHidden(definition, answersOfWords(definition, from.base), sent));
	const answer = await saveWords(
		{ ...from, words },
		(merged: Words, revision) => {
			const answers = { ...opened.answers, values: answersOfWords(definition, merged) };
			return { values: { revision, values: (changeRows(definition, answers, form) ?? answers).values } };
		},
		{
			save: (values) => door.commanding((work) => saveAnswers(work, door.answerId, { ...values, files })),
			async current() {
				const now = (await open()).done;
				return now && { version: now.answer.revision, words: wordsOfAnswers(now.answers.values) };
			},
		},
	);
	if (!answer.saved)
		return { to: "page", answer: { ...answer, given: withoutFiles(answer.given, files) }, status: 422 };
	if (isAutosave(form)) return { to: "page", answer, status: 200 };
	const { saved } = answer;
	// What was refused is saved all the same: what is written next is written from there.
	const stopped = (found: readonly Refusal[]): Written => ({
		...{ to: "page", status: 422 },
		answer: { refusals: found, given: givenOfWords(definition, saved.words), stands: saved },
	});
	if (refusals.length > 0) return stopped(refusals);
	if (form.has(rowButtons.add) || form.has(rowButtons.remove)) return { to: "row" };
	if (form.get("do") !== "submit") return { to: "saved" };
	const revision = saved.version ?? 0;
	const submitted = await door.commanding((work) => submitAnswers(work, door.answerId, revision));
	return submitted.refused ? stopped(submitted.refused) : { to: "submitted" };
}

/** What comes back of a draft that was not saved: its new files were not kept either, and are chosen again. */
function withoutFiles(given: Given, files: readonly { readonly id: string }[]): Given {
	const gone = new Set(files.map(({ id }) => id));
	return Object.fromEntries(
		Object.entries(given).map(([path, said]) => [
			path,
			typeof said === "string"
				? said
						.split("\n")
						.filter((one) => !gone.has(one))
						.join("\n")
				: said.filter((one) => !gone.has(one)),
		]),
	);
}

/** Answers with the files that were sent beside those kept. */
function withFiles(values: AnswerValues, added: Readonly<Record<string, readonly string[]>>): AnswerValues {
	const all = Object.entries(added).map(([path, ids]) => {
		const kept = valueAt(values, path);
		return [path, [...(typeof kept === "object" ? kept : []), ...ids]];
	});
	return { ...values, ...Object.fromEntries(all) };
}

function givenOfWords(definition: FormDefinition, words: Words) {
	const values = answersOfWords(definition, words);
	return Object.fromEntries(
		Object.entries(values).map(([path, value]) => [path, typeof value === "number" ? (words[path] ?? "") : value]),
	);
}

/** What a page that shows answers needs, to write in them or to read them. */
export async function shownAnswers(work: Work, { answer, answers, definition, can }: OpenedAnswer) {
	return {
		...{ answer, answers, definition, can, words: wordsOfAnswers(answers.values) },
		organisations: await organisationChoices(work, definition),
		files: await listFileNames(work, answer),
		warnings: can.write ? checkAnswers(definition, answers, "draft").warnings : [],
	};
}
export type ShownAnswers = Awaited<ReturnType<typeof shownAnswers>>;

/** The organisations there are to choose from, where the form asks for one. */
export async function organisationChoices(work: Work, definition: FormDefinition): Promise<readonly Choice[]> {
	const asked = questionsOf(definition.parts).filter((one) => one.kind === "organisation");
	if (asked.length === 0) return [];
	return work.db
		.selectFrom("organisation.identity as identity")
		.where(isNamedOn(work.today))
		.orderBy(sql`identity.name collate house.norwegian`)
		.select(["identity.organisation_id as value", "identity.name as label"])
		.execute();
}

/** Organisations by what they are called. */
export function finder(choices: readonly Choice[]): FindOrganisation {
	const known = new Map(choices.map(({ value, label }) => [label.toLowerCase(), value]));
	return (written) => known.get(written.trim().toLowerCase());
}
