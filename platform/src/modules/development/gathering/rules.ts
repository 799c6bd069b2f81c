import { addDays } from "../../../day.ts";
import type { Refusal } from "../../../outcome.ts";
import type { Member } from "../network/contract.ts";
import { isIn } from "../network/rules.ts";
import type { CardFacts, GatheringRefusal, StatusCard, Task, TaskDone } from "./contract.ts";

/** Days before a gathering when its status cards are asked for. */
export const cardDays = 14;
/** Days after a gathering when leaders are asked whether anybody asked what was brought home. */
export const askDays = 30;

type Met = { readonly id: string; readonly startsOn: string; readonly state: string };

/** The gathering that comes next on a day: the first that is neither held nor cancelled. */
export function nextGathering<One extends Met>(gatherings: readonly One[], today: string): One | null {
	return (
		gatherings
			.filter(({ state, startsOn }) => state !== "held" && state !== "cancelled" && startsOn >= today)
			.sort((one, other) => one.startsOn.localeCompare(other.startsOn))[0] ?? null
	);
}

/** Whether its cards are asked for now. */
export function isAskedFor({ startsOn }: Pick<Met, "startsOn">, today: string): boolean {
	return addDays(today, cardDays) >= startsOn;
}

/** The card of a member that is newest, before the gathering it is filled in for: what the next one begins from. */
export function lastCard(cards: readonly StatusCard[], memberId: string, meetingId: string): StatusCard | null {
	const own = cards.filter((one) => one.memberId === memberId);
	return (
		own.find((one) => one.meetingId === meetingId) ??
		own.toSorted((one, other) => other.onDay.localeCompare(one.onDay))[0] ??
		null
	);
}

/** What each who is in a network has delivered to a gathering, and what it has not: the card, and tasks by their number. */
export function deliveredTo(
	meetingId: string,
	{
		members,
		cards,
		tasks,
		done,
		today,
	}: {
		readonly members: readonly Member[];
		readonly cards: readonly StatusCard[];
		readonly tasks: readonly Task[];
		readonly done: readonly TaskDone[];
		readonly today: string;
	},
) {
	const asked = tasks.filter((one) => one.meetingId === meetingId);
	return members
		.filter((one) => one.standing === "member" && isIn(one, today))
		.map((member) => {
			const isDone = (task: Task) => done.some((one) => one.taskId === task.id && one.memberId === member.id);
			return {
				member,
				card: cards.find((one) => one.meetingId === meetingId && one.memberId === member.id) ?? null,
				done: asked.filter(isDone),
				late: asked.filter((task) => !isDone(task) && task.dueOn < today),
				tasks: asked.length,
			};
		});
}

/** Why a card cannot be as it is stated. */
export function refuseStatusCard(facts: CardFacts): Refusal<GatheringRefusal>[] {
	const refusals: Refusal<GatheringRefusal>[] = [];
	if (facts.done === "" && facts.next === "") refusals.push({ code: "card-empty", field: "done" });
	if (facts.standing === "stuck" && facts.help === "") refusals.push({ code: "help-missing", field: "help" });
	return refusals;
}
