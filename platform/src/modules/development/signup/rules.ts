import type { Refusal } from "../../../outcome.ts";
import type { GatheringRefusal } from "../gathering/contract.ts";
import type { Member } from "../network/contract.ts";
import { isIn } from "../network/rules.ts";
import type { Asker } from "../rules.ts";
import { type ComingRole, expectedRoles, type TimeUse, timeUses } from "./codes.ts";
import type { SignUp, SignUpFacts, TimeFacts } from "./contract.ts";

const approving = ["administrator", "manager", "unit-leader"];

/** Approves hours and cost of substitutes: those who lead in the line of the organisation acted for. */
export function mayApprove(asker: Asker): boolean {
	return asker.system || asker.holdings.some(({ role }) => approving.includes(role));
}

/** Why somebody cannot be signed up so: a cost is of hours, and nobody comes twice. */
export function refuseSignUp(facts: SignUpFacts, standing: readonly SignUp[]): Refusal<GatheringRefusal>[] {
	if (facts.substituteHours === null && facts.substituteKroner !== null)
		return [{ code: "hours-missing", field: "substituteHours" }];
	const name = facts.participant.toLocaleLowerCase("nb");
	const isThere = standing.some(
		(one) => one.memberId === facts.memberId && one.participant.toLocaleLowerCase("nb") === name,
	);
	return isThere ? [{ code: "signed-up-already", field: "participant" }] : [];
}

/** Whether the hours of a substitute wait for a leader in the line. */
export function waitsForLeader({ substituteHours, approvedOn }: SignUp): boolean {
	return substituteHours !== null && approvedOn === null;
}

export type Coming = {
	readonly member: Member;
	readonly signUps: readonly SignUp[];
	/** Of the roles a member should come with, those nobody comes in. */
	readonly missing: readonly ComingRole[];
};

/** Who comes to a gathering for each that is in the network, and in which roles nobody does. */
export function comingOf(members: readonly Member[], signUps: readonly SignUp[], today: string): readonly Coming[] {
	return members
		.filter((one) => one.standing === "member" && isIn(one, today))
		.map((member) => {
			const own = signUps.filter(({ memberId }) => memberId === member.id);
			return { member, signUps: own, missing: expectedRoles.filter((role) => !own.some((one) => one.role === role)) };
		});
}

/** Hours and kroner of substitutes, and how much of the hours a leader has approved. */
export function substitutesOf(signUps: readonly SignUp[]) {
	const sum = (list: readonly SignUp[], of: (one: SignUp) => number | null) =>
		list.reduce((all, one) => all + (of(one) ?? 0), 0);
	const hours = (list: readonly SignUp[]) => sum(list, ({ substituteHours }) => substituteHours);
	return {
		hours: hours(signUps),
		kroner: sum(signUps, ({ substituteKroner }) => substituteKroner),
		approvedHours: hours(signUps.filter(({ approvedOn }) => approvedOn !== null)),
	};
}

/**
 * How the time of a gathering is shared, each use in whole per cent of all, and the minutes each member has to share in. Mostly
 * input: more than half is given to listening.
 */
export function sharesOf(time: TimeFacts, members: number) {
	const all = timeUses.reduce((sum, use) => sum + time[use], 0);
	const percent = (use: TimeUse) => Math.round((100 * time[use]) / all);
	return {
		all,
		shares: timeUses.map((use) => ({ use, minutes: time[use], percent: percent(use) })),
		isMostlyInput: time.input * 2 > all,
		eachShares: members === 0 ? null : Math.floor(time.sharing / members),
	};
}
