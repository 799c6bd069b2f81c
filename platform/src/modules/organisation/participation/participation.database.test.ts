import { describe, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import { newId } from "../../../database/work.server.ts";
import { type Actor, nobody } from "../../../identity/actor.ts";
import type { NewParticipation } from "./contract.ts";
import * as service from "./service.server.ts";

const database = await openTestDatabase();
const year = { from: "2025-01-01", to: "2025-12-31" };

function part(organisationId: string, given: Partial<NewParticipation> = {}): NewParticipation {
	return {
		...{ organisationId, objectKind: "network", objectId: newId(), title: "Læringsnettverket", role: "member" },
		...{ fromDate: "2025-02-01", toDate: null, published: true },
		...given,
	};
}

function write(actor: Actor, given: NewParticipation) {
	return database.commanding(actor, async (work) => ({ done: await service.recordParticipation(work, given) }));
}

describe("the ledger of participation", () => {
	it("shows who takes part, and who never does", async () => {
		const kind = "regional-council";
		const [one, other] = [await makeOrganisation(database, { kind }), await makeOrganisation(database, { kind })];
		const host = await makeActor(database);
		const object = newId();
		await write(host, part(one.id, { objectId: object }));
		await write(host, part(one.id, { objectId: object, role: "host" }));
		await write(host, part(one.id));
		const count = await database.reading(host, (work) => service.countParticipation(work, { kind, ...year }));
		expect(count.map((row) => [row.id, row.count])).toEqual([
			[other.id, 0],
			[one.id, 2],
		]);
		const absent = (query: { from: string; to: string; objectKind?: string }) =>
			database.reading(host, async (work) =>
				(await service.listAbsent(work, { kind, ...query })).map((row) => row.id).toSorted(),
			);
		expect(await absent(year)).toEqual([other.id]);
		expect(await absent({ from: "2024-01-01", to: "2024-12-31" })).toEqual([one.id, other.id].toSorted());
		expect(await absent({ ...year, objectKind: "agreement" })).toEqual([one.id, other.id].toSorted());
		await database.commanding(host, async (work) => ({
			done: await service.endParticipation(work, { kind: "network", id: object }, "2025-03-01"),
		}));
		const listed = await database.reading(host, (work) => service.listParticipation(work, one.id));
		expect(listed.filter((row) => row.objectId === object).map((row) => row.toDate)).toEqual([
			"2025-03-01",
			"2025-03-01",
		]);
	});

	it("is written once for the same part from the same day", async () => {
		const host = await makeActor(database);
		const one = await makeOrganisation(database);
		const given = part(one.id);
		await write(host, given);
		await write(host, { ...given, title: "Nytt navn" });
		const listed = await database.reading(host, (work) => service.listParticipation(work, one.id));
		expect(listed.map((row) => row.title)).toEqual(["Nytt navn"]);
	});

	it("keeps what is not published between the two it is about, and lets nobody write for others", async () => {
		const host = await makeActor(database);
		const member = await makeActor(database);
		const stranger = await makeActor(database);
		await write(host, part(member.organisationId, { published: false }));
		const seen = (actor: Actor) =>
			database.reading(actor, async (work) => (await service.listParticipation(work, member.organisationId)).length);
		expect([await seen(host), await seen(member), await seen(stranger), await seen(nobody)]).toEqual([1, 1, 0, 0]);
		await expect(write(nobody, part(member.organisationId))).rejects.toThrow("on behalf of an organisation");
		const given = part(member.organisationId, { objectId: newId() });
		await write(host, given);
		const end = (actor: Actor) =>
			database.commanding(actor, async (work) => ({
				done: await service.endParticipation(work, { kind: "network", id: given.objectId }, "2025-03-01"),
			}));
		expect((await end(stranger)).done).toBe(0);
		expect((await end(host)).done).toBe(1);
	});
});
