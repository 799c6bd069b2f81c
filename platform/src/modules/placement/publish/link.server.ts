import type { Work } from "../../../database/work.server.ts";
import { issueLink } from "../../../identity/link-token.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { recordEffort } from "../effort.server.ts";
import type { PublishRefusal } from "./contract.ts";
import { linkDays } from "./link-days.ts";
import { readPlacement } from "./service.server.ts";
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
	const mail = publishText.nb.mail[to];
	const { path } = await issueLink(work, {
		...(to === "site"
			? { purpose: "placement-confirm", objectKind: "site", objectId: placement.siteId }
			: { purpose: "placement-answer", objectKind: "placement", objectId: placement.id }),
		reason: mail.reason(to === "site" ? (placement.roundName ?? "") : placement.courseName),
		days: linkDays,
		recipientName: to === "site" ? placement.siteName : placement.studentName,
	});
	await recordEffort(work, { kind: "message", what: `placement-link-${to}`, roundId: placement.roundId });
	return done({ path });
}
