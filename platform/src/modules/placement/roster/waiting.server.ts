import type { Work } from "../../../database/work.server.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { findNeedsWaiting } from "./adaptation.server.ts";
import { rosterText } from "./text.ts";
import { listOwnWishes } from "./wish.server.ts";

/** Needs for adaptation students have written and nobody has dealt with, for those who may read them. */
export async function findWaitingNeeds(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || !actor.roles.includes("placement-coordinator")) return [];
	const { students, path } = await findNeedsWaiting(work);
	if (students === 0) return [];
	const title = rosterText[actor.language].waiting.need(students);
	return [{ key: "placement.need", title, path, urgency: "soon" }];
}

/** Own claims nobody has wished anything for yet, while it is open. */
export async function findWaitingWishes(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || !actor.roles.includes("student")) return [];
	const text = rosterText[actor.language].waiting;
	return (await listOwnWishes(work))
		.filter(({ window, wishes }) => window.open && wishes.length === 0)
		.map(({ claim, window }) => ({
			key: `placement.wish.${claim.id}`,
			title: text.wish(claim.courseName),
			path: `/placement/own/${claim.id}`,
			urgency: "soon" as const,
			...(window.until === null ? {} : { dueOn: window.until }),
		}));
}
