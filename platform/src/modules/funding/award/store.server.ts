import { type RawBuilder, sql } from "kysely";
import { newId, type Work } from "../../../database/work.server.ts";
import type {
	Award,
	AwardDocument,
	AwardFacts,
	AwardHead,
	AwardLine,
	Count,
	CountFacts,
	DocumentFacts,
	LineFacts,
	PlacedAt,
} from "./contract.ts";
import { interimDays } from "./interim.ts";

/** The organisation that received an award, and the award. */
export type AwardKey = { readonly organisationId: string; readonly id: string };

const of = ({ organisationId, id }: AwardKey) => sql`organisation_id = ${organisationId} and award_id = ${id}`;

const currentName = (work: Work) => sql`join organisation.identity i on i.organisation_id = a.organisation_id
	and i.valid_from <= ${work.today} and (i.valid_to is null or i.valid_to >= ${work.today})`;
const state = sql`case when a.accepted_at is not null then 'accepted' when a.declined_at is not null then 'declined' else 'given' end state`;
const lastDecidedFirst = sql`order by a.decided_on desc, a.id desc`;

/** Awards the actor may read, the last decided first. */
export async function findAwards(work: Work, condition: RawBuilder<unknown>): Promise<readonly Award[]> {
	const { rows } = await sql<Award>`
		select a.organisation_id "organisationId", i.name "recipientName", a.id, a.way, a.issuer_id "issuerId",
			a.issuer_name "issuerName", a.call_organisation_id "callOrganisationId", a.call_id "callId", a.call_number "callNumber",
			coalesce(v.title, d.content ->> 'title') "callTitle", s.name "schemeName", a.application_id "applicationId", a.title,
			a.reference, a.decided_on "decidedOn", a.conditions, a.carry_over "carryOver", a.carries, a.dropped_share "droppedShare",
			a.spend_by "spendBy", a.report_by "reportBy", a.accepted_at "acceptedAt", a.accepted_by "acceptedBy",
			a.declined_at "declinedAt", a.declined_because "declinedBecause", a.created_at "createdAt", a.created_by "createdBy",
			a.version, ${state}
		from funding.award a
		${currentName(work)}
		left join funding.call_version v on v.organisation_id = a.call_organisation_id and v.call_id = a.call_id and v.number = a.call_number
		left join funding.call_draft d on d.organisation_id = a.call_organisation_id and d.call_id = a.call_id
		left join funding.scheme s on s.organisation_id = coalesce(v.scheme_organisation_id, d.scheme_organisation_id)
			and s.id = coalesce(v.scheme_id, d.scheme_id)
		where ${condition} ${lastDecidedFirst}`.execute(work.db);
	return rows;
}

/** The same awards as a list shows them. */
export async function listHeads(work: Work, condition: RawBuilder<unknown>): Promise<readonly AwardHead[]> {
	const { rows } = await sql<AwardHead>`
		select a.organisation_id "organisationId", i.name "recipientName", a.id, a.issuer_name "issuerName",
			a.application_id "applicationId", a.title, a.reference, a.decided_on "decidedOn", a.spend_by "spendBy",
			a.report_by "reportBy", a.version, ${state}
		from funding.award a
		${currentName(work)}
		where ${condition} ${lastDecidedFirst}`.execute(work.db);
	return rows;
}

/** The lines of awards, by award. */
export async function listLines(
	work: Work,
	ids: readonly string[],
): Promise<ReadonlyMap<string, readonly AwardLine[]>> {
	const { rows } = await sql<AwardLine & { readonly awardId: string }>`
		select award_id "awardId", id, sort, title, category, budget_year "budgetYear", applied, granted, own, conditional, places,
			settled_on "settledOn"
		from funding.award_line where award_id = any(${[...ids]}::uuid[]) order by sort, id`.execute(work.db);
	const lines = new Map<string, AwardLine[]>();
	for (const { awardId, ...line } of rows) lines.set(awardId, [...(lines.get(awardId) ?? []), line]);
	return lines;
}

type ToInsert = Omit<AwardFacts, "callId"> &
	AwardKey & {
		readonly way: "here" | "letter";
		readonly issuerId: string | null;
		readonly call: { readonly organisationId: string; readonly id: string; readonly number: number | null } | null;
		readonly applicationId: string | null;
		readonly by: string;
	};

export async function insertAward(work: Work, made: ToInsert): Promise<void> {
	await work.db
		.insertInto("funding.award")
		.values({
			...{ organisation_id: made.organisationId, id: made.id, way: made.way, issuer_id: made.issuerId },
			...{ issuer_name: made.issuerName, call_organisation_id: made.call?.organisationId ?? null },
			...{ call_id: made.call?.id ?? null, call_number: made.call?.number ?? null, application_id: made.applicationId },
			...columnsOf(made),
			...{ created_at: work.now, created_by: made.by },
		})
		.execute();
	const days = interimDays(made.interimOn, made.reportBy).filter((day) => day > made.decidedOn);
	if (days.length > 0)
		await work.db
			.insertInto("funding.interim_report")
			.values(days.map((due_on) => ({ organisation_id: made.organisationId, award_id: made.id, due_on })))
			.execute();
}

function columnsOf(facts: Omit<AwardFacts, "callId" | "issuerName" | "interimOn">) {
	return {
		...{ title: facts.title, reference: facts.reference, decided_on: facts.decidedOn, conditions: facts.conditions },
		...{ carry_over: facts.carryOver, carries: facts.carries, dropped_share: facts.droppedShare },
		...{ spend_by: facts.spendBy, report_by: facts.reportBy },
	};
}

/** Writes the lines of an award anew. Only before it is accepted. */
export async function writeLines(work: Work, key: AwardKey, lines: readonly LineFacts[]): Promise<void> {
	await sql`delete from funding.award_line where ${of(key)}`.execute(work.db);
	if (lines.length === 0) return;
	const rows = lines.map((line, sort) => rowOf(key, line, sort));
	await work.db.insertInto("funding.award_line").values(rows).execute();
}

function rowOf(key: AwardKey, line: LineFacts, sort: number) {
	return {
		...{ organisation_id: key.organisationId, award_id: key.id, id: newId(), sort, title: line.title },
		...{ category: line.category, budget_year: line.budgetYear, applied: line.applied, granted: line.granted },
		...{ own: line.own, conditional: line.conditional, places: line.places },
	};
}

/** A line more of an award, after those it has; gives its id. */
export async function insertLine(work: Work, key: AwardKey, line: LineFacts, sort: number): Promise<string> {
	const row = rowOf(key, line, sort);
	await work.db.insertInto("funding.award_line").values(row).execute();
	return row.id;
}

/** Grants a line more, whole kroner; gives its id. */
export async function raiseLine(work: Work, key: AwardKey, lineId: string, more: number): Promise<string> {
	await sql`update funding.award_line set granted = granted + ${more} where ${of(key)} and id = ${lineId}`.execute(
		work.db,
	);
	return lineId;
}

type Change = {
	readonly accepted_at?: Date;
	readonly accepted_by?: string;
	readonly declined_at?: Date | null;
	readonly declined_because?: string | null;
	readonly spend_by?: string;
	readonly report_by?: string;
};

/** Changes an award in the version that was looked at; false where another was first. */
export async function updateAward(
	work: Work,
	{ organisationId, id, version }: AwardKey & { readonly version: number },
	change: Change,
): Promise<boolean> {
	const updated = await work.db
		.updateTable("funding.award")
		.set({ ...change, version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return updated.numUpdatedRows === 1n;
}

/** Takes away an award that was noted and not accepted. */
export async function deleteAward(work: Work, { organisationId, id }: AwardKey): Promise<void> {
	await work.db
		.deleteFrom("funding.award")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.execute();
}

export async function settleLine(work: Work, key: AwardKey, lineId: string, day: string | null): Promise<void> {
	await sql`update funding.award_line set settled_on = ${day} where ${of(key)} and id = ${lineId}`.execute(work.db);
}

/** The studies that have places of an award; none for who gives it. */
export async function listPlaced(work: Work, key: AwardKey): Promise<readonly PlacedAt[]> {
	const { rows } = await sql<PlacedAt>`
		select line_id "lineId", study_id "studyId", finance_id "financeId" from funding.award_study where ${of(key)}`.execute(
		work.db,
	);
	return rows;
}

export async function insertPlaced(work: Work, key: AwardKey, placed: PlacedAt): Promise<void> {
	await work.db
		.insertInto("funding.award_study")
		.values({
			...{ organisation_id: key.organisationId, award_id: key.id, line_id: placed.lineId },
			...{ study_id: placed.studyId, finance_id: placed.financeId },
		})
		.execute();
}

export async function deletePlaced(work: Work, key: AwardKey, placed: Omit<PlacedAt, "financeId">): Promise<void> {
	await sql`delete from funding.award_study where ${of(key)} and line_id = ${placed.lineId} and study_id = ${placed.studyId}`.execute(
		work.db,
	);
}

/** The documents of an award without what is in them, by their day. */
export async function listDocuments(work: Work, key: AwardKey): Promise<readonly AwardDocument[]> {
	const { rows } = await sql<AwardDocument>`
		select id, title, reference, dated_on "datedOn", name, added_at "addedAt", added_by "addedBy"
		from funding.award_document where ${of(key)} order by dated_on, id`.execute(work.db);
	return rows;
}

export type DocumentFile = { readonly name: string; readonly mediaType: string; readonly content: Buffer };

export async function findFile(work: Work, key: AwardKey, documentId: string): Promise<DocumentFile | undefined> {
	const { rows } = await sql<DocumentFile>`
		select name, media_type "mediaType", content from funding.award_document
		where ${of(key)} and id = ${documentId} and content is not null`.execute(work.db);
	return rows[0];
}

export async function insertDocument(
	work: Work,
	key: AwardKey,
	document: DocumentFacts & { readonly id: string; readonly file: DocumentFile | null; readonly by: string },
): Promise<void> {
	const { file } = document;
	await work.db
		.insertInto("funding.award_document")
		.values({
			...{ organisation_id: key.organisationId, award_id: key.id, id: document.id, title: document.title },
			...{ reference: document.reference, dated_on: document.datedOn, added_at: work.now, added_by: document.by },
			...{ name: file?.name ?? null, media_type: file?.mediaType ?? null, content: file?.content ?? null },
		})
		.execute();
}

/** What has been counted for an award, by day. */
export async function listCounts(work: Work, key: AwardKey): Promise<readonly Count[]> {
	const { rows } = await sql<Count>`
		select id, measure, on_day "onDay", counted, note, recorded_at "recordedAt", recorded_by "recordedBy"
		from funding.award_count where ${of(key)} order by on_day, id`.execute(work.db);
	return rows;
}

export async function insertCount(
	work: Work,
	key: AwardKey,
	count: CountFacts & { readonly by: string },
): Promise<void> {
	await work.db
		.insertInto("funding.award_count")
		.values({
			...{ organisation_id: key.organisationId, award_id: key.id, id: newId(), measure: count.measure },
			...{ on_day: count.onDay, counted: count.counted, note: count.note },
			...{ recorded_at: work.now, recorded_by: count.by },
		})
		.execute();
}
