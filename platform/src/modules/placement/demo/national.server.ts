import { insertMany } from "../../../database/insert-many.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { readGazetteer } from "../../../geography/gazetteer.server.ts";
import { done, type Outcome } from "../../../outcome.ts";
import { nationalInstitutions, random } from "../../organisation/service.server.ts";
import { usualRules } from "../allocate/contract.ts";
import { insertPlacements } from "../publish/publication.store.server.ts";
import { slicesOf } from "../publish/slices.ts";
import { addParties, insertRound, insertRoundPeriods } from "../round/store.server.ts";
import { periodIn, type Term, terms } from "./days.ts";
import { demoId } from "./ids.ts";
import { type NationalCourse, nationalCourses } from "./national/courses.ts";
import { makeNationalCapacity, makeNationalSites } from "./national/places.server.ts";
import { type Cohort, homesOf, makeNationalStudents } from "./national/students.server.ts";
import type { DemoSite } from "./places.server.ts";

/** Whose coordinator runs the national round: Norges teknisk-naturvitenskapelige universitet, as in the demo region. */
const owner = "institution-1150";
/** Weeks from the third of a term on, and how many: one span within another, and one after them. */
const spans = { early: [0, 8], long: [0, 14], late: [14, 8] } as const;

export type NationalRound = { readonly roundId: string; readonly sites: number; readonly students: number };

/**
 * A round over the whole country, ready to be run: every institution's courses, sites with published places, students with
 * wishes. Made up, the same every time. The units must be there first (`seedNational`). Undone where it is there already.
 */
export async function seedNationalRound(
	work: Work,
	size: { readonly students: number } = { students: 50_000 },
): Promise<Outcome<NationalRound>> {
	const [, term] = terms(work.today);
	const round = { organisationId: ownerId(), id: demoId(`national:round:${term.firstDay}`) };
	const there = await work.db.selectFrom("placement.round").select("id").where("id", "=", round.id).executeTakeFirst();
	if (there) return done({ roundId: round.id, sites: 0, students: 0 });
	const chance = random(8_000);
	const sites = await makeNationalSites(work);
	await makeCourses(work);
	const cohorts = cohortsOf(term, size.students);
	const land = { municipalities: readGazetteer().municipalities, sitesIn: byPlace(sites) };
	await makeNationalCapacity(work, sites, term, homesOf(cohorts, land), chance);
	await insertRound(work, {
		...round,
		values: {
			...{ name: `Hele landet ${term.name}`, firstDay: term.firstDay, lastDay: term.lastDay },
			...{ wishesFrom: addDays(work.today, -35), wishesUntil: addDays(work.today, -3), wishesMost: 5 },
			confirmBy: addDays(term.firstDay, 10),
		},
		rules: usualRules,
		seed: "demo-national",
	});
	await addParties(work, round, "host", [...new Set(sites.map(({ hostId }) => hostId))]);
	await makePeriods(work, round, cohorts, term);
	const made = await makeNationalStudents(work, round, cohorts, land, chance);
	return done({ roundId: round.id, sites: sites.length, students: made.length });
}

/**
 * A round of an earlier year with its students, placed, answered and over: what lists and snapshots carry with them after
 * some years. `seedNationalRound` must have been run.
 * @param back how many years ago
 */
export async function seedNationalHistory(
	work: Work,
	back: number,
	size: { readonly students: number } = { students: 20_000 },
): Promise<Outcome<{ readonly placements: number }>> {
	const [current] = terms(work.today);
	const year = Number(current.firstDay.slice(0, 4)) - back;
	const term: Term = { name: `vår ${year}`, firstDay: `${year}-01-01`, lastDay: `${year}-06-30` };
	const round = { organisationId: ownerId(), id: demoId(`national:round:${term.firstDay}`) };
	const there = await work.db.selectFrom("placement.round").select("id").where("id", "=", round.id).executeTakeFirst();
	if (there) return done({ placements: 0 });
	const chance = random(year);
	await insertRound(work, {
		...round,
		values: {
			...{ name: `Hele landet ${term.name}`, firstDay: term.firstDay, lastDay: term.lastDay },
			...{ wishesFrom: null, wishesUntil: null, wishesMost: 5, confirmBy: null },
		},
		rules: usualRules,
		seed: "demo-national",
	});
	const cohorts = cohortsOf(term, size.students);
	await makePeriods(work, round, cohorts, term);
	const [, next] = terms(work.today);
	const offers = await readOffers(work, next);
	const { municipalities } = readGazetteer();
	const land = { municipalities, sitesIn: new Map<string, DemoSite[]>() };
	const made = await makeNationalStudents(work, round, cohorts, land, chance, term.lastDay);
	const runId = demoId(`national:run:${term.firstDay}`);
	const placed = made.flatMap(({ claim, home, course }) => {
		const offer = offerFor(offers, home.number, course, chance);
		return offer === undefined ? [] : [{ claim, offer, rank: chance.whole(1, 3), minutes: chance.whole(11, 90) }];
	});
	await work.db
		.insertInto("placement.run")
		.values({
			...{ organisation_id: round.organisationId, id: runId, round_id: round.id, number: 1, name: "Beregning 1" },
			...{ rules: JSON.stringify(usualRules), seed: "demo-national", state: "done", holds: "optimal" },
			...{ claims: made.length, placed: placed.length, created_at: work.now, finished_at: work.now },
		})
		.execute();
	const byName = "Ingrid Vollmo";
	await insertPlacements(work, { round, runId, publication: 1, byName }, slicesOf(placed), async () => {});
	await work.db
		.updateTable("placement.placement")
		.set({ state: "completed", host_answer: "confirmed", host_answered_at: work.now, student_answer: "accepted" })
		.where("round_owner_id", "=", round.organisationId)
		.where("round_id", "=", round.id)
		.execute();
	await work.db
		.insertInto("placement.publication")
		.values({
			...{
				organisation_id: round.organisationId,
				round_id: round.id,
				number: 1,
				run_id: runId,
				published_by_name: byName,
			},
			...{ published_at: work.now, claims: made.length, without_wishes: made.length },
			changes: JSON.stringify({ added: placed.length, changed: 0, removed: 0, kept: 0 }),
		})
		.execute();
	await work.db
		.updateTable("placement.round")
		.set({ state: "closed", publication: 1, published_at: work.now, chosen_run_id: runId })
		.where("organisation_id", "=", round.organisationId)
		.where("id", "=", round.id)
		.execute();
	return done({ placements: placed.length });
}

function ownerId(): string {
	const found = nationalInstitutions().find(({ key }) => key === owner);
	if (!found) throw new Error(`${owner} is not an institution`);
	return found.id;
}

/** Courses and how many students each institution has of them, in shares that add up. */
function cohortsOf(term: Term, students: number): readonly Cohort[] {
	const { municipalities } = readGazetteer();
	const institutions = nationalInstitutions();
	return nationalCourses.flatMap((course, number) => {
		const having = institutions
			.map((institution, at) => ({ ...institution, at }))
			.filter(({ key, at }) => key === owner || (at + number) % course.every === 0);
		const campuses = having.flatMap(({ id, campuses: towns }) => towns.map((town) => ({ id, town })));
		return campuses.flatMap(({ id, town }, at): Cohort[] => {
			const campus = municipalities.find((one) => one.number === town);
			const whole = Math.round((students * course.share) / 100);
			const mine = Math.floor((whole * (at + 1)) / campuses.length) - Math.floor((whole * at) / campuses.length);
			if (!campus || mine === 0) return [];
			const periodId = demoId(`period:national:${course.key}:${id}:${town}:${term.firstDay}`);
			return [{ course, institutionId: id, periodId, campus, students: mine }];
		});
	});
}

const courseId = (course: NationalCourse, institutionId: string) =>
	demoId(`course:national:${course.key}:${institutionId}`);

async function makeCourses(work: Work): Promise<void> {
	await insertMany(
		work,
		"placement.course",
		nationalInstitutions().flatMap(({ id }) =>
			nationalCourses.map((course) => ({
				...{ organisation_id: id, id: courseId(course, id), institution_id: id, programme: course.programme },
				...{ code: `LAND-${course.key.toUpperCase()}`, name: course.name, profession: course.profession },
				...{ year_of_study: course.year, credits: 15, hours: 30, settings: course.settings, requirements: [] },
				...{ published: true, version: 1 },
			})),
		),
	);
}

async function makePeriods(
	work: Work,
	round: { readonly organisationId: string; readonly id: string },
	cohorts: readonly Cohort[],
	term: Term,
): Promise<void> {
	await insertMany(
		work,
		"placement.period",
		cohorts.map(({ course, institutionId, periodId, campus }) => {
			const [from, weeks] = spans[course.span];
			const { firstDay, lastDay } = periodIn(term, weeks, from);
			return {
				...{ organisation_id: institutionId, id: periodId, course_id: courseId(course, institutionId) },
				...{ name: `${term.name}, ${campus.centre.name}`, first_day: firstDay, last_day: lastDay },
				...{ published: true, version: 1 },
			};
		}),
	);
	await addParties(work, round, "institution", [...new Set(cohorts.map(({ institutionId }) => institutionId))]);
	await insertRoundPeriods(
		work,
		round,
		cohorts.map(({ institutionId, periodId }) => ({ organisationId: institutionId, id: periodId })),
	);
}

function byPlace(sites: readonly DemoSite[]): Map<string, DemoSite[]> {
	const found = new Map<string, DemoSite[]>();
	for (const site of sites) {
		const here = found.get(site.municipality);
		if (here) here.push(site);
		else found.set(site.municipality, [site]);
	}
	return found;
}

/** Published offers of a term by municipality, profession and year. */
async function readOffers(work: Work, term: Term): Promise<ReadonlyMap<string, readonly string[]>> {
	const rows = await work.db
		.selectFrom("placement.offer as offer")
		.innerJoin("placement.site as site", (join) =>
			join.onRef("site.organisation_id", "=", "offer.organisation_id").onRef("site.id", "=", "offer.site_id"),
		)
		.select(["offer.id", "offer.profession", "offer.years", "site.municipality_number as municipality"])
		.where("offer.first_day", "=", term.firstDay)
		.orderBy("offer.id")
		.execute();
	const found = new Map<string, string[]>();
	for (const { id, profession, years, municipality } of rows)
		for (const year of years) {
			const key = `${municipality}:${profession}:${year}`;
			found.set(key, [...(found.get(key) ?? []), id]);
		}
	return found;
}

function offerFor(
	offers: ReadonlyMap<string, readonly string[]>,
	municipality: string,
	{ profession, year }: NationalCourse,
	chance: ReturnType<typeof random>,
): string | undefined {
	const here = offers.get(`${municipality}:${profession}:${year}`) ?? [];
	return here.length === 0 ? undefined : chance.pick(here);
}
