import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { done, finished, type Outcome } from "../../../outcome.ts";
import { choose, readChoice } from "../actual/service.server.ts";
import { listAllEntries } from "../framework/store.server.ts";
import { listMeasures } from "../measure/service.server.ts";
import { addFinance, addStudy, bindStudies, takeStep } from "../study/service.server.ts";
import { listStudies } from "../study/store.server.ts";
import { readingOf } from "../units.server.ts";
import { demoStudies } from "./studies.ts";

/** Studies of a municipality of the demo region, with names where it keeps them. Once only. */
export async function seedStudies(work: Work, named: boolean): Promise<Outcome<{ studies: number }>> {
	const reading = await readingOf(work);
	if (!reading || (await listStudies(work, reading.organisationId)).length > 0) return done({ studies: 0 });
	const { organisationId, units } = reading;
	const entries = new Map((await listAllEntries(work, organisationId)).map((entry) => [entry.name, entry.id]));
	const choice = await readChoice(work);
	if (named && choice) finished(await choose(work, { ...choice, namedStudies: true }));
	const day = (ahead: number) => addDays(work.today, ahead);
	const measures = new Map((await listMeasures(work)).map((one) => [one.entryId, one.id]));
	let studies = 0;
	for (const one of demoStudies) {
		const unit = units.find(({ setting }) => setting === one.setting);
		const entryId = entries.get(one.gives);
		if (!unit || entryId === undefined) continue;
		const [leave, leaveShare] = one.leave;
		const [substitute, substituteShare, substituteCost] = one.substitute;
		const account = named ? await accountOf(work, organisationId, one.name) : null;
		const { id } = finished(
			await addStudy(
				work,
				{
					...{ name: named ? one.name : null, email: account?.email ?? null, unitId: unit.id, entryId },
					...{
						title: one.title,
						provider: one.provider,
						measureId: measures.get(entryId) ?? null,
						firstDay: day(one.from),
					},
					...{ lastDay: day(one.until), leave, leaveShare, leaveFrom: leave === "none" ? null : day(one.from) },
					...{ leaveUntil: leave === "none" ? null : day(one.until), substitute, substituteShare, substituteCost },
				},
				day(-(one.steps[0]?.[1] ?? 0)),
			),
		);
		let version = 1;
		for (const [state, ago, reason = null] of one.steps.slice(1)) {
			finished(await takeStep(work, id, { state, onDay: day(-ago), reason, note: "", version }));
			version += 1;
		}
		for (const [payer, kroner] of one.paid) {
			finished(await addFinance(work, id, { payer, kroner, note: "", version }));
			version += 1;
		}
		if (account) await bindStudies(work, account.personId, account.email);
		studies += 1;
	}
	return done({ studies });
}

/** The account of somebody of the demo, who proves no address on the way in. */
async function accountOf(work: Work, organisationId: string, name: string) {
	const { rows } = await sql<{ personId: string; email: string }>`
		select p.id "personId", p.email from organisation.membership m join identity.person p on p.id = m.person_id
		where m.organisation_id = ${organisationId} and p.name = ${name} and p.email is not null limit 1`.execute(work.db);
	return rows[0] ?? null;
}
