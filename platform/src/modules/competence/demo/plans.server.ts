import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { addDays, addYears } from "../../../day.ts";
import { done, finished, type Outcome } from "../../../outcome.ts";
import { listAllEntries } from "../framework/store.server.ts";
import { addMeasure, changeMeasure, listMeasures } from "../measure/service.server.ts";
import { addPlan, involveInPlan, takePlanStep } from "../plan/service.server.ts";
import { listPlans } from "../plan/store.server.ts";
import { readingOf } from "../units.server.ts";
import type { DemoMeasure, DemoPlan } from "./plans.ts";

/** A plan of a municipality of the demo region with its measures, what was done with it, and who took part. Once only. */
export async function seedPlan(work: Work, plan: DemoPlan): Promise<Outcome<{ measures: number }>> {
	const reading = await readingOf(work);
	if (!reading || (await listPlans(work, reading.organisationId)).length > 0) return done({ measures: 0 });
	const { organisationId, units } = reading;
	const entries = new Map((await listAllEntries(work, organisationId)).map((entry) => [entry.name, entry.id]));
	const day = (ahead: number) => addDays(work.today, ahead);
	const firstDay = `${day(plan.from).slice(0, 4)}-01-01`;
	const emails = await emailsOf(work, organisationId);
	const { id: planId } = finished(
		await addPlan(
			work,
			{
				...{ title: plan.title, sector: plan.sector, firstDay, lastDay: addDays(addYears(firstDay, plan.years), -1) },
				...{ introduction: plan.introduction, reviewMonths: 12, ownerName: plan.owner },
				...{ ownerEmail: emails.get(plan.owner) ?? null, deputyName: "", deputyEmail: null },
			},
			day(-plan.begun),
		),
	);
	for (const [role, phase, ago, note] of plan.involved)
		finished(await involveInPlan(work, planId, { role, phase, on: day(-ago), note }));
	const unitOf = new Map(units.map(({ setting, id }) => [setting, id]));
	const factsOf = (one: DemoMeasure, priority: number) => {
		const { kind, title, closes, persons, cost, financing, status, note } = one;
		const entryId = one.gives === null ? null : (entries.get(one.gives) ?? null);
		return {
			...{ planId, kind, title, entryId, closes: entryId === null ? null : closes, persons, cost, financing, priority },
			...{ unitId: one.setting === null ? null : (unitOf.get(one.setting) ?? null), status, note },
			...{ substitutePositions: one.substitutes, dueOn: one.due === null ? null : day(one.due) },
			...{ ownerName: one.owner, ownerEmail: emails.get(one.owner) ?? null },
			...{ deputyName: one.deputy, deputyEmail: emails.get(one.deputy) ?? null },
		};
	};
	for (const [at, one] of plan.measures.entries())
		finished(await addMeasure(work, { ...factsOf(one, at + 1), status: "proposed" }));
	for (const [at, [step, ago, decision, note]] of plan.steps.entries())
		finished(await takePlanStep(work, planId, { step, onDay: day(-ago), decision, note, version: at + 1 }));
	if (plan.steps.length > 0)
		for (const { id, version, title } of await listMeasures(work)) {
			const at = plan.measures.findIndex((one) => one.title === title);
			const now = plan.measures[at];
			if (now && now.status !== "decided")
				finished(await changeMeasure(work, id, { ...factsOf(now, at + 1), version }));
		}
	for (const [at, one] of plan.added.entries())
		finished(await addMeasure(work, factsOf(one, plan.measures.length + at + 1)));
	return done({ measures: plan.measures.length + plan.added.length });
}

async function emailsOf(work: Work, organisationId: string): Promise<ReadonlyMap<string, string>> {
	const { rows } = await sql<{ name: string; email: string }>`
		select p.name, p.email from organisation.membership m join identity.person p on p.id = m.person_id
		where m.organisation_id = ${organisationId} and p.email is not null`.execute(work.db);
	return new Map(rows.map(({ name, email }) => [name, email]));
}
