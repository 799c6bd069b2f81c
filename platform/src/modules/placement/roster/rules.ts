import type { Refusal } from "../../../outcome.ts";
import { wishesAreOpen } from "../round/rules.ts";
import { type Asker, mayCoordinate, maySeeAdaptation, maySeeStudents } from "../rules.ts";
import { ruleNeeds, usualWishes } from "./codes.ts";
import type {
	Claim,
	ClaimRound,
	RosterRefusal,
	RuleValues,
	WishInput,
	WishRefusal,
	WishTarget,
	WishWindow,
} from "./contract.ts";

/** Who asks about a claim or a student: one who works with placement at the keeper, the student, or nobody it concerns. */
export type Standing = "coordinator" | "follower" | "student" | null;

/** What tells a student from everyone else: the account, or the link that was made for this one student. */
export type Self = { readonly personId: string | null; readonly linkedStudentId: string | null };

/**
 * How the asker stands to a student: students of the same institution, other organisations and lesser roles stand
 * nowhere, whatever they have got hold of an id by.
 */
export function standingTo(
	student: { readonly organisationId: string; readonly studentId: string; readonly personId: string | null },
	asker: Asker,
	self: Self,
): Standing {
	if (student.organisationId === asker.organisationId) {
		if (mayCoordinate(asker)) return "coordinator";
		if (maySeeStudents(asker)) return "follower";
	}
	if (student.personId !== null && student.personId === self.personId) return "student";
	return self.linkedStudentId !== null && self.linkedStudentId === student.studentId ? "student" : null;
}

/** Whether the asker may read why a student kept here needs adaptation. */
export function mayReadAdaptation(student: { readonly organisationId: string }, asker: Asker): boolean {
	return student.organisationId === asker.organisationId && maySeeAdaptation(asker);
}

/** Whether and how many wishes can be stated for a claim. Before there is a round, they wait for it. */
export function wishWindow(
	claim: { readonly round: ClaimRound | null; readonly withdrawnAt: Date | null; readonly lastDay: string },
	today: string,
): WishWindow {
	const { round } = claim;
	const most = round?.wishesMost ?? usualWishes;
	const until = round?.wishesUntil ?? null;
	const closed = (why: WishWindow["why"]) => ({ open: false, most, until, why });
	if (claim.withdrawnAt !== null) return closed("withdrawn");
	if (round === null) return claim.lastDay < today ? closed("over") : { open: true, most, until, why: "no-round" };
	if (round.state === "published" || round.state === "closed") return closed("published");
	if (round.wishesUntil === null) return closed("not-asked");
	if (wishesAreOpen(round, today)) return { open: true, most, until, why: "open" };
	return closed(today > round.wishesUntil ? "over" : "not-yet");
}

/** Whether wishes can be stated by one who stands so: coordinators also outside the deadline, until the plan is out. */
export function mayState(standing: Standing, window: WishWindow): boolean {
	if (standing === "student") return window.open;
	return standing === "coordinator" && window.why !== "published" && window.why !== "withdrawn";
}

/**
 * What stands against a list of wishes.
 * @param before what was there: a wish that stood there already is not judged anew
 */
export function refuseWishes(
	wishes: readonly WishInput[],
	before: readonly WishInput[],
	window: Pick<WishWindow, "most">,
	targets: ReadonlyMap<string, Pick<WishTarget, "name" | "refusal">>,
): Refusal<WishRefusal>[] {
	const refusals: Refusal<WishRefusal>[] = [];
	if (wishes.length > window.most && wishes.length > before.length)
		refusals.push({ code: "too-many-wishes", field: "wishes", detail: { most: window.most } });
	const stood = new Set(before.map(wishKey));
	const seen = new Set<string>();
	for (const wish of wishes) {
		const key = wishKey(wish);
		const target = targets.get(key);
		const detail = { name: target?.name ?? wish.target };
		if (seen.has(key)) refusals.push({ code: "wished-twice", field: "wishes", detail });
		seen.add(key);
		if (stood.has(key)) continue;
		const refusal = target ? target.refusal : "target-unknown";
		if (refusal !== null) refusals.push({ code: refusal, field: "wishes", detail });
	}
	return refusals;
}

/** A wish as one word: `site 0190…`. */
export function wishKey(wish: WishInput): string {
	return `${wish.kind} ${wish.target}`;
}

export function sameWishes(one: readonly WishInput[], other: readonly WishInput[]): boolean {
	return one.length === other.length && one.every((wish, at) => wishKey(wish) === wishKey(other[at] ?? wish));
}

export type WishStep =
	| { readonly step: "add"; readonly wish: WishInput }
	| { readonly step: "remove" | "up" | "down"; readonly at: number };

/** The list after one press of a button; a press that leads nowhere leaves it as it is. */
export function stepWishes(wishes: readonly WishInput[], step: WishStep): readonly WishInput[] {
	if (step.step === "add") return [...wishes, step.wish];
	const { at } = step;
	const wish = wishes[at];
	if (wish === undefined) return wishes;
	const others = wishes.filter((_, index) => index !== at);
	if (step.step === "remove") return others;
	const to = step.step === "up" ? at - 1 : at + 1;
	if (to < 0 || to > others.length) return wishes;
	return [...others.slice(0, to), wish, ...others.slice(to)];
}

/** What stands against a new claim of a student in a period. */
export function refuseClaim(
	student: { readonly institutionId: string; readonly leftOn: string | null },
	period: { readonly institutionId: string; readonly firstDay: string; readonly lastDay: string } | undefined,
	existing: readonly Pick<Claim, "periodId" | "withdrawnAt">[],
	given: { readonly periodId: string; readonly priority: number; readonly priorityReason: string | null },
	today: string,
): Refusal<RosterRefusal>[] {
	if (!period) return [{ code: "period-unknown", field: "periodId" }];
	const held = existing.some((claim) => claim.periodId === given.periodId && claim.withdrawnAt === null);
	return [
		...(period.lastDay < today ? [{ code: "period-over", field: "periodId" } as const] : []),
		...(period.institutionId === student.institutionId
			? []
			: [{ code: "other-institution", field: "periodId" } as const]),
		...(student.leftOn !== null && student.leftOn < period.firstDay
			? [{ code: "has-left", field: "periodId", detail: { date: student.leftOn } } as const]
			: []),
		...(held ? [{ code: "already-claimed", field: "periodId" } as const] : []),
		...refusePriority(given),
	];
}

/** To be served before the others has a reason, and the reason is written down. */
export function refusePriority(given: {
	readonly priority: number;
	readonly priorityReason: string | null;
}): Refusal<RosterRefusal>[] {
	return given.priority === 0 && given.priorityReason === null
		? [{ code: "reason-missing", field: "priorityReason" }]
		: [];
}

/** What stands against a rule for a student; `known` says whether what it points at is there. */
export function refuseRule(rule: RuleValues, known: boolean): Refusal<RosterRefusal>[] {
	const need = ruleNeeds[rule.kind];
	return [
		...(need === "amount" && (rule.amount === null || rule.amount < 1)
			? [{ code: "amount-missing", field: "amount" } as const]
			: []),
		...(need !== null && need !== "amount" && (rule.target === null || !known)
			? [{ code: "target-unknown", field: "target" } as const]
			: []),
		...(rule.firstDay !== null && rule.lastDay !== null && rule.lastDay < rule.firstDay
			? [{ code: "ends-before-start", field: "lastDay" } as const]
			: []),
	];
}
