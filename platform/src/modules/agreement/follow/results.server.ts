import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { issueLink } from "../../../identity/link-token.server.ts";
import { linkTo } from "../../../notice/letter.ts";
import { mailTo } from "../../../notice/service.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { languageOf } from "../../organisation/service.server.ts";
import type { AgreementRefusal, Party } from "../contract.ts";
import { accessIn, nameOfActor, type Opened, openAgreement, readWhole } from "../open.server.ts";
import { findAgreementOf } from "../party.store.server.ts";
import type { Result, ResultAnswer } from "./contract.ts";
import { resultsText } from "./results.text.ts";
import { resultYears } from "./rules.ts";
import * as store from "./store.server.ts";

/** A link by which a party says what the agreement has led to, without an account. It can be changed while it works. */
export const resultPurpose = "agreement-result";
const linkDays = 60;

export type ResultRefusal = AgreementRefusal | "wrong-year";

/** What the parties say, and which years can be answered for now, newest first; undefined where it is not the asker's. */
export async function readResults(
	work: Work,
	agreementId: string,
): Promise<
	{ readonly opened: Opened; readonly results: readonly Result[]; readonly years: readonly number[] } | undefined
> {
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused || !opened.done.can.follow) return undefined;
	const { agreement } = opened.done;
	return {
		opened: opened.done,
		results: await store.listResults(work, agreement),
		years: resultYears(agreement, work.today),
	};
}

/** Says for the organisation acted for what the agreement has led to in a year; said again, it is changed. */
export async function answerResult(
	work: Work,
	agreementId: string,
	year: number,
	answer: ResultAnswer,
): Promise<Outcome<undefined, ResultRefusal>> {
	const opened = await openAgreement(work, agreementId, null);
	if (opened.refused) return opened;
	if (!opened.done.can.follow) return refused("not-allowed");
	return write(work, opened.done, opened.done.organisationId, year, answer, nameOfActor(work));
}

async function write(
	work: Work,
	{ agreement, parties }: Pick<Opened, "agreement" | "parties">,
	partyId: string,
	year: number,
	answer: ResultAnswer,
	answeredBy: string | null,
): Promise<Outcome<undefined, ResultRefusal>> {
	if (agreement.state !== "signed") return refused("wrong-state");
	if (!parties.some(({ organisationId }) => organisationId === partyId)) return refused("party-unknown");
	if (!resultYears(agreement, work.today).includes(year)) return refused("wrong-year", { field: "year" });
	const { readers } = accessIn(agreement.state, { agreement, parties });
	await store.writeResult(work, agreement, { year, partyId, answeredBy, answer }, readers);
	await record(work, {
		...{ verb: "agreement.answer-result", objectKind: "agreement", objectId: agreement.id },
		detail: { partyId, year },
	});
	return done(undefined);
}

/** The agreement, the party and what it has said, for who holds a link. */
export async function openResultLink(work: Work): Promise<
	Outcome<
		{
			readonly whole: Pick<Opened, "agreement" | "parties">;
			readonly party: Party;
			readonly own: readonly Result[];
			readonly years: readonly number[];
		},
		ResultRefusal
	>
> {
	const { actor } = work;
	if (actor.kind !== "link" || actor.purpose !== resultPurpose) return refused("missing");
	const agreementId = await findAgreementOf(work, actor.objectId);
	const whole = agreementId === undefined ? undefined : await readWhole(work, agreementId);
	const party = whole?.parties.find(({ id }) => id === actor.objectId);
	if (!whole || !party) return refused("missing");
	const own = (await store.listResults(work, whole.agreement)).filter(
		({ partyId }) => partyId === party.organisationId,
	);
	return done({ whole, party, own, years: resultYears(whole.agreement, work.today) });
}

/** Says what the agreement has led to, for the party a link is for. */
export async function answerResultByLink(
	work: Work,
	year: number,
	answer: ResultAnswer,
	byName: string | null,
): Promise<Outcome<undefined, ResultRefusal>> {
	const opened = await openResultLink(work);
	if (opened.refused) return opened;
	const { whole, party } = opened.done;
	return write(work, whole, party.organisationId, year, answer, byName);
}

/**
 * Makes a link by which another party answers; mailed to who coordinates the agreement there, where that is known and
 * mail is sent. The link itself is given here only.
 */
export async function makeResultLink(
	work: Work,
	agreementId: string,
	partyId: string,
	{ mails }: { readonly mails: boolean },
): Promise<Outcome<{ path: string; party: Party; mailedTo: string | null }, ResultRefusal>> {
	const found = await readResults(work, agreementId);
	if (!found) return refused("missing");
	const { opened, years } = found;
	const { agreement, parties, organisationId } = opened;
	const [year] = years;
	if (agreement.state !== "signed" || year === undefined) return refused("wrong-state");
	const party = parties.find((one) => one.organisationId === partyId);
	if (!party || party.organisationId === organisationId) return refused("party-unknown");
	const by = parties.find((one) => one.organisationId === organisationId)?.name ?? agreement.keeperName;
	const language = await languageOf(work, party.organisationId);
	const text = resultsText[language];
	const reason = text.reason(by, agreement.title, String(year));
	const email = party.coordinatorEmail;
	const { path } = await issueLink(work, {
		...{ purpose: resultPurpose, objectKind: "agreement-party", objectId: party.id, days: linkDays },
		...{ reason: (reader) => resultsText[reader].reason(by, agreement.title, String(year)), language },
		...{ recipientName: party.coordinatorName ?? party.name, recipientEmail: email },
	});
	const mailedTo = mails ? email : null;
	if (mailedTo !== null)
		await mailTo(work, {
			...{ recipient: mailedTo, language, subject: reason },
			body: [reason, linkTo(path, text.openLink)].join("\n\n"),
		});
	return done({ path, party, mailedTo });
}
