import type { Work } from "../../database/work.server.ts";
import type { KindOfOrganisation, Sector, Setting, Vocabulary } from "./contract.ts";
import { listKinds, listSectors, listSettings } from "./store.server.ts";

/** How long a list is good, milliseconds: it changes with a new version of the product only, which another process may run. */
const goodFor = 60_000;

/**
 * Remembers a public list for a moment, for pages that only show it: it is asked for with almost every page. Nobody at all
 * is not answered from memory, because the database tells them nothing; what changes something reads the list itself.
 */
function remembered<One>(list: (work: Work) => Promise<readonly One[]>): (work: Work) => Promise<readonly One[]> {
	let known: { readonly rows: readonly One[]; readonly until: number } | undefined;
	return async (work) => {
		if (work.actor.kind === "nobody") return list(work);
		if (known && performance.now() < known.until) return known.rows;
		const rows = await list(work);
		known = { rows, until: performance.now() + goodFor };
		return rows;
	};
}

/** The kinds of organisation there are, in the order to show them, named in three languages. */
export const readKinds: (work: Work) => Promise<readonly KindOfOrganisation[]> = remembered(listKinds);
/** The same of sectors. */
const readSectors: (work: Work) => Promise<readonly Sector[]> = remembered(listSectors);
/** The same of settings. */
export const readSettings: (work: Work) => Promise<readonly Setting[]> = remembered(listSettings);

/** All of them. */
export async function readVocabulary(work: Work): Promise<Vocabulary> {
	const [kinds, sectors, settings] = await Promise.all([readKinds(work), readSectors(work), readSettings(work)]);
	return { kinds, sectors, settings };
}
