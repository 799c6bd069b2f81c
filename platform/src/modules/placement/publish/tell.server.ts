import { piece } from "../../../database/in-pieces.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { issueLinks } from "../../../identity/link-token.server.ts";
import { mailEach, notifyEach, remindEach } from "../../../notice/service.server.ts";
import { piecesOf } from "../../../pieces.ts";
import { nameOrganisations } from "../../organisation/service.server.ts";
import { recordEffort } from "../effort.server.ts";
import type { Kept, Round } from "../round/contract.ts";
import * as store from "./asked.store.server.ts";
import { linkDays } from "./link-days.ts";
import { placementPublished, placementUnanswered, placementWithdrawn } from "./notices.ts";
import { publishText } from "./text.ts";

/** Days before the last day to answer that those who have not are reminded. */
export const reminderDays = 3;
/** Whoever has been written to within so many days is not reminded. */
const quietDays = 2;
const day = 24 * 60 * 60 * 1000;

/** Whether this installation sends e-mail: where it does not, nothing is written and nothing counts as sent. */
export type Telling = { readonly mails: boolean };

/** Students with an account find it in their inbox; those with an address get a link of their own. */
export async function tellStudents(work: Work, round: Round, publication: number, { mails }: Telling): Promise<void> {
	const dueAt = round.confirmBy === null ? null : reminderMoment(round.confirmBy);
	const asker = await askerOf(work, round);
	let told = 0;
	await store.eachStudentToTell(work, round, { publication }, async (students) => {
		const known = students.flatMap(({ placementId, personId, siteName, courseName }) =>
			personId === null ? [] : [{ placementId, personId, detail: { siteName, courseName }, link: "/placement/own" }],
		);
		await notifyEach(work, placementPublished, known);
		if (dueAt !== null && dueAt > work.now)
			await remindEach(
				work,
				placementUnanswered,
				{ dueAt, objectKind: "placement" },
				known.map(({ placementId, personId, detail }) => ({
					...{ personId, detail, objectId: placementId, link: `/placement/placements/${placementId}` },
				})),
			);
		told += known.length + (mails ? await mailStudents(work, asker, students, "student") : 0);
	});
	await spend(work, round, "placement-told", told);
}

/** The morning, Norwegian winter time, some days before the last day to answer. */
function reminderMoment(confirmBy: string): Date {
	return new Date(Date.parse(`${confirmBy}T07:00:00Z`) - reminderDays * day);
}

async function mailStudents(
	work: Work,
	asker: Awaited<ReturnType<typeof askerOf>>,
	students: readonly store.StudentToTell[],
	why: "student" | "studentAgain",
): Promise<number> {
	const strangers = students.flatMap(({ personId, email, ...student }) =>
		personId !== null || email === null ? [] : [{ ...student, email }],
	);
	const links = await issueLinks(
		work,
		strangers.map(({ placementId, name, email, courseName, language }) => ({
			...{ purpose: "placement-answer", objectKind: "placement", objectId: placementId, days: linkDays, asker },
			...{ reason: (said) => publishText[said].mail[why].reason(courseName), language },
			...{ recipientName: name, recipientEmail: email },
		})),
	);
	await mailEach(
		work,
		strangers.map(({ name, email, siteName, courseName, language }, at) => {
			const text = publishText[language].mail[why];
			const body = text.body(name, siteName, links[at]?.path ?? "");
			return { language, recipient: email, subject: text.subject(courseName), body };
		}),
	);
	return strangers.length;
}

/** Those who had a place and have none now are told, so that nobody turns up in vain. */
export async function tellWithoutPlace(
	work: Work,
	round: Round,
	claimIds: readonly string[],
	telling: Telling,
): Promise<void> {
	let told = 0;
	for (const claims of piecesOf(claimIds, piece)) {
		const lost = (await store.listWithoutPlace(work, round, claims)).map(
			({ personId, name, email, siteName, courseName, language }) => ({
				...{ personId, name, email, language },
				detail: { siteName, courseName },
			}),
		);
		const known = lost.flatMap(({ personId, detail }) =>
			personId === null ? [] : [{ personId, detail, link: "/placement/own" }],
		);
		const mails = lost.flatMap(({ personId, name, email, language, detail: { siteName, courseName } }) => {
			if (personId !== null || email === null || !telling.mails) return [];
			const text = publishText[language].mail.withdrawn;
			return [{ language, recipient: email, subject: text.subject(courseName), body: text.body(name, siteName) }];
		});
		await notifyEach(work, placementWithdrawn, known);
		await mailEach(work, mails);
		told += known.length + mails.length;
	}
	await spend(work, round, "placement-withdrawn", told);
}

/**
 * Asks sites to confirm the placements they have not answered, by a link to whoever answers there. Links sent before go on
 * working: each shows what waits now. Returns how many were asked, and how many could not be: without an address, or all
 * where no e-mail is sent.
 */
export async function askSites(
	work: Work,
	round: Round,
	which: store.SitesToAsk,
	{ mails }: Telling,
): Promise<{ asked: number; withoutAddress: number }> {
	const asker = await askerOf(work, round);
	const sites = await store.listSitesToAsk(work, round, which);
	const reachable = sites.flatMap(({ contactEmail, ...site }) =>
		contactEmail === null || !mails ? [] : [{ ...site, contactEmail }],
	);
	for (const some of piecesOf(reachable, piece)) {
		const links = await issueLinks(
			work,
			some.map(({ siteId, contactName, contactEmail, language }) => ({
				...{ purpose: "placement-confirm", objectKind: "site", objectId: siteId, days: linkDays, asker },
				...{ reason: (said) => publishText[said].mail.site.reason(round.name), language },
				...{ recipientName: contactName, recipientEmail: contactEmail },
			})),
		);
		await mailEach(
			work,
			some.map(({ contactEmail, name, placements, language }, at) => {
				const text = publishText[language].mail.site;
				const body = text.body(name, placements, links[at]?.path ?? "");
				return { language, recipient: contactEmail, subject: text.subject(name, placements), body };
			}),
		);
	}
	await spend(work, round, "placement-site-asked", reachable.length);
	return { asked: reachable.length, withoutAddress: sites.length - reachable.length };
}

/** Reminds sites and students of one round by mail; not those who were written to in the last days. */
export async function remindOfRound(
	work: Work,
	round: Round,
	telling: Telling,
): Promise<{ sites: number; students: number }> {
	if (!telling.mails) return { sites: 0, students: 0 };
	const quietSince = new Date(work.now.getTime() - quietDays * day);
	const { asked } = await askSites(work, round, { quietSince }, telling);
	const asker = await askerOf(work, round);
	let students = 0;
	await store.eachStudentToTell(work, round, { quietSince }, async (some) => {
		students += await mailStudents(work, asker, some, "studentAgain");
	});
	await spend(work, round, "placement-student-reminded", students);
	return { sites: asked, students };
}

async function spend(work: Work, round: Kept, what: string, times: number): Promise<void> {
	await recordEffort(work, { kind: "message", what, times, roundId: round.id, organisationId: round.organisationId });
}

async function askerOf(work: Work, round: Round) {
	const name = (await nameOrganisations(work, [round.organisationId])).get(round.organisationId)?.name ?? "";
	return { personId: null, name, organisation: name };
}
