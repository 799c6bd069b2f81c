import type { Work } from "../../../database/work.server.ts";
import { searchWords } from "../../../geography/search.ts";
import { isId, type Page } from "../../organisation/contract.ts";
import type { ListedPublication, Publication, PublicationQuery } from "./contract.ts";
import type { Shown } from "./rules.ts";
import * as store from "./store.server.ts";

/** Whom an agreement is shown to, and whether they see all of it. */
export async function showingOf(
	work: Work,
	{ id, published }: { readonly id: string; readonly published: boolean },
): Promise<Shown> {
	if (!published) return { audience: "parties", wholeText: true };
	const shown = await store.findPublication(work, id);
	return shown === undefined
		? { audience: "signed-in", wholeText: true }
		: { audience: "everybody", wholeText: shown.content !== null };
}

/** Agreements in force that everybody may see, by page; also for those who have no account. */
export async function listPublications(
	work: Work,
	{ search, ...query }: Omit<PublicationQuery, "words"> & { readonly search: string },
): Promise<Page<ListedPublication>> {
	const rows = await store.listPublications(work, { ...query, words: searchWords(search) });
	return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => row) };
}

/** An agreement as everybody may see it; undefined where its parties have not chosen that. */
export async function readPublication(work: Work, id: string): Promise<Publication | undefined> {
	return isId(id) ? store.findPublication(work, id) : undefined;
}
