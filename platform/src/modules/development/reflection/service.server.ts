import { newId, type Work } from "../../../database/work.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import type { GatheringRefusal } from "../gathering/contract.ts";
import { nameOfActor, noted, openNetwork } from "../network/open.server.ts";
import { isIn } from "../network/rules.ts";
import type { Reflection, ReflectionFacts } from "./contract.ts";
import { refuseReflection } from "./rules.ts";
import * as store from "./store.server.ts";

type Verb = Promise<Outcome<undefined, GatheringRefusal>>;

export type ReadReflection = Reflection & { readonly memberName: string; readonly mayRemove: boolean };

/** What the members of a network reflect on between gatherings; undefined for one that is not the asker's to read. */
export async function readReflections(work: Work, networkId: string) {
	const opened = await openNetwork(work, networkId);
	if (!opened) return undefined;
	const { network, members, can, readers } = opened;
	const own = can.own ?? can.order;
	const keeps = can.keep && network.endedOn === null;
	const inIt = members.filter((one) => one.standing === "member" && isIn(one, work.today));
	const fillsFor = inIt.filter(({ id }) => keeps || id === own).map(({ id, name }) => ({ id, name }));
	const names = new Map(members.map(({ id, name }) => [id, name]));
	const reflections = (await store.listReflections(work, network)).map(
		(one): ReadReflection => ({
			...{ ...one, memberName: names.get(one.memberId) ?? "" },
			mayRemove: fillsFor.some(({ id }) => id === one.memberId),
		}),
	);
	return { network, readers, own, fillsFor, reflections };
}

/** Notes that a member set time aside to reflect, whether or not it was held. */
export async function noteReflection(work: Work, networkId: string, { held, ...facts }: ReflectionFacts): Verb {
	const read = await readReflections(work, networkId);
	if (!read) return refused("missing");
	if (read.network.endedOn !== null) return refused("has-ended");
	if (!read.fillsFor.some(({ id }) => id === facts.memberId)) return refused("not-allowed");
	const refusals = refuseReflection({ ...facts, held }, work.today);
	if (refusals.length > 0) return refusedAll(refusals);
	const one = { ...facts, id: newId(), held: held === "yes", recordedBy: nameOfActor(work) };
	await store.insertReflection(work, read.network, one, read.readers);
	await noted(work, "reflect", read.network);
	return done(undefined);
}

/** Takes away what was noted by mistake. */
export async function removeReflection(work: Work, networkId: string, id: string): Verb {
	const read = await readReflections(work, networkId);
	const one = read?.reflections.find((each) => each.id === id);
	if (!read || !one) return refused("missing");
	if (read.network.endedOn !== null) return refused("has-ended");
	if (!one.mayRemove) return refused("not-allowed");
	await store.deleteReflection(work, read.network, id);
	await noted(work, "reflect", read.network);
	return done(undefined);
}
