import { insertMany } from "../../../../database/insert-many.server.ts";
import type { Work } from "../../../../database/work.server.ts";
import { kilometresBetween } from "../../../../geography/distance.ts";
import type { Municipality } from "../../../../geography/place.ts";
import { foldName } from "../../../../geography/search.ts";
import { makePerson, type Random } from "../../../organisation/service.server.ts";
import { demoId } from "../ids.ts";
import type { DemoSite } from "../places.server.ts";
import type { NationalCourse } from "./courses.ts";

/** A course at an institution and the period its students are in. */
export type Cohort = {
	readonly course: NationalCourse;
	readonly institutionId: string;
	readonly periodId: string;
	readonly campus: Municipality;
	readonly students: number;
};

export type Land = {
	readonly municipalities: readonly Municipality[];
	/** Sites by municipality number. */
	readonly sitesIn: ReadonlyMap<string, readonly DemoSite[]>;
};

/** Kilometres within which most students live from where they study; the others within three times that. */
const near = 60;

/** Municipalities by how far they are from one, the nearest first. */
const neighboursOf = new Map<string, readonly { readonly place: Municipality; readonly away: number }[]>();
function neighbours(land: Land, of: Municipality) {
	const known = neighboursOf.get(of.number);
	if (known) return known;
	const found = land.municipalities
		.map((place) => ({ place, away: kilometresBetween(of.centre.at, place.centre.at) }))
		.sort((a, b) => a.away - b.away);
	neighboursOf.set(of.number, found);
	return found;
}

/** Where students live: most near where they study, the others further away. */
const mostlyNear = 0.7;
const within = (land: Land, campus: Municipality, kilometres: number) =>
	neighbours(land, campus).flatMap(({ place, away }) => (away <= kilometres ? [place] : []));

/** How many students of each course live in each municipality, on the whole: by `course:municipality`. */
export function homesOf(cohorts: readonly Cohort[], land: Land): ReadonlyMap<string, number> {
	const found = new Map<string, number>();
	for (const { course, campus, students } of cohorts)
		for (const [places, share] of [
			[within(land, campus, near), mostlyNear],
			[within(land, campus, 3 * near), 1 - mostlyNear],
		] as const)
			for (const { number } of places) {
				const key = `${course.key}:${number}`;
				found.set(key, (found.get(key) ?? 0) + (students * share) / places.length);
			}
	return found;
}

/**
 * Made-up students, each with a claim and, where they wish, wishes near home; half of them have an account.
 * @param left the day they left, for those of earlier years: then there are no wishes and no accounts
 */
export async function makeNationalStudents(
	work: Work,
	round: { readonly organisationId: string; readonly id: string },
	cohorts: readonly Cohort[],
	land: Land,
	chance: Random,
	left: string | null = null,
): Promise<{ readonly claim: string; readonly home: Municipality; readonly course: NationalCourse }[]> {
	const [people, students, claims, wishes]: object[][] = [[], [], [], []];
	const made: { claim: string; home: Municipality; course: NationalCourse }[] = [];
	for (const { course, institutionId, periodId, campus, students: count } of cohorts) {
		const [close, wide] = [within(land, campus, near), within(land, campus, 3 * near)];
		for (let at = 0; at < count; at++) {
			const key = `${periodId}:${at}`;
			const person = makePerson("student.example", chance, at + 1);
			const home = chance.pick(chance.chance(mostlyNear) ? close : wide);
			const account = left === null && at % 2 === 0 ? demoId(`person:${key}`) : null;
			const [student, claim] = [demoId(`student:${key}`), demoId(`claim:${key}`)];
			const kept = { organisation_id: institutionId, institution_id: institutionId, person_id: account, version: 1 };
			if (account !== null)
				people?.push({ id: account, name: person.name, email: person.email, demo: false, created_at: work.now });
			students?.push({
				...{ ...kept, id: student, name: person.name, named: true, number: demoId(key).slice(0, 18) },
				...{ email: person.email, programme: course.programme, profession: course.profession },
				...{ year_of_study: course.year, travel: "car", left_on: left, search_name: foldName(person.name) },
				latitude: home.centre.at.latitude + (chance.next() - 0.5) * 0.15,
				longitude: home.centre.at.longitude + (chance.next() - 0.5) * 0.3,
			});
			claims?.push({
				...{ ...kept, id: claim, student_id: student, period_id: periodId },
				...{ round_owner_id: round.organisationId, round_id: round.id, priority: at % 25 === 3 ? 0 : 1 },
				arrived_at: new Date(work.now.getTime() - chance.whole(0, 30 * 24 * 3600) * 1000),
			});
			made.push({ claim, home, course });
			if (left === null && chance.chance(0.9))
				wishes?.push(...wishesOf({ claim, institutionId, account, round, home, course }, land, work, chance));
		}
	}
	await insertMany(work, "identity.person", people ?? []);
	await insertMany(work, "placement.student", students ?? []);
	await insertMany(work, "placement.claim", claims ?? []);
	await insertMany(work, "placement.wish", wishes ?? []);
	return made;
}

/** Two to four wishes: places at home or next to it, and now and then a whole municipality. */
function wishesOf(
	one: {
		readonly claim: string;
		readonly institutionId: string;
		readonly account: string | null;
		readonly round: { readonly organisationId: string };
		readonly home: Municipality;
		readonly course: NationalCourse;
	},
	land: Land,
	work: Work,
	chance: Random,
): object[] {
	const targets = new Map<string, "site" | "municipality">();
	const places = neighbours(land, one.home).slice(0, 6);
	const wanted = chance.whole(2, 4);
	for (let tries = 0; targets.size < wanted && tries < 12; tries++) {
		const { place } = chance.chance(0.5) ? (places[0] ?? chance.pick(places)) : chance.pick(places);
		if (chance.chance(0.1)) {
			targets.set(place.number, "municipality");
			continue;
		}
		const sites = (land.sitesIn.get(place.number) ?? []).filter(({ setting }) => one.course.settings.includes(setting));
		if (sites.length > 0) targets.set(chance.pick(sites).id, "site");
	}
	return [...targets].map(([target, kind], at) => ({
		...{ organisation_id: one.institutionId, claim_id: one.claim, rank: at + 1, person_id: one.account },
		...{ round_owner_id: one.round.organisationId, kind, target, stated_at: work.now, stated_by: "student" },
	}));
}
