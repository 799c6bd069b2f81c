import { newId } from "../src/database/work.server.ts";
import { foldName } from "../src/geography/search.ts";
import { system } from "../src/identity/actor.ts";
import type { TestDatabase } from "./database.ts";

/** Rows of the room placement with what nobody cares about filled in: nursing, second year, spring of 2027. */
const inPeriod = { first_day: "2027-01-11", last_day: "2027-03-05" };
const inSpring = { first_day: "2027-01-01", last_day: "2027-06-30" };

export type MadePeriod = {
	readonly id: string;
	readonly claims: readonly { readonly id: string; readonly studentId: string }[];
};

/** A course with a period and so many students who need a place in it, kept by `keeperId`. */
export async function makePeriodOf(
	database: TestDatabase,
	keeperId: string,
	given: {
		readonly institutionId?: string;
		readonly students?: number;
		readonly named?: boolean;
		readonly firstDay?: string;
		readonly lastDay?: string;
		readonly email?: (at: number) => string | null;
		readonly personIds?: readonly string[];
	} = {},
): Promise<MadePeriod> {
	const { institutionId = keeperId, students = 0, named = true } = given;
	const [courseId, id] = [newId(), newId()];
	const days = { first_day: given.firstDay ?? inPeriod.first_day, last_day: given.lastDay ?? inPeriod.last_day };
	const made = Array.from({ length: students }, (_, at) => ({ id: newId(), studentId: newId(), at }));
	await database.commanding(system("make", keeperId), async (work) => {
		const kept = { organisation_id: keeperId };
		const nursing = { programme: "Sykepleie", profession: "nursing", year_of_study: 2 };
		await work.db
			.insertInto("placement.course")
			.values({ ...kept, ...nursing, id: courseId, institution_id: institutionId, name: "Praksis i hjemmetjeneste" })
			.execute();
		await work.db
			.insertInto("placement.period")
			.values({ ...kept, ...days, id, course_id: courseId, name: "Vår 2027" })
			.execute();
		if (students === 0) return { done: undefined };
		const about = { ...kept, institution_id: institutionId };
		await work.db
			.insertInto("placement.student")
			.values(
				made.map(({ studentId, at }) => ({
					...{ ...about, ...nursing, id: studentId, named, person_id: given.personIds?.[at] ?? null },
					...{ name: `Student ${at + 1}`, search_name: foldName(`Student ${at + 1}`) },
					...{ email: given.email?.(at) ?? null, latitude: 63.43 + at / 1000, longitude: 10.39 },
				})),
			)
			.execute();
		await work.db
			.insertInto("placement.claim")
			.values(
				made.map(({ id: claimId, studentId, at }) => ({
					...{ ...about, id: claimId, student_id: studentId, person_id: given.personIds?.[at] ?? null },
					...{ period_id: id, arrived_at: work.now },
				})),
			)
			.execute();
		return { done: undefined };
	});
	return { id, claims: made };
}

export type MadeSite = { readonly id: string; readonly offerId: string; readonly capacityId: string };

/** A site with one offer through the spring, kept by `keeperId`. */
export async function makeSiteOf(
	database: TestDatabase,
	keeperId: string,
	given: {
		readonly hostId?: string;
		readonly name?: string;
		readonly places?: number;
		readonly state?: "answered" | "approved" | "published";
		readonly email?: string | null;
		readonly mostAtOnce?: number;
		readonly unitId?: string;
	} = {},
): Promise<MadeSite> {
	const { hostId = keeperId, name = "Solbakken sykehjem", state = "published" } = given;
	const [id, capacityId, offerId] = [newId(), newId(), newId()];
	await database.commanding(system("make", keeperId), async (work) => {
		const about = { organisation_id: keeperId, host_id: hostId };
		await work.db
			.insertInto("placement.site")
			.values({
				...{ ...about, id, name, search_name: foldName(name), latitude: 63.43, longitude: 10.4 },
				...{ contact_name: "Enhetsleder", contact_email: given.email === undefined ? "leder@example.no" : given.email },
				...(given.unitId === undefined ? {} : { unit_organisation_id: hostId, unit_id: given.unitId }),
			})
			.execute();
		const published = state === "published";
		await work.db
			.insertInto("placement.capacity")
			.values({
				...{ ...about, ...inSpring, id: capacityId, site_id: id, state, published },
				most_at_once: given.mostAtOnce ?? null,
			})
			.execute();
		await work.db
			.insertInto("placement.offer")
			.values({
				...{ ...about, ...inSpring, id: offerId, site_id: id, capacity_id: capacityId, published },
				...{ profession: "nursing", places: given.places ?? 1 },
			})
			.execute();
		return { done: undefined };
	});
	return { id, offerId, capacityId };
}

/** Students of an institution who have places at a site of a host, published in a round of the institution's own. */
export async function makePlacements(
	database: TestDatabase,
	institutionId: string,
	hostId: string,
	given: { readonly students: number; readonly firstDay: string; readonly lastDay: string; readonly siteName?: string },
): Promise<readonly string[]> {
	const { firstDay, lastDay } = given;
	const period = await makePeriodOf(database, institutionId, { students: given.students, firstDay, lastDay });
	const site = await makeSiteOf(database, hostId, given.siteName === undefined ? {} : { name: given.siteName });
	const roundId = newId();
	const made = period.claims.map((claim, at) => ({ ...claim, id: newId(), claimId: claim.id, at }));
	await database.commanding(system("make", institutionId), async (work) => {
		const days = { first_day: firstDay, last_day: lastDay };
		await work.db
			.insertInto("placement.round")
			.values({
				...days,
				organisation_id: institutionId,
				id: roundId,
				name: "Vår",
				rules: "{}",
				seed: "test",
				created_at: work.now,
			})
			.execute();
		await work.db
			.insertInto("placement.placement")
			.values(
				made.map(({ id, claimId, studentId, at }) => ({
					...{ ...days, organisation_id: institutionId, id, round_owner_id: institutionId, round_id: roundId },
					...{
						run_id: newId(),
						publication: 1,
						claim_id: claimId,
						student_id: studentId,
						institution_id: institutionId,
					},
					...{ host_id: hostId, site_organisation_id: hostId, site_id: site.id, offer_organisation_id: hostId },
					...{ offer_id: site.offerId, period_id: period.id, student_name: `Student ${at + 1}`, state: "published" },
					...{ site_name: given.siteName ?? "Solbakken sykehjem", course_name: "Praksis i hjemmetjeneste" },
					...{ profession: "nursing", year_of_study: 2 },
				})),
			)
			.execute();
		return { done: undefined };
	});
	return made.map(({ id }) => id);
}
