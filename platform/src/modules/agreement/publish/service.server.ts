import type { Work } from "../../../database/work.server.ts";
import { searchWords } from "../../../geography/search.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId, type Page } from "../../organisation/contract.ts";
import { contentOf } from "../content.ts";
import type { AgreementRefusal, WholeAgreement } from "../contract.ts";
import { accessIn, openAgreement, tellLife } from "../open.server.ts";
import { giveAccess } from "../store.server.ts";
import { tellParties } from "../tell.server.ts";
import type { Audience } from "./codes.ts";
import type { ListedPublication, Publication, PublicationQuery, Publishing } from "./contract.ts";
import * as store from "./store.server.ts";

/**
 * Says whom an agreement is shown to besides its parties. Any party may, since what binds public bodies is for anybody to
 * ask for; the others are told when it is shown to everybody.
 */
export async function publishAgreement(
	work: Work,
	agreementId: string,
	asked: Publishing,
): Promise<Outcome<undefined, AgreementRefusal>> {
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused) return opened;
	const { agreement, can } = opened.done;
	if (!can.publish) return refused("not-allowed");
	const published = asked.audience !== "parties";
	const before = await audienceOf(work, agreement);
	await giveAccess(work, agreement, { ...accessIn("signed", opened.done), published });
	if (asked.audience === "everybody") await store.writePublication(work, agreement, shownOf(opened.done, asked));
	else await store.deletePublication(work, agreement);
	if (before !== asked.audience) {
		const what = asked.audience === "everybody" ? "published-to-all" : published ? "published" : "unpublished";
		await tellLife(work, opened.done, { what });
		if (asked.audience === "everybody") await tellParties(work, opened.done, "published", "");
	}
	await record(work, {
		verb: published ? "agreement.publish" : "agreement.unpublish",
		...{ objectKind: "agreement", objectId: agreementId, detail: asked },
	});
	return done(undefined);
}

/** Whom an agreement is shown to. */
export async function audienceOf(
	work: Work,
	{ id, published }: { readonly id: string; readonly published: boolean },
): Promise<Audience> {
	if (!published) return "parties";
	return (await store.findPublication(work, id)) === undefined ? "signed-in" : "everybody";
}

/** What everybody is to see of a signed agreement: nobody's address, and names only where that is chosen. */
function shownOf(whole: WholeAgreement, { wholeText, withNames }: Publishing): Publication {
	const { id, title, kind, level, firstDay, lastDay, endedOn } = whole.agreement;
	if (firstDay === null) throw new Error(`the signed agreement ${id} has no first day`);
	return {
		...{ id, title, kind, level, firstDay, lastDay, endedOn, withNames },
		parties: whole.parties.map(({ name }) => name),
		themes: [...whole.themes].sort((one, other) => one.sort - other.sort).map(({ theme }) => theme),
		content: wholeText ? contentOf(whole) : null,
		signatures: whole.parties
			.filter(({ signs }) => signs)
			.map(({ name, signedBy, signedAs, signedOn }) => ({
				...{ party: name, signedBy: withNames ? signedBy : null, signedAs, signedOn },
			})),
	};
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
