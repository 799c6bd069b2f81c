import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { issueLink } from "../../../identity/link-token.server.ts";
import type { Language } from "../../../language.ts";
import type { NoticeKind } from "../../../notice/kind.ts";
import { mailTo, notify } from "../../../notice/service.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { writeOut } from "../../../registry/written.server.ts";
import { languageOf } from "../../organisation/service.server.ts";
import type { Telling } from "../plan.server.ts";
import type { Hearing, HearingRefusal, Invitee, WholeHearing } from "./contract.ts";
import { hearingLetter, type LetterKind, reasonOf } from "./letter.ts";
import { type HearingDetail, hearingAnswered, hearingInvited, hearingReminder, hearingWithdrawn } from "./notices.ts";
import { inputPurpose, objectOf, openToKeep, readWhole } from "./open.server.ts";
import { refuseClosing, refuseOpening, toRemind } from "./rules.ts";
import * as store from "./store.server.ts";

/** How long after the last day a link can be used, days: until the answers have been read. */
const linkDaysAfter = 180;

/** How many were told in the inbox, how many by mail, and how many have neither account nor address. */
export type Told = { readonly told: number; readonly mailed: number; readonly silent: number };

const kinds: Readonly<Record<LetterKind, NoticeKind<HearingDetail>>> = {
	...{ invited: hearingInvited, reminder: hearingReminder, answered: hearingAnswered, withdrawn: hearingWithdrawn },
};

/** Sends the hearing to those who have not been sent it: a draft is open from now on. */
export async function sendHearing(
	work: Work,
	hearingId: string,
	version: number,
	telling: Telling,
): Promise<Outcome<Told, HearingRefusal>> {
	const opened = await openToKeep(work, hearingId, version);
	if (opened.refused) return opened;
	const { hearing, invitees } = opened.done;
	if (hearing.state !== "draft" && hearing.state !== "open") return refused("wrong-state");
	const documents = await store.countDocuments(work, hearing);
	const refusals = refuseOpening(hearing, { invitees: invitees.length, documents, today: work.today });
	if (refusals.length > 0) return refusedAll(refusals);
	const opening = hearing.state === "draft" ? { opened_on: work.today } : {};
	const change = { ...opening, state: "open" as const, language: telling.language };
	if (!(await store.updateHearing(work, hearing, change))) return refused("changed-by-another");
	if (hearing.state === "draft") await takeText(work, hearing);
	const asked = invitees.filter(({ invitedAt }) => invitedAt === null);
	for (const { id } of asked) await store.updateInvitee(work, hearing, id, { invited_at: work.now });
	await store.giveAccess(work, hearing);
	await record(work, {
		...{ verb: "hearing.send", objectKind: "hearing", objectId: hearingId, detail: { invited: asked.length } },
	});
	return done(await tell(work, opened.done, asked, "invited", telling));
}

/** What is answered is what was asked about: the text of the object as it is now goes with the hearing. */
async function takeText(work: Work, hearing: Hearing): Promise<void> {
	const text = await writeOut(work, objectOf(hearing));
	if (text) await store.insertText(work, hearing, text);
}

async function tell(
	work: Work,
	whole: WholeHearing,
	invitees: readonly Invitee[],
	kind: LetterKind,
	{ mails }: Pick<Telling, "mails">,
): Promise<Told> {
	const { hearing, holderName } = whole;
	const detail = { title: hearing.title, holder: holderName, lastDay: hearing.lastDay };
	const people = invitees.flatMap(({ personId }) => personId ?? []);
	if (people.length > 0)
		await notify(work, { kind: kinds[kind], personIds: people, detail, link: `/hearings/${hearing.id}` });
	let [mailed, silent] = [0, 0];
	for (const invitee of invitees) {
		if (invitee.personId !== null) continue;
		if (invitee.email === null || !mails) silent++;
		else {
			const language = await languageFor(work, whole, invitee);
			const path = await linkFor(work, whole, invitee, language);
			await mailTo(work, {
				...{ recipient: invitee.email, language },
				...hearingLetter(language, kind, {
					...{ ...detail, question: hearing.question, path },
					because: kind === "withdrawn" ? (hearing.withdrawnBecause ?? "") : hearing.conclusion,
				}),
			});
			mailed++;
		}
	}
	return { told: people.length, mailed, silent };
}

/** The language of the organisation somebody asked speaks for, else of the one that asks. */
function languageFor(work: Work, { hearing }: WholeHearing, { partyId }: Invitee): Promise<Language> {
	return languageOf(work, partyId ?? hearing.organisationId);
}

async function linkFor(
	work: Work,
	{ hearing, holderName }: WholeHearing,
	invitee: Invitee,
	language: Language,
): Promise<string> {
	const ahead = Math.max(0, Math.ceil((Date.parse(hearing.lastDay) - work.now.getTime()) / 86_400_000));
	const { path } = await issueLink(work, {
		...{ purpose: inputPurpose, objectKind: "hearing-invitee", objectId: invitee.id, days: ahead + linkDaysAfter },
		reason: (reader) => reasonOf(reader, { title: hearing.title, holder: holderName, lastDay: hearing.lastDay }),
		...{ language, recipientName: invitee.name, recipientEmail: invitee.email },
	});
	return path;
}

/** Makes a link for somebody asked, for the one who keeps the hearing to hand over. Given here only. */
export async function makeInputLink(
	work: Work,
	hearingId: string,
	inviteeId: string,
): Promise<Outcome<{ path: string; name: string }, HearingRefusal>> {
	const opened = await openToKeep(work, hearingId);
	if (opened.refused) return opened;
	const invitee = opened.done.invitees.find(({ id }) => id === inviteeId);
	if (!invitee || invitee.invitedAt === null) return refused("invitee-unknown");
	const language = await languageFor(work, opened.done, invitee);
	return done({ path: await linkFor(work, opened.done, invitee, language), name: invitee.name });
}

/** Closes a hearing: every input has an answer, and everybody asked is told where to read it. */
export async function closeHearing(
	work: Work,
	hearingId: string,
	{ version, conclusion }: { readonly version: number; readonly conclusion: string },
	telling: Telling,
): Promise<Outcome<Told, HearingRefusal>> {
	const opened = await openToKeep(work, hearingId, version);
	if (opened.refused) return opened;
	const { hearing, invitees } = opened.done;
	const refusals = refuseClosing(opened.done, work.today);
	if (refusals.length > 0) return refusedAll(refusals);
	const change = { state: "answered" as const, settled_on: work.today, conclusion };
	if (!(await store.updateHearing(work, hearing, change))) return refused("changed-by-another");
	await store.giveAccess(work, hearing);
	await record(work, { verb: "hearing.close", objectKind: "hearing", objectId: hearingId });
	const asked = invitees.filter(({ invitedAt }) => invitedAt !== null);
	return done(await tell(work, { ...opened.done, hearing: { ...hearing, conclusion } }, asked, "answered", telling));
}

/** Withdraws a hearing that has been sent; whoever was asked is told why. What was said stays. */
export async function withdrawHearing(
	work: Work,
	hearingId: string,
	{ version, because }: { readonly version: number; readonly because: string },
	telling: Telling,
): Promise<Outcome<Told, HearingRefusal>> {
	const opened = await openToKeep(work, hearingId, version);
	if (opened.refused) return opened;
	const { hearing, invitees } = opened.done;
	if (hearing.state !== "open") return refused("wrong-state");
	const change = { state: "withdrawn" as const, settled_on: work.today, withdrawn_because: because };
	if (!(await store.updateHearing(work, hearing, change))) return refused("changed-by-another");
	await record(work, { verb: "hearing.withdraw", objectKind: "hearing", objectId: hearingId });
	const asked = invitees.filter(({ invitedAt }) => invitedAt !== null);
	const withdrawn = { ...opened.done, hearing: { ...hearing, withdrawnBecause: because } };
	return done(await tell(work, withdrawn, asked, "withdrawn", telling));
}

/** Reminds those who have said nothing as the last day comes near, once. Runs as the program for the holder. */
export async function remindOf(work: Work, hearingId: string, mails: boolean): Promise<Told> {
	const whole = await readWhole(work, hearingId);
	if (!whole) return { told: 0, mailed: 0, silent: 0 };
	const { hearing, invitees, inputs } = whole;
	const due = toRemind(hearing, invitees, inputs, work.today);
	for (const { id } of due) await store.updateInvitee(work, hearing, id, { reminded_at: work.now });
	return tell(work, whole, due, "reminder", { mails });
}
