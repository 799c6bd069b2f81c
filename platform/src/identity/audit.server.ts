import type { Json } from "../database/schema.gen.ts";
import { newId, type Work } from "../database/work.server.ts";
import { currentRequestId } from "../request.server.ts";
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
	const { actor } = work;
	const organisationId =
		entry.organisationId ?? (actor.kind === "nobody" ? null : actor.organisationId) ?? operatorOrganisationId;
	const by = entry.by ?? (actor.kind === "person" ? actor : null);
	await work.db
		.insertInto("audit.entry")
		.values({
			organisation_id: organisationId,
			id: newId(),
			at: work.now,
			actor_kind: actor.kind,
			person_id: by?.personId ?? null,
			person_name: by?.name ?? null,
			verb: entry.verb,
			object_kind: entry.objectKind,
			object_id: entry.objectId,
			about_person_id: entry.aboutPersonId ?? null,
			request_id: currentRequestId(),
			detail: JSON.stringify(actor.kind === "link" ? { ...entry.detail, link: actor.tokenId } : (entry.detail ?? {})),
		})
		.execute();
}
