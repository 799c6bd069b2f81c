import type { Work } from "../../database/work.server.ts";
import { searchWords } from "../../geography/search.ts";
import { isId, type Page } from "../organisation/contract.ts";
import { nameOrganisations } from "../organisation/service.server.ts";
import type { AgreementQuery, ListedAgreement, Standing } from "./contract.ts";
import { keptBy } from "./open.server.ts";
import { sideOf, standingOf } from "./rules.ts";
import * as store from "./store.server.ts";

export {
	answerPurpose,
	approveByLink,
	commentByLink,
	declineByLink,
	makeAnswerLink,
	makeReadingLink,
	openAnswerLink,
} from "./answer.server.ts";
export { approve, decline } from "./approval.server.ts";
export { addComment, settleComment } from "./comment.server.ts";
export { addParty, changeFacts, createAgreement, emptyTheme, removeParty } from "./draft.server.ts";
export { addFile, listFiles, readFile } from "./file.server.ts";
export { agreementsBetween, agreementsNear } from "./gate.server.ts";
export type { AgreedPair, PlacementPair } from "./gate.store.server.ts";
export { copyAgreement, endAgreement, nameFormerParties, removeDraft } from "./life.server.ts";
export { mailParties, reasonOf } from "./mail.server.ts";
export {
	compareVersions,
	fingerprintOf,
	listVersions,
	openForSigning,
	putForward,
	readContent,
	reopen,
	withdraw,
} from "./negotiate.server.ts";
export { type Opened, openAgreement } from "./open.server.ts";
export { makeSigningLink, openSigningLink, sign, signByLink, signPurpose } from "./sign.server.ts";
export { fillThemes } from "./template/fill.server.ts";
export {
	addCommitment,
	addTheme,
	changeCommitment,
	changeParty,
	changeTheme,
	removeCommitment,
	removeTheme,
	setContact,
	setProvision,
} from "./text.server.ts";

/** Agreements the organisation acted for keeps or is a party to, by page; none for those who keep no agreements there. */
export async function listAgreements(work: Work, query: AgreementQuery): Promise<Page<ListedAgreement>> {
	const organisationId = await keptBy(work);
	if (organisationId === undefined) return { rows: [], total: 0 };
	const words = searchWords(query.search);
	const rows = await store.listAgreements(work, organisationId, { ...query, words });
	const names = await nameOrganisations(
		work,
		rows.flatMap(({ partyIds }) => partyIds),
	);
	return {
		total: rows[0]?.total ?? 0,
		rows: rows.map(({ partyIds, total, ...row }) => ({
			...row,
			parties: partyIds
				.filter((id) => id !== organisationId)
				.map((id) => ({ id, name: names.get(id)?.name ?? "", side: sideOf(names.get(id)?.kind ?? "") })),
		})),
	};
}

/** How many agreements stand in each way today. */
export async function countStandings(work: Work): Promise<ReadonlyMap<Standing, number>> {
	const organisationId = await keptBy(work);
	if (organisationId === undefined) return new Map();
	return new Map((await store.countStandings(work, organisationId)).map(({ standing, count }) => [standing, count]));
}

/** What an agreement is called, where the asker may read it. */
export async function titleOfAgreement(work: Work, agreementId: string): Promise<string | null> {
	return (await store.findAgreement(work, agreementId))?.title ?? null;
}

/** Whether an agreement the asker may read no longer holds: it has run out, or was ended or withdrawn. */
export async function isAgreementOver(work: Work, agreementId: string): Promise<boolean> {
	const agreement = await store.findAgreement(work, agreementId);
	return agreement !== undefined && ["run-out", "ended", "withdrawn"].includes(standingOf(agreement, work.today));
}

/** Who keeps an agreement the asker may read; undefined where there is none such. */
export async function keeperOfAgreement(work: Work, agreementId: string): Promise<string | undefined> {
	return isId(agreementId) ? (await store.findAgreement(work, agreementId))?.organisationId : undefined;
}
