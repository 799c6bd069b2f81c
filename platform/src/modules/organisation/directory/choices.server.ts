import type { Work } from "../../../database/work.server.ts";
import type { OrganisationRow } from "./contract.ts";
import { listOrganisations } from "./list.server.ts";

/** Organisations to choose among, by name and number. */
export async function organisationChoices(work: Work): Promise<{ value: string; label: string }[]> {
	return choicesOf((await listOrganisations(work, {})).rows);
}

/** Municipalities to choose among, by name and number. */
export async function municipalityChoices(work: Work): Promise<{ value: string; label: string }[]> {
	return choicesOf((await listOrganisations(work, { kind: "municipality" })).rows);
}

function choicesOf(rows: readonly Pick<OrganisationRow, "id" | "name" | "number">[]) {
	return rows.map(({ id, name, number }) => ({ value: id, label: number === null ? name : `${name} (${number})` }));
}
