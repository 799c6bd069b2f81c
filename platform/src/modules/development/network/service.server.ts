import { newId, type Work } from "../../../database/work.server.ts";
import { foldName } from "../../../geography/search.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { createArena } from "../../meeting/service.server.ts";
import { mandateOf, nameOrganisations } from "../../organisation/service.server.ts";
import { mayEnter } from "../rules.ts";
import type {
	Lead,
	Member,
	MemberFacts,
	Network,
	NetworkEnd,
	NetworkFacts,
	NetworkRefusal,
	NoteFacts,
} from "./contract.ts";
import { nameOfActor, noted, readersOf, toKeep } from "./open.server.ts";
import * as parts from "./parts.store.server.ts";
import { isIn, leadOn, mayKeepNetworks, refuseNetwork } from "./rules.ts";
import * as store from "./store.server.ts";

/** A network in a list. */
export type ListedNetwork = Network & {
	readonly isOwn: boolean;
	/** How many are members today, and how many stand beside. */
	readonly members: number;
	readonly beside: number;
	readonly lead: Lead | null;
	readonly leads: readonly Lead[];
	readonly all: readonly Member[];
};

/** The networks the organisation acted for keeps or takes part in, by name. */
export async function listNetworks(work: Work): Promise<readonly ListedNetwork[]> {
	const asker = await mandateOf(work);
	const { organisationId } = asker;
	if (organisationId === null || !mayEnter(asker)) return [];
	const networks = await store.listNetworks(work, organisationId);
	if (networks.length === 0) return [];
	const [members, leads] = [await parts.listMembers(work, null), await parts.listLeads(work, null)];
	return networks.map((network) => {
		const all = members.filter(({ networkId }) => networkId === network.id);
		const inIt = all.filter((one) => isIn(one, network.endedOn ?? work.today) || network.endedOn !== null);
		const led = leads.filter(({ networkId }) => networkId === network.id);
		return {
			...{ ...network, all, leads: led, lead: leadOn(led, work.today) },
			isOwn: network.organisationId === organisationId,
			members: inIt.filter(({ standing }) => standing === "member").length,
			beside: inIt.filter(({ standing }) => standing === "beside").length,
		};
	});
}

/** Begins a network that the organisation acted for keeps and is a member of from its first day. */
export async function addNetwork(work: Work, facts: NetworkFacts): Promise<Outcome<{ id: string }, NetworkRefusal>> {
	const asker = await mandateOf(work);
	const { organisationId } = asker;
	if (organisationId === null || !mayKeepNetworks(asker)) return refused("not-allowed");
	const refusals = refuseNetwork(facts, work.today);
	if (refusals.length > 0) return refusedAll(refusals);
	const key = { organisationId, id: newId() };
	const readers = [organisationId];
	const name = (await nameOrganisations(work, [organisationId])).get(organisationId)?.name ?? "–";
	await store.insertNetwork(work, key, facts, { searchName: foldName(facts.name), readers });
	const own: MemberFacts = {
		...{ partyId: organisationId, name, standing: "member", invitedOn: null },
		...{ joinedOn: facts.foundedOn, adoptedBy: "", adoptedOn: null, anchored: null, contactRole: "", contactName: "" },
		...{ contactEmail: null, pledgedShare: null, pledgedHours: null, pledgedKroner: null, pledgedOn: null },
		pledgedWhere: "",
	};
	await parts.insertMember(work, key, newId(), own, readers);
	await noted(work, "create", key);
	return done({ id: key.id });
}

/** Changes what a network says, in the version looked at. */
export async function changeNetwork(
	work: Work,
	id: string,
	{ version, ...facts }: NetworkFacts & { readonly version: number },
): Promise<Outcome<undefined, NetworkRefusal>> {
	const opened = await toKeep(work, id, version);
	if (opened.refused) return opened;
	const refusals = refuseNetwork(facts, work.today);
	if (refusals.length > 0) return refusedAll(refusals);
	const { network } = opened.done;
	if (!(await store.updateNetwork(work, network, { facts, searchName: foldName(facts.name) })))
		return refused("changed-by-another");
	await noted(work, "change", network);
	return done(undefined);
}

/** Ends a network, with why. What it was, and who was in it, stays to be read by those who were. */
export async function endNetwork(
	work: Work,
	id: string,
	{ version, ...end }: NetworkEnd,
): Promise<Outcome<undefined, NetworkRefusal>> {
	const opened = await toKeep(work, id, version);
	if (opened.refused) return opened;
	const { network, leads } = opened.done;
	if (end.endedOn > work.today) return refused("ahead-of-today", { field: "endedOn" });
	if (end.endedOn < network.foundedOn) return refused("before-founded", { field: "endedOn" });
	if (!(await store.updateNetwork(work, network, end))) return refused("changed-by-another");
	const last = leads.at(-1);
	if (last && last.lastDay === null)
		await parts.endLead(work, network, { id: last.id, handedOver: last.handedOver, lastDay: end.endedOn });
	await noted(work, "end", network);
	return done(undefined);
}

/**
 * Makes the arena of the meeting room its gatherings are in, with those in the register who are in the network as parties.
 * The keeper of the network keeps the arena.
 */
export async function meetInArena(work: Work, id: string): Promise<Outcome<{ arenaId: string }, NetworkRefusal>> {
	const opened = await toKeep(work, id);
	if (opened.refused) return opened;
	const { network, members } = opened.done;
	if (network.arenaId !== null) return refused("has-arena");
	const made = await createArena(work, {
		...{ name: network.name, purpose: network.purpose, kind: "professional", level: "sector" },
		...{ meetingsAYear: network.gatheringsAYear, agreementId: null, speaksFor: false, speaksDecidedBy: "" },
		...{ chairRotates: network.leadRotates },
		partyIds: readersOf(network.organisationId, members).filter((one) => one !== network.organisationId),
	});
	// Whoever keeps a network keeps arenas, and those in the register stand in it.
	if (made.refused) return refused("not-allowed");
	const arena = { organisationId: network.organisationId, id: made.done.id };
	if (!(await store.updateNetwork(work, network, { arena }))) return refused("changed-by-another");
	await noted(work, "arena", network);
	return done({ arenaId: arena.id });
}

/** Writes something down about a network. Two notes that contradict each other both stand, each with its day and source. */
export async function addNote(work: Work, id: string, facts: NoteFacts): Promise<Outcome<undefined, NetworkRefusal>> {
	const opened = await toKeep(work, id);
	if (opened.refused) return opened;
	if (facts.onDay > work.today) return refused("ahead-of-today", { field: "onDay" });
	const { network, readers } = opened.done;
	await store.insertNote(work, network, { ...facts, id: newId(), recordedBy: nameOfActor(work) }, readers);
	await noted(work, "note", network);
	return done(undefined);
}

export async function removeNote(work: Work, id: string, noteId: string): Promise<Outcome<undefined, NetworkRefusal>> {
	const opened = await toKeep(work, id);
	if (opened.refused) return opened;
	const { network, notes } = opened.done;
	if (!notes.some((one) => one.id === noteId)) return refused("missing");
	await store.deleteNote(work, network, noteId);
	await noted(work, "note", network);
	return done(undefined);
}
