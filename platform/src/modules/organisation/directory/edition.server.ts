import { whileEditionIsSame } from "../../../database/kept.server.ts";
import type { Work } from "../../../database/work.server.ts";

/**
 * Keeps what is found in the public directory for as long as the directory is the same. Only for what is the same whoever
 * asks, and rests on organisations, their names and mergers, and facts about municipalities alone (0029).
 */
export function whileDirectoryIsSame<Asked extends object, Found>(
	find: (work: Work, asked: Asked) => Promise<Found>,
): (work: Work, asked: Asked) => Promise<Found> {
	return whileEditionIsSame(readDirectoryEdition, find);
}

/** What the directory is called as it is now: another name after every change. */
export async function readDirectoryEdition(work: Work): Promise<string> {
	const { edition } = await work.db
		.selectFrom("organisation.directory_edition")
		.select("edition")
		.executeTakeFirstOrThrow();
	return edition;
}
