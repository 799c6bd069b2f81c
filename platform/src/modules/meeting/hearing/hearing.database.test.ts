import { beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor } from "../../../../test/make.ts";
import type { Work } from "../../../database/work.server.ts";
import { addDays, dayOf } from "../../../day.ts";
import { type Actor, system } from "../../../identity/actor.ts";
import { openLink } from "../../../identity/link-token.server.ts";
import { listInvolvement } from "../../../involvement/service.server.ts";
import type { Outcome } from "../../../outcome.ts";
import { findConcerning } from "../../../registry/concerning.server.ts";
import { searchObjects } from "../../../registry/objects.server.ts";
import type { HearingFacts, InviteeFacts } from "./contract.ts";
import { listWaiting } from "./list.store.server.ts";
import * as service from "./service.server.ts";

const database = await openTestDatabase();
const today = dayOf(new Date());
const telling = { mails: true, language: "nb" as const };

let holder: Awaited<ReturnType<typeof makeActor>>;
let union: Awaited<ReturnType<typeof makeActor>>;
let colleague: Awaited<ReturnType<typeof makeActor>>;
let stranger: Awaited<ReturnType<typeof makeActor>>;
let email: string;

beforeEach(async () => {
	email = `tillitsvalgt${Math.random()}@example.no`;
	[holder, union, stranger] = [
		await makeActor(database, { roles: ["manager"] }),
		await makeActor(database, { roles: ["employee"], email }),
		await makeActor(database, { roles: ["manager"] }),
	];
	const organisation = { id: holder.organisationId, name: holder.organisationName ?? "", kind: "municipality" };
	colleague = await makeActor(database, { organisation, roles: ["employee"] });
});

function finished<Value>(outcome: Outcome<Value>): Value {
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done;
}
const codes = (outcome: Outcome<unknown>): readonly string[] => (outcome.refused ?? []).map(({ code }) => code);
const as = <Value>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value>>) => database.commanding(actor, verb);
const does = async <Value>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value>>) =>
	finished(await as(actor, verb));
const opens = (actor: Actor, id: string) => as(actor, (work) => service.openHearing(work, id));
const open = async (actor: Actor, id: string) => finished(await opens(actor, id));
const versionOf = async (id: string) => (await open(holder, id)).hearing.version;

const facts = (change: Partial<HearingFacts> = {}): HearingFacts => ({
	...{ title: "Plan for praksis i hjemmetjenesten", body: "Utkast", question: "Er noe glemt?", phase: "plan" },
	...{ lastDay: addDays(today, 14), showsAll: true, objectKind: null, objectId: null, ...change },
});
const asked = (change: Partial<InviteeFacts> = {}): InviteeFacts => ({
	...{ role: "user-council", name: "Gerd Hofstadmyr", email: "gerd@example.no", partyId: null, ...change },
});
const draft = async (change: Partial<HearingFacts> = {}) =>
	(await does(holder, (work) => service.createHearing(work, facts(change)))).id;
const invite = (id: string, change: Partial<InviteeFacts> = {}) =>
	does(holder, (work) => service.addInvitee(work, id, asked(change)));
const send = async (id: string) => {
	const version = await versionOf(id);
	return does(holder, (work) => service.sendHearing(work, id, version, telling));
};
/** A hearing sent to a user council by link and to a union representative whose address is proved. */
const sent = async (change: Partial<HearingFacts> = {}) => {
	const id = await draft(change);
	const council = await invite(id);
	const representative = await invite(id, { role: "union", name: "Grete Moe", email });
	const told = await send(id);
	await as(system("sign-in"), async (work) => {
		await service.bindInvitees(work, union.personId, email);
		return { done: undefined };
	});
	return { id, council: council.id, union: representative.id, told };
};
const linkOf = async (id: string, inviteeId: string) => {
	const { path } = await does(holder, (work) => service.makeInputLink(work, id, inviteeId));
	return finished(await openLink(database, path.split("/").at(-1) ?? "")).actor;
};
const byAccount = (inviteeId: string, body: string, by = union) =>
	as(system("hearing input", holder.organisationId), (work) =>
		service.giveInput(work, inviteeId, body, { personId: by.personId, name: by.name }),
	);

describe("a draft", () => {
	it("is seen and changed by those who keep hearings at its holder, and nobody else", async () => {
		const id = await draft();
		expect((await open(holder, id)).can.keep).toBe(true);
		for (const actor of [colleague, stranger, union]) expect(codes(await opens(actor, id))).toEqual(["missing"]);
		expect(codes(await as(colleague, (work) => service.createHearing(work, facts())))).toEqual(["not-allowed"]);
		const change = { ...facts({ title: "Ny tittel" }), version: 7 };
		expect(codes(await as(holder, (work) => service.changeHearing(work, id, change)))).toEqual(["changed-by-another"]);
		await does(holder, (work) => service.changeHearing(work, id, { ...change, version: 1 }));
		expect((await open(holder, id)).hearing).toMatchObject({ title: "Ny tittel", version: 2 });
	});

	it("is not sent without anybody to ask, and can be deleted", async () => {
		const id = await draft({ body: "" });
		expect(codes(await as(holder, (work) => service.sendHearing(work, id, 1, telling)))).toEqual([
			"no-invitees",
			"no-text",
		]);
		await does(holder, (work) => service.removeDraft(work, id, 1));
		expect(codes(await opens(holder, id))).toEqual(["missing"]);
	});

	it("is about nothing the holder cannot see", async () => {
		const objectId = crypto.randomUUID();
		const about = facts({ objectKind: "agreement", objectId });
		expect(codes(await as(holder, (work) => service.createHearing(work, about)))).toEqual(["object-unknown"]);
	});
});

describe("a hearing that is open", () => {
	it("goes by link or to the account that proves its address, once to each", async () => {
		const { id, told } = await sent();
		expect(told).toEqual({ told: 0, mailed: 2, silent: 0 });
		expect(await send(id)).toEqual({ told: 0, mailed: 0, silent: 0 });
		const waiting = await database.reading(union, (work) =>
			listWaiting(work, { organisationId: null, personId: union.personId }),
		);
		expect(waiting).toMatchObject([{ kind: "give", id }]);
	});

	it("shows those invited what is theirs, its own people that it is held, and others nothing", async () => {
		const { id, council, union: place } = await sent();
		const link = await linkOf(id, council);
		await does(link, (work) => service.giveInput(work, council, "Reiseveien er glemt"));
		finished(await byAccount(place, "Arbeidstiden er glemt"));
		expect((await open(union, id)).inputs.map(({ body }) => body)).toEqual(["Arbeidstiden er glemt"]);
		const byLink = await does(link, (work) => service.openHearingLink(work));
		expect(byLink.whole.inputs.map(({ body }) => body)).toEqual(["Reiseveien er glemt"]);
		expect(byLink.whole.invitees).toHaveLength(1);
		expect(await open(colleague, id)).toMatchObject({ inputs: [], invitees: [] });
		expect(codes(await opens(stranger, id))).toEqual(["missing"]);
		expect((await open(holder, id)).inputs).toHaveLength(2);
		// The tables themselves hold it, whatever a page forgets to narrow.
		const rows = await database.reading(union, (work) =>
			work.db.selectFrom("meeting.hearing_input").select("body").where("hearing_id", "=", id).execute(),
		);
		expect(rows).toEqual([{ body: "Arbeidstiden er glemt" }]);
	});

	it("takes input from nobody for somebody else's place", async () => {
		const { id, council, union: place } = await sent();
		const link = await linkOf(id, council);
		const others = [
			await as(link, (work) => service.giveInput(work, place, "Noe")),
			await as(stranger, (work) => service.giveInput(work, place, "Noe")),
			await as(colleague, (work) => service.giveInput(work, place, "Noe")),
			await byAccount(place, "Noe", stranger),
			await byAccount(council, "Noe"),
		];
		expect(others.map(codes)).toEqual(others.map(() => ["missing"]));
		await does(holder, (work) => service.giveInput(work, council, "Sagt i telefonen"));
		expect((await open(holder, id)).inputs).toMatchObject([{ inviteeId: council, body: "Sagt i telefonen" }]);
	});

	it("records a role as involved on the day it first says something, in the phase of what is heard", async () => {
		const { id, council, union: place } = await sent({ phase: "decision" });
		const recorded = () => database.reading(holder, (work) => listInvolvement(work, { kind: "hearing", id }));
		expect(await recorded()).toEqual([]);
		const link = await linkOf(id, council);
		await does(link, (work) => service.sayNoRemarks(work, council));
		finished(await byAccount(place, "En"));
		finished(await byAccount(place, "To"));
		expect((await recorded()).map(({ role, phase, on }) => [role, phase, on])).toEqual([
			["user-council", "decision", today],
			["union", "decision", today],
		]);
		const involved = await database.reading(holder, async (work) =>
			service.readInvolvement(work, (await service.openHearing(work, id)).done ?? expect.fail("not opened")),
		);
		expect(involved.map(({ timeliness }) => timeliness)).toEqual(["late", "late"]);
	});

	it("gives more time and never less, and takes nothing after its last day", async () => {
		const { id, council } = await sent();
		const version = await versionOf(id);
		const move = (lastDay: string) => as(holder, (work) => service.moveLastDay(work, id, { version, lastDay }));
		expect(codes(await move(addDays(today, 3)))).toEqual(["not-earlier"]);
		expect(codes(await move(addDays(today, 20)))).toEqual([]);
		await as(system("test", holder.organisationId), async (work) => {
			await work.db
				.updateTable("meeting.hearing")
				.set({ last_day: addDays(today, -1) })
				.where("id", "=", id)
				.execute();
			return { done: undefined };
		});
		const link = await linkOf(id, council);
		expect(codes(await as(link, (work) => service.giveInput(work, council, "For sent")))).toEqual(["over"]);
	});

	it("lets nobody be taken off who has spoken, and a link that is withdrawn open nothing", async () => {
		const { id, council, union: place } = await sent();
		const { path } = await does(holder, (work) => service.makeInputLink(work, id, council));
		finished(await byAccount(place, "Noe"));
		expect(codes(await as(holder, (work) => service.removeInvitee(work, id, place)))).toEqual(["has-said"]);
		await does(holder, (work) => service.removeInvitee(work, id, council));
		expect(codes(await openLink(database, path.split("/").at(-1) ?? ""))).toEqual(["revoked"]);
	});

	it("is withdrawn with a reason, and then takes nothing", async () => {
		const { id, council } = await sent();
		const link = await linkOf(id, council);
		const version = await versionOf(id);
		const told = await does(holder, (work) =>
			service.withdrawHearing(work, id, { version, because: "Planen er lagt bort" }, telling),
		);
		expect(told).toEqual({ told: 1, mailed: 1, silent: 0 });
		expect((await open(union, id)).hearing.withdrawnBecause).toBe("Planen er lagt bort");
		expect(codes(await as(link, (work) => service.giveInput(work, council, "Noe")))).toEqual(["wrong-state"]);
	});
});

describe("closing a hearing", () => {
	const answered = async (showsAll: boolean) => {
		const all = await sent({ showsAll });
		const link = await linkOf(all.id, all.council);
		await does(link, (work) => service.giveInput(work, all.council, "Reiseveien er glemt"));
		finished(await byAccount(all.union, "Arbeidstiden er glemt"));
		const { inputs } = await open(holder, all.id);
		const first = inputs[0]?.id ?? "";
		await does(holder, (work) =>
			service.replyToInput(work, all.id, first, { reply: "taken-in", because: "Godt poeng", version: 1 }),
		);
		return { ...all, link, second: inputs[1]?.id ?? "" };
	};

	it("needs an answer to every input, tells everybody, and shows all where that was said", async () => {
		const { id, link, second } = await answered(true);
		const close = async () => {
			const version = await versionOf(id);
			return as(holder, (work) => service.closeHearing(work, id, { version, conclusion: "Planen er endret" }, telling));
		};
		expect(codes(await close())).toEqual(["unanswered"]);
		// While it is weighed, nobody reads half of the answers.
		const before = await does(link, (work) => service.openHearingLink(work));
		expect(before.whole.inputs).toMatchObject([{ reply: null, because: "" }]);
		const reply = { reply: "not" as const, because: "Står i en annen plan", version: 1 };
		await does(holder, (work) => service.replyToInput(work, id, second, reply));
		expect(codes(await as(holder, (work) => service.replyToInput(work, id, second, reply)))).toEqual([
			"changed-by-another",
		]);
		expect((await close()).done).toEqual({ told: 1, mailed: 1, silent: 0 });
		expect((await open(union, id)).inputs.map(({ reply }) => reply)).toEqual(["taken-in", "not"]);
		const after = await does(link, (work) => service.openHearingLink(work));
		expect(after.whole.inputs).toHaveLength(2);
		expect(codes(await as(holder, (work) => service.replyToInput(work, id, second, { ...reply, version: 2 })))).toEqual(
			["wrong-state"],
		);
	});

	it("shows each only their own where nothing else was said", async () => {
		const { id, link, second } = await answered(false);
		await does(holder, (work) =>
			service.replyToInput(work, id, second, { reply: "partly", because: "Litt", version: 1 }),
		);
		const version = await versionOf(id);
		await does(holder, (work) => service.closeHearing(work, id, { version, conclusion: "" }, telling));
		expect((await open(union, id)).inputs.map(({ because }) => because)).toEqual(["Litt"]);
		const after = await does(link, (work) => service.openHearingLink(work));
		expect(after.whole.inputs.map(({ because }) => because)).toEqual(["Godt poeng"]);
	});
});

describe("reminders and lists", () => {
	it("remind the silent once, near the last day", async () => {
		const { id, union: place } = await sent({ lastDay: addDays(today, 2) });
		finished(await byAccount(place, "Noe"));
		const remind = () =>
			does(system("reminders", holder.organisationId), async (work) => ({
				done: await service.remindOf(work, id, true),
			}));
		expect(await remind()).toEqual({ told: 0, mailed: 0, silent: 0 });
		await as(system("test", holder.organisationId), async (work) => {
			const invited_at = new Date(work.now.getTime() - 2 * 86_400_000);
			await work.db.updateTable("meeting.hearing_invitee").set({ invited_at }).where("hearing_id", "=", id).execute();
			return { done: undefined };
		});
		expect(await remind()).toEqual({ told: 0, mailed: 1, silent: 0 });
		expect(await remind()).toEqual({ told: 0, mailed: 0, silent: 0 });
	});

	it("let people point at a hearing that is sent, and show it at what it is about", async () => {
		const about = await draft({ title: "Plan for veiledere" });
		const object = { kind: "hearing", id: about };
		const { id } = await sent({ title: "Veiledernes tid", objectKind: object.kind, objectId: object.id });
		const search = (actor: Actor) => database.reading(actor, (work) => searchObjects(work, ["veileder"]));
		expect((await search(holder)).map((card) => card.id)).toEqual([id]);
		expect(await search(stranger)).toEqual([]);
		const concerning = (actor: Actor) => database.reading(actor, (work) => findConcerning(work, object, "nb"));
		expect(await concerning(holder)).toMatchObject([{ title: "Høringer om dette", concerns: [{ id }] }]);
		expect(await concerning(stranger)).toEqual([]);
	});

	it("hold the holder's hearings and those one is invited to, by what is urgent, searched and narrowed", async () => {
		const { id } = await sent();
		const other = await draft({ title: "Kompetanseplan" });
		const list = (actor: Actor, query = {}) => database.reading(actor, (work) => service.listHearings(work, query));
		expect((await list(holder)).rows.map((row) => row.id)).toEqual([id, other]);
		expect((await list(holder)).rows[0]).toMatchObject({ standing: "open", invited: 2, silent: 2, unanswered: 0 });
		expect((await list(holder, { search: "kompetanse" })).rows.map((row) => row.id)).toEqual([other]);
		expect((await list(holder, { standing: "draft" })).rows.map((row) => row.id)).toEqual([other]);
		expect((await list(holder, { pageSize: 1, offset: 1, sort: "title" })).rows.map((row) => row.id)).toEqual([id]);
		expect((await list(union)).rows.map((row) => row.id)).toEqual([id]);
		expect((await list(colleague)).rows.map((row) => row.id)).toEqual([id]);
		expect((await list(stranger)).total).toBe(0);
	});
});
