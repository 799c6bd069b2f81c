import type { Work } from "../../../database/work.server.ts";
import { issueLink, revokeLinksTo } from "../../../identity/link-token.server.ts";
import { mailTo, notify, remind } from "../../../notice/service.server.ts";
import { nameOrganisations } from "../../organisation/service.server.ts";
import { recordEffort } from "../effort.server.ts";
import type { Kept, Round } from "../round/contract.ts";
import { linkDays } from "./link.server.ts";
import { placementPublished, placementUnanswered, placementWithdrawn } from "./notices.ts";
import * as store from "./store.server.ts";
import { publishText } from "./text.ts";

/** Days before the last day to answer that those who have not are reminded. */
export const reminderDays = 3;
/** Whoever has been written to within so many days is not reminded. */
const quietDays = 2;
const day = 24 * 60 * 60 * 1000;

/** Students with an account find it in their inbox; those with an address get a link of their own. */
export async function tellStudents(work: Work, round: Round, publication: number): Promise<void> {
	const students = await store.listStudentsToTell(work, round, { publication });
	const dueAt = round.confirmBy === null ? null : reminderMoment(round.confirmBy);
	for (const student of students) {
		const { placementId, personId, siteName, courseName } = student;
		if (personId === null) continue;
		const about = { personIds: [personId], detail: { siteName, courseName }, link: "/placement/own" };
		await notify(work, { ...about, kind: placementPublished });
		if (dueAt !== null && dueAt > work.now)
			await remind(work, {
				...{ ...about, kind: placementUnanswered, link: `/placement/placements/${placementId}` },
				...{ dueAt, objectKind: "placement", objectId: placementId },
			});
	}
	const mailed = await mailStudents(work, round, students, "student");
	const noticed = students.filter(({ personId }) => personId !== null).length;
	await spend(work, round, "placement-told", mailed + noticed);
}

/** The morning, Norwegian winter time, some days before the last day to answer. */
function reminderMoment(confirmBy: string): Date {
	return new Date(Date.parse(`${confirmBy}T07:00:00Z`) - reminderDays * day);
}

async function mailStudents(
	work: Work,
	round: Round,
	students: Awaited<ReturnType<typeof store.listStudentsToTell>>,
	why: "student" | "studentAgain",
): Promise<number> {
	const asker = await askerOf(work, round);
	const text = publishText.nb.mail[why];
	let mailed = 0;
	for (const { placementId, personId, name, email, siteName, courseName } of students) {
		if (personId !== null || email === null) continue;
		const { path } = await issueLink(work, {
			...{ purpose: "placement-answer", objectKind: "placement", objectId: placementId, days: linkDays, asker },
			...{ reason: text.reason(courseName), recipientName: name, recipientEmail: email },
		});
		await mailTo(work, {
			...{ recipient: email, subject: text.subject(courseName), body: text.body(name, siteName, path) },
		});
		mailed++;
	}
	return mailed;
}

/** Those who had a place and have none now are told, so that nobody turns up in vain. */
export async function tellWithoutPlace(work: Work, round: Round, claimIds: readonly string[]): Promise<void> {
	const text = publishText.nb.mail.withdrawn;
	let told = 0;
	for (const { personId, name, email, siteName, courseName } of await store.listWithoutPlace(work, round, claimIds)) {
		const detail = { siteName, courseName };
		if (personId !== null)
			await notify(work, { kind: placementWithdrawn, personIds: [personId], detail, link: "/placement/own" });
		else if (email !== null)
			await mailTo(work, { recipient: email, subject: text.subject(courseName), body: text.body(name, siteName) });
		else continue;
		told++;
	}
	await spend(work, round, "placement-withdrawn", told);
}

/**
 * Asks sites to confirm the placements they have not answered, by a link to whoever answers there. Links the same
 * organisation sent before no longer work. Returns how many were asked, and how many have no address.
 */
export async function askSites(
	work: Work,
	round: Round,
	quietSince: Date | null = null,
): Promise<{ asked: number; withoutAddress: number }> {
	const asker = await askerOf(work, round);
	let [asked, withoutAddress] = [0, 0];
	for (const site of await store.listSitesToAsk(work, round, quietSince)) {
		if (site.contactEmail === null) {
			withoutAddress++;
			continue;
		}
		const text = publishText.nb.mail.site;
		await revokeLinksTo(work, { kind: "site", id: site.siteId }, "placement-confirm");
		const { path } = await issueLink(work, {
			...{ purpose: "placement-confirm", objectKind: "site", objectId: site.siteId, days: linkDays, asker },
			...{ reason: text.reason(round.name), recipientName: site.contactName, recipientEmail: site.contactEmail },
		});
		await mailTo(work, {
			recipient: site.contactEmail,
			subject: text.subject(site.name, site.placements),
			body: text.body(site.name, site.placements, path),
		});
		asked++;
	}
	await spend(work, round, "placement-site-asked", asked);
	return { asked, withoutAddress };
}

/** Reminds sites and students of one round by mail; not those who were written to in the last days. */
export async function remindOfRound(work: Work, round: Round): Promise<{ sites: number; students: number }> {
	const quietSince = new Date(work.now.getTime() - quietDays * day);
	const { asked } = await askSites(work, round, quietSince);
	const students = await mailStudents(
		work,
		round,
		await store.listStudentsToTell(work, round, { quietSince }),
		"studentAgain",
	);
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
