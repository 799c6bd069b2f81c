import { beforeEach, expect, it } from "vitest";
import { openTestDatabase } from "../../../../test/database.ts";
import { makeActor, makeMembership, makeOrganisation } from "../../../../test/make.ts";
import type { Work } from "../../../database/work.server.ts";
import type { Actor } from "../../../identity/actor.ts";
import { acceptInvitation } from "../../../identity/join.server.ts";
import { openLink } from "../../../identity/link-token.server.ts";
import type { Outcome } from "../../../outcome.ts";
import type { MembershipValues } from "./contract.ts";
import { invitePerson, listInvitations, readInvitation, withdrawInvitation } from "./invite.server.ts";
import { changeMembership, endMembership, readPerson } from "./service.server.ts";

const database = await openTestDatabase();
beforeEach(() => database.setNow("2026-06-15T12:00:00Z"));

const reason = "Du er registrert som praksisveileder hos oss.";
const invite = (actor: Actor, id: string) => database.commanding(actor, (work) => invitePerson(work, id, { reason }));
const codes = (outcome: Outcome<unknown>) => (outcome.refused ?? []).map(({ code }) => code);
const read = <Value>(actor: Actor, look: (work: Work) => Promise<Value>) => database.reading(actor, look);

async function makeScene() {
	const organisation = await makeOrganisation(database);
	const administrator = await makeActor(database, { organisation });
	const email = "kari@example.no";
	const id = await makeMembership(database, { organisation, name: "Kari", email, role: "supervisor" });
	return { organisation, administrator, id };
}

async function tokenOf(outcome: Awaited<ReturnType<typeof invite>>): Promise<string> {
	if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
	return outcome.done.path.replace("/link/", "");
}

it("gives the role to whoever signs in with the link, once", async () => {
	const { administrator, id } = await makeScene();
	const token = await tokenOf(await invite(administrator, id));
	expect(await read(administrator, listInvitations)).toMatchObject([{ membership: { id, name: "Kari" } }]);
	const opened = await openLink(database, token);
	if (opened.refused) throw new Error("the link should work");
	const kari = await makeActor(database);
	expect(codes(await database.commanding(opened.done.actor, (work) => acceptInvitation(work, kari)))).toEqual([]);
	expect(await read(administrator, (work) => readPerson(work, id))).toMatchObject({
		membership: { personId: kari.personId },
		can: { invite: false },
	});
	expect(await read(administrator, listInvitations)).toEqual([]);
	expect(codes(await invite(administrator, id))).toEqual(["has-account"]);
	expect(await read(administrator, (work) => readInvitation(work, id))).toBeUndefined();
});

it("has one link at a time, which can be taken back", async () => {
	const { administrator, id } = await makeScene();
	const first = await tokenOf(await invite(administrator, id));
	const second = await tokenOf(await invite(administrator, id));
	expect(codes(await openLink(database, first))).toEqual(["revoked"]);
	expect(await read(administrator, (work) => readInvitation(work, id))).toMatchObject({ membership: { id } });
	expect(codes(await database.commanding(administrator, (work) => withdrawInvitation(work, id)))).toEqual([]);
	expect(codes(await openLink(database, second))).toEqual(["revoked"]);
	expect(codes(await database.commanding(administrator, (work) => withdrawInvitation(work, id)))).toEqual(["missing"]);
});

it("stops working when the address is corrected or the role ends", async () => {
	const { administrator, id } = await makeScene();
	const toWrongAddress = await tokenOf(await invite(administrator, id));
	const { membership } = (await read(administrator, (work) => readPerson(work, id))) ?? {};
	if (!membership) throw new Error("the membership should be there");
	const values: MembershipValues = {
		...{ name: "Kari", email: "kari.riktig@example.no", phone: null, role: "supervisor", title: null, share: null },
		...{ position: "line", unitId: null, deputyId: null, validFrom: null, validTo: null },
	};
	const change = { ...values, version: membership.version };
	expect(codes(await database.commanding(administrator, (work) => changeMembership(work, id, change)))).toEqual([]);
	expect(codes(await openLink(database, toWrongAddress))).toEqual(["revoked"]);
	await tokenOf(await invite(administrator, id));
	const end = { version: change.version + 1, lastDay: "2026-01-01" };
	expect(codes(await database.commanding(administrator, (work) => endMembership(work, id, end)))).toEqual([]);
	expect(codes(await invite(administrator, id))).toEqual(["already-ended"]);
	expect(await read(administrator, listInvitations)).toEqual([]);
});

it("needs an address, and someone who may give the role", async () => {
	const { organisation, administrator } = await makeScene();
	const without = await makeMembership(database, { organisation, role: "supervisor" });
	expect(codes(await invite(administrator, without))).toEqual(["email-missing"]);
	const manager = await makeMembership(database, { organisation, role: "manager", email: "m@example.no" });
	const supervisor = await makeActor(database, { organisation, roles: ["supervisor"] });
	expect(codes(await invite(supervisor, manager))).toEqual(["not-allowed"]);
	const stranger = await makeActor(database);
	expect(codes(await invite(stranger, manager))).toEqual(["missing"]);
	await tokenOf(await invite(administrator, manager));
	expect(await read(stranger, listInvitations)).toEqual([]);
	expect(await read(supervisor, listInvitations)).toEqual([]);
	expect(codes(await database.commanding(stranger, (work) => withdrawInvitation(work, manager)))).toEqual(["missing"]);
});
