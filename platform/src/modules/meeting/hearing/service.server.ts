import type { Work } from "../../../database/work.server.ts";
import { searchWords } from "../../../geography/search.ts";
import type { Bind } from "../../../identity/binding.server.ts";
import { nameOrganisations } from "../../organisation/service.server.ts";
import { askerOf } from "../open.server.ts";
import type { HearingQuery, ListedHearing } from "./contract.ts";
import * as listStore from "./list.store.server.ts";
import { mayHoldHearings } from "./rules.ts";
import * as store from "./store.server.ts";

/** The verbs and queries of hearings. */

export {
	addInvitee,
	changeHearing,
	createHearing,
	moveLastDay,
	removeDraft,
	removeInvitee,
} from "./draft.server.ts";
export { giveInput, replyToInput, sayNoRemarks } from "./input.server.ts";
export {
	inputPurpose,
	openHearing,
	openHearingLink,
	openToKeep,
	readInvolvement,
	readObject,
} from "./open.server.ts";
export { closeHearing, makeInputLink, remindOf, sendHearing, withdrawHearing } from "./send.server.ts";

/** Hearings the organisation acted for holds, and those the asker is invited to, by page. */
export async function listHearings(
	work: Work,
	query: HearingQuery,
): Promise<{ readonly rows: readonly ListedHearing[]; readonly total: number }> {
	const asker = await askerOf(work);
	const { organisationId, personId } = asker;
	if (organisationId === null) return { rows: [], total: 0 };
	const seen = { organisationId, keeps: mayHoldHearings(asker), personId };
	const rows = await listStore.listHearings(work, seen, { ...query, words: searchWords(query.search) });
	const names = await nameOrganisations(
		work,
		rows.map((row) => row.organisationId),
	);
	return {
		total: rows[0]?.total ?? 0,
		rows: rows.map(({ total, organisationId: holder, ...row }) => ({
			...row,
			holderName: names.get(holder)?.name ?? "",
		})),
	};
}

/** Whoever proves an address sees the hearings they were invited to by it, among what waits for them. */
export const bindInvitees: Bind = async (work, personId, email) => {
	for (const key of await store.tieInvitees(work, personId, email)) await store.giveAccess(work, key);
};
