import { afterEach, expect, it } from "vitest";
import { openTestDatabase } from "../../../test/database.ts";
import { type MadeOrganisation, makeActor, makeMembership, makeOrganisation } from "../../../test/make.ts";
import type { Actor } from "../../identity/actor.ts";
import { createContact } from "./contact/service.server.ts";
import type { Responsibility } from "./contract.ts";
import { invitePerson } from "./people/invite.server.ts";
import { createUnit } from "./unit/service.server.ts";
import { findWaitingInOrganisation } from "./waiting.server.ts";

const database = await openTestDatabase();
afterEach(() => database.setNow(null));

async function waits(actor: Actor): Promise<Record<string, string>> {
	const items = await database.reading(actor, findWaitingInOrganisation);
	return Object.fromEntries(items.map((item) => [item.key, item.path]));
}

async function makeUnit(actor: Actor, name: string): Promise<string> {
	const outcome = await database.commanding(actor, (work) =>
		createUnit(work, {
			...{ name, parentId: null, code: null, setting: null, sector: "health-and-care", address: null, postcode: null },
			...{ place: null, municipalityNumber: null, latitude: null, longitude: null, email: null, phone: null },
			...{ published: true, validFrom: "2020-01-01" },
		}),
	);
	return outcome.done?.id ?? "";
}

async function answers(
	actor: Actor,
	responsibility: Responsibility,
	membershipId: string | null,
	unitId: string | null,
) {
	const outcome = await database.commanding(actor, (work) =>
		createContact(work, {
			...{ responsibility, membershipId, unitId, profession: null, deputyMembershipId: null, note: null },
			...{ name: "Postmottak", email: "post@example.no", phone: null, published: true },
		}),
	);
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
}

async function makeScene(): Promise<{
	organisation: MadeOrganisation;
	administrator: Awaited<ReturnType<typeof makeActor>>;
}> {
	database.setNow("2026-06-01T10:00:00Z");
	const organisation = await makeOrganisation(database, { kind: "network-host" });
	return { organisation, administrator: await makeActor(database, { organisation }) };
}

it("is what is missing, and leads to where it is put right", async () => {
	const { organisation, administrator } = await makeScene();
	const contacts = `/organisations/${organisation.id}/contacts`;
	expect(await waits(administrator)).toEqual({ "organisation.missing": contacts });
	await answers(administrator, "general", administrator.membershipIds[0] ?? null, null);
	expect(await waits(administrator)).toEqual({ "organisation.no-deputy": `${contacts}?warning=no-deputy` });
	const invited = await makeMembership(database, { organisation, email: "kari@example.no", role: "adviser" });
	await database.commanding(administrator, (work) => invitePerson(work, invited, { reason: "Velkommen" }));
	expect(await waits(administrator)).toHaveProperty("organisation.invitations", "/people/invitations");
	database.setNow("2027-06-02T10:00:00Z");
	expect(await waits(administrator)).toEqual({
		"organisation.no-deputy": `${contacts}?warning=no-deputy`,
		"organisation.unverified": `${contacts}?warning=unverified`,
		"organisation.people.all": "/people?warning=unverified",
	});
});

it("is for those who lead a unit what is in that unit, and for others what is their own", async () => {
	const { organisation, administrator } = await makeScene();
	const home = await makeUnit(administrator, "Sykehjemmet");
	const other = await makeUnit(administrator, "Skolen");
	const leader = await makeActor(database, { organisation, roles: ["unit-leader"], unitId: home });
	const adviser = await makeActor(database, { organisation, roles: ["adviser"] });
	const adviserRole = adviser.membershipIds[0] ?? "";
	await answers(administrator, "placements", null, other);
	await answers(administrator, "research", adviserRole, null);
	expect(await waits(leader)).toEqual({});
	expect(await waits(adviser)).toEqual({});
	await answers(leader, "placements", leader.membershipIds[0] ?? null, home);
	expect(Object.keys(await waits(leader))).toEqual(["organisation.no-deputy"]);
	database.setNow("2027-06-02T10:00:00Z");
	expect(await waits(leader)).toMatchObject({
		[`organisation.people.${home}`]: `/people?warning=unverified&unit=${home}`,
	});
	expect(Object.values(await waits(adviser))).toEqual([
		`/organisations/${organisation.id}/contacts?warning=unverified`,
		`/people/${adviserRole}`,
	]);
});

it("is nothing for those who represent nobody", async () => {
	const { administrator } = await makeScene();
	expect(await waits({ kind: "nobody" })).toEqual({});
	expect(await waits({ ...administrator, organisationId: null, membershipIds: [] })).toEqual({});
});
