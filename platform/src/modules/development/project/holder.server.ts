import { sql } from "kysely";
import { heldByAddress } from "../../../registry/holders.server.ts";

/**
 * Projects that somebody leads, stands in for or owns. Those that have ended too, as long as it is still to be asked what
 * is in use: what was learnt does not leave with a person.
 */
export const projectHolder = heldByAddress(
	"development-project",
	"development.project",
	sql`(t.state <> 'ended' or exists (select from development.follow_up f
		where f.organisation_id = t.organisation_id and f.project_id = t.id and f.answered_on is null))`,
	[
		["leader_name", "leader_email"],
		["deputy_name", "deputy_email"],
		["owner_name", "owner_email"],
	],
);
