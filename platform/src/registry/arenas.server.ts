import type { Work } from "../database/work.server.ts";

/** A standing place to meet that an organisation takes part in, as far as the asker may read. */
export type SharedArena = {
	readonly organisationId: string;
	readonly id: string;
	readonly name: string;
	/** Its page. */
	readonly path: string;
	/** YYYY-MM-DD; null where it has not met. */
	readonly lastMetOn: string | null;
};

/** Gives the arenas these organisations take part in that the asker may read, in any order. */
export type FindArenas = (work: Work, organisationIds: readonly string[]) => Promise<readonly SharedArena[]>;

let found: FindArenas | undefined;

/** The room that keeps arenas tells how they are found. One room. */
export function registerArenas(find: FindArenas): void {
	if (found) throw new Error("arenas are registered twice");
	found = find;
}

/** Arenas these organisations take part in; none where no room keeps any. */
export async function findArenas(work: Work, organisationIds: readonly string[]): Promise<readonly SharedArena[]> {
	return found ? found(work, organisationIds) : [];
}
