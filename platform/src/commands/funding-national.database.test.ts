import { expect, it } from "vitest";
import { openTestDatabase } from "../../test/database.ts";
import { type PersonActor, system } from "../identity/actor.ts";
import { seedNationalFunding } from "../modules/funding/demo-national/national.server.ts";
import * as funding from "../modules/funding/service.server.ts";
import { seedReference } from "../modules/organisation/reference.server.ts";
import { type NationalGivers, seedNationalGivers } from "../modules/organisation/service.server.ts";
import { done } from "../outcome.ts";

const database = await openTestDatabase();

it("makes an application of every municipality to a national call, which a case officer reads, shares and hears who is left out of", async () => {
	await database.commanding(system("reference"), seedReference);
	let givers: NationalGivers | undefined;
	await database.commanding(system("demo"), async (work) => {
		givers = await seedNationalGivers(work);
		return done(undefined);
	});
	const made = givers ?? expect.fail("nobody gives");
	const seed = () =>
		database.commanding(system("demo", made.organisationId), (work) => seedNationalFunding(work, made));
	const { callId, applications } = (await seed()).done ?? expect.fail("nothing was made");
	expect(applications).toBe(357);
	expect((await seed()).done).toEqual({ callId, applications: 0 });
	const [person] = made.people;
	const officer: PersonActor = {
		...{ kind: "person", personId: person?.id ?? "", name: person?.name ?? "", language: "nb", sessionId: null },
		...{ organisationId: made.organisationId, organisationName: null, organisationKind: "directorate" },
		...{ roles: ["case-officer"], wholeRoles: ["case-officer"], unitIds: [], membershipIds: [] },
	};
	const received = await database.reading(officer, (work) => funding.listReceived(work, callId));
	const { rows } = received.done ?? expect.fail("the list was refused");
	expect(rows.length).toBe(357);
	expect(rows.filter(({ count }) => count >= 2).length).toBeGreaterThan(300);
	const reach = await database.reading(officer, (work) => funding.readReach(work, callId));
	expect(reach.done?.reached.filter(({ applied }) => applied).length).toBe(357);
	const amounts = new Map(rows.map(({ id, applied }) => [id, Math.floor(applied / 2)]));
	const proposed = await database.commanding(officer, (work) => funding.proposeGrants(work, callId, amounts));
	expect(proposed.done?.count).toBeGreaterThan(150);
	const reports = await database.reading(officer, funding.listReports);
	expect(reports.length).toBe(357);
	expect(new Set(reports.map(({ state }) => state))).toEqual(new Set(["draft", "sent", "returned", "accepted"]));
}, 120_000);
