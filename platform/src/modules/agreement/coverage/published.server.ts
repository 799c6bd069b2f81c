import type { Work } from "../../../database/work.server.ts";
import { searchWords } from "../../../geography/search.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId, type Page } from "../../organisation/contract.ts";
import { nameOrganisations } from "../../organisation/service.server.ts";
import { contentOf } from "../content.ts";
import type { Agreement, AgreementRefusal, Content } from "../contract.ts";
import { readWhole } from "../open.server.ts";
import * as store from "./published.store.server.ts";

export type PublishedAgreement = Omit<store.PublishedRow, "partyIds" | "total"> & {
	readonly parties: readonly string[];
};

/** Published agreements in force that anyone signed in may read, by page and title; of one party, where one is asked for. */
export async function listPublished(
	work: Work,
	{ search, partyId, ...query }: Omit<store.PublishedQuery, "words"> & { readonly search: string },
): Promise<Page<PublishedAgreement>> {
	const found = await store.listPublished(work, {
		...{ ...query, words: searchWords(search) },
		...(partyId !== undefined && isId(partyId) ? { partyId } : {}),
	});
	const names = await nameOrganisations(work, [...new Set(found.flatMap(({ partyIds }) => partyIds))]);
	return {
		total: found[0]?.total ?? 0,
		rows: found.map(({ partyIds, total: _total, ...row }) => ({
			...row,
			parties: partyIds.flatMap((id) => names.get(id)?.name ?? []),
		})),
	};
}

/** What outsiders see of a published agreement: what binds, and who has signed it in what capacity. Nothing of how it came about, and nobody's address. */
export type PublishedText = {
	readonly agreement: Pick<
		Agreement,
		"id" | "title" | "kind" | "level" | "state" | "firstDay" | "lastDay" | "endedOn" | "renewalMonths" | "signedAt"
	>;
	readonly content: Content;
	readonly signatures: readonly {
		readonly id: string;
		readonly name: string;
		readonly signedBy: string | null;
		readonly signedAs: string | null;
		readonly signedOn: string | null;
	}[];
};

/** A published agreement as anyone signed in may read it; missing where it is not published. */
export async function readPublished(work: Work, id: string): Promise<Outcome<PublishedText, AgreementRefusal>> {
	const whole = await readWhole(work, id);
	if (!whole?.agreement.published) return refused("missing");
	const { title, kind, level, state, firstDay, lastDay, endedOn, renewalMonths, signedAt } = whole.agreement;
	return done({
		agreement: { id, title, kind, level, state, firstDay, lastDay, endedOn, renewalMonths, signedAt },
		content: contentOf(whole),
		signatures: whole.parties
			.filter(({ signs }) => signs)
			.map(({ organisationId, name, signedBy, signedAs, signedOn }) => ({
				...{ id: organisationId, name, signedBy, signedAs, signedOn },
			})),
	});
}
