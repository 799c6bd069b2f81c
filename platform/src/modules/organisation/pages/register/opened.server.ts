import type { Work } from "../../../../database/work.server.ts";
import { missing } from "../../../../visit.server.ts";
import type { Organisation } from "../../directory/contract.ts";
import { readOrganisation } from "../../service.server.ts";

/** An organisation for whoever may do this to it; for anyone else there is no such page. */
export async function opened(work: Work, id: string, may: keyof Organisation["can"]) {
	const organisation = await readOrganisation(work, id);
	const [newest] = organisation?.identities ?? [];
	if (!organisation?.can[may] || !newest) missing();
	return { organisation, newest };
}
