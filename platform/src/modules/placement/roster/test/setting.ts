import { openTestDatabase } from "../../../../../test/database.ts";
import { type MadeOrganisation, makeActor, makeOrganisation } from "../../../../../test/make.ts";
import { newId } from "../../../../database/work.server.ts";
import { system } from "../../../../identity/actor.ts";
import { type LinkActor, openLink } from "../../../../identity/link-token.server.ts";
import { done } from "../../../../outcome.ts";
import { usualRules } from "../../allocate/contract.ts";
import { addPeriod, createCourse } from "../../course/service.server.ts";
import type { StudentValues, WishInput } from "../contract.ts";
import * as service from "../service.server.ts";
import "../../../../registrations.server.ts";

export const nurse = (institutionId: string) => ({
	...{
		institutionId,
		programme: "Sykepleie",
		campus: null,
		code: `S${newId().slice(-6)}`,
		name: "Praksis i hjemmetjeneste",
	},
	...{ profession: "nursing" as const, yearOfStudy: 2, credits: 15, weeks: 8, hours: 30, settings: [] },
	...{ learningOutcomes: null, supervisorRequirement: null, compensationClass: null },
	...{ requirements: ["police-certificate" as const], published: true },
});
export const spring = {
	name: "Vår 2027",
	firstDay: "2027-01-11",
	lastDay: "2027-03-07",
	studentsExpected: null,
	published: true,
};
export const student = (institutionId: string, given: Partial<StudentValues> = {}): StudentValues => ({
	...{ institutionId, name: "Amalie Student", number: null, email: null, phone: null, programme: null },
	...{ profession: null, yearOfStudy: 2, postcode: null, travel: "car" as const, language: null, ...given },
});
export const wish = (target: string): WishInput => ({ kind: "site", target });
export const codes = (outcome: { refused?: readonly { code: string }[] }) =>
	outcome.refused?.map(({ code }) => code) ?? [];

/** A test database with what tests of students, wishes and adaptation begin with. */
export async function openRosters() {
	const database = await openTestDatabase();
	database.setNow("2026-11-20T09:00:00Z");

	async function setting() {
		const institution = await makeOrganisation(database, { kind: "institution", name: "Prøvehøgskolen" });
		const host = await makeOrganisation(database, { number: String(1000 + Math.floor(Math.random() * 8999)) });
		const coordinator = await makeActor(database, { organisation: institution, roles: ["placement-coordinator"] });
		const as = <Value, Code extends string>(work: Parameters<typeof database.commanding<Value, Code>>[1]) =>
			database.commanding(coordinator, work);
		const course = await as((work) => createCourse(work, nurse(institution.id)));
		const period = await as((work) => addPeriod(work, course.done?.id ?? "", spring));
		const periodId = period.done?.id ?? "";
		const made = await as((work) =>
			service.createStudent(work, student(institution.id, { email: "amalie@example.no" })),
		);
		const studentId = made.done?.id ?? "";
		const claim = await as((work) =>
			service.addClaim(work, studentId, { periodId, priority: 1, priorityReason: null }),
		);
		return { institution, host, coordinator, as, periodId, studentId, claimId: claim.done?.id ?? "" };
	}

	/** A site with one published offer. */
	async function makeSite(host: MadeOrganisation, given: { profession?: string; name?: string } = {}): Promise<string> {
		const id = newId();
		await database.commanding(system("make", host.id), async (work) => {
			const about = { organisation_id: host.id, host_id: host.id, published: true };
			const days = { first_day: "2027-01-01", last_day: "2027-06-30" };
			const name = given.name ?? "Solbakken sykehjem";
			await work.db
				.insertInto("placement.site")
				.values({
					...about,
					id,
					name,
					latitude: 63.4,
					longitude: 10.4,
					search_name: name.toLowerCase(),
					housing_note: "Hybel å leie",
				})
				.execute();
			const capacity = newId();
			await work.db
				.insertInto("placement.capacity")
				.values({ ...about, ...days, id: capacity, site_id: id, state: "published", note: "Vi har nattevakter" })
				.execute();
			await work.db
				.insertInto("placement.offer")
				.values({
					...about,
					...days,
					id: newId(),
					site_id: id,
					capacity_id: capacity,
					profession: given.profession ?? "nursing",
					places: 2,
				})
				.execute();
			return done(undefined);
		});
		return id;
	}

	async function makeRound(
		owner: MadeOrganisation,
		hosts: readonly MadeOrganisation[],
		claimId: string,
		until: string,
	) {
		const id = newId();
		await database.commanding(system("make", owner.id), async (work) => {
			await work.db
				.insertInto("placement.round")
				.values({
					...{
						organisation_id: owner.id,
						id,
						name: "Vår",
						first_day: "2027-01-01",
						last_day: "2027-06-30",
						state: "wishes",
					},
					...{
						wishes_until: until,
						wishes_most: 2,
						rules: JSON.stringify(usualRules),
						seed: "x",
						created_at: work.now,
					},
				})
				.execute();
			for (const host of hosts)
				await work.db
					.insertInto("placement.round_party")
					.values({ organisation_id: owner.id, round_id: id, party_id: host.id, side: "host" })
					.execute();
			await work.db
				.updateTable("placement.claim")
				.set({ round_owner_id: owner.id, round_id: id })
				.where("id", "=", claimId)
				.execute();
			return done(undefined);
		});
		return id;
	}

	async function linkFor(as: Awaited<ReturnType<typeof setting>>["as"], studentId: string): Promise<LinkActor> {
		const invited = await as((work) => service.inviteStudent(work, studentId, { reason: () => "Ønsk praksisplass" }));
		const opened = await openLink(database, invited.done?.path.split("/").at(-1) ?? "");
		if (!opened.done) throw new Error("the link does not open");
		return opened.done.actor;
	}

	/** An installation that knows one postcode, for the time of some work. */
	async function knowing(postcode: string, work: () => Promise<void>) {
		await database.commanding(system("make"), async ({ db, now }) => {
			const about = { licence: "x", facts_date: "2026-01-01", imported_at: now, row_count: 1, content_hash: "x" };
			await db
				.insertInto("geography.source")
				.values({ id: "postcodes", title: "Bring", ...about })
				.execute();
			const at = { place: "TRONDHEIM", municipality_number: "5001", latitude: 63.4, longitude: 10.4 };
			await db
				.insertInto("geography.postcode")
				.values({ postcode, ...at, source_id: "postcodes" })
				.execute();
			return done(undefined);
		});
		await work();
		await database.commanding(system("make"), async ({ db }) => {
			await db.deleteFrom("geography.postcode").execute();
			await db.deleteFrom("geography.source").where("id", "=", "postcodes").execute();
			return done(undefined);
		});
	}

	return { database, setting, makeSite, makeRound, linkFor, knowing };
}
