import type { Work } from "../database/work.server.ts";
import { mayOperate } from "../identity/rules.ts";
import type { WaitingItem } from "../registry/waiting.server.ts";
import { stuckStates } from "./mail-state.ts";
import { countMail } from "./store.server.ts";
import { noticeText } from "./text.ts";

/** Mail that will not go out by itself waits for whoever runs the installation. */
export async function findWaitingMail(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (!mayOperate(actor)) return [];
	const counts = await countMail(work);
	const count = stuckStates.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
	if (count === 0) return [];
	const text = noticeText[actor.language];
	return [
		{
			key: "notice.mail",
			title: text.mailAlert,
			note: text.mailAlertBody(count),
			path: "/administration/mail",
			urgency: "soon",
		},
	];
}
