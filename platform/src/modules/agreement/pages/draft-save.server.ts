import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../forms/parse.ts";
import type { Outcome, Refusal } from "../../../outcome.ts";
import { missing, redirectWithToast } from "../../../visit.server.ts";
import { mergeWords, type Words } from "../merge.ts";
import type { DraftAnswer } from "./draft-answer.ts";

/** How often one tries to put one's words together with those of others who write at the same moment. */
const mostTries = 5;

type Version = number | null;
type Ways<Values> = {
	/** Writes the values in the version they were read in. */
	save(values: Values): Promise<Outcome<{ readonly version: Version }, string>>;
	/** What stands now, as the form says it. */
	current(): Promise<{ readonly version: Version; readonly words: Words } | undefined>;
};

const manner = z.object({ autosave: z.boolean(), base: z.string().max(60_000).optional() });
const baseWords = z.record(z.string(), z.string());

/**
 * Saves a part of a text two may write at once. Where somebody else was first, what only one of them changed is put
 * together and saved; where both changed the same field, nothing is written and both texts come back, side by side.
 */
export async function saveDraft<Schema extends z.ZodObject>(
	form: FormData,
	schema: Schema,
	ways: Ways<z.output<Schema>>,
): Promise<DraftAnswer> {
	let sent = form;
	let base = readBase(form);
	for (let tries = 0; tries < mostTries; tries++) {
		const parsed = parseForm(schema, sent);
		if (parsed.refusals) return { refusals: parsed.refusals, given: parsed.given };
		const outcome = await ways.save(parsed.values);
		if (outcome.done)
			return {
				...{ refusals: [], given: {} },
				saved: { version: outcome.done.version, words: wordsIn(sent, schema), at: new Date().toISOString() },
			};
		const refusals: readonly Refusal[] = outcome.refused;
		if (refusals.some(({ code }) => code === "missing")) missing();
		if (!refusals.some(({ code }) => code === "changed-by-another")) return { refusals, given: parsed.given };
		const now = await ways.current();
		if (now === undefined) return { refusals: [{ code: "part-unknown" }], given: parsed.given };
		const { merged, clashes } = mergeWords(base, wordsIn(sent, schema), now.words);
		if (clashes.length > 0)
			return { refusals, given: merged, clash: { clashes, version: now.version, base: now.words } };
		base = now.words;
		sent = new FormData();
		for (const [name, words] of Object.entries(merged)) sent.set(name, words);
		if (now.version !== null) sent.set("version", String(now.version));
	}
	return { refusals: [{ code: "changed-by-another" }], given: wordsIn(form, schema) };
}

/** The answer of a page to a saved form: to the page itself where it saved by itself, else on to the next page. */
export async function answerDraft(
	form: FormData,
	answer: DraftAnswer,
	next: { readonly to: string; readonly toast: string },
) {
	if (!answer.saved) return data(answer, 422);
	if (parseForm(manner, form).values?.autosave) return data(answer);
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
