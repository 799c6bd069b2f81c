import { newId, type Work } from "../../../database/work.server.ts";
import { addDays, dayOf } from "../../../day.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import type { Member } from "../network/contract.ts";
import {
	type Gathering,
	gatheringsOf,
	nameOfActor,
	noted,
	type OpenedNetwork,
	openNetwork,
	readersOf,
} from "../network/open.server.ts";
import { isIn } from "../network/rules.ts";
import type {
	CardFacts,
	GatheringRefusal,
	StatusCard,
	TakeHome,
	TakeHomeAnswer,
	TakeHomeFacts,
	Task,
	TaskFacts,
} from "./contract.ts";
import { takeHomePurpose } from "./purpose.ts";
import { askDays, deliveredTo, isAskedFor, lastCard, nextGathering, refuseStatusCard } from "./rules.ts";
import * as store from "./store.server.ts";

type Verb<Value = undefined> = Promise<Outcome<Value, GatheringRefusal>>;

/** A gathering of a network, with what was asked before it, what was delivered, and what was taken home. */
export type OpenedGathering = {
	readonly network: OpenedNetwork["network"];
	readonly gathering: Gathering;
	readonly isOver: boolean;
	readonly tasks: readonly Task[];
	readonly delivered: ReturnType<typeof deliveredTo>;
	/** The newest card of each member: what it begins from. */
	readonly last: (memberId: string) => StatusCard | null;
	readonly takeHome: readonly TakeHome[];
	/** The members the asker may fill in for. */
	readonly fillsFor: readonly Pick<Member, "id" | "name">[];
	readonly own: string | null;
	readonly keeps: boolean;
	readonly readers: readonly string[];
	readonly members: readonly Member[];
};

/** Undefined where the network or the gathering is not the asker's to read. */
export async function openGathering(
	work: Work,
	networkId: string,
	meetingId: string,
): Promise<OpenedGathering | undefined> {
	const opened = await openNetwork(work, networkId);
	const gathering = opened?.gatherings.find(({ id }) => id === meetingId);
	if (!opened || !gathering) return undefined;
	const { network, members, can } = opened;
	const cards = await store.listCards(work, network);
	const tasks = await store.listTasks(work, network);
	const finished = await store.listTasksDone(work, network);
	const keeps = can.keep && network.endedOn === null;
	const own = can.own ?? can.order;
	const inIt = members.filter((one) => one.standing === "member" && isIn(one, work.today));
	return {
		...{ network, gathering, keeps, own, members },
		isOver: gathering.state === "held" || gathering.endsAt < work.now,
		tasks: tasks.filter((one) => one.meetingId === meetingId),
		delivered: deliveredTo(meetingId, { members, cards, tasks, done: finished, today: work.today }),
		last: (memberId) => lastCard(cards, memberId, meetingId),
		takeHome: (await store.listTakeHome(work, network)).filter((one) => one.meetingId === meetingId),
		fillsFor: inIt.filter(({ id }) => keeps || id === own).map(({ id, name }) => ({ id, name })),
		readers: readersOf(network.organisationId, members),
	};
}

/** A gathering for whoever keeps the network. */
export async function toKeepGathering(work: Work, networkId: string, meetingId: string): Verb<OpenedGathering> {
	const opened = await openGathering(work, networkId, meetingId);
	if (!opened) return refused("missing");
	if (opened.network.endedOn !== null) return refused("has-ended");
	return opened.keeps ? done(opened) : refused("not-allowed");
}

/** A gathering for somebody who may fill in for a member of it. */
export async function toFill(
	work: Work,
	networkId: string,
	meetingId: string,
	memberId: string,
): Verb<OpenedGathering> {
	const opened = await openGathering(work, networkId, meetingId);
	if (!opened) return refused("missing");
	if (opened.network.endedOn !== null) return refused("has-ended");
	return opened.fillsFor.some(({ id }) => id === memberId) ? done(opened) : refused("not-allowed");
}

/** Asks every member to do something before a gathering, by a day no later than it. */
export async function addTask(work: Work, networkId: string, meetingId: string, facts: TaskFacts): Verb {
	const found = await toKeepGathering(work, networkId, meetingId);
	if (found.refused) return found;
	const { network, gathering, isOver, readers } = found.done;
	if (isOver) return refused("has-been-held");
	if (facts.dueOn > dayOf(gathering.startsAt)) return refused("due-after-gathering", { field: "dueOn" });
	await store.insertTask(work, network, { ...facts, id: newId(), meetingId }, readers);
	await noted(work, "task", network);
	return done(undefined);
}

/** Takes away a task nobody has done. */
export async function removeTask(work: Work, networkId: string, meetingId: string, taskId: string): Verb {
	const found = await toKeepGathering(work, networkId, meetingId);
	if (found.refused) return found;
	const { network, tasks, delivered } = found.done;
	if (!tasks.some(({ id }) => id === taskId)) return refused("missing");
	if (delivered.some((one) => one.done.some(({ id }) => id === taskId))) return refused("task-done");
	await store.deleteTask(work, network, taskId);
	await noted(work, "task", network);
	return done(undefined);
}

/** Says how a member stands before a gathering, and which tasks it has done; until they have met, it can be said anew. */
export async function fillCard(work: Work, networkId: string, meetingId: string, facts: CardFacts): Verb {
	const found = await toFill(work, networkId, meetingId, facts.memberId);
	if (found.refused) return found;
	const { network, isOver, tasks, readers } = found.done;
	if (isOver) return refused("has-been-held");
	const refusals = refuseStatusCard(facts);
	if (refusals.length > 0) return refusedAll(refusals);
	const by = nameOfActor(work);
	const { memberId, taskIds } = facts;
	await store.writeCard(work, network, { ...facts, meetingId, by }, readers);
	const of = tasks.map(({ id }) => id);
	await store.writeTasksDone(work, network, { memberId, of, done: taskIds, by }, readers);
	await noted(work, "card", network);
	return done(undefined);
}

/** Says what somebody took home from a gathering; their leader is asked once, a month after it, whether anybody asked. */
export async function takeHome(work: Work, networkId: string, meetingId: string, facts: TakeHomeFacts): Verb {
	const found = await toFill(work, networkId, meetingId, facts.memberId);
	if (found.refused) return found;
	const { network, gathering, isOver, readers } = found.done;
	if (!isOver) return refused("not-been-held");
	const askOn = addDays(dayOf(gathering.startsAt), askDays);
	await store.insertTakeHome(work, network, { ...facts, id: newId(), meetingId, askOn }, readers);
	await noted(work, "take-home", network);
	return done(undefined);
}

/** Takes away what was written by mistake; what a leader has answered stays. */
export async function removeTakeHome(work: Work, networkId: string, meetingId: string, id: string): Verb {
	const opened = await openGathering(work, networkId, meetingId);
	const one = opened?.takeHome.find((each) => each.id === id);
	if (!opened || !one) return refused("missing");
	if (!opened.fillsFor.some((member) => member.id === one.memberId)) return refused("not-allowed");
	if (one.answeredOn !== null) return refused("already-answered");
	await store.deleteTakeHome(work, opened.network, id);
	await noted(work, "take-home", opened.network);
	return done(undefined);
}

/** What somebody took home, for the leader who holds a link to it. */
export async function readTakeHomeLink(work: Work): Promise<TakeHome | undefined> {
	const { actor } = work;
	return actor.kind === "link" && actor.purpose === takeHomePurpose
		? store.findTakeHome(work, actor.objectId)
		: undefined;
}

/** Answers by a link, once, whether anybody asked what was brought home. */
export async function answerTakeHome(work: Work, answer: TakeHomeAnswer): Verb {
	const one = await readTakeHomeLink(work);
	if (!one) return refused("missing");
	if (!(await store.answerTakeHome(work, one.id, answer))) return refused("already-answered");
	await record(work, { verb: "network.asked", objectKind: "network-take-home", objectId: one.id });
	return done(undefined);
}

/** A network, and the member of it that somebody answers for. */
type Membership = {
	readonly organisationId: string;
	readonly id: string;
	readonly name: string;
	readonly arenaId: string;
	readonly memberId: string;
};

/** The next gathering of each network whose cards are asked for now, where the member has not filled in. */
export async function listAwaited(work: Work, memberships: readonly Membership[]) {
	const awaited: {
		readonly networkId: string;
		readonly name: string;
		readonly meetingId: string;
		readonly dueOn: string;
	}[] = [];
	for (const network of memberships) {
		const gatherings = await gatheringsOf(work, network);
		const next = nextGathering(
			gatherings.map((one) => ({ ...one, startsOn: dayOf(one.startsAt) })),
			work.today,
		);
		if (!next || !isAskedFor(next, work.today)) continue;
		const cards = await store.listCards(work, network);
		if (cards.some((one) => one.meetingId === next.id && one.memberId === network.memberId)) continue;
		awaited.push({ networkId: network.id, name: network.name, meetingId: next.id, dueOn: next.startsOn });
	}
	return awaited;
}
