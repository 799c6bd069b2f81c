import { sql } from "kysely";
import type { Work } from "../../../../database/work.server.ts";
import type { OfferToWrite } from "../../capacity/store.server.ts";
import type { PlannedContact } from "./contacts.ts";

export type CapacityToWrite = {
	readonly id: string;
	readonly siteId: string;
	readonly hostId: string;
	readonly firstDay: string;
	readonly lastDay: string;
	readonly mostAtOnce: number | null;
};

/** Writes capacity its keeper has entered; it waits for approval. */
export async function insertEntered(
	work: Work,
	organisationId: string,
	capacity: readonly CapacityToWrite[],
	by: string | null,
): Promise<void> {
	if (capacity.length === 0) return;
	await work.db
		.insertInto("placement.capacity")
		.values(
			capacity.map((one) => ({
				...{ organisation_id: organisationId, id: one.id, site_id: one.siteId, host_id: one.hostId },
				...{ first_day: one.firstDay, last_day: one.lastDay, most_at_once: one.mostAtOnce },
				...{ state: "answered", answered_at: work.now, answered_by: by },
			})),
		)
		.execute();
}

export type CapacityToAnswer = Pick<CapacityToWrite, "id" | "mostAtOnce"> & { readonly state: string };

/** Writes what is answered in capacity that stands; what is no longer approved says so. */
export async function updateAnswered(
	work: Work,
	organisationId: string,
	capacity: readonly CapacityToAnswer[],
	by: string | null,
): Promise<void> {
	if (capacity.length === 0) return;
	await sql`update placement.capacity c set
			most_at_once = list."mostAtOnce", state = list.state, answered_at = ${work.now},
			answered_by = coalesce(${by}, c.answered_by), version = c.version + 1,
			approved_at = case when list.state = 'answered' then null else c.approved_at end,
			published_at = case when list.state = 'answered' then null else c.published_at end
		from jsonb_to_recordset(${JSON.stringify(capacity)}::jsonb) as list (id uuid, "mostAtOnce" integer, state text)
		where c.organisation_id = ${organisationId} and c.id = list.id`.execute(work.db);
}

export type OfferOfImport = OfferToWrite & {
	readonly capacityId: string;
	readonly siteId: string;
	readonly hostId: string;
	readonly published: boolean;
};

/** Writes offers: those there are by their id, and new ones. None is taken away. */
export async function upsertOffers(
	work: Work,
	organisationId: string,
	offers: readonly OfferOfImport[],
): Promise<void> {
	if (offers.length === 0) return;
	await work.db
		.insertInto("placement.offer")
		.values(
			offers.map((offer) => ({
				...{ organisation_id: organisationId, id: offer.id, capacity_id: offer.capacityId, site_id: offer.siteId },
				...{ host_id: offer.hostId, published: offer.published, profession: offer.profession },
				...{ years: [...offer.years], first_day: offer.firstDay, last_day: offer.lastDay, places: offer.places },
				...{ least_together: offer.leastTogether, reserved_for: offer.reservedFor },
			})),
		)
		.onConflict((conflict) =>
			conflict.columns(["organisation_id", "id"]).doUpdateSet((set) => ({
				places: set.ref("excluded.places"),
				least_together: set.ref("excluded.least_together"),
				published: set.ref("excluded.published"),
			})),
		)
		.execute();
}

/** Writes who answers for sites; what is null stays as it is. */
export async function updateContacts(
	work: Work,
	organisationId: string,
	contacts: readonly PlannedContact[],
): Promise<void> {
	if (contacts.length === 0) return;
	await sql`update placement.site s set contact_name = coalesce(list.name, s.contact_name),
			contact_email = coalesce(list.email, s.contact_email), version = s.version + 1
		from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) as list ("siteId" uuid, name text, email text)
		where s.organisation_id = ${organisationId} and s.id = list."siteId"`.execute(work.db);
}
