import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { done, type Outcome } from "../../../outcome.ts";
import type { NationalGivers } from "../../organisation/service.server.ts";
import { listSchemes } from "../scheme/service.server.ts";
import { makeNationalApplications, type Place } from "./applications.server.ts";
import { makeNationalAwards } from "./awards.server.ts";
import { makeNationalCall, makeNationalScheme } from "./calls.server.ts";

export type NationalFunding = { readonly callId: string; readonly applications: number };

/**
 * A national call with an application of every municipality, assessed, and the awards of the call two years before with
 * their reports: for measuring. Runs as the program on behalf of who gives. Once only.
 */
export async function seedNationalFunding(work: Work, givers: NationalGivers): Promise<Outcome<NationalFunding>> {
	const own = (await listSchemes(work)).find(({ organisationId }) => organisationId === givers.organisationId);
	if (own) {
		const { rows } = await sql<{ readonly id: string }>`
			select call_id id from funding.application where call_organisation_id = ${givers.organisationId} limit 1`.execute(
			work.db,
		);
		return done({ callId: rows[0]?.id ?? "", applications: 0 });
	}
	const { rows: places } = await sql<Place>`
		select i.organisation_id id, i.name, coalesce((select f.value from geography.municipality_fact f
			where f.municipality_number = i.number and f.name = 'population' order by f.year desc limit 1), 5000)::float8 population
		from organisation.identity i join organisation.organisation o on o.id = i.organisation_id
		where o.kind = 'municipality' and i.valid_to is null order by i.number`.execute(work.db);
	const schemeId = await makeNationalScheme(work);
	await makeNationalAwards(work, await makeNationalCall(work, schemeId, 2), givers, places);
	const call = await makeNationalCall(work, schemeId, 0);
	return done({ callId: call.id, applications: await makeNationalApplications(work, call, givers, places) });
}
