import { addMonths } from "../../../day.ts";
import type { Refusal } from "../../../outcome.ts";
import type { Asker } from "../rules.ts";
import { weaknesses } from "./codes.ts";
import type {
	Delivery,
	Lead,
	LeadFacts,
	Member,
	MemberFacts,
	Network,
	NetworkFacts,
	NetworkRefusal,
	Order,
	Weakness,
} from "./contract.ts";

const keeping = ["administrator", "manager", "network-leader"];
const ordering = [...keeping, "unit-leader", "competence-planner", "project-leader"];

/** Keeps networks for the organisation acted for, and answers for its memberships. */
export function mayKeepNetworks(asker: Asker): boolean {
	return asker.system || asker.holdings.some(({ role, unitId }) => unitId === null && keeping.includes(role));
}

/** Says what the organisation acted for wants a network to work on: those who lead its services, and those who keep. */
export function mayOrder(asker: Asker): boolean {
	return asker.system || asker.holdings.some(({ role }) => ordering.includes(role));
}

/** Whether somebody is in the network on a day. */
export function isIn({ joinedOn, leftOn }: Pick<Member, "joinedOn" | "leftOn">, today: string): boolean {
	return joinedOn !== null && joinedOn <= today && (leftOn === null || leftOn > today);
}

/** Who leads on a day; null: nobody. */
export function leadOn(leads: readonly Lead[], today: string): Lead | null {
	return leads.find(({ firstDay, lastDay }) => firstDay <= today && (lastDay === null || lastDay >= today)) ?? null;
}

/** Hours of one position a year, by the usual working year of 37.5 hours a week. */
export const positionHours = 1750;

/** Hours a year a member has pledged; null: none that can be counted. */
export function pledgedHoursOf({ pledgedHours, pledgedShare }: Pick<Member, "pledgedHours" | "pledgedShare">) {
	if (pledgedHours !== null) return pledgedHours;
	return pledgedShare === null ? null : Math.round((pledgedShare * positionHours) / 100);
}

export const hasPledged = (member: Pick<Member, "pledgedHours" | "pledgedShare" | "pledgedKroner">) =>
	member.pledgedHours !== null || member.pledgedShare !== null || member.pledgedKroner !== null;

/** Hours a member delivered in a year; null: nothing is noted. */
export function deliveredHours(deliveries: readonly Delivery[], memberId: string, year: number): number | null {
	const found = deliveries.filter((one) => one.memberId === memberId && one.year === year && one.undoneAt === null);
	return found.length === 0 ? null : found.reduce((sum, { hours }) => sum + hours, 0);
}

export type NetworkPulse = {
	readonly network: Network;
	readonly members: readonly Member[];
	readonly leads: readonly Lead[];
	readonly deliveries: readonly Delivery[];
	/** The last gathering that was held, and whether one is planned. */
	readonly gatherings: { readonly lastOn: string | null; readonly isPlanned: boolean };
};

/** Something that makes a network weak, and which members it is about; none where it is about the network. */
export type FoundWeakness = { readonly weakness: Weakness; readonly members: readonly string[] };

/** What makes a network weak on a day; nothing is weak in one that has ended. */
export function weaknessesOf(
	{ network, members, leads, deliveries, gatherings }: NetworkPulse,
	today: string,
): readonly FoundWeakness[] {
	if (network.endedOn !== null) return [];
	const inIt = members.filter((one) => one.standing === "member" && isIn(one, today));
	const anchored = inIt.filter((one) => one.anchored !== null);
	const lastYear = Number(today.slice(0, 4)) - 1;
	// As often as it shall meet, and half as long again before anybody is told.
	const patience = Math.round(18 / (network.gatheringsAYear ?? 2));
	const isUndelivered = (one: Member) => {
		const pledged = pledgedHoursOf(one);
		if (pledged === null || (one.joinedOn ?? "") > `${lastYear}-01-01`) return false;
		return (deliveredHours(deliveries, one.id, lastYear) ?? 0) < pledged / 2;
	};
	const owned = network.kind === "owned" ? inIt : [];
	const found: Readonly<Record<Weakness, boolean | readonly Member[]>> = {
		"no-lead": leadOn(leads, today) === null,
		"not-decided": network.kind === "owned" && network.foundedBy === "",
		"not-adopted": owned.filter((one) => one.adoptedOn === null),
		"staff-only": anchored.length > 0 && anchored.every((one) => one.anchored === "staff"),
		"pledge-unwritten": owned.filter((one) => !hasPledged(one) || one.pledgedOn === null),
		"pledge-undelivered": inIt.filter(isUndelivered),
		"no-gathering": !gatherings.isPlanned && addMonths(gatherings.lastOn ?? network.foundedOn, patience) < today,
		"plan-past": network.planUntil !== null && network.planUntil < today,
	};
	return weaknesses.flatMap((weakness) => {
		const of = found[weakness];
		if (typeof of === "boolean") return of ? [{ weakness, members: [] }] : [];
		return of.length > 0 ? [{ weakness, members: of.map(({ name }) => name) }] : [];
	});
}

/** How many were invited, joined and left: each with what it is a share of. */
export function funnelOf(members: readonly Member[], today: string) {
	const all = members.filter(({ standing }) => standing === "member");
	const joined = all.filter(({ joinedOn }) => joinedOn !== null && joinedOn <= today);
	return {
		invited: all.length,
		joined: joined.length,
		left: joined.filter(({ leftOn }) => leftOn !== null && leftOn <= today).length,
		waiting: all.filter(({ joinedOn, leftOn }) => joinedOn === null && leftOn === null).length,
	};
}

/** The usual size of a network that learns together: four to eight members. */
export const usualSize = { least: 4, most: 8 } as const;

/** How those who are in, or invited, are put together: their number and how far apart in size. Inhabitants; null: not known. */
export function compositionOf(populations: readonly (number | null)[]) {
	const known = populations.flatMap((one) => (one === null ? [] : [one])).sort((one, other) => one - other);
	const [smallest = null] = known;
	const largest = known.at(-1) ?? null;
	const count = populations.length;
	const size = count < usualSize.least ? "few" : count > usualSize.most ? "many" : "usual";
	// Four times as many people is another kind of municipality.
	const mix =
		smallest === null || largest === null || known.length < 2 ? null : largest >= 4 * smallest ? "mixed" : "alike";
	return { count, known: known.length, smallest, largest, size, mix } as const;
}

type Refusals = Refusal<NetworkRefusal>[];

/** Why a network cannot be as it is said. */
export function refuseNetwork(facts: NetworkFacts, today: string): Refusals {
	const refusals: Refusals = [];
	if (facts.foundedOn > today) refusals.push({ code: "ahead-of-today", field: "foundedOn" });
	if (facts.plan !== "" && facts.planUntil === null) refusals.push({ code: "plan-half-said", field: "planUntil" });
	return refusals;
}

/** Why somebody cannot be a member as it is said. */
export function refuseMember(
	facts: MemberFacts,
	{ network, others, today }: { readonly network: Network; readonly others: readonly Member[]; readonly today: string },
): Refusals {
	const refusals: Refusals = [];
	const { partyId, name, invitedOn, joinedOn } = facts;
	if (partyId === null && name === "") refusals.push({ code: "name-missing", field: "name" });
	if (partyId !== null && others.some((one) => one.partyId === partyId && one.leftOn === null))
		refusals.push({ code: "stands-already", field: "partyId" });
	if (joinedOn !== null && joinedOn > today) refusals.push({ code: "ahead-of-today", field: "joinedOn" });
	if (joinedOn !== null && joinedOn < network.foundedOn) refusals.push({ code: "before-founded", field: "joinedOn" });
	if (invitedOn !== null && joinedOn !== null && joinedOn < invitedOn)
		refusals.push({ code: "joined-before-invited", field: "joinedOn" });
	if ((facts.pledgedOn === null) !== (facts.pledgedWhere === ""))
		refusals.push({ code: "pledge-half-said", field: facts.pledgedOn === null ? "pledgedOn" : "pledgedWhere" });
	if (facts.pledgedOn !== null && !hasPledged(facts)) refusals.push({ code: "pledge-nothing", field: "pledgedHours" });
	return refusals;
}

/** Why somebody cannot take over the lead: it goes from one to the next, and what is handed over is written down. */
export function refuseLead(
	facts: LeadFacts,
	{
		members,
		leads,
		today,
	}: { readonly members: readonly Member[]; readonly leads: readonly Lead[]; readonly today: string },
): Refusals {
	const refusals: Refusals = [];
	const member = members.find(({ id }) => id === facts.memberId);
	if (!member || !isIn(member, today)) refusals.push({ code: "member-unknown", field: "memberId" });
	if (facts.firstDay > today) refusals.push({ code: "ahead-of-today", field: "firstDay" });
	const last = leads.at(-1);
	if (last && facts.firstDay <= last.firstDay) refusals.push({ code: "lead-before-last", field: "firstDay" });
	if (last && facts.handedOver === "") refusals.push({ code: "handover-missing", field: "handedOver" });
	return refusals;
}

/** Orders by how much they matter to how many: what most must have comes first. */
export function inOrderOfNeed(orders: readonly Order[]): readonly Order[] {
	const turn: Readonly<Record<Order["state"], number>> = { planned: 0, ordered: 1, done: 2, declined: 3 };
	return [...orders].sort(
		(one, other) =>
			turn[one.state] - turn[other.state] ||
			one.importance - other.importance ||
			Number(other.isLine) - Number(one.isLine) ||
			(one.id < other.id ? -1 : 1),
	);
}
