import type { Work } from "../../../database/work.server.ts";
import { listOrganisations } from "./list.server.ts";

/** Organisations to choose among, by name and number. */
export async function organisationChoices(work: Work): Promise<{ value: string; label: string }[]> {
	const { rows } = await listOrganisations(work, {});
	return rows.map(({ id, name, number }) => ({ value: id, label: number === null ? name : `${name} (${number})` }));
}
