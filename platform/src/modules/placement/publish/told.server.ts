import { z } from "zod";
import type { Work } from "../../../database/work.server.ts";
import { system } from "../../../identity/actor.ts";
import { issueLink } from "../../../identity/link-token.server.ts";
import { enqueue } from "../../../job/store.server.ts";
import type { Task } from "../../../job/task.server.ts";
import { inEachLanguage } from "../../../language.ts";
import { defineNotice } from "../../../notice/kind.ts";
import { mailEach, mailTo, notify, notifyEach } from "../../../notice/service.server.ts";
import { done } from "../../../outcome.ts";
import { nameOrganisations } from "../../organisation/service.server.ts";
import { recordEffort } from "../effort.server.ts";
import { listCoordinators } from "../request/store.server.ts";
import type { Round } from "../round/contract.ts";
import type { Placement } from "./contract.ts";
import { linkDays } from "./link-days.ts";
import { placementPublished, placementWithdrawn } from "./notices.ts";
import type { Telling as ByMail } from "./tell.server.ts";
import { publishText } from "./text.ts";
import { findConcerned, listHostCoordinators, listSitesLeft } from "./told.store.server.ts";
import { toldText } from "./told.text.ts";

/** Tells a host's coordinators that students come, or no longer do. */
export const placementsAtHost = defineNotice({
	kind: "placement.at-host",
	detail: z.object({ from: z.string(), round: z.string(), fresh: z.int(), ended: z.int() }),
	name: inEachLanguage((language) => toldText[language].atHost.name),
	text: inEachLanguage((language) => toldText[language].atHost),
});

const about = z.object({ siteName: z.string(), courseName: z.string() });
const tellings = ["declined", "restored", "reconsider", "reconsidered", "cancelled"] as const;
type Telling = (typeof tellings)[number];
const noticeOf = (telling: Exclude<Telling, "reconsidered"> | "replan") =>
	defineNotice({
		kind: `placement.${telling}`,
		detail: about,
		name: inEachLanguage((language) => toldText[language][telling].name),
		text: inEachLanguage((language) => toldText[language][telling]),
	});
/** Tells coordinators that a site has said no to a student. */
export const placementDeclined = noticeOf("declined");
/** Tells coordinators that a site takes a student after all that it had said no to. */
export const placementRestored = noticeOf("restored");
/** Tells coordinators of a student who asks for another place; why stands on the placement's page alone. */
export const placementReconsider = noticeOf("reconsider");
/** Tells whoever runs a round that a student is to have another place; why is not theirs to know. */
export const placementReplan = noticeOf("replan");
/** Tells a student what the institution has answered. */
export const placementReconsidered = defineNotice({
	kind: "placement.reconsidered",
	detail: about.extend({ granted: z.boolean() }),
	name: inEachLanguage((language) => toldText[language].reconsidered.name),
	text: inEachLanguage((language) => toldText[language].reconsidered),
});
/** Tells the other side that a placement is cancelled. */
export const placementCancelled = noticeOf("cancelled");

/** After a publication: coordinators of each host, in their inbox, and sites that had said yes to who does not come. */
export async function tellHosts(work: Work, round: Round, publication: number, { mails }: ByMail): Promise<void> {
	const { organisationId } = round;
	const from = (await nameOrganisations(work, [organisationId])).get(organisationId)?.name ?? "";
	const coordinators = await listHostCoordinators(work, round, publication);
	await notifyEach(
		work,
		placementsAtHost,
		coordinators.map(({ personId, fresh, ended }) => ({
			personId,
			detail: { from, round: round.name, fresh, ended },
			link: `/placement/placements?${new URLSearchParams({ round: round.id })}`,
		})),
	);
	const sites = mails ? await listSitesLeft(work, round) : [];
	await mailEach(
		work,
		sites.map(({ name, email, ended, language }) => {
			const { subject, body } = toldText[language].siteEnded;
			return { language, recipient: email, subject: subject(name), body: body(name, ended) };
		}),
	);
	const times = coordinators.length + sites.length;
	await recordEffort(work, { kind: "message", what: "placement-host-told", times, roundId: round.id, organisationId });
}

const payload = z.object({
	placementId: z.string(),
	telling: z.enum(tellings),
	by: z.enum(["host", "institution", "owner", "student"]),
});

/**
 * Asks for those concerned to be told of what was done to one placement. The program tells them: whoever did it does not
 * see how the others are reached.
 */
export async function askToTell(
	work: Work,
	{ id }: Placement,
	telling: Telling,
	by: z.infer<typeof payload>["by"],
): Promise<void> {
	await enqueue(work, tellPlacementTask.name, { placementId: id, telling, by });
}

/** Tells those concerned, in their inbox or by mail. */
export const tellPlacementTask: Task = {
	name: "placement.tell",
	async run({ database }, given) {
		const { placementId, telling, by } = payload.parse(given);
		const read = await database.reading(system("placement telling"), (work) => findConcerned(work, placementId));
		if (!read) return;
		// A link to the student is from whoever runs the round, whose run says why the place became this one.
		const from = telling === "reconsidered" || telling === "restored" ? read.roundOwnerId : read.organisationId;
		await database.commanding(system("placement telling", from), async (work) => {
			const { siteName, courseName } = read;
			const detail = { siteName, courseName };
			const link = `/placement/placements/${placementId}`;
			const coordinators = async (organisationIds: readonly string[]) =>
				(await Promise.all(organisationIds.map((one) => listCoordinators(work, one)))).flat();
			const keepers = [...new Set([read.organisationId, read.roundOwnerId])];
			if (telling === "reconsider") {
				// The reason is for the institution alone, and so is that it was asked.
				const personIds = await coordinators([read.organisationId]);
				await notify(work, { kind: placementReconsider, personIds, detail, link });
				return done(undefined);
			}
			if (telling === "reconsidered") {
				await tellReconsidered(work, placementId, read);
				if (read.reconsidered === "granted" && read.roundOwnerId !== read.organisationId)
					await notify(work, {
						...{ kind: placementReplan, personIds: await coordinators([read.roundOwnerId]), detail, link },
					});
				return done(undefined);
			}
			if (telling === "restored") {
				await notify(work, { kind: placementRestored, personIds: await coordinators(keepers), detail, link });
				await tellRestored(work, placementId, read);
				return done(undefined);
			}
			const others =
				by === "host" ? keepers : keepers.length > 1 && by === "owner" ? [...keepers, read.hostId] : [read.hostId];
			const kind = telling === "declined" ? placementDeclined : placementCancelled;
			await notify(work, { kind, personIds: await coordinators(others), detail, link });
			await tellStudent(work, read);
			if (by !== "host" && read.siteEmail !== null) {
				const language = read.siteLanguage;
				const { subject, body } = toldText[language].siteEnded;
				await mailTo(work, {
					language,
					recipient: read.siteEmail,
					subject: subject(siteName),
					body: body(siteName, 1),
				});
			}
			return done(undefined);
		});
	},
};

type Concerned = NonNullable<Awaited<ReturnType<typeof findConcerned>>>;

/** What the institution has answered: that it has, and where to read why. */
async function tellReconsidered(work: Work, placementId: string, of: Concerned): Promise<void> {
	const { personId, siteName, courseName, studentName, studentEmail, studentLanguage: language, reconsidered } = of;
	const granted = reconsidered === "granted";
	if (personId !== null) {
		const detail = { siteName, courseName, granted };
		const link = `/placement/placements/${placementId}`;
		await notify(work, { kind: placementReconsidered, personIds: [personId], detail, link });
		return;
	}
	if (studentEmail === null) return;
	const { reason, subject, body } = toldText[language].reconsideredMail;
	const { path } = await issueLink(work, {
		...{ purpose: "placement-answer", objectKind: "placement", objectId: placementId, days: linkDays },
		...{ reason: reason(courseName), language, recipientName: studentName, recipientEmail: studentEmail },
	});
	const mail = {
		language,
		recipient: studentEmail,
		subject: subject(courseName),
		body: body(studentName, siteName, path),
	};
	await mailTo(work, mail);
}

/** The place is theirs again: the same as when it was published. */
async function tellRestored(work: Work, placementId: string, of: Concerned): Promise<void> {
	const { personId, siteName, courseName, studentName, studentEmail, studentLanguage: language } = of;
	if (personId !== null) {
		const detail = { siteName, courseName };
		await notify(work, { kind: placementPublished, personIds: [personId], detail, link: "/placement/own" });
		return;
	}
	if (studentEmail === null) return;
	const { reason, subject, body } = publishText[language].mail.student;
	const { path } = await issueLink(work, {
		...{ purpose: "placement-answer", objectKind: "placement", objectId: placementId, days: linkDays },
		...{ reason: reason(courseName), language, recipientName: studentName, recipientEmail: studentEmail },
	});
	const mail = {
		language,
		recipient: studentEmail,
		subject: subject(courseName),
		body: body(studentName, siteName, path),
	};
	await mailTo(work, mail);
}

async function tellStudent(work: Work, of: Concerned): Promise<void> {
	const { personId, siteName, courseName, studentName, studentEmail, studentLanguage: language, out } = of;
	if (personId !== null) {
		const detail = { siteName, courseName, ...(out ? { out } : {}) };
		await notify(work, { kind: placementWithdrawn, personIds: [personId], detail, link: "/placement/own" });
		return;
	}
	if (studentEmail === null) return;
	const { subject, body } = publishText[language].mail.withdrawn;
	await mailTo(work, {
		language,
		recipient: studentEmail,
		subject: subject(courseName),
		body: body(studentName, siteName, out),
	});
}
