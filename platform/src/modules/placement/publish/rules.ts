import type { Refusal } from "../../../outcome.ts";
import type { PlacementState } from "../codes.ts";
import type { Occupancy } from "../round/occupancy.server.ts";
import type { HostAnswer, Placement, PublicationChanges, PublishRefusal, StudentAnswer } from "./contract.ts";

export type Planned = { readonly claim: string; readonly offer: string | null };
export type Standing = { readonly claim: string; readonly offer: string };

/** What publishing a plan would do: whose place is new, another, gone, or the same. */
export function comparePlans(plan: readonly Planned[], standing: readonly Standing[]) {
	const before = new Map(standing.map(({ claim, offer }) => [claim, offer]));
	const placed = plan.flatMap(({ claim, offer }) => (offer === null ? [] : [{ claim, offer }]));
	const after = new Set(placed.map(({ claim }) => claim));
	const added = placed.filter(({ claim }) => !before.has(claim));
	const changed = placed.filter(({ claim, offer }) => before.has(claim) && before.get(claim) !== offer);
	const removed = standing.filter(({ claim }) => !after.has(claim));
	const changes: PublicationChanges = {
		added: added.length,
		changed: changed.length,
		removed: removed.length,
		kept: placed.length - added.length - changed.length,
	};
	return { added, changed, removed, changes };
}

/**
 * Offers and sites where a plan would put more than there is room for, as the facts stand now: what may have changed
 * since the run. Each with its name, and the most it would hold at once.
 * @param before sites of offers that are gone since the run, by offer
 */
export function overbooked(
	snapshot: Occupancy,
	plan: readonly Planned[],
	before: Readonly<Record<string, { readonly id: string; readonly name: string }>> = {},
): Overbooked[] {
	const claims = new Map(snapshot.claims.map((claim) => [claim.id, claim]));
	const periods = new Map(snapshot.periods.map((period) => [period.id, period]));
	const offers = new Map(snapshot.offers.map((offer) => [offer.id, offer]));
	const sites = new Map(snapshot.sites.map((site) => [site.id, site]));
	const atOffer = new Map<string, StudentStay[]>();
	const atSite = new Map<string, StudentStay[]>();
	const found = new Map<string, Overbooked>();
	for (const { claim, offer } of plan) {
		const period = periods.get(claims.get(claim)?.periodId ?? "");
		if (offer === null || period === undefined) continue;
		const siteId = offers.get(offer)?.siteId;
		const { institutionId, firstDay, lastDay } = period;
		const stay = { institutionId, firstDay, lastDay, people: 1 };
		push(atOffer, offer, stay);
		if (siteId !== undefined) push(atSite, siteId, stay);
	}
	for (const [id, stays] of atOffer) {
		const planned = mostAtOnce(stays);
		const offer = offers.get(id) ?? { places: 0, siteId: before[id]?.id ?? id };
		if (planned > offer.places)
			found.set(offer.siteId, {
				siteId: offer.siteId,
				name: (sites.get(offer.siteId) ?? before[id])?.name ?? "",
				most: offer.places,
				planned,
				promisedTo: null,
			});
		else {
			const taken = takenFromOthers(offers.get(id), stays);
			if (taken) found.set(offer.siteId, { siteId: offer.siteId, name: sites.get(offer.siteId)?.name ?? "", ...taken });
		}
	}
	for (const [id, stays] of atSite) {
		const site = sites.get(id);
		const loads = (site?.load ?? []).map(({ learners, ...days }) => ({ ...days, people: learners }));
		for (const limit of site?.limits ?? []) {
			const inside = [...stays, ...loads].filter(
				(stay) => stay.firstDay <= limit.lastDay && stay.lastDay >= limit.firstDay,
			);
			const planned = mostAtOnce(inside);
			if (planned > limit.most)
				found.set(id, { siteId: id, name: site?.name ?? "", most: limit.most, planned, promisedTo: null });
		}
	}
	return [...found.values()];
}

export type Overbooked = {
	readonly siteId: string;
	readonly name: string;
	readonly most: number;
	readonly planned: number;
	/** The institution whose promised places others would have; null where it is only full. */
	readonly promisedTo: string | null;
};

type Stay = { readonly firstDay: string; readonly lastDay: string; readonly people: number };
type StudentStay = Stay & { readonly institutionId: string };

/** Whether students of others would have places at an offer that an institution has been promised, and how many are left them. */
function takenFromOthers(
	offer: Occupancy["offers"][number] | undefined,
	stays: readonly StudentStay[],
): Pick<Overbooked, "most" | "planned" | "promisedTo"> | null {
	const promised = offer?.promised ?? [];
	for (const institutionId of new Set(promised.map((one) => one.institutionId))) {
		const kept = promised
			.filter((one) => one.institutionId === institutionId)
			.map(({ places, ...days }) => ({ ...days, people: places }));
		const others = stays.filter((stay) => stay.institutionId !== institutionId);
		if (mostAtOnce([...others, ...kept]) <= (offer?.places ?? 0)) continue;
		const most = Math.max(0, (offer?.places ?? 0) - mostAtOnce(kept));
		return { most, planned: mostAtOnce(others), promisedTo: institutionId };
	}
	return null;
}

function push(groups: Map<string, StudentStay[]>, key: string, stay: StudentStay): void {
	const group = groups.get(key);
	if (group) group.push(stay);
	else groups.set(key, [stay]);
}

/** The most people on any one day. Last days are inclusive: who leaves on a day still counts that day. */
function mostAtOnce(stays: readonly Stay[]): number {
	const events = stays.flatMap(({ firstDay, lastDay, people }) => [
		{ day: firstDay, change: people, order: 0 },
		{ day: lastDay, change: -people, order: 1 },
	]);
	events.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.order - b.order));
	let now = 0;
	let most = 0;
	for (const { change } of events) {
		now += change;
		most = Math.max(most, now);
	}
	return most;
}

const over: readonly PlacementState[] = ["cancelled", "declined", "completed"];

export function isOver(state: PlacementState): boolean {
	return over.includes(state);
}

type HostAnswered = Pick<Placement, "state" | "hostAnswer" | "changeBy" | "isReplanned" | "lastDay">;

/** Whether the site's answer is to come, can be changed, or stands; and until when its supervisor can be named. */
export function hostMay(placement: HostAnswered, today: string) {
	const { state, hostAnswer } = placement;
	const isGone = state === "cancelled" || state === "completed" || placement.lastDay < today;
	return {
		answer: !isGone && hostAnswer === null,
		change:
			!isGone &&
			hostAnswer !== null &&
			today <= placement.changeBy &&
			!(hostAnswer === "declined" && placement.isReplanned),
		supervise: !isGone && (state === "confirmed" || state === "under-way"),
	};
}

/**
 * A site that says no says why, and whether another student can come in place of this one: it is what the coordinators
 * plan on. An answer can be changed until the last day to answer, a no only until the round has been published anew.
 */
export function refuseHostAnswer(
	placement: HostAnswered,
	answer: HostAnswer,
	today: string,
): readonly Refusal<PublishRefusal>[] {
	const may = hostMay(placement, today);
	if (!may.answer && !may.change) {
		if (placement.state === "declined" && placement.isReplanned) return [{ code: "replanned" }];
		return [{ code: isOver(placement.state) && placement.state !== "declined" ? "already-over" : "change-too-late" }];
	}
	if (answer.answer === "confirmed") return [];
	return [
		...(answer.closes === null ? [{ code: "closes-missing" as const, field: "closes" }] : []),
		...(answer.reason === null ? [{ code: "reason-missing" as const, field: "reason" }] : []),
	];
}

type StudentAnswered = Pick<Placement, "state" | "firstDay" | "studentAnswer" | "reconsidered">;

/** Whether the student's yes is to come, and another place can be asked for: until the day after the placement begins. */
export function studentMay({ state, firstDay, studentAnswer, reconsidered }: StudentAnswered, today: string) {
	const isOpen = !isOver(state) && state !== "under-way" && today <= firstDay;
	return {
		accept: isOpen && studentAnswer !== "accepted",
		reconsider: isOpen && (studentAnswer !== "reconsider" || reconsidered === "refused"),
	};
}

export function refuseStudentAnswer(
	placement: StudentAnswered,
	answer: StudentAnswer,
	today: string,
): Refusal<PublishRefusal> | null {
	if (isOver(placement.state)) return { code: "already-over" };
	if (placement.state === "under-way" || today > placement.firstDay) return { code: "begun" };
	if (answer.answer === "reconsider" && answer.reason === null) return { code: "reason-missing", field: "reason" };
	return null;
}
