import type { Work } from "../../../database/work.server.ts";
import type { Choice } from "../../../ui/ChoiceField.tsx";
import { listAgreements } from "../../agreement/service.server.ts";
import { listOrganisations } from "../../organisation/service.server.ts";

/** Organisations that can take part in an arena, by name and number. */
export async function organisationChoices(work: Work): Promise<Choice[]> {
	const { rows } = await listOrganisations(work, {});
	return rows.map(({ id, name, number }) => ({ value: id, label: number === null ? name : `${name} (${number})` }));
}

/** Agreements of the organisation acted for that an arena can follow up. */
export async function agreementChoices(work: Work): Promise<Choice[]> {
	const { rows } = await listAgreements(work, {});
	return rows
		.filter(({ standing }) => standing !== "withdrawn" && standing !== "ended")
		.map(({ id, title }) => ({ value: id, label: title }));
}
