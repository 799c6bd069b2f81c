import { insertMany } from "../database/insert-many.server.ts";
import type { Json } from "../database/schema.gen.ts";
import { newId, type Work } from "../database/work.server.ts";
import { operatorOrganisationId } from "./actor.ts";

export type AuditEntry = {
	/** What was done, as `object.verb`, e.g. `unit.change`. */
	readonly verb: string;
	readonly objectKind: string;
	readonly objectId: string | null;
	/** The person the entry is about, who may search for it. */
	readonly aboutPersonId?: string | null;
	/** Who did it, where the unit of work runs on behalf of someone else: signing in, answering an invitation. */
	readonly by?: { readonly personId: string; readonly name: string };
	/** Whose log this belongs in; the represented organisation unless said. */
	readonly organisationId?: string;
	readonly detail?: { readonly [key: string]: Json };
};

/** Writes to the append-only audit log in the same transaction as what is being done. */
export async function record(work: Work, entry: AuditEntry): Promise<void> {
	await work.db
		.insertInto("audit.entry")
		.values({ ...rowOf(work, entry), at: work.now, detail: JSON.stringify(detailOf(work, entry)) })
		.execute();
}

/** The same for many entries at once: what is done to thousands is written down for each of them. */
export async function recordAll(work: Work, entries: readonly AuditEntry[]): Promise<void> {
	const rows = entries.map((entry) => ({ ...rowOf(work, entry), at: work.now, detail: detailOf(work, entry) }));
	await insertMany(work, "audit.entry", rows);
}

function rowOf({ actor, request }: Work, entry: AuditEntry) {
	const organisationId =
		entry.organisationId ?? (actor.kind === "nobody" ? null : actor.organisationId) ?? operatorOrganisationId;
	const by = entry.by ?? (actor.kind === "person" ? actor : null);
	return {
		organisation_id: organisationId,
		id: newId(),
		actor_kind: actor.kind,
		person_id: by?.personId ?? null,
		person_name: by?.name ?? null,
		verb: entry.verb,
		object_kind: entry.objectKind,
		object_id: entry.objectId,
		about_person_id: entry.aboutPersonId ?? null,
		request_id: request?.requestId ?? null,
	};
}

function detailOf({ actor }: Work, { detail }: AuditEntry): { readonly [key: string]: Json } {
	return actor.kind === "link" ? { ...detail, link: actor.tokenId } : (detail ?? {});
}
