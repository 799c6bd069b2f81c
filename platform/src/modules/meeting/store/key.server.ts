import { sql } from "kysely";

/** An arena by its key. */
export type Key = { readonly organisationId: string; readonly id: string };

/** What belongs to an arena. */
export const of = ({ organisationId, id }: Key) => sql`organisation_id = ${organisationId} and arena_id = ${id}`;
