import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeOrganisation } from "../../../../test/make.ts";
import type { PersonActor } from "../../../identity/actor.ts";
import { nobody } from "../../../identity/actor.ts";
import { refused } from "../../../outcome.ts";
import { whoAnswersWhere } from "./answer.server.ts";
import type { ContactValues } from "./contract.ts";
import * as service from "./service.server.ts";

const database = await openTestDatabase();
const kind = "union";
const member = async (name: string) =>
	makeActor(database, { organisation: await makeOrganisation(database, { kind, name }) });
const [one, other] = [await member("Forbund A"), await member("Forbund B")];
const asking = await makeActor(database);

const box: ContactValues = {
	...{ responsibility: "networks", profession: null, unitId: null, membershipId: null, deputyMembershipId: null },
	...{ name: "Postmottak", email: "post@example.no", phone: null, note: null, published: true },
};

async function make(actor: PersonActor, given: Partial<ContactValues> = {}): Promise<string> {
	const outcome = await database.commanding(actor, (work) => service.createContact(work, { ...box, ...given }));
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done.id;
}

const seenBy = (actor: PersonActor | typeof nobody) =>
	database.reading(actor, async (work) => {
		const found = await whoAnswersWhere(work, { responsibility: "networks" }, { kind, pageSize: 50 });
		return [found.answered, ...found.rows.map((row) => `${row.organisation.name}: ${row.answer.name}`)];
	});

it("is what it was just changed to, for everyone, however often it has been asked for", async () => {
	const nothing = [0, "Forbund A: null", "Forbund B: null"];
	expect([await seenBy(asking), await seenBy(asking), await seenBy(one)]).toEqual([nothing, nothing, nothing]);
	const id = await make(other, { name: "Nettverket" });
	const answered = [1, "Forbund B: Nettverket", "Forbund A: null"];
	expect([await seenBy(asking), await seenBy(one), await seenBy(asking)]).toEqual([answered, answered, answered]);
	expect(await seenBy(nobody)).toEqual([0]);
	await database.commanding(other, async (work) => {
		const found = await service.changeContact(work, id, { ...box, name: "Aldri", version: 1 });
		expect(found.done).toBeDefined();
		return refused("undone");
	});
	expect(await seenBy(asking)).toEqual(answered);
	await database.commanding(other, (work) => service.changeContact(work, id, { ...box, name: "Nå", version: 1 }));
	expect(await seenBy(asking)).toEqual([1, "Forbund B: Nå", "Forbund A: null"]);
	await database.commanding(other, (work) => service.removeContact(work, id, 2));
	expect(await seenBy(asking)).toEqual(nothing);
});

it("has what an organisation keeps to itself for that one alone, whoever asked first", async () => {
	const id = await make(one, { name: "Bare oss", published: false });
	expect(await seenBy(one)).toEqual([1, "Forbund A: Bare oss", "Forbund B: null"]);
	expect(await seenBy(asking)).toEqual([0, "Forbund A: null", "Forbund B: null"]);
	expect(await seenBy(one)).toEqual([1, "Forbund A: Bare oss", "Forbund B: null"]);
	await database.commanding(one, (work) => service.changeContact(work, id, { ...box, name: "Alle", version: 1 }));
	expect(await seenBy(asking)).toEqual([1, "Forbund A: Alle", "Forbund B: null"]);
	await database.commanding(one, (work) =>
		service.changeContact(work, id, { ...box, name: "Oss igjen", published: false, version: 2 }),
	);
	expect(await seenBy(asking)).toEqual([0, "Forbund A: null", "Forbund B: null"]);
	// A general one answers too, and is as much its own.
	const general = await make(other, { responsibility: "general", name: "Sentralbord", published: false });
	expect(await seenBy(other)).toEqual([0, "Forbund B: Sentralbord", "Forbund A: null"]);
	expect(await seenBy(asking)).toEqual([0, "Forbund A: null", "Forbund B: null"]);
	await database.commanding(other, (work) => service.removeContact(work, general, 1));
});
