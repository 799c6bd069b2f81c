import { newId, type Work } from "../../../database/work.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import type { GatheringRefusal } from "../gathering/contract.ts";
import { type OpenedGathering, openGathering, toFill, toKeepGathering } from "../gathering/service.server.ts";
import { nameOfActor, noted } from "../network/open.server.ts";
import type { SignUp, SignUpFacts, TimeFacts } from "./contract.ts";
import { comingOf, mayApprove, refuseSignUp, sharesOf, waitsForLeader } from "./rules.ts";
import * as store from "./store.server.ts";

type Verb<Value = undefined> = Promise<Outcome<Value, GatheringRefusal>>;

/** Who comes to a gathering and in which roles nobody does, and how its time is used. */
export async function readComing(work: Work, { network, gathering, members, own, keeps }: OpenedGathering) {
	const signUps = await store.listSignUps(work, network, gathering.id);
	const time = (await store.findTime(work, network, gathering.id)) ?? null;
	const coming = comingOf(members, signUps, work.today);
	const asker = await mandateOf(work);
	return {
		...{ signUps, time, coming, shares: time && sharesOf(time, coming.length) },
		/** Hours and cost of substitutes are for the member itself, and whoever keeps the network. */
		readsCost: (memberId: string) => keeps || memberId === own,
		mayApprove: (one: SignUp) => one.memberId === own && mayApprove(asker) && waitsForLeader(one),
	};
}

/** Undefined where the gathering is not the asker's to read. */
export async function openComing(work: Work, networkId: string, meetingId: string) {
	const opened = await openGathering(work, networkId, meetingId);
	return opened && { ...opened, ...(await readComing(work, opened)) };
}

/** Signs somebody up for a gathering that has not been held. */
export async function signUp(work: Work, networkId: string, meetingId: string, facts: SignUpFacts): Verb {
	const found = await toFill(work, networkId, meetingId, facts.memberId);
	if (found.refused) return found;
	const { network, isOver, readers } = found.done;
	if (isOver) return refused("has-been-held");
	const refusals = refuseSignUp(facts, await store.listSignUps(work, network, meetingId));
	if (refusals.length > 0) return refusedAll(refusals);
	const one = { ...facts, id: newId(), meetingId, approvedOn: null, approvedBy: "" };
	await store.insertSignUp(work, { key: network, readers }, one, nameOfActor(work));
	await noted(work, "sign-up", network);
	return done(undefined);
}

/** Takes somebody off a gathering that has not been held. */
export async function removeSignUp(work: Work, networkId: string, meetingId: string, id: string): Verb {
	const opened = await openComing(work, networkId, meetingId);
	const one = opened?.signUps.find((each) => each.id === id);
	if (!opened || !one) return refused("missing");
	if (opened.network.endedOn !== null) return refused("has-ended");
	if (!opened.fillsFor.some((member) => member.id === one.memberId)) return refused("not-allowed");
	if (opened.isOver) return refused("has-been-held");
	await store.deleteSignUp(work, opened.network, id);
	await noted(work, "sign-up", opened.network);
	return done(undefined);
}

/** Approves the hours and the cost of a substitute, by a leader in the line of the member. */
export async function approveSubstitute(work: Work, networkId: string, meetingId: string, id: string): Verb {
	const opened = await openComing(work, networkId, meetingId);
	const one = opened?.signUps.find((each) => each.id === id);
	if (!opened || !one) return refused("missing");
	if (opened.network.endedOn !== null) return refused("has-ended");
	if (!opened.mayApprove(one)) return refused("not-allowed");
	await store.approveSignUp(work, opened.network, id, nameOfActor(work));
	await noted(work, "approve", opened.network);
	return done(undefined);
}

/** Says how the time of a gathering is to be used. */
export async function shareTime(work: Work, networkId: string, meetingId: string, time: TimeFacts): Verb {
	const found = await toKeepGathering(work, networkId, meetingId);
	if (found.refused) return found;
	const { network, readers } = found.done;
	if (Object.values(time).every((minutes) => minutes === 0)) return refused("time-missing", { field: "sharing" });
	await store.writeTime(work, { key: network, readers }, meetingId, time);
	await noted(work, "time", network);
	return done(undefined);
}
