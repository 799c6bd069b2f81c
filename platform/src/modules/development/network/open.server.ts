import type { Work } from "../../../database/work.server.ts";
import { dayOf } from "../../../day.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import type { Meeting } from "../../meeting/contract.ts";
import { openArena } from "../../meeting/service.server.ts";
import { isId } from "../../organisation/contract.ts";
import { mandateOf, nameOrganisations } from "../../organisation/service.server.ts";
import { type Asker, mayEnter } from "../rules.ts";
import type { Delivery, Lead, Member, Network, NetworkRefusal, Note, Order } from "./contract.ts";
import * as parts from "./parts.store.server.ts";
import { type FoundWeakness, isIn, mayKeepNetworks, mayOrder, weaknessesOf } from "./rules.ts";
import * as store from "./store.server.ts";

export type Gathering = Pick<Meeting, "id" | "startsAt" | "endsAt" | "place" | "state">;

export type OpenedNetwork = {
	readonly network: Network;
	/** Who keeps it. */
	readonly keeperName: string;
	readonly members: readonly Member[];
	readonly leads: readonly Lead[];
	readonly orders: readonly Order[];
	readonly deliveries: readonly Delivery[];
	readonly notes: readonly Note[];
	/** Meetings of its arena, the latest first. */
	readonly gatherings: readonly Gathering[];
	readonly weaknesses: readonly FoundWeakness[];
	readonly readers: readonly string[];
	readonly can: {
		/** Change it, its members and its lead, and answer orders. */
		readonly keep: boolean;
		/** The member that is the organisation acted for, where the asker answers for its membership; null: none. */
		readonly own: string | null;
		/** The member the asker may order for; null: none. */
		readonly order: string | null;
	};
};

/** Who reads a network: its keeper, and those in the register who are in it or asked to be. */
export function readersOf(
	organisationId: string,
	members: readonly Pick<Member, "partyId" | "leftOn">[],
): readonly string[] {
	const ids = members.flatMap(({ partyId, leftOn }) => (partyId === null || leftOn !== null ? [] : [partyId]));
	return [...new Set([organisationId, ...ids])];
}

/** Members by what they are called today: the register's name where they stand in it. */
export async function named(work: Work, members: readonly Member[]): Promise<readonly Member[]> {
	const names = await nameOrganisations(
		work,
		members.flatMap(({ partyId }) => partyId ?? []),
	);
	return members.map((one) => ({ ...one, name: (one.partyId && names.get(one.partyId)?.name) || one.name }));
}

/** Meetings of the arena a network meets in, the latest first. */
export async function gatheringsOf(work: Work, { arenaId }: Pick<Network, "arenaId">): Promise<readonly Gathering[]> {
	if (arenaId === null) return [];
	const opened = await openArena(work, arenaId);
	if (opened.refused) return [];
	return opened.done.meetings
		.map(({ id, startsAt, endsAt, place, state }) => ({ id, startsAt, endsAt, place, state }))
		.sort((one, other) => other.startsAt.getTime() - one.startsAt.getTime());
}

/** When a network met last, and whether it is to meet. */
export function metOf(gatherings: readonly Gathering[], now: Date) {
	const held = gatherings.find(({ state }) => state === "held");
	return {
		lastOn: held ? dayOf(held.startsAt) : null,
		isPlanned: gatherings.some(({ state, startsAt }) => state !== "cancelled" && state !== "held" && startsAt > now),
	};
}

/** A network and who keeps it, for a frame that shows no more; undefined for one that is not the asker's to read. */
export async function openHead(work: Work, id: string) {
	const asker: Asker = await mandateOf(work);
	const network = isId(id) && mayEnter(asker) ? await store.findNetwork(work, id) : undefined;
	if (!network) return undefined;
	const names = await nameOrganisations(work, [network.organisationId]);
	const keep = asker.organisationId === network.organisationId && mayKeepNetworks(asker);
	return { network, asker, keep, keeperName: names.get(network.organisationId)?.name ?? "" };
}

/** A network with all that is known of it; undefined for one that is not the asker's to read. */
export async function openNetwork(work: Work, id: string): Promise<OpenedNetwork | undefined> {
	const head = await openHead(work, id);
	if (!head) return undefined;
	const { network, asker, keep, keeperName } = head;
	const members = await named(work, await parts.listMembers(work, network));
	const [leads, deliveries] = [await parts.listLeads(work, network), await parts.listDeliveries(work, network)];
	const gatherings = await gatheringsOf(work, network);
	const open = network.endedOn === null;
	const own = members.find((one) => one.partyId === asker.organisationId && one.leftOn === null) ?? null;
	const met = metOf(gatherings, work.now);
	return {
		...{ network, members, leads, deliveries, gatherings },
		keeperName,
		orders: await parts.listOrders(work, network),
		notes: await store.listNotes(work, network),
		weaknesses: weaknessesOf({ network, members, leads, deliveries, gatherings: met }, work.today),
		readers: readersOf(network.organisationId, members),
		can: {
			keep,
			own: open && own && mayKeepNetworks(asker) ? own.id : null,
			order: open && own && isIn(own, work.today) && mayOrder(asker) ? own.id : null,
		},
	};
}

/** A network that has not ended, opened by somebody who keeps it. */
export async function toKeep(
	work: Work,
	id: string,
	version: number | null = null,
): Promise<Outcome<OpenedNetwork, NetworkRefusal>> {
	const opened = await openNetwork(work, id);
	if (!opened) return refused("missing");
	if (!opened.can.keep) return refused("not-allowed");
	if (opened.network.endedOn !== null) return refused("has-ended");
	if (version !== null && version !== opened.network.version) return refused("changed-by-another");
	return done(opened);
}

/** Writes to the log what was done with a network. */
export async function noted(work: Work, deed: string, { organisationId, id }: store.Key) {
	await record(work, { verb: `network.${deed}`, objectKind: "network", objectId: id, organisationId });
}

export function nameOfActor({ actor }: Work): string {
	return actor.kind === "person" ? actor.name : "Læringsarena";
}
