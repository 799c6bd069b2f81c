import type { Work } from "../../../database/work.server.ts";
import { mandateOf } from "../mandate.server.ts";
import { type Mandate, noMandate } from "../rules.ts";

/** The asker's mandate, where it is for this organisation at all. */
export async function ownMandate(work: Work, organisationId: string): Promise<Mandate> {
	const mandate = await mandateOf(work);
	return mandate.organisationId === organisationId ? mandate : noMandate;
}
