import type { Work } from "../../../database/work.server.ts";
import { searchWords } from "../../../geography/search.ts";
import { auditKindWords } from "../../../identity/audit-words.ts";
import type { Language } from "../../../language.ts";
import { searchObjects } from "../../../registry/objects.server.ts";
import type { FoundObject } from "./ObjectSearch.tsx";

/** Objects that fit what was searched for in an address, with what their kind is called; null where nothing was. */
export async function foundObjects(
	work: Work,
	url: URL,
	language: Language,
): Promise<{ readonly query: string; readonly found: readonly FoundObject[] | null }> {
	const query = (url.searchParams.get("q") ?? "").trim().slice(0, 100);
	if (query === "") return { query, found: null };
	const cards = await searchObjects(work, searchWords(query));
	return { query, found: cards.map((card) => ({ ...card, kindName: auditKindWords(card.kind, language) })) };
}
