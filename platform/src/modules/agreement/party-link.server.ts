import type { Work } from "../../database/work.server.ts";
import { issueLink, type Reason } from "../../identity/link-token.server.ts";
import type { Language } from "../../language.ts";
import type { Party } from "./contract.ts";
import { type Opened, tellLife } from "./open.server.ts";

/** Whom a link is for, why they are asked, and the language of the letter. */
export type LinkFor = {
	readonly name: string | null;
	readonly email: string | null;
	readonly reason: Reason;
	readonly language: Language;
};

/** A link made for a party that has no account, and what it opens. Its path is given here only. */
export type PartyLink = { readonly path: string; readonly party: Party; readonly opened: Opened };

/** Makes a link for a party, and writes in the life of the agreement that it was made and for whom. */
export async function linkToParty(
	work: Work,
	opened: Opened,
	party: Party,
	{ purpose, days, to }: { readonly purpose: string; readonly days: number; readonly to: LinkFor },
): Promise<PartyLink> {
	const name = to.name ?? party.name;
	const { path } = await issueLink(work, {
		...{ purpose, objectKind: "agreement-party", objectId: party.id, days },
		...{ reason: to.reason, language: to.language, recipientName: name, recipientEmail: to.email },
	});
	await tellLife(work, opened, { what: "link-made", partyId: party.organisationId, note: name });
	return { path, party, opened };
}
