import type { Work } from "../../../database/work.server.ts";
import { nameOrganisations } from "../../organisation/service.server.ts";
import { sideOf } from "../rules.ts";

/** The organisation that takes a file in, where it has students itself; null where it keeps them for others. */
export async function ownInstitution(work: Work, organisationId: string): Promise<string | null> {
	const keeper = (await nameOrganisations(work, [organisationId])).get(organisationId);
	return keeper && sideOf(keeper.kind) === "institution" ? organisationId : null;
}
