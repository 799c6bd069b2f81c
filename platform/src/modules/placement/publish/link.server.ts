import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { type IssuedLink, issueLink, issueLinks } from "../../../identity/link-token.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { recordEffort } from "../effort.server.ts";
import type { RoundRefusal } from "../round/contract.ts";
import { roundToRun } from "../round/service.server.ts";
import { listSitesToAsk } from "./asked.store.server.ts";
import type { PublishRefusal } from "./contract.ts";
import { linkDays } from "./link-days.ts";
import { listStudentsUnreached, readWrittenIn, type StudentUnreached } from "./lists.store.server.ts";
import { readPlacement } from "./service.server.ts";
import type { Telling } from "./tell.server.ts";
import { publishText } from "./text.ts";

/**
 * A link to hand over oneself, where there is no address, or the mail was lost: to the site for all its placements in
 * rounds of the one who asks, or to the student for this one. Links sent before go on working.
 */
export async function makePlacementLink(
	work: Work,
	placementId: string,
	to: "site" | "student",
): Promise<Outcome<{ path: string }, PublishRefusal>> {
	const page = await readPlacement(work, placementId);
	if (!page) return refused("missing");
	if (!page.can.link[to]) return refused("not-allowed");
	const { placement } = page;
	const written = await readWrittenIn(work, placement.id);
	const language = written[to];
	const mail = publishText[language].mail[to];
	const { path } = await issueLink(work, {
		...(to === "site"
			? { purpose: "placement-confirm", objectKind: "site", objectId: placement.siteId }
			: { purpose: "placement-answer", objectKind: "placement", objectId: placement.id }),
		...{ reason: mail.reason(to === "site" ? (placement.roundName ?? "") : placement.courseName), language },
		days: linkDays,
		recipientName: to === "site" ? placement.siteName : placement.studentName,
	});
	await recordEffort(work, { kind: "message", what: `placement-link-${to}`, roundId: placement.roundId });
	return done({ path });
}

type Made = Pick<IssuedLink, "path" | "expiresAt">;
export type RoundLinks = {
	readonly sites: readonly ({
		readonly name: string;
		readonly contactName: string | null;
		readonly contactEmail: string | null;
		/** How many it is to answer for. */
		readonly placements: number;
	} & Made)[];
	readonly students: readonly (Omit<StudentUnreached, "placementId"> & Made)[];
};

/**
 * Links to all sites and own students of a round who have not answered and cannot be written to, to be handed over by other
 * ways than e-mail. Links sent before go on working.
 */
export async function makeRoundLinks(
	work: Work,
	roundId: string,
	{ mails }: Telling,
): Promise<Outcome<RoundLinks, RoundRefusal>> {
	const found = await roundToRun(work, roundId, null);
	if (found.refused) return found;
	const round = found.done;
	const silent = (await listSitesToAsk(work, round, {})).filter(({ contactEmail }) => contactEmail === null || !mails);
	const strangers = await listStudentsUnreached(work, round, { mails });
	const toSites = await issueLinks(
		work,
		silent.map(({ siteId, contactName, contactEmail, language }) => ({
			...{ purpose: "placement-confirm", objectKind: "site", objectId: siteId, days: linkDays },
			...{ reason: (said) => publishText[said].mail.site.reason(round.name), language },
			...{ recipientName: contactName, recipientEmail: contactEmail },
		})),
	);
	const toStudents = await issueLinks(
		work,
		strangers.map(({ placementId, name, email, courseName, language }) => ({
			...{ purpose: "placement-answer", objectKind: "placement", objectId: placementId, days: linkDays },
			...{ reason: (said) => publishText[said].mail.student.reason(courseName), language },
			...{ recipientName: name, recipientEmail: email },
		})),
	);
	const links = toSites.length + toStudents.length;
	await recordEffort(work, { kind: "message", what: "placement-links", times: links, roundId });
	await record(work, { verb: "round.make-links", objectKind: "round", objectId: roundId, detail: { links } });
	return done({
		sites: silent.map(({ siteId: _id, ...one }, at) => ({ ...one, ...madeOf(toSites[at]) })),
		students: strangers.map(({ placementId: _id, ...one }, at) => ({ ...one, ...madeOf(toStudents[at]) })),
	});
}

function madeOf(link: IssuedLink | undefined): Made {
	if (link === undefined) throw new Error("a link was not made");
	return { path: link.path, expiresAt: link.expiresAt };
}
