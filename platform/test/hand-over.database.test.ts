import { expect, it } from "vitest";
import { system } from "../src/identity/actor.ts";
import * as hearings from "../src/modules/meeting/hearing/service.server.ts";
import * as meeting from "../src/modules/meeting/service.server.ts";
import { handOver, previewHandOver } from "../src/modules/organisation/people/hand-over.server.ts";
import { createUnit } from "../src/modules/organisation/unit/service.server.ts";
import { findUnit } from "../src/modules/organisation/unit/store.server.ts";
import { done } from "../src/outcome.ts";
import { makeAgreement } from "./agreement.ts";
import { openTestDatabase } from "./database.ts";
import { makeActor, makeMembership, makeOrganisation } from "./make.ts";
import { makePlacements, makeSiteOf } from "./make-placement.ts";

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

it("takes along a unit's address and own hearings, and tells what is left to do by hand", async () => {
	const organisation = await makeOrganisation(database);
	const municipality = await makeActor(database, { organisation, roles: ["administrator", "placement-coordinator"] });
	const manager = await makeActor(database, { organisation, roles: ["manager"] });
	const elsewhere = await makeActor(database, { roles: ["manager"] });
	const institution = await makeOrganisation(database, { kind: "institution" });
	const named = { organisation, role: "supervisor", name: "Dina Drøm" };
	const leaving = await makeMembership(database, { ...named, email: "dina@example.no" });
	const successor = await makeActor(database, { organisation, roles: ["supervisor"], email: "edna@example.no" });
	const [placementId = ""] = await makePlacements(database, institution.id, organisation.id, {
		...{ students: 1, firstDay: "2040-01-10", lastDay: "2040-02-20", siteName: "Solbakken" },
	});
	const { done: unit } = await database.commanding(municipality, (work) =>
		createUnit(work, {
			...{ name: "Solbakken", parentId: null, code: null, setting: "nursing-home", sector: null, address: null },
			...{ postcode: null, place: null, municipalityNumber: null, latitude: null, longitude: null, phone: null },
			...{ email: "Dina@example.no", published: true, validFrom: "2020-01-01" },
		}),
	);
	const hearing = async (holder: typeof manager, title: string, partyId: string | null) => {
		const { done: made } = await database.commanding(holder, async (work) => {
			const created = await hearings.createHearing(work, {
				...{ title, body: "Utkast", question: "Er noe glemt?", phase: "plan", lastDay: "2040-01-01" },
				...{ showsAll: false, objectKind: null, objectId: null },
			});
			if (created.refused) return created;
			const invitee = { role: "employee", name: "Dina Drøm", email: "dina@example.no", partyId } as const;
			const added = await hearings.addInvitee(work, created.done.id, invitee);
			if (added.refused) return added;
			await hearings.sendHearing(work, created.done.id, 1, { mails: true, language: "nb" });
			return created;
		});
		return made?.id ?? "";
	};
	const own = await hearing(manager, "Egen plan", null);
	await hearing(elsewhere, "Felles plan", organisation.id);
	await database.commanding(system("test", organisation.id), async (work) => {
		const query = work.db.updateTable("placement.placement").set({ supervisor_name: "dina drøm" });
		await query.where("id", "=", placementId).execute();
		const member = work.db.updateTable("organisation.membership").set({ email: "edna@example.no" });
		await member.where("id", "=", successor.membershipIds[0] ?? "").execute();
		return done(undefined);
	});

	const preview = await database.reading(municipality, (work) => previewHandOver(work, leaving));
	expect(preview?.otherThings.map(({ kind, title }) => [kind, title])).toEqual([
		["unit", "Solbakken"],
		["hearing", "Egen plan"],
	]);
	const left = [
		{ kind: "placement", path: `/placement/placements/${placementId}` },
		{ kind: "hearing", title: `Felles plan, ${elsewhere.organisationName}` },
	];
	expect(preview?.left.toSorted((one, other) => other.kind.localeCompare(one.kind))).toMatchObject(left);
	const outcome = await database.commanding(municipality, (work) =>
		handOver(work, leaving, { successorId: successor.membershipIds[0] ?? "", lastDay: "2039-01-01", roleIds: [] }),
	);
	expect(outcome.done).toMatchObject({ otherThings: 2, left: 2 });
	const after = await database.reading(municipality, async (work) => ({
		unit: await findUnit(work, organisation.id, unit?.id ?? ""),
		invitees: await work.db
			.selectFrom("meeting.hearing_invitee")
			.select(["email", "person_id as personId"])
			.where("hearing_id", "=", own)
			.execute(),
	}));
	expect(after.unit?.email).toBe("edna@example.no");
	expect(after.invitees).toEqual([{ email: "edna@example.no", personId: successor.personId }]);
	// Whoever takes over reads the hearing at once.
	const opened = await database.commanding(successor, (work) => hearings.openHearing(work, own));
	expect(opened.done?.hearing.title).toBe("Egen plan");
});
