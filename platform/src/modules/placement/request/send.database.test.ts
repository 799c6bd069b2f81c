import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { type MadeOrganisation, makeActor, makeOrganisation } from "../../../../test/make.ts";
import { newId, type Work } from "../../../database/work.server.ts";
import { operatorOrganisationId, system } from "../../../identity/actor.ts";
import { openLink } from "../../../identity/link-token.server.ts";
import type { Outcome } from "../../../outcome.ts";
import { createContact, mergeOrganisations } from "../../organisation/service.server.ts";
import { remindOfRequest, requestsToRemind } from "./remind.server.ts";
import {
	addRequests,
	answerRequest,
	followHost,
	makeRequestLink,
	readRequest,
	remindRequest,
	sendRequests,
} from "./service.server.ts";

const database = await openTestDatabase();
const telling = { mails: true, language: "nb" as const };
const operator = await makeActor(database, {
	organisation: { id: operatorOrganisationId, name: "Drift", kind: "operator" },
});

let host: MadeOrganisation;
let university: Awaited<ReturnType<typeof makeActor>>;

function finished<Value>(outcome: Outcome<Value>): Value {
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done;
}
function codes(outcome: Outcome<unknown>): readonly string[] {
	return (outcome.refused ?? []).map(({ code }) => code);
}
const as = <Value>(actor: Parameters<typeof database.commanding>[0], verb: (work: Work) => Promise<Outcome<Value>>) =>
	database.commanding(actor, verb);
const page = async (id: string) => {
	const read = await database.reading(university, (work) => readRequest(work, id));
	if (!read) throw new Error("the order is missing");
	return read;
};
async function mailsTo(email: string): Promise<readonly string[]> {
	const { rows } = await database.reading(system("test"), (work) =>
		sql<{ subject: string }>`select subject from notice.mail where recipient = ${email} order by id`.execute(work.db),
	);
	return rows.map(({ subject }) => subject);
}

async function drafted(hostId = host.id): Promise<string> {
	const { ids } = finished(
		await as(university, (work) =>
			addRequests(work, {
				...{
					periodId: null,
					institutionId: university.organisationId,
					programme: "Sykepleie",
					courseName: "Praksis 2",
				},
				...{ profession: "nursing", yearOfStudy: 2, settings: [], firstDay: "2027-01-11", lastDay: "2027-03-05" },
				...{ answerBy: "2026-12-15", message: null, lines: [{ hostId, places: 3 }] },
			}),
		),
	);
	return ids[0] ?? "";
}

async function sentTo(email: string | null): Promise<string> {
	const id = await drafted();
	finished(await as(university, (work) => sendRequests(work, [id], { ...telling, email })));
	return id;
}

beforeEach(async () => {
	database.setNow("2026-11-22T10:00:00Z");
	host = await makeOrganisation(database);
	const institution = await makeOrganisation(database, { kind: "institution", name: `Høgskolen ${newId().slice(-6)}` });
	university = await makeActor(database, { organisation: institution, roles: ["placement-coordinator"] });
});

describe("an order to somebody without an account", () => {
	it("goes to the address that is given, which is shown, and used the next time", async () => {
		const email = `kari.${newId()}@example.no`;
		const first = await sentTo(email);
		expect(await page(first)).toMatchObject({
			letters: [{ kind: "sent", way: "mailed", recipient: email, byName: university.name }],
			addresses: { hasAccounts: false, used: email, register: null },
		});
		const second = await drafted();
		expect((await page(second)).addresses?.used).toBe(email);
		expect(finished(await as(university, (work) => sendRequests(work, [second], telling)))).toMatchObject({
			mailed: 1,
		});
		expect(await mailsTo(email)).toHaveLength(2);
	});
	it("goes to whom the register says where no address was ever given, and what somebody knows better wins", async () => {
		const administrator = await makeActor(database, { organisation: host });
		const register = `post.${newId()}@example.no`;
		finished(
			await as(administrator, (work) =>
				createContact(work, {
					...{ responsibility: "placements", profession: null, unitId: null, membershipId: null, note: null },
					...{ deputyMembershipId: null, name: "Postmottak", email: register, phone: null, published: true },
				}),
			),
		);
		const first = await sentTo(null);
		expect((await page(first)).letters).toMatchObject([{ recipient: register }]);
		const better = `ola.${newId()}@example.no`;
		const second = await sentTo(better);
		expect((await page(second)).addresses).toEqual({ hasAccounts: false, used: better, register });
	});
	it("is kept as nobody's where no address is known, and a link made for an address remembers it", async () => {
		const id = await sentTo(null);
		expect(await page(id)).toMatchObject({ letters: [], addresses: { used: null, register: null } });
		expect(codes(await as(university, (work) => remindRequest(work, id, telling)))).toEqual(["nobody-to-tell"]);
		const email = `leder.${newId()}@example.no`;
		finished(await as(university, (work) => makeRequestLink(work, id, "nb", email)));
		expect(await page(id)).toMatchObject({ letters: [{ way: "link", recipient: email }], addresses: { used: email } });
	});
	it("shows another organisation nothing of where it went", async () => {
		const id = await sentTo("noen@example.no");
		const coordinator = await makeActor(database, { organisation: host, roles: ["placement-coordinator"] });
		const seen = await database.reading(coordinator, (work) => readRequest(work, id));
		expect(seen).toMatchObject({ letters: [], addresses: null });
		const { rows } = await database.reading(coordinator, (work) =>
			sql`select from placement.request_letter where request_id = ${id}`.execute(work.db),
		);
		expect(rows).toEqual([]);
	});
});

describe("a reminder", () => {
	it("goes where the order went, and is refused once it is answered", async () => {
		const email = `kari.${newId()}@example.no`;
		const id = await sentTo(email);
		expect(finished(await as(university, (work) => remindRequest(work, id, telling)))).toEqual({ way: "mailed" });
		expect((await mailsTo(email))[1]).toMatch(/^Påminnelse: /);
		expect((await page(id)).letters.map(({ kind }) => kind)).toEqual(["sent", "reminded"]);
		const line = { offerId: null, siteName: "Bygdeheimen", places: 3 };
		const answer = { lines: [line], unmetReason: null, message: null, answeredBy: "Kari", version: 2 };
		finished(await as(university, (work) => answerRequest(work, id, answer)));
		expect(codes(await as(university, (work) => remindRequest(work, id, telling)))).toEqual(["already-answered"]);
	});
	it("is in the inbox of those with an account", async () => {
		const coordinator = await makeActor(database, { organisation: host, roles: ["placement-coordinator"] });
		const id = await sentTo(null);
		expect(finished(await as(university, (work) => remindRequest(work, id, telling)))).toEqual({ way: "told" });
		const notices = await database.reading(coordinator, (work) =>
			work.db.selectFrom("notice.notice").select("kind").where("person_id", "=", coordinator.personId).execute(),
		);
		expect(notices.map(({ kind }) => kind).sort()).toEqual(["placement.request-sent", "placement.request-unanswered"]);
	});
	it("is sent by the program three days before the last day to answer, and then once a week", async () => {
		const email = `kari.${newId()}@example.no`;
		const id = await sentTo(email);
		const morning = async (day: string) => {
			database.setNow(`${day}T06:37:00Z`);
			const due = await database.reading(system("test"), requestsToRemind);
			if (!due.some((one) => one.id === id)) return false;
			const keeper = system("request reminders", university.organisationId);
			return finished(await as(keeper, async (work) => ({ done: await remindOfRequest(work, id, true) })));
		};
		const reminded: string[] = [];
		for (const day of ["2026-12-11", "2026-12-12", "2026-12-13", "2026-12-18", "2026-12-19", "2027-01-11"])
			if (await morning(day)) reminded.push(day);
		expect(reminded).toEqual(["2026-12-12", "2026-12-19"]);
		expect(await mailsTo(email)).toHaveLength(3);
		expect((await page(id)).letters.map(({ byName }) => byName)).toEqual([university.name, null, null]);
	});
});

describe("a municipality merged between the order and its answer", () => {
	it("is answered for by the new one, who is told; links to the old one no longer work", async () => {
		const other = await makeOrganisation(database);
		const id = await sentTo("gammel@example.no");
		const { path } = finished(await as(university, (work) => makeRequestLink(work, id, "nb")));
		expect(codes(await as(university, (work) => followHost(work, id, 2, telling)))).toEqual(["host-stands"]);
		const identity = { shortName: null, otherNames: [], number: null, countyNumber: null, municipalityNumber: null };
		const place = { latitude: null, longitude: null, place: null, website: null };
		const { successorId } = finished(
			await as(operator, (work) =>
				mergeOrganisations(work, {
					predecessorIds: [host.id, other.id],
					successor: {
						organisationId: null,
						made: { name: "Nye Testby", ...identity, ...place, source: "Forskrift", sourceDate: "2026-01-01" },
					},
					...{ happenedOn: "2026-11-22", source: "Forskrift" },
				}),
			),
		);
		const heir = await makeActor(database, {
			organisation: { id: successorId, name: "Nye Testby", kind: "municipality" },
			roles: ["placement-coordinator"],
		});
		expect((await page(id)).heirs).toEqual([{ id: successorId, name: "Nye Testby" }]);
		finished(await as(university, (work) => followHost(work, id, 2, telling)));
		expect((await page(id)).letters.at(-1)).toMatchObject({ kind: "sent", way: "told" });
		expect(codes(await openLink(database, path.replace("/link/", "")))).not.toEqual([]);
		const line = { offerId: null, siteName: "Bygdeheimen", places: 3 };
		const answer = { lines: [line], unmetReason: null, message: null, answeredBy: null, version: 3 };
		finished(await as(heir, (work) => answerRequest(work, id, answer)));
		expect((await page(id)).request).toMatchObject({ hostId: successorId, state: "answered", offered: 3 });
	});
});
