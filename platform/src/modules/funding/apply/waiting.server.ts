import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { listApplications } from "./service.server.ts";
import { applyText } from "./text.ts";

/** Days before the deadline from which a draft waits. */
const near = 30;

/** Invitations to answer, parts to approve, and drafts whose deadline is near. */
export async function findWaitingApplications(work: Work): Promise<WaitingItem[]> {
	const { actor, today } = work;
	if (actor.kind !== "person") return [];
	const text = applyText[actor.language];
	return (await listApplications(work)).flatMap(({ id, title, state, changing, standing, closesOn }): WaitingItem[] => {
		const isWritten = state === "draft" || changing;
		if (!isWritten || (closesOn !== null && closesOn < today)) return [];
		const isNear = closesOn !== null && closesOn <= addDays(today, near);
		const said =
			standing === "invited"
				? text.waitingInvited(title)
				: standing === "joined"
					? text.waitingApprove(title)
					: standing === "lead" && isNear
						? text.waitingDraft(title)
						: undefined;
		if (said === undefined) return [];
		const isUrgent = closesOn !== null && closesOn <= addDays(today, 7);
		return [
			{
				...{ key: `funding.application ${id}`, title: said, path: `/funding/applications/${id}` },
				urgency: isUrgent ? "now" : "soon",
				...(closesOn === null ? {} : { dueOn: closesOn }),
			},
		];
	});
}
