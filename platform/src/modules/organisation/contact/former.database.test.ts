import { afterEach, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeMembership } from "../../../../test/make.ts";
import type { Work } from "../../../database/work.server.ts";
import type { Actor } from "../../../identity/actor.ts";
import type { Outcome } from "../../../outcome.ts";
import { handOver } from "../people/hand-over.server.ts";
import { endMembership } from "../people/service.server.ts";
import { whoAnswers, whoAnswersWhere } from "./answer.server.ts";
import type { ContactValues } from "./contract.ts";
import { readRegister } from "./register.server.ts";
import { changeContact, createContact, removeContact } from "./service.server.ts";

const database = await openTestDatabase();
afterEach(() => database.setNow(null));

const values: ContactValues = {
	...{ responsibility: "placements", profession: null, unitId: null, membershipId: null, deputyMembershipId: null },
	...{ name: "Postmottak", email: "post@example.no", phone: null, note: null, published: true },
};
const person = (membershipId: string) => ({ ...values, membershipId, name: null, email: null });

async function run<Value>(actor: Actor, verb: (work: Work) => Promise<Outcome<Value>>): Promise<Value> {
	const outcome = await database.commanding(actor, verb);
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done;
}

it("tells who answered on a day, for how long, and who does now", async () => {
	database.setNow("2026-01-10T12:00:00Z");
	const actor = await makeActor(database);
	const { organisationId } = actor;
	const organisation = { id: organisationId, name: "", kind: "municipality" };
	const kari = await makeMembership(database, { organisation, name: "Kari Svarer" });
	const ola = await makeMembership(database, { organisation, name: "Ola Overtar" });
	const stranger = await makeActor(database);
	const on = (asOf: string, who: Actor = actor) =>
		database.reading(who, (work) => readRegister(work, organisationId, { asOf }));
	const names = async (asOf: string, who?: Actor) => (await on(asOf, who)).contacts.map((contact) => contact.name);

	const { id } = await run(actor, (work) => createContact(work, values));
	database.setNow("2026-02-01T12:00:00Z");
	await run(actor, (work) => changeContact(work, id, { ...person(kari), version: 1 }));
	// What is mended on the same day, and what is said of the same answer, leaves nothing behind.
	await run(actor, (work) => changeContact(work, id, { ...person(kari), published: false, version: 2 }));
	await run(actor, (work) => changeContact(work, id, { ...person(kari), published: false, note: "Ring", version: 3 }));
	database.setNow("2026-03-01T12:00:00Z");
	await run(actor, (work) => changeContact(work, id, { ...person(kari), version: 4 }));
	database.setNow("2026-04-01T12:00:00Z");
	await run(actor, (work) => handOver(work, kari, { successorId: ola, lastDay: "2026-04-30", roleIds: [] }));
	expect(await on("2026-03-15")).toMatchObject({
		contacts: [{ id, name: "Kari Svarer", validFrom: "2026-03-01", validTo: "2026-03-31" }],
		vacant: [],
		firstDay: null,
	});
	expect((await on("2026-03-15")).now?.get(id)).toMatchObject({ name: "Ola Overtar", validFrom: "2026-04-01" });
	expect((await on("2026-04-01")).now).toBeNull();
	expect(await on("2026-01-09")).toMatchObject({ contacts: [], firstDay: "2026-01-10" });

	// A last day that becomes known later is true of the days before too.
	database.setNow("2026-05-01T12:00:00Z");
	await run(actor, (work) => endMembership(work, ola, { lastDay: "2026-04-20", version: 1 }));
	expect((await on("2026-04-25")).contacts[0]?.warnings).toContain("vacant");
	await run(actor, (work) => removeContact(work, id, 7));
	const days = ["2026-01-31", "2026-02-28", "2026-03-01", "2026-04-30", "2026-05-01", "2026-06-01"];
	const told = [["Postmottak"], ["Kari Svarer"], ["Kari Svarer"], ["Ola Overtar"], [], []];
	expect(await Promise.all(days.map((day) => names(day)))).toEqual(told);
	// Others see what was published then.
	expect(await Promise.all(days.map((day) => names(day, stranger)))).toEqual(told.with(1, []));
	expect((await on("2026-04-10")).now?.size).toBe(0);

	const question = { organisationId, responsibility: "placements" } as const;
	const answer = (asOf: string) => database.reading(stranger, (work) => whoAnswers(work, { ...question, asOf }));
	expect(await answer("2026-03-15")).toMatchObject({ step: "organisation", name: "Kari Svarer" });
	expect(await answer("2026-02-15")).toMatchObject({ step: "nobody" });
	const country = await database.reading(stranger, (work) =>
		whoAnswersWhere(work, question, { asOf: "2026-03-15", answered: "yes" }),
	);
	expect(country.rows.find((row) => row.organisation.id === organisationId)?.answer.name).toBe("Kari Svarer");
});
