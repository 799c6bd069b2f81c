import { addDays, dayOf } from "../../../day.ts";
import type { Refusal } from "../../../outcome.ts";
import type { PlacementState } from "../codes.ts";
import type { PublishRefusal, ReconsiderationAnswer } from "./contract.ts";
import { isOver } from "./rules.ts";

/** Within so many days a student who asks for reconsideration is to have an answer. */
export const reconsiderationDays = 14;

type Asked = {
	readonly state: PlacementState;
	readonly firstDay: string;
	readonly studentAnswer: "accepted" | "reconsider" | null;
	readonly studentAnsweredAt: Date | null;
	readonly reconsidered: "granted" | "refused" | null;
};

/** Whether a student waits for the answer. */
export function awaitsReconsideration({ state, studentAnswer, reconsidered }: Asked): boolean {
	return !isOver(state) && studentAnswer === "reconsider" && reconsidered === null;
}

/** The last day to answer a student who asks, YYYY-MM-DD: never after the placement begins. Null: nobody waits. */
export function reconsiderBy(placement: Asked): string | null {
	if (!awaitsReconsideration(placement) || placement.studentAnsweredAt === null) return null;
	const day = addDays(dayOf(placement.studentAnsweredAt), reconsiderationDays);
	return [day, placement.firstDay].sort()[0] ?? day;
}

/** Yes and no are both answered with a reason: it is what the student reads. */
export function refuseReconsideration(
	placement: Pick<Asked, "state" | "studentAnswer">,
	answer: ReconsiderationAnswer,
): Refusal<PublishRefusal> | null {
	if (isOver(placement.state)) return { code: "already-over" };
	if (placement.studentAnswer !== "reconsider") return { code: "not-asked" };
	return answer.reason === null ? { code: "reason-missing", field: "reason" } : null;
}
