import type { Work } from "../../../database/work.server.ts";

/** Answers that are kept at most, of each kind. */
const mostKept = 200;

/**
 * Keeps what is found in the public directory for as long as the directory is the same: which edition there is stands in
 * the database, and is read in the very unit of work that asks. Only for what is the same whoever asks, and rests on
 * organisations, their names and mergers, and facts about municipalities alone (0029). What is given is not to be changed.
 * Nobody at all is not answered from memory, because the database tells them nothing.
 */
export function whileDirectoryIsSame<Asked extends object, Found>(
	find: (work: Work, asked: Asked) => Promise<Found>,
): (work: Work, asked: Asked) => Promise<Found> {
	const known = new Map<string, Found>();
	let knownOf = "";
	return async (work, asked) => {
		if (work.actor.kind === "nobody") return find(work, asked);
		const edition = await readEdition(work);
		const question = JSON.stringify(asked);
		if (edition !== knownOf || known.size >= mostKept) known.clear();
		knownOf = edition;
		const kept = known.get(question);
		if (kept !== undefined) return kept;
		const found = await find(work, asked);
		// Meanwhile somebody else may have asked, of another edition.
		if (knownOf === edition) known.set(question, found);
		return found;
	};
}

/** What the directory is called as it is now: another name after every change. */
async function readEdition(work: Work): Promise<string> {
	const { edition } = await work.db
		.selectFrom("organisation.directory_edition")
		.select("edition")
		.executeTakeFirstOrThrow();
	return edition;
}
