import type { Work } from "./work.server.ts";

/** Answers that are kept at most, of each kind. */
const mostKept = 200;

/**
 * Keeps what is found for as long as an edition that stands in the database is the same, which is read in the very unit of
 * work that asks. Only for what is the same whoever asks. What is given is not to be changed. Nobody at all is not
 * answered from memory, because the database tells them nothing.
 */
export function whileEditionIsSame<Asked extends object, Found>(
	readEdition: (work: Work) => Promise<string>,
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
