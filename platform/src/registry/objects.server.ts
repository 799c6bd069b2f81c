import type { Work } from "../database/work.server.ts";

/** Any object of any room, by kind and id. */
export type ObjectReference = { readonly kind: string; readonly id: string };

/** What a stranger to the room may know of an object: how to name it and where it is. */
export type ObjectCard = ObjectReference & { readonly title: string; readonly path: string };

/**
 * Gives cards for those of the ids this actor may see, in any order; an id it leaves out is missing or not theirs.
 * Row-level security holds in it as everywhere.
 */
export type FindObjects = (work: Work, ids: readonly string[]) => Promise<readonly ObjectCard[]>;

const kinds = new Map<string, FindObjects>();

/** A room tells how objects of its kinds are found. Called once per kind, at start-up. */
export function registerObjectKind(kind: string, find: FindObjects): void {
	if (kinds.has(kind)) throw new Error(`object kind ${kind} is registered twice`);
	kinds.set(kind, find);
}

/** How many a room is asked for at once: PostgreSQL takes 65,535 values in a statement. */
const mostAtOnce = 10_000;

/** The cards of these objects that this actor may see, in the order asked for, one query a kind and ten thousand ids. */
export async function findObjects(work: Work, references: readonly ObjectReference[]): Promise<ObjectCard[]> {
	const found = new Map<string, ObjectCard>();
	for (const kind of new Set(references.map((reference) => reference.kind))) {
		const find = kinds.get(kind);
		if (!find) continue;
		const ids = [...new Set(references.filter((one) => one.kind === kind).map((one) => one.id))];
		for (let start = 0; start < ids.length; start += mostAtOnce)
			for (const card of await find(work, ids.slice(start, start + mostAtOnce))) found.set(`${kind} ${card.id}`, card);
	}
	return references.flatMap(({ kind, id }) => found.get(`${kind} ${id}`) ?? []);
}

/** Finds objects of a kind by the words of their name, as `searchWords` gives them; only what the asker may see. */
export type SearchObjects = (work: Work, words: readonly string[], most: number) => Promise<readonly ObjectCard[]>;

const searches = new Map<string, SearchObjects>();

/** A room tells how objects of its kinds are searched for, where people may point at them. Once per kind. */
export function registerObjectSearch(kind: string, search: SearchObjects): void {
	if (searches.has(kind)) throw new Error(`search for ${kind} is registered twice`);
	searches.set(kind, search);
}

/** Objects whose names hold every word, some of each kind; none where nothing is searched for. */
export async function searchObjects(work: Work, words: readonly string[], mostOfKind = 8): Promise<ObjectCard[]> {
	if (words.length === 0) return [];
	const found: ObjectCard[] = [];
	for (const search of searches.values()) found.push(...(await search(work, words, mostOfKind)));
	return found;
}

/** Every kind some room has registered. */
export function objectKinds(): string[] {
	return [...kinds.keys()].sort();
}
