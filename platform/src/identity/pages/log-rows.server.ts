import { z } from "zod";
import type { Work } from "../../database/work.server.ts";
import type { Language } from "../../language.ts";
import { findObjects, type ObjectReference } from "../../registry/objects.server.ts";
import type { LogEntry } from "../audit-log.server.ts";
import { auditKindWords, auditWords } from "../audit-words.ts";

type Named = { readonly title: string; readonly path: string };

export type LogRow = {
	readonly id: string;
	readonly at: string;
	readonly what: string;
	readonly actorKind: string;
	readonly who: string | null;
	/** Whom it is about, where the reader may see them; "hidden" where it is about someone they may not. */
	readonly about: Named | "hidden" | null;
	readonly organisation: string | null;
	/** What it was done to, where its room can name it to the reader. */
	readonly object: (Named & { readonly id: string }) | null;
	/** What kind of thing it was done to, in words; and which, where the thing has a name but no page. */
	readonly objectKind: string;
};

/** Things without an id of ours say in the entry itself what they are called. */
const named = z.object({ provider: z.string().optional(), fileName: z.string().optional() }).catch({});

/** Entries of the log as people read them: verbs in words, objects and people by name where the reader may see them. */
export async function logRows(work: Work, entries: readonly LogEntry[], language: Language): Promise<LogRow[]> {
	const cards = new Map(
		(await findObjects(work, entries.flatMap(referencesOf))).map((card) => [`${card.kind} ${card.id}`, card]),
	);
	return entries.map((entry) => {
		const { provider, fileName } = named.parse(entry.detail);
		const name = entry.objectId === null ? (provider ?? fileName) : undefined;
		const kind = auditKindWords(entry.objectKind, language);
		const object = cards.get(`${entry.objectKind} ${entry.objectId}`);
		// Someone who has no account is known by the role alone.
		const about =
			entry.aboutPersonId === null
				? entry.objectKind === "membership" && object
				: (cards.get(`person ${entry.aboutPersonId}`) ?? "hidden");
		return {
			id: entry.id,
			at: entry.at.toISOString(),
			what: auditWords(entry.verb, language),
			actorKind: entry.actorKind,
			who: entry.personName,
			about: typeof about === "object" ? { title: about.title, path: about.path } : about || null,
			organisation: entry.organisationName,
			object: object ? { id: object.id, title: object.title, path: object.path } : null,
			objectKind: name === undefined ? kind : `${kind}: ${name}`,
		};
	});
}

function referencesOf({ objectKind, objectId, aboutPersonId }: LogEntry): ObjectReference[] {
	return [
		...(objectId === null ? [] : [{ kind: objectKind, id: objectId }]),
		...(aboutPersonId === null ? [] : [{ kind: "person", id: aboutPersonId }]),
	];
}
