import { sql } from "kysely";
import type { Work } from "../../../../database/work.server.ts";
import { isNamedOn } from "../../../../identity/store.server.ts";
import type { Choice } from "../../../../ui/ChoiceField.tsx";

const kinds = [
	"municipality",
	"regional-council",
	"ks-region",
	"development-centre",
	"county",
	"institution",
	"provider",
];

/** The organisations that can be asked to apply together. */
export async function organisationsToAsk(work: Work): Promise<readonly Choice[]> {
	return (
		work.db
			.selectFrom("organisation.identity as identity")
			.innerJoin("organisation.organisation as o", "o.id", "identity.organisation_id")
			.where(isNamedOn(work.today))
			.where("o.kind", "in", kinds)
			.orderBy(sql`identity.name collate house.norwegian`)
			.select("identity.organisation_id as value")
			// Municipalities with several official names by the one people write.
			.select(
				sql<string>`case when o.kind = 'municipality' then coalesce(identity.short_name, identity.name) else identity.name end
				|| coalesce(' (' || identity.number || ')', '')`.as("label"),
			)
			.execute()
	);
}
