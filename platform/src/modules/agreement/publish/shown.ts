import { contentOf } from "../content.ts";
import type { WholeAgreement } from "../contract.ts";
import type { Publication, Publishing } from "./contract.ts";

/** What everybody is to see of a signed agreement: nobody's name or address, and the text only where that is agreed. */
export function shownOf(whole: WholeAgreement, { wholeText }: Pick<Publishing, "wholeText">): Publication {
	const { id, title, kind, level, firstDay, lastDay, endedOn } = whole.agreement;
	if (firstDay === null) throw new Error(`the signed agreement ${id} has no first day`);
	return {
		...{ id, title, kind, level, firstDay, lastDay, endedOn },
		parties: whole.parties.map(({ name }) => name),
		themes: [...whole.themes].sort((one, other) => one.sort - other.sort).map(({ theme }) => theme),
		content: wholeText ? contentOf(whole) : null,
		signatures: whole.parties
			.filter(({ signs }) => signs)
			.map(({ name, signedAs, signedOn }) => ({ party: name, signedAs, signedOn })),
	};
}
