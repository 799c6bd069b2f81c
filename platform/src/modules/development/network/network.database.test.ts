import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { doing } from "../../../../test/doing.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { addDays, dayOf } from "../../../day.ts";
import type { Actor } from "../../../identity/actor.ts";
import { openArena } from "../../meeting/service.server.ts";
import {
	addMember,
	addNetwork,
	addNote,
	answerOrder,
	changeMember,
	changeNetwork,
	endNetwork,
	giveLead,
	leaveNetwork,
	listNetworks,
	meetInArena,
	noteDelivery,
	openNetwork,
	orderFrom,
	removeMember,
	removeNote,
	undoDelivery,
} from "../service.server.ts";
import type { MemberFacts, NetworkFacts } from "./contract.ts";

const database = await openTestDatabase();
const { does, codes } = doing(database);
const today = dayOf(new Date());
const day = (ago: number) => addDays(today, -ago);
const thisYear = Number(today.slice(0, 4));

const facts: NetworkFacts = {
	...{ name: "Fagnettverk for pleie og omsorg", purpose: "Folk skal få like god hjelp der de bor.", kind: "owned" },
	...{ foundedOn: day(900), foundedBy: "Kommunestyrene", owners: "Ordførerne", decides: "Enighet" },
	...{
		moneyKind: "fee",
		money: "40 000 kroner hver",
		leadRotates: true,
		gatheringsAYear: 4,
		plan: "",
		planUntil: null,
	},
};
const joining: MemberFacts = {
	...{
		partyId: null,
		name: "",
		standing: "member",
		invitedOn: day(100),
		joinedOn: day(90),
		adoptedBy: "Formannskapet",
	},
	...{ adoptedOn: day(95), anchored: "line", contactRole: "Kommunalsjef", contactName: "Ola", contactEmail: null },
	...{ pledgedShare: null, pledgedHours: 120, pledgedKroner: null, pledgedOn: day(95), pledgedWhere: "Avtalen" },
};

async function network() {
	const [keeper, neighbour, other] = [
		await makeOrganisation(database),
		await makeOrganisation(database),
		await makeOrganisation(database),
	];
	const leader = await makeActor(database, { organisation: keeper, roles: ["network-leader"] });
	const theirs = await makeActor(database, { organisation: neighbour, roles: ["network-leader"] });
	const unit = await makeActor(database, { organisation: neighbour, roles: ["unit-leader"] });
	const outside = await makeActor(database, { organisation: other, roles: ["network-leader"] });
	const { id } = await does(leader, (work) => addNetwork(work, facts));
	const open = (actor: Actor) => database.reading(actor, (work) => openNetwork(work, id));
	const join = (facts: Partial<MemberFacts>) => does(leader, (work) => addMember(work, id, { ...joining, ...facts }));
	return { keeper, neighbour, other, leader, theirs, unit, outside, id, open, join };
}

it("is read by its keeper and its members, from the day they are asked until they leave", async () => {
	const { neighbour, leader, theirs, outside, id, open, join } = await network();
	expect(await open(theirs)).toBeUndefined();
	const { id: memberId } = await join({ partyId: neighbour.id, joinedOn: null });
	expect((await open(theirs))?.network.name).toBe(facts.name);
	expect(await open(outside)).toBeUndefined();
	expect(await database.reading(outside, listNetworks)).toEqual([]);
	expect(await database.reading(theirs, listNetworks)).toMatchObject([{ id, isOwn: false, members: 1 }]);
	// The member says itself when it joined, and what it gives; who it is, is not its to say.
	const asked = (await open(theirs))?.members.find((one) => one.id === memberId);
	const said = {
		...joining,
		partyId: null,
		name: "En annen",
		standing: "beside" as const,
		version: asked?.version ?? 0,
	};
	await does(theirs, (work) => changeMember(work, id, memberId, said));
	const member = (await open(leader))?.members.find((one) => one.id === memberId);
	expect(member).toMatchObject({ partyId: neighbour.id, standing: "member", joinedOn: day(90), pledgedHours: 120 });
	expect(await codes(theirs, (work) => changeNetwork(work, id, { ...facts, version: 1 }))).toEqual(["not-allowed"]);
	const gone = { leftOn: today, leftBecause: "Sparing", version: member?.version ?? 0 };
	await does(theirs, (work) => leaveNetwork(work, id, memberId, gone));
	expect(await open(theirs)).toBeUndefined();
	expect((await open(leader))?.members.find((one) => one.id === memberId)).toMatchObject({ leftBecause: "Sparing" });
	// It may be asked again.
	await join({ partyId: neighbour.id });
	expect(await open(theirs)).toBeDefined();
});

it("takes in those who stand in no register, and nobody twice or unknown", async () => {
	const { neighbour, leader, id, open, join } = await network();
	await join({ partyId: neighbour.id });
	await join({ name: "Mobilt palliativt team", standing: "beside" });
	const add = (change: Partial<MemberFacts>) => codes(leader, (work) => addMember(work, id, { ...joining, ...change }));
	expect(await add({ partyId: neighbour.id })).toEqual(["stands-already"]);
	expect(await add({ partyId: "01900000-0000-7000-8000-000000000000" })).toEqual(["organisation-unknown"]);
	expect(await add({})).toEqual(["name-missing"]);
	expect((await open(leader))?.members.map(({ name, standing }) => [name, standing])).toContainEqual([
		...["Mobilt palliativt team", "beside"],
	]);
});

it("passes the lead on with what is handed over, and has one who leads at a time", async () => {
	const { neighbour, leader, theirs, id, open, join } = await network();
	const { id: memberId } = await join({ partyId: neighbour.id });
	const own = (await open(leader))?.members.find((one) => one.id !== memberId)?.id ?? "";
	expect((await open(leader))?.weaknesses.map(({ weakness }) => weakness)).toContain("no-lead");
	const lead = { memberId: own, name: "Kari", email: null, firstDay: day(60), handedOver: "" };
	await does(leader, (work) => giveLead(work, id, lead));
	const next = { memberId, name: "Ola", email: null, firstDay: day(10), handedOver: "Planen er halvferdig." };
	expect(await codes(theirs, (work) => giveLead(work, id, next))).toEqual(["not-allowed"]);
	await does(leader, (work) => giveLead(work, id, next));
	const opened = await open(theirs);
	expect(opened?.leads).toMatchObject([
		{ name: "Kari", lastDay: day(11), handedOver: "Planen er halvferdig." },
		{ name: "Ola", lastDay: null },
	]);
	expect(opened?.weaknesses.map(({ weakness }) => weakness)).not.toContain("no-lead");
	expect(await codes(leader, (work) => removeMember(work, id, memberId))).toEqual(["has-done-something"]);
});

it("works on what its members order, and says why where it does not", async () => {
	const { neighbour, leader, unit, theirs, outside, id, open, join } = await network();
	const { id: memberId } = await join({ partyId: neighbour.id });
	const order = { memberId, wish: "Felles kurs i palliasjon", orderedBy: "Ola", isLine: true, importance: 1 };
	await does(unit, (work) => orderFrom(work, id, order));
	const own = (await open(leader))?.members.find((one) => one.id !== memberId)?.id ?? "";
	expect(await codes(unit, (work) => orderFrom(work, id, { ...order, memberId: own }))).toEqual(["not-allowed"]);
	expect(await codes(outside, (work) => orderFrom(work, id, order))).toEqual(["missing"]);
	const [made] = (await open(theirs))?.orders ?? [];
	if (!made) throw new Error("an order");
	const answer = { state: "declined" as const, answer: "", version: made.version };
	expect(await codes(theirs, (work) => answerOrder(work, id, made.id, answer))).toEqual(["not-allowed"]);
	expect(await codes(leader, (work) => answerOrder(work, id, made.id, answer))).toEqual(["answer-missing"]);
	await does(leader, (work) => answerOrder(work, id, made.id, { ...answer, answer: "Fylket har kurset." }));
	expect((await open(theirs))?.orders).toMatchObject([{ state: "declined", answer: "Fylket har kurset." }]);
});

it("counts what members put in against what they have promised; what is undone stays and does not count", async () => {
	const { neighbour, leader, theirs, unit, id, open, join } = await network();
	const { id: memberId } = await join({ partyId: neighbour.id });
	const put = { memberId, year: thisYear, hours: 30, note: "Kurskveld" };
	await does(theirs, (work) => noteDelivery(work, id, put));
	expect(await codes(unit, (work) => noteDelivery(work, id, put))).toEqual(["not-allowed"]);
	expect(await codes(theirs, (work) => noteDelivery(work, id, { ...put, year: thisYear + 1 }))).toEqual([
		"ahead-of-today",
	]);
	const [one] = (await open(leader))?.deliveries ?? [];
	await does(leader, (work) => undoDelivery(work, id, one?.id ?? ""));
	expect((await open(theirs))?.deliveries).toMatchObject([{ hours: 30, undoneBy: expect.stringMatching(/./) }]);
});

it("meets in an arena of the meeting room, which those who join become party to", async () => {
	const { keeper, neighbour, other, leader, theirs, id, open, join } = await network();
	await join({ partyId: neighbour.id });
	expect(await codes(theirs, (work) => meetInArena(work, id))).toEqual(["not-allowed"]);
	const { arenaId } = await does(leader, (work) => meetInArena(work, id));
	expect(await codes(leader, (work) => meetInArena(work, id))).toEqual(["has-arena"]);
	await join({ partyId: other.id });
	const arena = await database.reading(theirs, (work) => openArena(work, arenaId));
	expect(new Set(arena.done?.parties.map((party) => party.id))).toEqual(new Set([keeper.id, neighbour.id, other.id]));
	expect((await open(theirs))?.network.arenaId).toBe(arenaId);
	expect((await open(theirs))?.gatherings).toEqual([]);
});

it("keeps notes that contradict each other, and when it ends its story stays and nothing changes", async () => {
	const { neighbour, leader, theirs, id, open, join } = await network();
	const { id: memberId } = await join({ partyId: neighbour.id });
	const note = (note: string, source: string) => ({ onDay: day(1), note, source });
	await does(leader, (work) => addNote(work, id, note("Tre medlemmer", "Tabell 5.1")));
	await does(leader, (work) => addNote(work, id, note("Fire medlemmer", "Teksten")));
	await does(leader, (work) => addNote(work, id, note("En feil", "")));
	expect(await codes(theirs, (work) => addNote(work, id, note("Nei", "")))).toEqual(["not-allowed"]);
	const wrong = (await open(leader))?.notes.find((one) => one.note === "En feil");
	await does(leader, (work) => removeNote(work, id, wrong?.id ?? ""));
	const version = async () => (await open(leader))?.network.version ?? 0;
	const end = { endedOn: day(1), endedBecause: "Som planlagt", version: await version() };
	expect(await codes(theirs, (work) => endNetwork(work, id, end))).toEqual(["not-allowed"]);
	await does(leader, (work) => endNetwork(work, id, end));
	const opened = await open(theirs);
	expect(opened?.network).toMatchObject({ endedOn: day(1), endedBecause: "Som planlagt" });
	expect(new Set(opened?.notes.map((one) => one.note))).toEqual(new Set(["Tre medlemmer", "Fire medlemmer"]));
	expect(opened?.weaknesses).toEqual([]);
	expect(await codes(leader, (work) => addNote(work, id, note("Senere", "")))).toEqual(["has-ended"]);
	const leaving = { leftOn: today, leftBecause: "x", version: 1 };
	expect(await codes(leader, (work) => leaveNetwork(work, id, memberId, leaving))).toEqual(["has-ended"]);
});
