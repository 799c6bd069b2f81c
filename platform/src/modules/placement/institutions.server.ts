import type { Work } from "../../database/work.server.ts";
import { listOrganisations, readVocabulary } from "../organisation/service.server.ts";
import { sideOf } from "./rules.ts";

/** Organisations with students, by name: universities, university colleges, vocational colleges. */
export async function listInstitutions(work: Work): Promise<{ value: string; label: string }[]> {
	const { kinds } = await readVocabulary(work);
	const found: { value: string; label: string }[] = [];
	for (const { code } of kinds) {
		if (sideOf(code) !== "institution") continue;
		const { rows } = await listOrganisations(work, { kind: code });
		found.push(...rows.map(({ id, name }) => ({ value: id, label: name })));
	}
	return found;
}
