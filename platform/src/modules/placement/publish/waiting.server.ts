import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { defineText, type Language } from "../../../language.ts";
import type { WaitingItem } from "../../../registry/waiting.server.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { readBeginning } from "../round/beginning.server.ts";
import { beginningText } from "../round/pages/beginning.text.ts";
import { type Asker, mayCoordinate, maySeeStudents } from "../rules.ts";
import { listLost } from "./lost.store.server.ts";
import { reconsiderationDays } from "./reconsider.ts";
import { listPlacements } from "./service.server.ts";

const text = defineText({
	nb: {
		run: (round: string) => `Beregn plasser i ${round}`,
		publish: (round: string) => `Publiser plassene i ${round}`,
		host: (count: number) => (count === 1 ? "Bekreft en praksisplass" : `Bekreft ${count} praksisplasser`),
		reconsider: (count: number) =>
			count === 1 ? "En student ber om ny vurdering av plassen" : `${count} studenter ber om ny vurdering av plassen`,
		replan: (count: number) =>
			count === 1 ? "En student skal få en annen praksisplass" : `${count} studenter skal få en annen praksisplass`,
		begin: "Kom i gang med den første praksisrunden",
		beginWith: (step: string) => `Fire steg. Neste: ${step}`,
		lost: (count: number, round: string) =>
			count === 1
				? `Finn ny plass til en student som har mistet plassen i ${round}`
				: `Finn nye plasser til ${count} studenter som har mistet plassen i ${round}`,
		own: (course: string) => `Svar på praksisplassen din i ${course}`,
	},
	nn: {
		run: (round: string) => `Rekn ut plassar i ${round}`,
		publish: (round: string) => `Publiser plassane i ${round}`,
		host: (count: number) => (count === 1 ? "Stadfest ein praksisplass" : `Stadfest ${count} praksisplassar`),
		reconsider: (count: number) =>
			count === 1 ? "Ein student ber om ny vurdering av plassen" : `${count} studentar ber om ny vurdering av plassen`,
		replan: (count: number) =>
			count === 1 ? "Ein student skal få ein annan praksisplass" : `${count} studentar skal få ein annan praksisplass`,
		begin: "Kom i gang med den første praksisrunden",
		beginWith: (step: string) => `Fire steg. Neste: ${step}`,
		lost: (count: number, round: string) =>
			count === 1
				? `Finn ny plass til ein student som har mista plassen i ${round}`
				: `Finn nye plassar til ${count} studentar som har mista plassen i ${round}`,
		own: (course: string) => `Svar på praksisplassen din i ${course}`,
	},
	en: {
		run: (round: string) => `Run the allocation of ${round}`,
		publish: (round: string) => `Publish the placements of ${round}`,
		host: (count: number) => (count === 1 ? "Confirm a placement" : `Confirm ${count} placements`),
		reconsider: (count: number) =>
			count === 1 ? "A student asks for reconsideration" : `${count} students ask for reconsideration`,
		replan: (count: number) =>
			count === 1 ? "A student is to have another placement" : `${count} students are to have another placement`,
		begin: "Begin with the first placement round",
		beginWith: (step: string) => `Four steps. Next: ${step}`,
		lost: (count: number, round: string) =>
			count === 1
				? `Find another place for a student who has lost theirs in ${round}`
				: `Find other places for ${count} students who have lost theirs in ${round}`,
		own: (course: string) => `Answer about your placement in ${course}`,
	},
});

/** Rounds that can be run or published, placements to answer for as a host, and students who ask for reconsideration. */
export async function findWaitingPlacements(work: Work): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person") return [];
	const { organisationId, language } = actor;
	const [own, mandate] = await Promise.all([forStudents(work, actor.personId, language), mandateOf(work)]);
	if (organisationId === null) return own;
	if (!mayCoordinate(mandate)) return [...own, ...(await forLeaders(work, mandate, language))];
	const others = await Promise.all([
		forOwners(work, organisationId, language),
		forHosts(work, organisationId, language),
		forInstitutions(work, organisationId, language),
		toReplan(work, organisationId, language),
		forLost(work, organisationId, language),
		forBeginners(work, organisationId, language),
	]);
	return [own, ...others].flat();
}

async function forStudents(work: Work, personId: string, language: Language): Promise<WaitingItem[]> {
	const rows = await rowsTogether(
		work,
		sql<{ id: string; courseName: string }>`
		select id, course_name "courseName" from placement.placement
		where person_id = ${personId} and student_answer is null and state in ('published', 'confirmed')
			and first_day > ${work.today} order by first_day, id`,
	);
	return rows.map(({ id, courseName }) => ({
		key: `placement.answer.${id}`,
		...{ title: text[language].own(courseName), path: `/placement/placements/${id}`, urgency: "soon" },
	}));
}

async function forOwners(work: Work, organisationId: string, language: Language): Promise<WaitingItem[]> {
	const rows = await rowsTogether(
		work,
		sql<{ id: string; name: string; chosen: boolean }>`
		select r.id, r.name, r.chosen_run_id is not null chosen from placement.round r
		where r.organisation_id = ${organisationId} and r.state not in ('published', 'closed') and r.last_day >= ${work.today}
			and (r.chosen_run_id is not null or (
				(r.wishes_until is null or r.wishes_until < ${work.today})
				and exists (select from placement.claim c where c.round_id = r.id and c.withdrawn_at is null)
				and not exists (select from placement.run u where u.organisation_id = r.organisation_id and u.round_id = r.id
					and u.deleted_at is null and u.state = 'done')))
		union all
		select r.id, r.name, true from placement.round r
		where r.organisation_id = ${organisationId} and r.state = 'published' and r.last_day >= ${work.today}
			and r.chosen_run_id <> (select p.run_id from placement.publication p
				where p.organisation_id = r.organisation_id and p.round_id = r.id and p.number = r.publication)
		order by 2, 1`,
	);
	const words = text[language];
	return rows.map(({ id, name, chosen }) => ({
		key: `placement.round.${id}`,
		title: chosen ? words.publish(name) : words.run(name),
		path: `/placement/rounds/${id}/${chosen ? "publish" : "runs"}`,
		urgency: "soon",
	}));
}

async function forHosts(work: Work, organisationId: string, language: Language): Promise<WaitingItem[]> {
	const rows = await rowsTogether(
		work,
		sql<{ count: number; dueOn: string | null }>`
		select count(*)::int count, min(r.confirm_by) "dueOn" from placement.placement p
		left join placement.round r on r.organisation_id = p.round_owner_id and r.id = p.round_id
		where p.host_id = ${organisationId} and p.host_answer is null and p.state = 'published' and p.last_day >= ${work.today}`,
	);
	const { count = 0, dueOn = null } = rows[0] ?? {};
	if (count === 0) return [];
	return [
		{
			...{ key: "placement.host", title: text[language].host(count), path: "/placement/placements?waiting=host" },
			urgency: dueOn !== null && dueOn < work.today ? "now" : "soon",
			...(dueOn === null ? {} : { dueOn }),
		},
	];
}

/** Placements at the units somebody leads, which nobody has answered for. */
async function forLeaders(work: Work, mandate: Asker, language: Language): Promise<WaitingItem[]> {
	if (maySeeStudents(mandate) || !mandate.holdings.some(({ role }) => role === "unit-leader")) return [];
	const { rows, total } = await listPlacements(work, { waiting: "host", sort: "days", pageSize: 1 });
	const [first] = rows;
	if (first === undefined) return [];
	const path = total === 1 ? `/placement/placements/${first.id}` : "/placement/placements?waiting=host";
	return [{ key: "placement.host", title: text[language].host(total), path, urgency: "soon" }];
}

async function forInstitutions(work: Work, organisationId: string, language: Language): Promise<WaitingItem[]> {
	const rows = await rowsTogether(
		work,
		sql<{ count: number; dueOn: string | null }>`
		select count(*)::int count, min(least(first_day,
			(student_answered_at at time zone 'Europe/Oslo')::date + ${reconsiderationDays}::int)) "dueOn"
		from placement.placement
		where organisation_id = ${organisationId} and student_answer = 'reconsider' and reconsidered is null
			and state in ('published', 'confirmed', 'under-way') and last_day >= ${work.today}`,
	);
	const { count = 0, dueOn = null } = rows[0] ?? {};
	if (count === 0) return [];
	const path = "/placement/placements?waiting=reconsider";
	const due = dueOn === null ? {} : { dueOn };
	return [{ key: "placement.reconsider", title: text[language].reconsider(count), path, urgency: "now", ...due }];
}

/** The guide to a first round, for a placement coordinator of an organisation that has none and takes part in none. */
async function forBeginners(work: Work, organisationId: string, language: Language): Promise<WaitingItem[]> {
	const { actor } = work;
	if (actor.kind !== "person" || !actor.roles.includes("placement-coordinator")) return [];
	const [found] = await rowsTogether(work, sql<{ any: boolean }>`select exists (select from placement.round) "any"`);
	if (found?.any !== false) return [];
	const { periods, students, places } = await readBeginning(work, organisationId);
	const next = periods === 0 ? "courses" : students === 0 ? "students" : places === 0 ? "places" : "round";
	const { steps } = beginningText[language];
	return [
		{
			...{ key: "placement.begin", title: text[language].begin, note: text[language].beginWith(steps[next]) },
			...{ path: "/placement/rounds", urgency: "soon" },
		},
	];
}

/** Students who have lost the place they were given, in rounds of the organisation: nobody but a coordinator finds them another. */
async function forLost(work: Work, organisationId: string, language: Language): Promise<WaitingItem[]> {
	return (await listLost(work, organisationId)).map(({ id, name, students }) => ({
		...{ key: `placement.lost.${id}`, title: text[language].lost(students, name) },
		...{ path: `/placement/rounds/${id}/publish`, urgency: "now" },
	}));
}

/** Students who have been granted another place, which whoever runs the round finds. */
async function toReplan(work: Work, organisationId: string, language: Language): Promise<WaitingItem[]> {
	const rows = await rowsTogether(
		work,
		sql<{ count: number }>`
		select count(*)::int count from placement.placement
		where round_owner_id = ${organisationId} and reconsidered = 'granted' and state in ('published', 'confirmed', 'under-way')
			and last_day >= ${work.today}`,
	);
	const count = rows[0]?.count ?? 0;
	if (count === 0) return [];
	const path = "/placement/placements?waiting=replan";
	return [{ key: "placement.replan", title: text[language].replan(count), path, urgency: "soon" }];
}
