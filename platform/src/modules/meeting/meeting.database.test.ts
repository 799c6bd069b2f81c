import { beforeEach, describe, expect, it } from "vitest";
import { makeAgreement } from "../../../test/agreement.ts";
import { openTestDatabase } from "../../../test/database.ts";
import { makeActor } from "../../../test/make.ts";
import type { Work } from "../../database/work.server.ts";
import { addDays, dayOf } from "../../day.ts";
import type { Actor } from "../../identity/actor.ts";
import { openLink } from "../../identity/link-token.server.ts";
import type { Outcome } from "../../outcome.ts";
import { findConcerning } from "../../registry/concerning.server.ts";
import { addDelivery } from "../agreement/follow/service.server.ts";
import type { NewArena, NewMeetings, SeatFacts } from "./contract.ts";
import { countMeetings } from "./delivered.server.ts";
import * as service from "./service.server.ts";
import { norwegianTime } from "./time.ts";

const database = await openTestDatabase();
const today = dayOf(new Date());
const telling = { mails: true, language: "nb" as const };

let council: Awaited<ReturnType<typeof makeActor>>;
let municipality: Awaited<ReturnType<typeof makeActor>>;
let stranger: Awaited<ReturnType<typeof makeActor>>;

beforeEach(async () => {
	council = await makeActor(database, { roles: ["manager"], email: `leder${Math.random()}@example.no` });
	municipality = await makeActor(database, { roles: ["agreement-coordinator"] });
	stranger = await makeActor(database, { roles: ["manager"] });
});

function finished<Value>(outcome: Outcome<Value>): Value {
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done;
}
const codes = (outcome: Outcome<unknown>): readonly string[] => (outcome.refused ?? []).map(({ code }) => code);
const as = <Value>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value>>) => database.commanding(actor, verb);
const does = async <Value>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value>>) =>
	finished(await as(actor, verb));
const open = (actor: Actor, id: string) => does(actor, (work) => service.openArena(work, id));
const meet = (actor: Actor, id: string) => does(actor, (work) => service.openMeeting(work, id));
const versionOf = async (id: string) => (await meet(council, id)).meeting.version;

const arenaFacts = (change: Partial<NewArena> = {}): NewArena => ({
	...{ name: "Samarbeidsutvalget", purpose: "Følge opp avtalen", kind: "cooperation", level: "sector" },
	...{ meetingsAYear: 4, agreementId: null, speaksFor: false, speaksDecidedBy: "", chairRotates: true },
	...{ partyIds: [municipality.organisationId], ...change },
});
const seatFacts = (change: Partial<SeatFacts> = {}): SeatFacts => ({
	...{ partyId: municipality.organisationId, role: "Kommunalsjef", represents: "leader", duty: "member" },
	...{ name: "Kari Nes", email: "kari@example.no", deputyName: "Per Å", deputyEmail: null, ...change },
});
const when = (change: Partial<NewMeetings> = {}): NewMeetings => ({
	...{ day: today, from: "00:01", to: "23:58", place: "Rådhuset", link: null, count: 1, weeksBetween: 12, ...change },
});
const arena = async () => (await does(council, (work) => service.createArena(work, arenaFacts()))).id;
/** An arena with a seat that has no account, and a meeting today with one item. */
const prepared = async () => {
	const arenaId = await arena();
	const { id: seatId } = await does(council, (work) => service.addSeat(work, arenaId, seatFacts()));
	const { ids } = await does(council, (work) => service.planMeetings(work, arenaId, when()));
	const meetingId = ids[0] ?? "";
	const item = { kind: "decision" as const, title: "Flere plasser", body: "" };
	const { id: itemId } = await does(council, (work) => service.addItem(work, meetingId, item));
	return { arenaId, seatId, meetingId, itemId };
};
const invited = async () => {
	const all = await prepared();
	const version = await versionOf(all.meetingId);
	const called = await does(council, (work) => service.invite(work, all.meetingId, version, telling));
	return { ...all, called };
};

describe("an arena", () => {
	it("is its keeper's to lead, its parties' to read and take part in, and nobody else's", async () => {
		const id = await arena();
		expect((await open(council, id)).can).toEqual({ keep: true, lead: true, takePart: true });
		expect((await open(municipality, id)).can).toEqual({ keep: false, lead: false, takePart: true });
		expect(codes(await as(stranger, (work) => service.openArena(work, id)))).toEqual(["missing"]);
		expect(
			(await database.reading(municipality, (work) => service.listArenas(work, { search: "samarbeid" }))).total,
		).toBe(1);
		expect((await database.reading(stranger, (work) => service.listArenas(work, {}))).total).toBe(0);
	});

	it("lets a party say who holds its seats, and no more", async () => {
		const id = await arena();
		const { id: seatId } = await does(council, (work) => service.addSeat(work, id, seatFacts()));
		const change = { ...seatFacts({ name: "Ola Vik", role: "Noe annet", duty: "chair" }), version: 1 };
		await does(municipality, (work) => service.changeSeat(work, id, seatId, change));
		expect((await open(council, id)).seats[0]).toMatchObject({ name: "Ola Vik", role: "Kommunalsjef", duty: "member" });
		expect(codes(await as(municipality, (work) => service.addSeat(work, id, seatFacts())))).toEqual(["not-allowed"]);
	});

	it("shows a party that is left out nothing any more", async () => {
		const id = await arena();
		await does(council, (work) => service.removeParty(work, id, municipality.organisationId));
		expect(codes(await as(municipality, (work) => service.openArena(work, id)))).toEqual(["missing"]);
	});

	it("plans a series that keeps its time of day", async () => {
		const id = await arena();
		const day = `${Number(today.slice(0, 4)) + 1}-02-10`;
		await does(council, (work) => service.planMeetings(work, id, when({ day, from: "09:00", to: "11:00", count: 4 })));
		const { meetings } = await open(municipality, id);
		expect(meetings.map(({ startsAt }) => norwegianTime(startsAt).time)).toEqual(["09:00", "09:00", "09:00", "09:00"]);
		const past = when({ day: "2020-01-01" });
		expect(codes(await as(council, (work) => service.planMeetings(work, id, past)))).toEqual(["in-the-past"]);
	});
});

describe("an arena that ends", () => {
	it("says what becomes of it and who answers for that, and stays in the list as ended", async () => {
		const id = await arena();
		const { version } = (await open(council, id)).arena;
		const end = (actor: Actor, becomes: "stops" | "network", becomesNote: string) =>
			as(actor, (work) => service.endArena(work, id, { version, becomes, becomesNote }, "Arenaen er avsluttet."));
		const day = `${Number(today.slice(0, 4)) + 1}-02-10`;
		await does(council, (work) => service.planMeetings(work, id, when({ day })));
		expect(codes(await end(municipality, "stops", ""))).toEqual(["not-allowed"]);
		expect(codes(await end(council, "network", ""))).toEqual(["needs-going-on"]);
		finished(await end(council, "network", "Regionrådet"));
		expect((await open(municipality, id)).arena).toMatchObject({
			...{ endedOn: today, becomes: "network", becomesNote: "Regionrådet" },
		});
		expect((await open(municipality, id)).meetings).toMatchObject([
			{ state: "cancelled", cancelledBecause: "Arenaen er avsluttet." },
		]);
		expect(codes(await end(council, "stops", ""))).toEqual(["changed-by-another"]);
		const listed = async (state?: "going" | "ended") =>
			(await database.reading(council, (work) => service.listArenas(work, { state }))).rows.map((row) => row.id);
		expect([(await listed()).includes(id), (await listed("going")).includes(id)]).toEqual([true, false]);
		expect(await listed("ended")).toContain(id);
	});
});

describe("items that are asked for", () => {
	it("are voted on by those with a seat, at most three each, by link too; those most wanted come first", async () => {
		const { arenaId, meetingId, seatId } = await invited();
		for (const title of ["Én", "To", "Tre", "Fire"])
			await does(municipality, (work) => service.askForItem(work, arenaId, { kind: "discussion", title, body: "" }));
		const ids = (await open(council, arenaId)).requests.map(({ id }) => id);
		const { path } = await does(council, (work) => service.makeAnswerLink(work, meetingId, seatId));
		const { actor } = finished(await openLink(database, path.split("/").at(-1) ?? ""));
		const vote = (who: Actor, chosen: readonly string[]) =>
			as(who, (work) => service.voteForItems(work, arenaId, chosen));
		expect(codes(await vote(council, ids.slice(0, 1)))).toEqual(["not-allowed"]);
		expect(codes(await vote(stranger, []))).toEqual(["missing"]);
		expect(codes(await vote(actor, ids))).toEqual(["too-many-votes"]);
		expect(codes(await vote(actor, [crypto.randomUUID()]))).toEqual(["item-unknown"]);
		finished(await vote(actor, ids.slice(1)));
		finished(await vote(actor, ids.slice(3)));
		const opened = await meet(council, meetingId);
		expect(opened.requests.map(({ votes }) => votes.length)).toEqual([0, 0, 0, 1]);
		const proposed = await database.reading(council, (work) => service.listProposals(work, opened));
		expect(proposed[0]).toMatchObject({ title: "Fire", votes: 1 });
	});
});

describe("a meeting", () => {
	it("is called once to each seat, by link where there is no account, and not without agenda or members", async () => {
		const id = await arena();
		const { ids } = await does(council, (work) => service.planMeetings(work, id, when()));
		const version = await versionOf(ids[0] ?? "");
		expect(codes(await as(council, (work) => service.invite(work, ids[0] ?? "", version, telling)))).toEqual([
			"no-seats",
			"no-items",
		]);
		const { meetingId, called } = await invited();
		expect(called).toEqual({ told: 0, mailed: 1, silent: 0 });
		const again = await versionOf(meetingId);
		expect(await does(council, (work) => service.invite(work, meetingId, again, telling))).toEqual({
			...{ told: 0, mailed: 0, silent: 0 },
		});
	});

	it("is answered by link, which also lets the member ask for an item, and nothing else", async () => {
		const { arenaId, meetingId, seatId } = await invited();
		const { path } = await does(council, (work) => service.makeAnswerLink(work, meetingId, seatId));
		const { actor } = finished(await openLink(database, path.split("/").at(-1) ?? ""));
		const { seat } = await does(actor, (work) => service.openAnswerLink(work));
		expect(seat.id).toBe(seatId);
		await does(actor, (work) => service.answerInvitation(work, meetingId, { seatId, answer: "deputy" }));
		await does(actor, (work) =>
			service.askForItem(work, arenaId, { kind: "discussion", title: "Reisevei", body: "Den er lang" }),
		);
		const seen = await open(council, arenaId);
		expect(seen.requests).toMatchObject([{ title: "Reisevei", askedByName: "Kari Nes" }]);
		expect((await meet(council, meetingId)).presence).toMatchObject([{ seatId, answer: "deputy" }]);
		const item = { kind: "decision" as const, title: "Forbi", body: "" };
		expect(codes(await as(actor, (work) => service.addItem(work, meetingId, item)))).toEqual(["not-allowed"]);
	});

	it("ends in decisions that point at what they change, shown there to those who may see it", async () => {
		const { arenaId, meetingId, itemId, seatId } = await invited();
		await does(council, (work) => service.writePresence(work, meetingId, [{ seatId, way: "holder", name: "" }]));
		const facts = { body: "Ti plasser til", seatId, ownerName: "", dueOn: null };
		const { id } = await does(council, (work) => service.decide(work, meetingId, itemId, facts));
		const object = { kind: "arena", id: arenaId };
		const point = (actor: Actor, change: { object: typeof object | null; version: number }) =>
			as(actor, (work) => service.pointDecisionAt(work, arenaId, id, change));
		const unseen = { kind: "arena", id: crypto.randomUUID() };
		expect(codes(await point(council, { object: unseen, version: 1 }))).toEqual(["object-unknown"]);
		expect(codes(await point(stranger, { object, version: 1 }))).toEqual(["missing"]);
		await point(council, { object, version: 1 });
		expect(codes(await point(council, { object: null, version: 1 }))).toEqual(["changed-by-another"]);
		expect((await open(municipality, arenaId)).decisions[0]).toMatchObject({ objectKind: "arena", objectId: arenaId });
		const about = (actor: Actor) => database.reading(actor, (work) => findConcerning(work, object, "nb"));
		expect(await about(municipality)).toMatchObject([{ concerns: [{ title: "Ti plasser til" }] }]);
		expect(await about(stranger)).toEqual([]);
		await point(council, { object: null, version: 2 });
		expect(await about(municipality)).toEqual([]);
	});

	it("ends in decisions with owner and day, which come up by themselves on the next agenda until they are done", async () => {
		const { arenaId, meetingId, itemId, seatId } = await invited();
		await does(council, (work) => service.writePresence(work, meetingId, [{ seatId, way: "deputy", name: "" }]));
		const made = { body: "Ti plasser til", seatId, ownerName: "", dueOn: today };
		const { id } = await does(council, (work) => service.decide(work, meetingId, itemId, made));
		expect(
			codes(await as(council, (work) => service.decide(work, meetingId, itemId, { ...made, seatId: null }))),
		).toEqual(["needs-owner"]);
		expect((await meet(council, meetingId)).presence).toMatchObject([{ came: "deputy", name: "Per Å" }]);
		const later = `${Number(today.slice(0, 4)) + 1}-02-10`;
		const { ids } = await does(council, (work) => service.planMeetings(work, arenaId, when({ day: later })));
		const next = ids[0] ?? "";
		expect(await does(council, (work) => service.takeUp(work, next, () => true))).toEqual({ count: 1 });
		expect(await does(council, (work) => service.takeUp(work, next, () => true))).toEqual({ count: 0 });
		expect((await meet(council, next)).items).toMatchObject([
			{ kind: "follow-up", title: "Ti plasser til", decisionId: id },
		]);
		// Calling a meeting puts what is overdue by then on its agenda: nobody has to think of it.
		const { ids: third } = await does(council, (work) => service.planMeetings(work, arenaId, when({ day: later })));
		const [last = ""] = third;
		const version = await versionOf(last);
		await does(council, (work) => service.invite({ ...work, today: later }, last, version, telling));
		const [followUp] = (await meet(council, last)).items;
		expect(followUp).toMatchObject({ kind: "follow-up", decisionId: id, outcome: "none" });
		const settling = { state: "done" as const, note: "Åpnet i august", version: 1 };
		const settle = (actor: Actor, item: string) =>
			as(actor, (work) => service.settleFollowed(work, last, item, settling));
		expect(codes(await settle(municipality, followUp?.id ?? ""))).toEqual(["not-allowed"]);
		expect(codes(await settle(council, itemId))).toEqual(["item-unknown"]);
		finished(await settle(council, followUp?.id ?? ""));
		expect((await meet(council, last)).items).toMatchObject([{ outcome: "noted" }]);
		const found = await database.reading(municipality, (work) => service.listDecisions(work, { search: "plasser" }));
		expect(found.rows).toMatchObject([{ standing: "done", arenaName: "Samarbeidsutvalget", note: "Åpnet i august" }]);
	});

	it("has minutes two can write at once without losing a word, locked once approved", async () => {
		const { meetingId, itemId, seatId } = await invited();
		const write = (minutes: string) =>
			as(council, (work) => service.writeMinutes(work, meetingId, itemId, { minutes, outcome: "noted", version: 1 }));
		finished(await write("Den ene skrev"));
		expect(codes(await write("Den andre skrev"))).toEqual(["changed-by-another"]);
		const early = await versionOf(meetingId);
		expect(codes(await as(council, (work) => service.approveMinutes(work, meetingId, early)))).toEqual([
			"not-held-yet",
		]);
		await does(council, (work) => service.writePresence(work, meetingId, [{ seatId, way: "absent", name: "" }]));
		const version = await versionOf(meetingId);
		expect(codes(await as(municipality, (work) => service.approveMinutes(work, meetingId, version)))).toEqual([
			"not-allowed",
		]);
		await does(council, (work) => service.approveMinutes(work, meetingId, version));
		expect(codes(await write("Etterpå"))).toEqual(["minutes-approved"]);
	});

	it("that is cancelled tells why, and its links are no longer good", async () => {
		const { meetingId, seatId } = await invited();
		const { path } = await does(council, (work) => service.makeAnswerLink(work, meetingId, seatId));
		const version = await versionOf(meetingId);
		await does(council, (work) => service.cancelMeeting(work, meetingId, { version, because: "Valget" }));
		expect(codes(await openLink(database, path.split("/").at(-1) ?? ""))).toEqual(["revoked"]);
		expect((await meet(municipality, meetingId)).meeting).toMatchObject({
			state: "cancelled",
			cancelledBecause: "Valget",
		});
	});
});

describe("meetings as deliveries on an agreement", () => {
	it("count those held where all parties are in, for every party, with the way for those in the arena", async () => {
		const { meetingId, seatId } = await invited();
		const question = {
			...{ commitmentId: "c", measure: "meetings", parties: [council.organisationId, municipality.organisationId] },
			...{ deliveredBy: council.organisationId, profession: null, yearOfStudy: null, unitName: null, unitId: null },
			...{ from: today, to: today },
		};
		const counted = (actor: Actor, change: Partial<typeof question> = {}) =>
			database.reading(actor, async (work) => (await countMeetings(work, [{ ...question, ...change }]))[0]);
		expect((await counted(council))?.amount).toBe(0);
		await does(council, (work) => service.writePresence(work, meetingId, [{ seatId, way: "holder", name: "" }]));
		expect(await counted(municipality)).toMatchObject({
			amount: 1,
			items: [{ id: meetingId, path: `/meetings/${meetingId}`, amount: 1, date: today }],
		});
		const three = [...question.parties, stranger.organisationId];
		expect((await counted(council, { parties: three }))?.amount).toBe(0);
		expect((await counted(stranger))?.amount).toBe(0);
		expect((await counted(council, { from: "2020-01-01", to: "2020-12-31" }))?.amount).toBe(0);
	});
});

describe("what is proposed for an agenda", () => {
	it("is what slips and what members ask for; one press puts one on, another the rest, each once", async () => {
		const other = await makeActor(database, { roles: ["manager"] });
		const { id: agreementId, commitmentIds } = await makeAgreement(database, [council, other], {
			firstDay: `${Number(today.slice(0, 4)) - 1}-01-01`,
			lastDay: `${Number(today.slice(0, 4)) + 1}-12-31`,
			commitments: [{ what: "Tjue kurs", measure: "courses", amount: 20, per: "whole" }],
		});
		const [commitmentId = ""] = commitmentIds;
		const delivered = { deliveredOn: today, amount: 1, note: "Ett kurs" };
		await does(council, (work) => addDelivery(work, agreementId, commitmentId, delivered));
		const facts = arenaFacts({ agreementId, partyIds: [other.organisationId] });
		const arenaId = (await does(council, (work) => service.createArena(work, facts))).id;
		const asked = { kind: "discussion" as const, title: "Flere veiledere", body: "" };
		await does(other, (work) => service.askForItem(work, arenaId, asked));
		const meetingId = (await does(council, (work) => service.planMeetings(work, arenaId, when()))).ids[0] ?? "";
		const proposed = async () => {
			const opened = await meet(council, meetingId);
			return database.reading(council, (work) => service.listProposals(work, opened));
		};
		expect(await proposed()).toMatchObject([
			{ kind: "commitment", id: commitmentId, title: "Tjue kurs", by: "Samarbeid", numbers: { delivered: 1 } },
			{ kind: "request", title: "Flere veiledere", by: other.name },
		]);
		const one = await does(council, (work) => service.takeUp(work, meetingId, ({ id }) => id === commitmentId));
		expect(one).toEqual({ count: 1 });
		expect(await proposed()).toHaveLength(1);
		await does(council, (work) => service.takeUp(work, meetingId, () => true));
		expect(await proposed()).toEqual([]);
		expect((await meet(council, meetingId)).items).toMatchObject([
			{ title: "Tjue kurs", kind: "follow-up", objectKind: "commitment", objectId: commitmentId },
			{ title: "Flere veiledere", askedByName: other.name },
		]);
		expect(codes(await as(other, (work) => service.takeUp(work, meetingId, () => true)))).toEqual(["not-allowed"]);
	});

	it("comes after what is followed up already and before the rest, whether one by one or all at once", async () => {
		const { meetingId: earlier, itemId } = await invited();
		const { arena } = await meet(council, earlier);
		await does(council, (work) => service.writePresence(work, earlier, []));
		for (const [body, dueOn] of [
			["Sist", addDays(today, 30)],
			["Midt i", addDays(today, 20)],
			["Først", addDays(today, 10)],
		] as const)
			await does(council, (work) =>
				service.decide(work, earlier, itemId, { body, seatId: null, ownerName: "Rådet", dueOn }),
			);
		const agendaOf = async (take: (id: string) => Promise<void>) => {
			const { ids } = await does(council, (work) => service.planMeetings(work, arena.id, when()));
			const [id = ""] = ids;
			await does(council, (work) => service.addItem(work, id, { kind: "information", title: "Velkommen", body: "" }));
			await take(id);
			return (await meet(council, id)).items.map(({ title }) => title);
		};
		const takeOne = (id: string, title: string) =>
			does(council, (work) => service.takeUp(work, id, (proposal) => proposal.title === title));
		const all = ["Først", "Midt i", "Sist", "Velkommen"];
		expect(
			await agendaOf(async (id) => void (await does(council, (work) => service.takeUp(work, id, () => true)))),
		).toEqual(all);
		const oneByOne = await agendaOf(async (id) => {
			for (const title of ["Først", "Midt i", "Sist"]) await takeOne(id, title);
		});
		expect(oneByOne).toEqual(all);
	});
});
