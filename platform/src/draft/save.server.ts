import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../forms/parse.ts";
import type { Outcome, Refusal } from "../outcome.ts";
import { missing, redirectWithToast } from "../visit.server.ts";
import type { DraftAnswer } from "./draft-answer.ts";
import { mergeWords, type Words } from "./merge.ts";

/** How often one tries to put one's words together with those of others who write at the same moment. */
const mostTries = 5;

type Version = number | null;
type Standing = { readonly version: Version; readonly words: Words };
type Ways<Values> = {
	/** Writes the values in the version they were read in; refuses with `changed-by-another` where another was first. */
	save(values: Values): Promise<Outcome<{ readonly version: Version }, string>>;
	/** What stands now, as the form says it; undefined where it is gone. */
	current(): Promise<Standing | undefined>;
};

/** What was written, as it was sent: its words by field, and what it was written from. */
export type Sent = { readonly words: Words; readonly base: Words; readonly version: Version };

type Read<Values> =
	| { readonly values: Values; readonly refusals?: never }
	| { readonly values?: never; readonly refusals: readonly Refusal[] };

const manner = z.object({ autosave: z.boolean() });
const baseWords = z.record(z.string(), z.string());

/**
 * Saves what two may write at once. Where somebody else was first, what only one of them changed is put together and
 * saved; where both changed the same field, nothing is written and both texts come back, side by side. `read` makes
 * values of words, in the version they shall be written in.
 */
export async function saveWords<Values>(
	sent: Sent,
	read: (words: Words, version: Version) => Read<Values>,
	ways: Ways<Values>,
): Promise<DraftAnswer> {
	let { words, base, version } = sent;
	for (let tries = 0; tries < mostTries; tries++) {
		const parsed = read(words, version);
		if (parsed.refusals) return { refusals: parsed.refusals, given: words };
		const outcome = await ways.save(parsed.values);
		if (outcome.done)
			return {
				...{ refusals: [], given: {} },
				saved: {
					...{ version: outcome.done.version, words, others: otherWords(sent.words, words) },
					at: new Date().toISOString(),
				},
			};
		const refusals: readonly Refusal[] = outcome.refused;
		if (refusals.some(({ code }) => code === "missing")) missing();
		if (!refusals.some(({ code }) => code === "changed-by-another")) return { refusals, given: words };
		const now = await ways.current();
		if (now === undefined) return { refusals: [{ code: "part-unknown" }], given: words };
		const { merged, clashes } = mergeWords(base, words, now.words);
		if (clashes.length > 0) {
			const others = otherWords(sent.words, merged);
			return { refusals, given: merged, clashes, stands: { ...now, others } };
		}
		({ words: base, version } = now);
		words = merged;
	}
	return { refusals: [{ code: "changed-by-another" }], given: sent.words };
}

/** The fields that say something else than was sent. */
function otherWords(sent: Words, now: Words): Words {
	return Object.fromEntries(Object.entries(now).filter(([field, word]) => word !== (sent[field] ?? "")));
}

/** Saves a form of single fields, read by its schema; `version` is one of them. */
export function saveDraft<Schema extends z.ZodObject>(
	form: FormData,
	schema: Schema,
	ways: Ways<z.output<Schema>>,
): Promise<DraftAnswer> {
	const read = (words: Words, version: Version) => {
		const sent = new FormData();
		for (const [name, word] of Object.entries(words)) sent.set(name, word);
		if (version !== null) sent.set("version", String(version));
		const { values, refusals } = parseForm(schema, sent);
		return refusals ? { refusals } : { values };
	};
	return saveWords({ ...writtenFrom(form), words: wordsIn(form, schema) }, read, ways);
}

/** What a sent form was written from: the words the page showed, and their version. */
export function writtenFrom(form: FormData): Pick<Sent, "base" | "version"> {
	const version = Number(form.get("version") || Number.NaN);
	return { base: readBase(form), version: Number.isSafeInteger(version) ? version : null };
}

/** Whether the form was sent by itself, and not by a button. */
export function isAutosave(form: FormData): boolean {
	return parseForm(manner, form).values?.autosave ?? false;
}

/** The answer of a page to a saved form: to the page itself where it saved by itself, else on to the next page. */
export async function answerDraft(
	form: FormData,
	answer: DraftAnswer,
	next: { readonly to: string; readonly toast: string },
) {
	if (!answer.saved) return data(answer, 422);
	if (isAutosave(form)) return data(answer);
	throw await redirectWithToast(next.to, next.toast);
}

function readBase(form: FormData): Words {
	try {
		return baseWords.parse(JSON.parse(String(form.get("base") ?? "{}")));
	} catch {
		return {};
	}
}

/** What the form says in each field of its schema, the version apart. An empty tick is an empty word. */
function wordsIn(form: FormData, schema: z.ZodObject): Words {
	return Object.fromEntries(
		Object.keys(schema.shape)
			.filter((name) => name !== "version")
			.map((name) => [name, String(form.get(name) ?? "")]),
	);
}
