import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { done, finished, type Outcome } from "../../../outcome.ts";
import { planMeetings } from "../../meeting/service.server.ts";
import { demoPlaces } from "../../organisation/service.server.ts";
import type { MemberFacts } from "../network/contract.ts";
import {
	addMember,
	addNetwork,
	addNote,
	answerOrder,
	changeMember,
	giveLead,
	leaveNetwork,
	listNetworks,
	meetInArena,
	noteDelivery,
	openNetwork,
	orderFrom,
} from "../service.server.ts";
import { type DemoMember, demoNetwork } from "./network.ts";

/** A network kept by the organisation acted for, with its neighbours, a gathering ahead and a story behind. */
export async function seedNetworkDemo(work: Work): Promise<Outcome<undefined>> {
	if ((await listNetworks(work)).length > 0) return done(undefined);
	const day = (ago: number) => addDays(work.today, -ago);
	const on = (ago: number | null) => (ago === null ? null : day(ago));
	const { facts, own, members, leads, orders, notes } = demoNetwork;
	const { id } = finished(
		await addNetwork(work, { ...facts, foundedOn: day(facts.foundedOn ?? 0), planUntil: on(facts.planUntil) }),
	);
	const open = async () => {
		const opened = await openNetwork(work, id);
		if (!opened) throw new Error("the network of the demo is gone");
		return opened;
	};
	const dated = ({ facts }: Pick<DemoMember, "facts">): Omit<MemberFacts, "partyId" | "name"> => ({
		...facts,
		...{ invitedOn: on(facts.invitedOn), joinedOn: on(facts.joinedOn) },
		...{ adoptedOn: on(facts.adoptedOn), pledgedOn: on(facts.pledgedOn) },
	});
	const [first] = (await open()).members;
	if (!first) throw new Error("who keeps a network is a member of it");
	finished(
		await changeMember(work, id, first.id, {
			...{ ...dated(own), partyId: first.partyId, name: first.name, version: first.version },
		}),
	);
	const ids = [first.id];
	const { municipalities, institutions } = demoPlaces();
	for (const member of members) {
		const { place } = member;
		const partyId =
			"number" in place
				? municipalities.find(({ number }) => number === place.number)?.id
				: institutions.find(({ key }) => key === place.key)?.id;
		ids.push(finished(await addMember(work, id, { ...dated(member), partyId: partyId ?? null, name: "" })).id);
	}
	const memberAt = (at: number) => ids[at] ?? first.id;
	finished(await meetInArena(work, id));
	for (const [at, { member, name, ago }] of leads.entries())
		finished(
			await giveLead(work, id, {
				...{ memberId: memberAt(member), name, email: null, firstDay: day(ago) },
				handedOver: leads[at - 1]?.handedOver ?? "",
			}),
		);
	const year = Number(work.today.slice(0, 4));
	for (const [at, { delivered = [] }] of [own, ...members].entries())
		for (const one of delivered)
			for (const back of [0, 1])
				finished(await noteDelivery(work, id, { ...one, memberId: memberAt(at), year: year - back }));
	for (const { member, planned, ...order } of orders) {
		finished(await orderFrom(work, id, { ...order, memberId: memberAt(member) }));
		const made = (await open()).orders.find(({ wish }) => wish === order.wish);
		if (planned && made)
			finished(await answerOrder(work, id, made.id, { state: "planned", answer: "", version: made.version }));
	}
	for (const { ago, ...note } of notes) finished(await addNote(work, id, { ...note, onDay: day(ago) }));
	for (const [at, { left }] of members.entries()) {
		const version = (await open()).members.find((one) => one.id === memberAt(at + 1))?.version ?? 1;
		if (left)
			finished(
				await leaveNetwork(work, id, memberAt(at + 1), { leftOn: day(left.ago), leftBecause: left.because, version }),
			);
	}
	const { network } = await open();
	const meeting = { day: addDays(work.today, 24), from: "10:00", to: "14:00", place: "Verdal rådhus", link: null };
	if (network.arenaId) finished(await planMeetings(work, network.arenaId, { ...meeting, count: 2, weeksBetween: 12 }));
	return done(undefined);
}
