import { sql } from "kysely";
import { heldByAddress } from "../../../registry/holders.server.ts";

const columns = [
	["owner_name", "owner_email"],
	["deputy_name", "deputy_email"],
] as const;

/** Plans not ended that somebody owns or stands in for. */
export const planHolder = heldByAddress("competence-plan", "competence.plan", sql`t.state <> 'ended'`, columns);

/** Measures still to be carried out. */
export const measureHolder = heldByAddress(
	"competence-measure",
	"competence.measure",
	sql`t.status not in ('done', 'dropped')`,
	columns,
);
