import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import type { Measure, MeasureFacts } from "./contract.ts";

/** The measures of an organisation, the first to be done first. */
export async function listMeasures(work: Work, organisationId: string): Promise<readonly Measure[]> {
	const { rows } = await sql<Measure>`
		select m.id, m.plan_id "planId", m.number, m.kind, m.title, m.unit_id "unitId", m.entry_id "entryId",
			m.closes / 100.0::float8 closes, m.persons, m.cost, m.financing, m.substitute_positions / 100.0::float8 "substitutePositions",
			m.priority, m.status, m.due_on "dueOn", m.owner_name "ownerName", m.owner_email "ownerEmail",
			m.deputy_name "deputyName", m.deputy_email "deputyEmail", m.note, m.version,
			p.title "planTitle", u.name "unitName", e.name "entryName", e.name_nn "entryNameNn", e.name_en "entryNameEn",
			e.mapped_id "mappedId",
			(select count(*)::int from competence.study s where s.organisation_id = m.organisation_id and s.measure_id = m.id) studies
		from competence.measure m
		join competence.plan p on p.organisation_id = m.organisation_id and p.id = m.plan_id
		left join organisation.unit u on u.organisation_id = m.organisation_id and u.id = m.unit_id
		left join competence.entry e on e.organisation_id = m.entry_organisation_id and e.id = m.entry_id
		where m.organisation_id = ${organisationId} order by m.priority, m.number`.execute(work.db);
	return rows;
}

export type MeasureToWrite = MeasureFacts & { readonly entryOrganisationId: string | null };

const hundredths = (value: number | null) => (value === null ? null : Math.round(value * 100));

function columnsOf(measure: MeasureToWrite) {
	return {
		...{ plan_id: measure.planId, kind: measure.kind, title: measure.title, unit_id: measure.unitId },
		...{ entry_organisation_id: measure.entryOrganisationId, entry_id: measure.entryId },
		...{ closes: hundredths(measure.closes), persons: measure.persons, cost: measure.cost },
		...{ financing: measure.financing, substitute_positions: hundredths(measure.substitutePositions) },
		...{ priority: measure.priority, status: measure.status, due_on: measure.dueOn, note: measure.note },
		...{ owner_name: measure.ownerName, owner_email: measure.ownerEmail },
		...{ deputy_name: measure.deputyName, deputy_email: measure.deputyEmail },
	};
}

export async function insertMeasure(
	work: Work,
	{ organisationId, id }: { readonly organisationId: string; readonly id: string },
	measure: MeasureToWrite,
): Promise<void> {
	const { rows } = await sql<{ number: number }>`
		select coalesce(max(number), 0) + 1 number from competence.measure where organisation_id = ${organisationId}`.execute(
		work.db,
	);
	await work.db
		.insertInto("competence.measure")
		.values({ organisation_id: organisationId, id, number: rows[0]?.number ?? 1, ...columnsOf(measure) })
		.execute();
}

type Key = { readonly organisationId: string; readonly id: string; readonly version: number };

/** Changes a measure in the version that was looked at; false where somebody else was first. */
export async function updateMeasure(work: Work, key: Key, measure: MeasureToWrite): Promise<boolean> {
	const changed = await work.db
		.updateTable("competence.measure")
		.set({ ...columnsOf(measure), version: key.version + 1 })
		.where("organisation_id", "=", key.organisationId)
		.where("id", "=", key.id)
		.where("version", "=", key.version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

export async function deleteMeasure(work: Work, key: Key): Promise<boolean> {
	const gone = await work.db
		.deleteFrom("competence.measure")
		.where("organisation_id", "=", key.organisationId)
		.where("id", "=", key.id)
		.where("version", "=", key.version)
		.executeTakeFirst();
	return gone.numDeletedRows === 1n;
}

/** Whether a version of its plan that was adopted names the measure. */
export async function wasAdopted(work: Work, organisationId: string, id: string): Promise<boolean> {
	const { rows } = await sql`
		select from competence.plan_version v, jsonb_array_elements(v.content -> 'measures') one
		where v.organisation_id = ${organisationId} and one ->> 'id' = ${id} limit 1`.execute(work.db);
	return rows.length > 0;
}
