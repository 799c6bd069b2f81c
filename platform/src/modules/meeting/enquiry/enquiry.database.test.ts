import { beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import type { Work } from "../../../database/work.server.ts";
import { addDays, dayOf } from "../../../day.ts";
import { type Actor, system } from "../../../identity/actor.ts";
import { openLink } from "../../../identity/link-token.server.ts";
import type { Outcome } from "../../../outcome.ts";
import { searchObjects } from "../../../registry/objects.server.ts";
import { createContact } from "../../organisation/service.server.ts";
import * as meeting from "../service.server.ts";
import type { NewEnquiries } from "./contract.ts";
import { remindOfEnquiry } from "./remind.server.ts";
import * as service from "./service.server.ts";
import { forgetSettled, listLate } from "./store.server.ts";
import { findWaitingEnquiries } from "./waiting.server.ts";

const database = await openTestDatabase();
const today = dayOf(new Date());
const telling = { mails: true, language: "nb" as const };

let institution: Awaited<ReturnType<typeof makeActor>>;
let municipality: Awaited<ReturnType<typeof makeActor>>;
let stranger: Awaited<ReturnType<typeof makeActor>>;

beforeEach(async () => {
	institution = await makeActor(database, {
		organisation: await makeOrganisation(database, { kind: "institution" }),
		roles: ["placement-coordinator"],
	});
	municipality = await makeActor(database, { roles: ["manager"] });
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
const open = (actor: Actor, id: string) => does(actor, (work) => service.openEnquiry(work, id));
const facts = (change: Partial<NewEnquiries> = {}): NewEnquiries => ({
	...{ asks: "places", subject: "Ti plasser i hjemmetjenesten", body: "Kan dere ta imot ti studenter?", theme: null },
	...{ unitName: "", dueOn: addDays(today, 14), receiverIds: [municipality.organisationId], arenaIds: [], ...change },
});
const send = async (change: Partial<NewEnquiries> = {}) =>
	does(institution, (work) => service.sendEnquiries(work, facts(change), telling));
const sent = async (change: Partial<NewEnquiries> = {}) => (await send(change)).ids[0] ?? "";
const notices = (actor: { readonly personId: string }) =>
	database.reading(system("test"), async (work) =>
		work.db.selectFrom("notice.notice").select(["kind", "link"]).where("person_id", "=", actor.personId).execute(),
	);
/** Makes the wished day of an enquiry lie behind. */
const behind = (id: string, days: number) =>
	does(system("test"), async (work) => {
		await work.db
			.updateTable("meeting.enquiry")
			.set({ due_on: addDays(today, -days) })
			.where("id", "=", id)
			.execute();
		return { done: undefined };
	});

describe("an enquiry", () => {
	it("reaches those who answer for the receiver, is read by both sides and by nobody else", async () => {
		const { ids, counts } = await send();
		expect(counts).toEqual({ told: 1, mailed: 0, silent: 0 });
		const id = ids[0] ?? "";
		expect((await notices(municipality)).map(({ link }) => link)).toEqual([`/enquiries/${id}`]);
		expect((await open(municipality, id)).can).toMatchObject({ answer: true, forward: true, withdraw: false });
		expect((await open(institution, id)).can).toMatchObject({ answer: false, withdraw: true });
		expect(codes(await as(stranger, (work) => service.openEnquiry(work, id)))).toEqual(["missing"]);
		const found = await database.reading(municipality, (work) =>
			service.listEnquiries(work, { box: "received", search: "hjemmetjenesten" }),
		);
		expect(found.rows).toMatchObject([{ id, standing: "sent", fromName: institution.organisationName, waited: 0 }]);
		expect((await database.reading(stranger, (work) => service.listEnquiries(work, {}))).total).toBe(0);
		// A decision can point at it, for those who read it.
		const pointed = (actor: Actor) => database.reading(actor, (work) => searchObjects(work, ["hjemmetjenesten"]));
		expect(await pointed(municipality)).toMatchObject([{ kind: "enquiry", id }]);
		expect(await pointed(stranger)).toEqual([]);
	});

	it("goes to several at once, one each, and never to oneself, to nobody or back in time", async () => {
		const { ids } = await send({ receiverIds: [municipality.organisationId, stranger.organisationId] });
		expect(ids).toHaveLength(2);
		const refuse = async (change: Partial<NewEnquiries>) =>
			codes(await as(institution, (work) => service.sendEnquiries(work, facts(change), telling)));
		expect(await refuse({ receiverIds: [] })).toEqual(["needs-receiver"]);
		expect(await refuse({ receiverIds: [institution.organisationId] })).toEqual(["own-organisation"]);
		expect(await refuse({ dueOn: addDays(today, -1) })).toEqual(["in-the-past"]);
	});

	it("is taken, asked back about, replied to and answered; each is told, and the days it waited are given back", async () => {
		const id = await sent();
		await does(municipality, (work) => service.takeEnquiry(work, id, 1));
		await does(municipality, (work) => service.askBack(work, id, { body: "Hvilket år?", version: 2 }));
		await does(system("test"), async (work) => {
			await work.db
				.updateTable("meeting.enquiry")
				.set({ asked_back_on: addDays(today, -3) })
				.where("id", "=", id)
				.execute();
			return { done: undefined };
		});
		expect((await database.reading(institution, findWaitingEnquiries)).map(({ path }) => path)).toEqual([
			`/enquiries/${id}`,
		]);
		await does(institution, (work) => service.replyToEnquiry(work, id, { body: "Andre år.", version: 3 }, telling));
		const replied = await open(municipality, id);
		expect(replied.enquiry).toMatchObject({ state: "taken", dueOn: addDays(today, 17), ownerName: municipality.name });
		await does(municipality, (work) => service.answerEnquiry(work, id, { body: "Ja, seks.", version: 4 }));
		const { enquiry, steps } = await open(institution, id);
		expect(enquiry.state).toBe("answered");
		expect(steps.map(({ what }) => what)).toEqual(["sent", "taken", "asked-back", "replied", "answered"]);
		expect((await notices(institution)).map(({ kind }) => kind)).toEqual(["enquiry.moved", "enquiry.moved"]);
		expect(codes(await as(municipality, (work) => service.takeEnquiry(work, id, 5)))).toEqual(["settled"]);
	});

	it("that two answer at once keeps the first answer", async () => {
		const id = await sent();
		await does(municipality, (work) => service.answerEnquiry(work, id, { body: "Ja.", version: 1 }));
		const second = await as(municipality, (work) => service.answerEnquiry(work, id, { body: "Nei.", version: 1 }));
		expect(codes(second)).toEqual(["changed-by-another"]);
		expect((await open(institution, id)).steps.at(-1)?.body).toBe("Ja.");
	});

	it("is refused with a reason, and another reason needs words", async () => {
		const id = await sent();
		const refuse = (reason: "other" | "no-capacity", body: string) =>
			as(municipality, (work) => service.refuseEnquiry(work, id, { reason, body, version: 1 }));
		expect(codes(await refuse("other", ""))).toEqual(["needs-words"]);
		finished(await refuse("no-capacity", ""));
		expect((await open(institution, id)).enquiry).toMatchObject({ state: "refused", reason: "no-capacity" });
	});

	it("is sent on to another organisation, which reads what was said; the first one still follows it", async () => {
		const id = await sent();
		await does(municipality, (work) =>
			service.forwardEnquiry(
				work,
				id,
				{
					receiverId: stranger.organisationId,
					responsibility: "placements",
					unitId: null,
					body: "De har plass.",
					version: 1,
				},
				telling,
			),
		);
		expect((await open(stranger, id)).can.answer).toBe(true);
		expect((await open(stranger, id)).steps.map(({ what }) => what)).toEqual(["sent", "forwarded"]);
		expect((await open(municipality, id)).can.answer).toBe(false);
	});
});

describe("an enquiry to somebody without an account", () => {
	it("goes by mail as a link, and is answered by it", async () => {
		const empty = await makeOrganisation(database);
		await does(system("test", empty.id), (work) =>
			createContact(work, {
				...{ responsibility: "placements" as const, profession: null, unitId: null, membershipId: null },
				...{ deputyMembershipId: null, name: "Postmottak", email: "post@example.no", phone: null, note: null },
				published: true,
			}),
		);
		const { ids, counts } = await send({ receiverIds: [empty.id] });
		expect(counts).toEqual({ told: 0, mailed: 1, silent: 0 });
		const id = ids[0] ?? "";
		const made = await does(institution, (work) => service.makeEnquiryLink(work, id, 1));
		const link = finished(await openLink(database, made.path.slice("/link/".length)));
		const said = { body: "Vi kan ta to.", version: 1, name: "Kari Nes" };
		await does(link.actor, (work) => service.answerEnquiry(work, id, said));
		const { enquiry, steps, names } = await open(institution, id);
		expect(enquiry.state).toBe("answered");
		expect(steps.at(-1)).toMatchObject({ byName: "Kari Nes", byOrganisationId: empty.id, body: "Vi kan ta to." });
		expect(names.get(empty.id)).toBe(empty.name);
		expect(codes(await as(link.actor, (work) => service.answerEnquiry(work, id, said)))).toEqual([
			"changed-by-another",
		]);
		const other = await sent();
		expect(codes(await as(link.actor, (work) => service.answerEnquiry(work, other, said)))).toEqual([
			"changed-by-another",
		]);
		expect((await open(institution, other)).enquiry.state).toBe("sent");
	});
});

describe("an enquiry nobody answers", () => {
	it("is reminded of, then told to those who lead, and shown to both sides", async () => {
		const id = await sent();
		await behind(id, 2);
		expect((await database.reading(system("test"), listLate)).map((one) => one.id)).toContain(id);
		const program = system("test", institution.organisationId);
		expect(await does(program, (work) => remindOfEnquiry(work, id, telling))).toBe("remind");
		expect(await does(program, (work) => remindOfEnquiry(work, id, telling))).toBeNull();
		await does(system("test"), async (work) => {
			await work.db
				.updateTable("meeting.enquiry")
				.set({ reminded_on: addDays(today, -3) })
				.where("id", "=", id)
				.execute();
			return { done: undefined };
		});
		expect(await does(program, (work) => remindOfEnquiry(work, id, telling))).toBe("escalate");
		expect((await open(institution, id)).steps.map(({ what }) => what)).toEqual(["sent", "reminded", "escalated"]);
		expect((await notices(municipality)).length).toBe(3);
		expect((await notices(institution)).length).toBe(1);
		expect(await database.reading(municipality, findWaitingEnquiries)).toMatchObject([{ urgency: "now" }]);
		const { rows } = await database.reading(institution, (work) => service.listEnquiries(work, { standing: "late" }));
		expect(rows).toMatchObject([{ id, standing: "late" }]);
	});

	it("counts against the receiver: in time, late and unanswered, of those that should have been answered", async () => {
		const [inTime, late, unanswered] = [await sent(), await sent(), await sent()];
		await sent();
		await behind(late, 1);
		await behind(unanswered, 1);
		for (const id of [inTime, late])
			await does(municipality, (work) => service.answerEnquiry(work, id, { body: "Ja.", version: 1 }));
		expect(await database.reading(institution, service.countAnswering)).toMatchObject([
			{ receiverId: municipality.organisationId, inTime: 1, late: 1, unanswered: 1, waiting: 1 },
		]);
	});

	it("is kept while it is open, and goes long after it is settled", async () => {
		const [open, settled] = [await sent(), await sent()];
		await does(municipality, (work) => service.answerEnquiry(work, settled, { body: "Ja.", version: 1 }));
		const forgotten = await does(system("test"), async (work) => ({
			done: await forgetSettled(work, addDays(today, 1)),
		}));
		expect(forgotten).toBeGreaterThan(0);
		const { rows } = await database.reading(institution, (work) => service.listEnquiries(work, {}));
		expect(rows.map(({ id }) => id)).toEqual([open]);
	});
});

describe("an arena that answers for its parties", () => {
	it("is asked by anybody, answers by its chair, and its parties are told what was answered in their name", async () => {
		const council = await makeActor(database, { roles: ["manager"] });
		const arena = {
			...({ name: "Trøndelagsrådet", purpose: "", kind: "inter-municipal", level: "top", meetingsAYear: 4 } as const),
			...{ agreementId: null, speaksFor: true, speaksDecidedBy: "Kommunestyrene, juni 2026", chairRotates: false },
			partyIds: [municipality.organisationId],
		};
		const { id: arenaId } = await does(council, (work) => meeting.createArena(work, arena));
		expect((await database.reading(stranger, service.listSpeakingArenas)).map(({ id }) => id)).toContain(arenaId);
		const id = await sent({ receiverIds: [], arenaIds: [arenaId] });
		expect((await open(municipality, id)).can.answer).toBe(false);
		expect((await open(council, id)).can).toMatchObject({ answer: true, forward: false });
		await does(council, (work) => service.answerEnquiry(work, id, { body: "Ja, alle fire.", version: 1 }));
		expect((await notices(municipality)).map(({ kind }) => kind)).toEqual(["enquiry.moved"]);
		const named = await database.reading(municipality, (work) => service.listEnquiries(work, { box: "members" }));
		expect(named.rows).toMatchObject([{ id, toName: "Trøndelagsrådet", standing: "answered" }]);
	});
});
