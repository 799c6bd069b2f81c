import type { Work } from "../../../database/work.server.ts";
import type { Choice } from "../../../ui/ChoiceField.tsx";
import { listAgreements } from "../../agreement/service.server.ts";

/** Agreements of the organisation acted for that an arena can follow up. */
export async function agreementChoices(work: Work): Promise<Choice[]> {
	const { rows } = await listAgreements(work, {});
	return rows
		.filter(({ standing }) => standing !== "withdrawn" && standing !== "ended")
		.map(({ id, title }) => ({ value: id, label: title }));
}
