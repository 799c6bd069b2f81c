import { expect, it } from "vitest";
import { system } from "../src/identity/actor.ts";
import * as meeting from "../src/modules/meeting/service.server.ts";
import { handOver, previewHandOver } from "../src/modules/organisation/people/hand-over.server.ts";
import { done } from "../src/outcome.ts";
import { makeAgreement } from "./agreement.ts";
import { openTestDatabase } from "./database.ts";
import { makeActor, makeMembership, makeOrganisation } from "./make.ts";
import { makeSiteOf } from "./make-placement.ts";

const database = await openTestDatabase();

it("takes along what the rooms know somebody by: agreements, seats at arenas, sites", async () => {
	const organisation = await makeOrganisation(database);
	const municipality = await makeActor(database, { organisation, roles: ["administrator", "manager"] });
	const council = await makeActor(database, { roles: ["manager"] });
	const leaving = await makeMembership(database, {
		organisation,
		role: "manager",
		name: "Anne",
		email: "Anne@example.no",
	});
	const successor = await makeMembership(database, { organisation, name: "Bjørn", email: "bjorn@example.no" });
	const agreement = await makeAgreement(database, [municipality, council], { title: "Praksis i hele kommunen" });
	const { id: siteId } = await makeSiteOf(database, organisation.id, { name: "Solbakken", email: "anne@example.no" });
	await makeSiteOf(database, organisation.id, { name: "Fjellheim" });
	await database.commanding(system("test", organisation.id), async (work) => {
		await work.db
			.updateTable("agreement.party")
			.set({ coordinator_name: "Anne", coordinator_email: "anne@example.no", deputy_name: "Cato" })
			.where("agreement_id", "=", agreement.id)
			.where("party_id", "=", organisation.id)
			.execute();
		return done(undefined);
	});
	await database.commanding(council, async (work) => {
		const created = await meeting.createArena(work, {
			...{ name: "Samarbeidsutvalget", purpose: "", kind: "cooperation", level: "sector", meetingsAYear: 4 },
			...{ agreementId: null, speaksFor: false, speaksDecidedBy: "", chairRotates: false, partyIds: [organisation.id] },
		});
		if (created.refused) return created;
		const arenaId = created.done.id;
		const seat = { partyId: organisation.id, role: "Kommunalsjef", represents: "leader", duty: "member" } as const;
		const held = { name: "Anne", email: "anne@example.no", deputyName: "", deputyEmail: null };
		const { done: annes } = await meeting.addSeat(work, arenaId, { ...seat, ...held });
		const when = { from: "00:01", to: "23:58", place: "", link: null, count: 1, weeksBetween: 12 };
		const { done: planned } = await meeting.planMeetings(work, arenaId, { ...when, day: work.today });
		const meetingId = planned?.ids[0] ?? "";
		const topic = { kind: "decision", title: "Plasser", body: "" } as const;
		const { done: item } = await meeting.addItem(work, meetingId, topic);
		const decision = { body: "Ti plasser til", seatId: annes?.id ?? null, ownerName: "", dueOn: null };
		const { done: decided } = await meeting.decide(work, meetingId, item?.id ?? "", decision);
		expect(decided).toBeDefined();
		const other = { name: "Cato", email: "cato@example.no", deputyName: "Anne", deputyEmail: "anne@example.no" };
		return meeting.addSeat(work, arenaId, { ...seat, ...other, role: "Enhetsleder" });
	});

	const preview = await database.reading(municipality, (work) => previewHandOver(work, leaving));
	expect(preview?.otherThings.map(({ kind, title }) => [kind, title])).toEqual([
		["agreement", "Praksis i hele kommunen"],
		["site", "Solbakken"],
		["arena", "Samarbeidsutvalget"],
	]);
	const outcome = await database.commanding(municipality, (work) =>
		handOver(work, leaving, { successorId: successor, lastDay: "2040-01-01", roleIds: [] }),
	);
	expect(outcome.done?.otherThings).toBe(3);
	const after = await database.reading(system("test", organisation.id), async (work) => ({
		party: await work.db
			.selectFrom("agreement.party")
			.select(["coordinator_name as name", "coordinator_email as email", "deputy_name as deputy"])
			.where("agreement_id", "=", agreement.id)
			.where("party_id", "=", organisation.id)
			.executeTakeFirst(),
		seats: await work.db
			.selectFrom("meeting.seat")
			.select(["name", "email", "deputy_name as deputy", "deputy_email as deputyEmail"])
			.where("party_id", "=", organisation.id)
			.orderBy("sort")
			.execute(),
		site: await work.db
			.selectFrom("placement.site")
			.select(["contact_name as name", "contact_email as email"])
			.where("id", "=", siteId)
			.executeTakeFirst(),
	}));
	const decisions = await database.reading(municipality, (work) => meeting.listDecisions(work, { search: "bjørn" }));
	expect(after.party).toEqual({ name: "Bjørn", email: "bjorn@example.no", deputy: "Cato" });
	expect(after.seats).toEqual([
		{ name: "Bjørn", email: "bjorn@example.no", deputy: "", deputyEmail: null },
		{ name: "Cato", email: "cato@example.no", deputy: "Bjørn", deputyEmail: "bjorn@example.no" },
	]);
	expect(decisions.rows).toMatchObject([{ body: "Ti plasser til", ownerName: "Bjørn, Kommunalsjef" }]);
	expect(after.site).toEqual({ name: "Bjørn", email: "bjorn@example.no" });
	expect(await database.reading(municipality, (work) => previewHandOver(work, successor))).toMatchObject({
		otherThings: [{ kind: "agreement" }, { kind: "site" }, { kind: "arena" }],
	});
});
