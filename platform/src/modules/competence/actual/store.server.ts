import { sql } from "kysely";
import { rowsTogether } from "../../../database/asked-together.server.ts";
import { newId, type Work } from "../../../database/work.server.ts";
import { standardChoice } from "../codes.ts";
import type { Actual, ActualRow, Choice } from "./contract.ts";

/** Every number of an organisation's units, or of one unit, the newest first. */
export async function listActual(
	work: Work,
	organisationId: string,
	unitId: string | null = null,
): Promise<readonly Actual[]> {
	const { rows } = await sql<Actual>`
		select a.id, a.unit_id "unitId", a.entry_id "entryId", a.as_of "asOf", a.heads, a.positions / 100.0::float8 positions,
			a.aged_55 "aged55", a.aged_60 "aged60", a.aged_65 "aged65", a.turnover, a.has_deputy "hasDeputy", a.source,
			e.kind, e.level, e.name, e.name_nn "nameNn", e.name_en "nameEn"
		from competence.actual a
		join competence.entry e on e.organisation_id = a.entry_organisation_id and e.id = a.entry_id
		where a.organisation_id = ${organisationId} and ${unitId === null ? sql`true` : sql`a.unit_id = ${unitId}`}
		order by a.as_of desc, e.name collate house.norwegian, a.id`.execute(work.db);
	return rows;
}

export type ActualToWrite = ActualRow & {
	readonly unitId: string;
	readonly entryOrganisationId: string;
	readonly asOf: string;
	readonly source: string;
};

/** Writes numbers; one that stands for the same unit, competence and day is written over. */
export async function writeActual(work: Work, organisationId: string, facts: readonly ActualToWrite[]): Promise<void> {
	if (facts.length === 0) return;
	await work.db
		.insertInto("competence.actual")
		.values(
			facts.map((fact) => ({
				...{ organisation_id: organisationId, id: newId(), unit_id: fact.unitId, entry_id: fact.entryId },
				...{ entry_organisation_id: fact.entryOrganisationId, as_of: fact.asOf, heads: fact.heads },
				...{ positions: Math.round(fact.positions * 100), aged_55: fact.aged55, aged_60: fact.aged60 },
				...{ aged_65: fact.aged65, turnover: fact.turnover, has_deputy: fact.hasDeputy, source: fact.source },
				recorded_at: work.now,
			})),
		)
		.onConflict((conflict) =>
			conflict.columns(["organisation_id", "unit_id", "entry_id", "as_of"]).doUpdateSet((row) => ({
				...{ heads: row.ref("excluded.heads"), positions: row.ref("excluded.positions") },
				...{ aged_55: row.ref("excluded.aged_55"), aged_60: row.ref("excluded.aged_60") },
				...{ aged_65: row.ref("excluded.aged_65"), turnover: row.ref("excluded.turnover") },
				...{ has_deputy: row.ref("excluded.has_deputy"), source: row.ref("excluded.source") },
				recorded_at: row.ref("excluded.recorded_at"),
			})),
		)
		.execute();
}

export async function findChoice(work: Work, organisationId: string): Promise<Choice> {
	const found = await work.db
		.selectFrom("competence.choice")
		.select(["stale_months as staleMonths", "leaving_age as leavingAge", "named_studies as namedStudies"])
		.select(["name_years as nameYears", "version"])
		.where("organisation_id", "=", organisationId)
		.executeTakeFirst();
	return found ?? { ...standardChoice, version: 0 };
}

/** Writes what is chosen, in the version that was looked at (0: nothing yet); false where somebody else was first. */
export async function writeChoice(
	work: Work,
	organisationId: string,
	{ staleMonths, leavingAge, namedStudies, nameYears, version }: Choice,
): Promise<boolean> {
	const { rows } = await sql`
		insert into competence.choice as c (organisation_id, stale_months, leaving_age, named_studies, name_years)
		select ${organisationId}, ${staleMonths}, ${leavingAge}, ${namedStudies}, ${nameYears} where ${version}::int = 0
			or exists (select from competence.choice where organisation_id = ${organisationId})
		on conflict (organisation_id) do update
			set stale_months = excluded.stale_months, leaving_age = excluded.leaving_age,
				named_studies = excluded.named_studies, name_years = excluded.name_years, version = c.version + 1
			where c.version = ${version}
		returning c.version`.execute(work.db);
	return rows.length === 1;
}

/** Whether an organisation has any number: a quick question, asked with every front page. */
export async function hasNumbers(work: Work, organisationId: string): Promise<boolean> {
	const found = await rowsTogether(
		work,
		sql`
		select from competence.actual where organisation_id = ${organisationId} limit 1`,
	);
	return found.length > 0;
}
