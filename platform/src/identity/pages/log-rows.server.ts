import type { Work } from "../../database/work.server.ts";
import type { Language } from "../../language.ts";
import { findObjects } from "../../registry/objects.server.ts";
import type { LogEntry } from "../audit-log.server.ts";
import { auditKindWords, auditWords } from "../audit-words.ts";

export type LogRow = {
	readonly id: string;
	readonly at: string;
	readonly what: string;
	readonly actorKind: string;
	readonly who: string | null;
	readonly about: string | null;
	readonly organisation: string | null;
	/** What it was done to, where its room can name it. */
	readonly object: { readonly title: string; readonly path: string } | null;
	/** What kind of thing it was done to, in words. */
	readonly objectKind: string;
};

/** Entries of the log as people read them: verbs in words, objects by name where the reader may see them. */
export async function logRows(work: Work, entries: readonly LogEntry[], language: Language): Promise<LogRow[]> {
	const references = entries.flatMap(({ objectKind, objectId }) =>
		objectId === null ? [] : [{ kind: objectKind, id: objectId }],
	);
	const cards = new Map((await findObjects(work, references)).map((card) => [`${card.kind} ${card.id}`, card]));
	return entries.map((entry) => {
		const card = cards.get(`${entry.objectKind} ${entry.objectId}`);
		return {
			id: entry.id,
			at: entry.at.toISOString(),
			what: auditWords(entry.verb, language),
			actorKind: entry.actorKind,
			who: entry.personName,
			about: entry.aboutName,
			organisation: entry.organisationName,
			object: card ? { title: card.title, path: card.path } : null,
			objectKind: auditKindWords(entry.objectKind, language),
		};
	});
}
