import type { Work } from "../../database/work.server.ts";
import type { Vocabulary } from "./contract.ts";
import { listKinds, listSectors, listSettings } from "./store.server.ts";

/** The kinds of organisation, sectors and settings there are, in the order to show them, named in three languages. */
export async function readVocabulary(work: Work): Promise<Vocabulary> {
	const [kinds, sectors, settings] = await Promise.all([listKinds(work), listSectors(work), listSettings(work)]);
	return { kinds, sectors, settings };
}
