import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import type { Random } from "../../organisation/service.server.ts";
import { type Term, terms } from "./days.ts";

const remarks = [
	"Fikk ansvar tidlig og god tid til å spørre.",
	"Veilederen hadde satt av tid til refleksjon hver uke.",
	"Travelt på kveldsvakt, men alltid noen å støtte seg på.",
	"Si fra tidlig hvilke prosedyrer du mangler, så legger de til rette.",
	"Lett å komme dit med buss, og garderobe med låsbart skap.",
] as const;

/** The term before the one a day is in, and how far into it a period of eight weeks ends near its end, weeks. */
export function termBefore(today: string): { readonly term: Term; readonly weeksOn: number } {
	const [now] = terms(today);
	const [term] = terms(addDays(now.firstDay, -40));
	return { term, weeksOn: term.firstDay.endsWith("-01-01") ? 12 : 8 };
}

/** Ends the placements of a round: carried out, and what most of their students have said of them. The visitor has not yet. */
export async function makeEvaluations(
	work: Work,
	round: { readonly organisationId: string; readonly id: string },
	chance: Random,
): Promise<void> {
	const of = sql`round_owner_id = ${round.organisationId} and round_id = ${round.id}`;
	await sql`update placement.placement set state = 'completed', host_answer = 'confirmed', student_answer = 'accepted',
		student_answered_at = host_answered_at where ${of}`.execute(work.db);
	await sql`update placement.round set state = 'closed'
		where organisation_id = ${round.organisationId} and id = ${round.id}`.execute(work.db);
	const { rows } = await sql<{ id: string; known: boolean }>`
		select id, person_id is not null known from placement.placement where ${of} order by id`.execute(work.db);
	const said = rows.map(({ id, known }) => {
		const answered = !known && chance.chance(0.8);
		const level = () => (chance.chance(0.8) ? chance.whole(3, 4) : chance.whole(1, 2));
		return {
			...{ id, answered },
			...(answered ? { outcomes: level(), supervision: level(), welcome: level(), recommend: chance.chance(0.8) } : {}),
			...(answered && chance.chance(0.4) ? { remark: chance.pick(remarks) } : {}),
		};
	});
	await sql`
		insert into placement.evaluation (organisation_id, placement_id, host_id, site_organisation_id, site_id, person_id, last_day,
			asked_at, answered_at, outcomes, supervision, welcome, recommend, remark)
		select p.organisation_id, p.id, p.host_id, p.site_organisation_id, p.site_id, p.person_id, p.last_day,
			p.last_day + interval '1 day', case when g.answered then p.last_day + interval '4 days' end,
			g.outcomes, g.supervision, g.welcome, g.recommend, g.remark
		from jsonb_to_recordset(${JSON.stringify(said)}::jsonb)
			as g(id uuid, answered boolean, outcomes int, supervision int, welcome int, recommend boolean, remark text)
		join placement.placement p on p.id = g.id`.execute(work.db);
}
