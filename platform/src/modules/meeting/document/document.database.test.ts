import { beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor } from "../../../../test/make.ts";
import type { Work } from "../../../database/work.server.ts";
import { addDays, dayOf } from "../../../day.ts";
import { mostBytes } from "../../../file/file-type.ts";
import type { Actor } from "../../../identity/actor.ts";
import { openLink } from "../../../identity/link-token.server.ts";
import type { Outcome } from "../../../outcome.ts";
import * as hearings from "../hearing/service.server.ts";
import * as meetings from "../service.server.ts";
import { type DocumentPlace, mostDocuments } from "./contract.ts";
import { addDocument, listDocuments, readDocument, removeDocument } from "./service.server.ts";

const database = await openTestDatabase();
const today = dayOf(new Date());

let council: Awaited<ReturnType<typeof makeActor>>;
let municipality: Awaited<ReturnType<typeof makeActor>>;
let stranger: Awaited<ReturnType<typeof makeActor>>;

beforeEach(async () => {
	council = await makeActor(database, { roles: ["manager"] });
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
const reads = (actor: Actor, id: string) => database.reading(actor, (work) => readDocument(work, id));

const pdf = (name = "sak.pdf") => ({ name, content: new TextEncoder().encode("%PDF-1.7 innhold") });
const add = (actor: Actor, place: DocumentPlace, file: { name: string; content: Uint8Array } | null, link?: string) =>
	as(actor, (work) => addDocument(work, place, { title: "", link: link ?? null, file }));

/** An arena of the council and the municipality, with a meeting today and one seat without account. */
const prepared = async () => {
	const { id: arenaId } = await does(council, (work) =>
		meetings.createArena(work, {
			...{ name: "Samarbeidsutvalget", purpose: "", kind: "cooperation", level: "sector", meetingsAYear: 4 },
			...{
				agreementId: null,
				speaksFor: false,
				speaksDecidedBy: "",
				chairRotates: false,
				partyIds: [municipality.organisationId],
			},
		}),
	);
	const { id: seatId } = await does(council, (work) =>
		meetings.addSeat(work, arenaId, {
			...{ partyId: municipality.organisationId, role: "Kommunalsjef", represents: "leader", duty: "member" },
			...{ name: "Kari Nes", email: null, deputyName: "", deputyEmail: null },
		}),
	);
	const when = { day: today, from: "00:01", to: "23:58", place: "", link: null, count: 2, weeksBetween: 1 };
	const { ids } = await does(council, (work) => meetings.planMeetings(work, arenaId, when));
	const [meetingId = "", otherId = ""] = ids;
	const item = { kind: "decision" as const, title: "Flere plasser", body: "" };
	const { id: itemId } = await does(council, (work) => meetings.addItem(work, meetingId, item));
	const at = (change: { meetingId?: string; itemId?: string } = {}): DocumentPlace => ({
		...{ of: "arena", arenaId, meetingId: change.meetingId ?? null, itemId: change.itemId ?? null },
	});
	return { arenaId, seatId, meetingId, otherId, itemId, at };
};

describe("a document of an arena", () => {
	it("is added by those who take part, read by the parties, and by nobody else", async () => {
		const { arenaId, meetingId, itemId, at } = await prepared();
		const { id } = finished(await add(municipality, at({ meetingId, itemId }), pdf("../../Sak\u0000 2.pdf")));
		expect(await reads(council, id)).toMatchObject({ name: "....Sak 2.pdf", mediaType: "application/pdf" });
		expect(await reads(stranger, id)).toBeUndefined();
		expect(await database.reading(stranger, (work) => listDocuments(work, { arenaId }))).toEqual([]);
		expect(codes(await add(stranger, at(), pdf()))).toEqual(["missing"]);
		expect(codes(await add(council, at({ meetingId, itemId: crypto.randomUUID() }), pdf()))).toEqual(["item-unknown"]);
		const rows = await database.reading(stranger, (work) =>
			work.db.selectFrom("meeting.document").select("id").where("id", "=", id).execute(),
		);
		expect(rows).toEqual([]);
	});

	it("is what it is in itself: a page, a program or a file of macros under another name is not taken in", async () => {
		const { at } = await prepared();
		const hostile = ["<!doctype html><script>alert(1)</script>", "MZ\u0090", "PK\u0003\u0004 ikke et arkiv", "<svg/>"];
		for (const content of hostile) {
			const file = { name: "rapport.pdf", content: new TextEncoder().encode(content) };
			expect(codes(await add(council, at(), file)), content).toEqual(["file-type"]);
		}
		const large = new Uint8Array(mostBytes + 1);
		large.set(pdf().content);
		expect(codes(await add(council, at(), { name: "stor.pdf", content: large }))).toEqual(["file-type"]);
		expect(codes(await add(council, at(), null))).toEqual(["file-or-link"]);
		expect(codes(await add(council, at(), pdf(), "https://example.no"))).toEqual(["file-or-link"]);
	});

	it("can be an address on the web, and not one that runs", async () => {
		const { at } = await prepared();
		finished(await add(council, at(), null, "https://www.example.no/sak"));
		await expect(add(council, at(), null, "javascript:alert(1)")).rejects.toThrow();
	});

	it("is removed by who leads, or by the party that added it", async () => {
		const { arenaId, at } = await prepared();
		const theirs = finished(await add(municipality, at(), pdf())).id;
		const ours = finished(await add(council, at(), pdf())).id;
		const removes = (actor: Actor, id: string) => as(actor, (work) => removeDocument(work, id));
		expect(codes(await removes(municipality, ours))).toEqual(["not-allowed"]);
		expect(codes(await removes(stranger, ours))).toEqual(["missing"]);
		finished(await removes(municipality, theirs));
		finished(await removes(council, ours));
		expect(await database.reading(council, (work) => listDocuments(work, { arenaId }))).toEqual([]);
	});

	it("has a limit at each place", async () => {
		const { meetingId, at } = await prepared();
		for (let number = 0; number < mostDocuments; number++) finished(await add(council, at(), pdf()));
		expect(codes(await add(council, at(), pdf()))).toEqual(["too-many-documents"]);
		finished(await add(council, at({ meetingId }), pdf()));
	});

	it("is read by the link of a member for that meeting and the arena, and no other meeting", async () => {
		const { meetingId, otherId, seatId, at } = await prepared();
		const own = finished(await add(council, at({ meetingId }), pdf())).id;
		const shared = finished(await add(council, at(), pdf())).id;
		const other = finished(await add(council, at({ meetingId: otherId }), pdf())).id;
		const { meeting } = await does(council, (work) => meetings.openMeeting(work, meetingId));
		await does(council, (work) => meetings.invite(work, meetingId, meeting.version, { mails: false, language: "nb" }));
		const { path } = await does(council, (work) => meetings.makeAnswerLink(work, meetingId, seatId));
		const { actor } = finished(await openLink(database, path.split("/").at(-1) ?? ""));
		expect(await reads(actor, own)).toBeDefined();
		expect(await reads(actor, shared)).toBeDefined();
		expect(await reads(actor, other)).toBeUndefined();
	});
});

describe("a document of a hearing", () => {
	it("is the text that is heard, read by those invited, and stays once it is sent", async () => {
		const { id: hearingId } = await does(council, (work) =>
			hearings.createHearing(work, {
				...{ title: "Plan", body: "", question: "Hva mangler?", phase: "plan", lastDay: addDays(today, 9) },
				...{ showsAll: false, objectKind: null, objectId: null },
			}),
		);
		const place: DocumentPlace = { of: "hearing", hearingId };
		const { id } = finished(await add(council, place, pdf("plan.pdf")));
		expect(codes(await add(municipality, place, pdf()))).toEqual(["missing"]);
		const invited = { role: "union" as const, name: "Grete Moe", email: null, partyId: null };
		const { id: inviteeId } = await does(council, (work) => hearings.addInvitee(work, hearingId, invited));
		await does(council, (work) => hearings.sendHearing(work, hearingId, 1, { mails: false, language: "nb" }));
		const { path } = await does(council, (work) => hearings.makeInputLink(work, hearingId, inviteeId));
		const { actor } = finished(await openLink(database, path.split("/").at(-1) ?? ""));
		expect(await reads(actor, id)).toMatchObject({ name: "plan.pdf" });
		expect(await reads(municipality, id)).toBeUndefined();
		expect(codes(await as(council, (work) => removeDocument(work, id)))).toEqual(["not-allowed"]);
	});
});
