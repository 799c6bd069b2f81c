import type { Work } from "../../database/work.server.ts";
import { addDays } from "../../day.ts";
import { readGazetteer } from "../../geography/gazetteer.server.ts";
import { record } from "../../identity/audit.server.ts";
import { done, type Outcome } from "../../outcome.ts";
import { demoPlaces, type Random, random } from "../organisation/service.server.ts";
import { usualRules } from "./allocate/contract.ts";
import { hashOf } from "./allocate/run.server.ts";
import { allocateSnapshot } from "./allocate/run.ts";
import { type DemoCourse, demoCourses } from "./demo/courses.ts";
import { periodIn, type Term, terms } from "./demo/days.ts";
import { makeEffort, publishedOn } from "./demo/effort.server.ts";
import { makeEvaluations, termBefore } from "./demo/evaluations.server.ts";
import { demoId } from "./demo/ids.ts";
import { type DemoSite, makeCapacity, makeSites } from "./demo/places.server.ts";
import { makeRequests } from "./demo/requests.server.ts";
import { makeCohort } from "./demo/students.server.ts";
import { publish } from "./publish/publication.server.ts";
import { packed } from "./round/pack.server.ts";
import { finishRun } from "./round/run.store.server.ts";
import { readSnapshot } from "./round/snapshot.server.ts";
import { addParties, findRound, insertRound, insertRoundPeriods } from "./round/store.server.ts";

type Seeding = {
	readonly work: Work;
	readonly chance: Random;
	readonly sites: readonly DemoSite[];
	readonly hosts: readonly { readonly number: string; readonly id: string }[];
	readonly institutionOf: (key: string) => string;
	readonly visitor: { readonly personId: string; readonly name: string } | null;
};

/**
 * Fills the placement room of the demo region: made-up courses, capacity, students and wishes, and a round at each stage.
 * Once only. The demo region of the room organisation must be there first.
 */
export async function seedPlacementDemo(work: Work): Promise<Outcome<{ rounds: number }>> {
	const places = demoPlaces();
	const hostIds = places.municipalities.map(({ id }) => id);
	const there = await work.db
		.selectFrom("placement.course")
		.select("id")
		.where("id", "=", demoId("course:syk2"))
		.executeTakeFirst();
	if (there) return done({ rounds: 0 });
	const sites = await makeSites(work, hostIds);
	if (sites.length === 0) return done({ rounds: 0 });
	const institutionOf = (key: string) => places.institutions.find((one) => one.key === key)?.id ?? "";
	await makeCourses(work, institutionOf);
	const visitor = await work.db
		.selectFrom("identity.person")
		.select(["id as personId", "name"])
		.where("demo", "=", true)
		.where("name", "=", "Amalie Nesteby")
		.executeTakeFirst();
	const seeding: Seeding = {
		work,
		chance: random(20),
		sites,
		hosts: places.municipalities,
		institutionOf,
		visitor: visitor ?? null,
	};
	const [now, next, later] = terms(work.today);
	await makeCapacity(work, sites, now, seeding.chance, () => "published");
	await makeCapacity(work, sites, next, seeding.chance, () => "published");
	await makeCollection(seeding, later);
	await makeRequests(work, {
		institutionOf,
		hostOf: (number) => places.municipalities.find((one) => one.number === number)?.id,
		terms: { next, later },
	});
	await published(seeding, now);
	await ready(seeding, next);
	await wishing(seeding, next);
	await readyInTheNorth(seeding, next);
	await over(seeding);
	await record(work, { verb: "demo.seed", objectKind: "demo", objectId: null, detail: { rounds: 5 } });
	return done({ rounds: 5 });
}

async function makeCourses(work: Work, institutionOf: Seeding["institutionOf"]): Promise<void> {
	await work.db
		.insertInto("placement.course")
		.values(
			demoCourses.map((course) => ({
				organisation_id: institutionOf(course.institution),
				id: demoId(`course:${course.key}`),
				institution_id: institutionOf(course.institution),
				programme: course.programme,
				code: course.code,
				name: course.name,
				profession: course.profession,
				year_of_study: course.year,
				credits: course.credits,
				weeks: course.weeks,
				hours: 30,
				settings: [...course.settings],
				supervisor_requirement: "Autorisert og med veilederutdanning",
				requirements: ["police-certificate", "confidentiality"],
			})),
		)
		.execute();
}

async function makePeriod(seeding: Seeding, course: DemoCourse, term: Term, weeksOn: number): Promise<string> {
	const id = demoId(`period:${course.key}:${term.firstDay}`);
	const { firstDay, lastDay } = periodIn(term, course.weeks, weeksOn);
	await seeding.work.db
		.insertInto("placement.period")
		.values({
			organisation_id: seeding.institutionOf(course.institution),
			id,
			course_id: demoId(`course:${course.key}`),
			name: term.name,
			first_day: firstDay,
			last_day: lastDay,
		})
		.execute();
	return id;
}

/** Where a round is: whose it is, the counties its hosts are in, and the towns its students live in. */
type Area = {
	readonly owner: string;
	readonly counties: readonly string[];
	readonly towns: readonly string[];
};
const middle: Area = {
	owner: "institution-1150",
	counties: ["50", "34"],
	towns: ["5001", "5035", "5037", "5038", "5006", "5031"],
};
const north: Area = {
	owner: "institution-1130",
	counties: ["18", "55", "56"],
	towns: ["5501", "1804", "5503", "1806", "5601"],
};

type DemoRound = {
	readonly key: string;
	readonly area?: Area;
	readonly name: string;
	readonly term: Term;
	readonly wishesFrom: string;
	readonly wishesUntil: string;
	readonly cohorts: readonly {
		readonly course: string;
		readonly students: number;
		readonly weeksOn: number;
		readonly wished: number;
	}[];
};

/** A round of an institution over the municipalities of its part of the region, with its students. */
async function makeRound(seeding: Seeding, given: DemoRound) {
	const { work, sites, chance, institutionOf } = seeding;
	const { owner, counties, towns: numbers } = given.area ?? middle;
	const hostIds = seeding.hosts.flatMap(({ number, id }) => (counties.includes(number.slice(0, 2)) ? [id] : []));
	const organisationId = institutionOf(owner);
	const round = { organisationId, id: demoId(`round:${given.key}`) };
	const { term } = given;
	await insertRound(work, {
		...round,
		values: {
			...{ name: given.name, firstDay: term.firstDay, lastDay: term.lastDay },
			...{ wishesFrom: given.wishesFrom, wishesUntil: given.wishesUntil, wishesMost: 5 },
			confirmBy: addDays(term.firstDay, 10),
		},
		rules: usualRules,
		seed: `demo-${given.key}`,
	});
	await addParties(work, round, "host", hostIds);
	const gazetteer = readGazetteer();
	const towns = numbers.flatMap((number) => gazetteer.municipalities.filter((one) => one.number === number));
	for (const cohort of given.cohorts) {
		const course = demoCourses.find(({ key }) => key === cohort.course);
		if (!course) continue;
		const institutionId = institutionOf(course.institution);
		const periodId = await makePeriod(seeding, course, term, cohort.weeksOn);
		await addParties(work, round, "institution", [institutionId]);
		await insertRoundPeriods(work, round, [{ organisationId: institutionId, id: periodId }]);
		await makeCohort(
			work,
			{
				...{ course, institutionId, periodId, towns, round },
				sites: sites.filter(
					({ setting, municipality }) =>
						course.settings.includes(setting) && counties.includes(municipality.slice(0, 2)),
				),
				students: cohort.students,
				wished: cohort.wished,
				visitor: ["syk1", "syk2"].includes(course.key) ? seeding.visitor : null,
				statedAt: new Date(`${given.wishesFrom}T10:00:00Z`),
			},
			chance,
		);
	}
	return round;
}

/** This term's: run, published, and answered by most. */
async function published(seeding: Seeding, term: Term): Promise<void> {
	await runAndPublish(seeding, {
		...{ key: "published", name: `Sykepleie ${term.name}`, term },
		...{ wishesFrom: addDays(term.firstDay, -90), wishesUntil: addDays(term.firstDay, -60) },
		cohorts: [{ course: "syk2", students: 110, weeksOn: 8, wished: 0.95 }],
	});
}

/** One that is over, with what its students have said of the sites. */
async function over(seeding: Seeding): Promise<void> {
	const { work, sites } = seeding;
	const { term, weeksOn } = termBefore(work.today);
	const chance = random(22);
	const homes = sites.filter(
		({ setting, municipality }) => setting === "nursing-home" && municipality.startsWith("50"),
	);
	await makeCapacity(work, homes, term, chance, () => "published");
	const round = await runAndPublish(
		{ ...seeding, chance },
		{
			...{
				key: "over",
				name: `Sykepleie 1. år ${term.name}`,
				term,
				area: { ...middle, counties: ["50"], towns: ["5001"] },
			},
			...{ wishesFrom: addDays(term.firstDay, -90), wishesUntil: addDays(term.firstDay, -60) },
			cohorts: [{ course: "syk1", students: 44, weeksOn, wished: 0.95 }],
		},
	);
	if (round) await makeEvaluations(work, round, chance);
}

async function runAndPublish(seeding: Seeding, given: DemoRound) {
	const { work } = seeding;
	const { key, term } = given;
	const made = await makeRound(seeding, given);
	const round = await findRound(work, made.id);
	if (!round) return undefined;
	const snapshot = await readSnapshot(work, round);
	const { result, certificate } = await allocateSnapshot(snapshot, { snapshotHash: hashOf(snapshot) });
	const run = { organisationId: made.organisationId, id: demoId(`run:${key}`) };
	await work.db
		.insertInto("placement.run")
		.values({
			...{ organisation_id: run.organisationId, id: run.id, round_id: made.id, number: 1, name: "Beregning 1" },
			...{ rules: JSON.stringify(round.rules), seed: round.seed, state: "waiting", created_at: work.now },
		})
		.execute();
	const [packedSnapshot, plan, proof] = await Promise.all([packed(snapshot), packed(result), packed(certificate)]);
	await finishRun(work, run, { head: result, snapshot: packedSnapshot, plan, certificate: proof });
	const asked = { roundId: made.id, runId: run.id, publication: 1, personId: null, byName: "Ingrid Vollmo" };
	const then = { ...work, now: publishedOn(term) };
	await publish(then, made.organisationId, asked, async () => {}, { quietly: true });
	await work.db
		.updateTable("placement.placement")
		.set({
			state: "confirmed",
			host_answer: "confirmed",
			host_answered_at: work.now,
			host_answered_by: "Enhetsleder",
			supervisor_name: "Sindre Lillebo",
		})
		.where("round_id", "=", made.id)
		.where("rank", "<=", 3)
		.execute();
	await makeEffort(work, { organisationId: made.organisationId, id: made.id }, term);
	return made;
}

/** Next term's, wished for and ready to be run. */
async function ready(seeding: Seeding, term: Term): Promise<void> {
	const { today } = seeding.work;
	await makeRound(seeding, {
		...{ key: "ready", name: `Sykepleie ${term.name}`, term },
		...{ wishesFrom: addDays(today, -35), wishesUntil: addDays(today, -3) },
		cohorts: [
			{ course: "syk2", students: 74, weeksOn: 0, wished: 0.96 },
			{ course: "syk3", students: 50, weeksOn: 2, wished: 0.93 },
		],
	});
}

/** Next term's in the north, of two institutions: where the next town is hours away, it is the places at home that count. */
async function readyInTheNorth(seeding: Seeding, term: Term): Promise<void> {
	const { today } = seeding.work;
	await makeRound(seeding, {
		...{ key: "north", area: north, name: `Sykepleie Nord-Norge ${term.name}`, term },
		...{ wishesFrom: addDays(today, -30), wishesUntil: addDays(today, -2) },
		cohorts: [
			{ course: "usyk2", students: 34, weeksOn: 0, wished: 0.95 },
			{ course: "nsyk3", students: 16, weeksOn: 9, wished: 0.9 },
		],
	});
}

/** Next term's, where students are wishing just now. */
async function wishing(seeding: Seeding, term: Term): Promise<void> {
	const { today } = seeding.work;
	await makeRound(seeding, {
		...{ key: "wishing", name: `Vernepleie og sosialt arbeid ${term.name}`, term },
		...{ wishesFrom: addDays(today, -4), wishesUntil: addDays(today, 12) },
		cohorts: [
			{ course: "ver2", students: 45, weeksOn: 0, wished: 0.5 },
			{ course: "sos2", students: 40, weeksOn: 0, wished: 0.4 },
		],
	});
}

/** The term after: municipalities are asking their sites, some have answered. */
async function makeCollection(seeding: Seeding, term: Term): Promise<void> {
	const { work, sites, chance, hosts } = seeding;
	const collectionOf = (hostId: string) => demoId(`collection:${hostId}:${term.firstDay}`);
	await work.db
		.insertInto("placement.collection")
		.values(
			hosts.map(({ id: hostId }) => ({
				organisation_id: hostId,
				id: collectionOf(hostId),
				name: `Praksisplasser ${term.name}`,
				first_day: term.firstDay,
				last_day: term.lastDay,
				due_on: addDays(work.today, 9),
				message: "Svar for stedet ditt. Det tar to minutter.",
				created_at: work.now,
			})),
		)
		.execute();
	await makeCapacity(
		work,
		sites,
		term,
		chance,
		() => (chance.chance(0.55) ? "answered" : "asked"),
		(site) => collectionOf(site.hostId),
	);
}
