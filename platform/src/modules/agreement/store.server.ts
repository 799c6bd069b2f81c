import { type RawBuilder, sql } from "kysely";
import { newId, type Work } from "../../database/work.server.ts";
import type { AgreementSort, Standing } from "./codes.ts";
import type { Agreement, AgreementFacts, AgreementQuery, ListedAgreement } from "./contract.ts";

type Names = "keeperName";

const columns = sql`a.id, a.organisation_id "organisationId", a.kind, a.level, a.title, a.purpose, a.legal_form "legalForm", a.sector,
	a.parent_id "parentId", (select p.title from agreement.agreement p
		where p.organisation_id = a.parent_organisation_id and p.id = a.parent_id) "parentTitle",
	a.follows_id "followsId", (select f.title from agreement.agreement f
		where f.organisation_id = a.follows_organisation_id and f.id = a.follows_id) "followsTitle",
	n.id "followedById", n.title "followedByTitle",
	a.first_day "firstDay", a.last_day "lastDay", a.notice_months "noticeMonths", a.renewal_months "renewalMonths", a.state,
	a.content_version "contentVersion", a.published, a.created_at "createdAt", a.signed_at "signedAt", a.ended_on "endedOn",
	a.ended_reason "endedReason", a.version`;
const next = sql`lateral (select n.id, n.title from agreement.agreement n
	where n.follows_organisation_id = a.organisation_id and n.follows_id = a.id and n.state <> 'withdrawn'
	order by n.created_at desc limit 1) n`;

/** An agreement the asker may read; who keeps it is named by whoever asked. */
export async function findAgreement(work: Work, id: string): Promise<Omit<Agreement, Names> | undefined> {
	const { rows } = await sql<Omit<Agreement, Names>>`
		select ${columns} from agreement.agreement a left join ${next} on true where a.id = ${id}`.execute(work.db);
	return rows[0];
}

const renewalDue = sql`(a.last_day - make_interval(months => a.renewal_months))::date`;

/** How an agreement stands on a day, as `standingOf` in the rules. */
export function standingOn(today: string): RawBuilder<Standing> {
	return sql<Standing>`case when a.state <> 'signed' then a.state when a.ended_on < ${today} then 'ended' when a.first_day > ${today} then 'not-begun'
		when a.last_day is null then 'in-force' when a.last_day < ${today} then 'run-out'
		when ${renewalDue} <= ${today} then 'to-renew' else 'in-force' end`;
}

const orders: Readonly<Record<AgreementSort, RawBuilder<unknown>>> = {
	title: sql`title collate house.norwegian`,
	kind: sql`kind`,
	level: sql`array_position(array['top', 'sector', 'operational'], level)`,
	from: sql`"firstDay"`,
	until: sql`"lastDay"`,
	state: sql`standing`,
};

type ListedRow = Omit<ListedAgreement, "parties"> & { readonly partyIds: readonly string[]; readonly total: number };

/** A page of the agreements an organisation keeps or is a party to, newest first unless asked otherwise. */
export async function listAgreements(
	work: Work,
	organisationId: string,
	query: AgreementQuery & { readonly words: readonly string[] },
): Promise<readonly ListedRow[]> {
	const { sort, descending = false, offset = 0, pageSize = null } = query;
	const conditions = [
		sql`a.readers @> array[${organisationId}::uuid]`,
		...(query.kind === undefined ? [] : [sql`a.kind = ${query.kind}`]),
		...(query.standing === undefined ? [] : [sql`${standingOn(work.today)} = ${query.standing}`]),
		...(query.theme === undefined
			? []
			: [
					sql`exists (select from agreement.theme t
				where t.organisation_id = a.organisation_id and t.agreement_id = a.id and t.theme = ${query.theme})`,
				]),
		...(query.partyId === undefined
			? []
			: [
					sql`exists (select from agreement.party p
				where p.organisation_id = a.organisation_id and p.agreement_id = a.id and p.party_id = ${query.partyId})`,
				]),
		...query.words.map((word) => sql`a.search_name like ${`%${word}%`}`),
	];
	const { rows } = await sql<ListedRow>`
		select *, count(*) over () total from (
			select a.id, a.organisation_id "organisationId", a.title, a.kind, a.level, ${standingOn(work.today)} standing,
				a.first_day "firstDay", a.last_day "lastDay", a.created_at "createdAt",
				array(select p.party_id from agreement.party p
					where p.organisation_id = a.organisation_id and p.agreement_id = a.id order by p.side, p.party_id) "partyIds",
				array(select t.theme from agreement.theme t
					where t.organisation_id = a.organisation_id and t.agreement_id = a.id order by t.sort) themes
			from agreement.agreement a where ${sql.join(conditions, sql` and `)}
		) found
		order by ${sort === undefined ? sql`"createdAt" desc` : sql`${orders[sort]} ${descending ? sql`desc nulls last` : sql`asc nulls last`}`}, id
		limit ${pageSize} offset ${offset}`.execute(work.db);
	return rows;
}

/** How many of an organisation's agreements stand in each way today. */
export async function countStandings(
	work: Work,
	organisationId: string,
): Promise<readonly { standing: Standing; count: number }[]> {
	const { rows } = await sql<{ standing: Standing; count: number }>`
		select ${standingOn(work.today)} standing, count(*)::int count from agreement.agreement a
		where a.readers @> array[${organisationId}::uuid] group by 1`.execute(work.db);
	return rows;
}

/** Agreements that lie under one, those the asker may read. */
export async function listChildren(
	work: Work,
	parentId: string,
): Promise<{ id: string; title: string; standing: Standing }[]> {
	const { rows } = await sql<{ id: string; title: string; standing: Standing }>`
		select a.id, a.title, ${standingOn(work.today)} standing from agreement.agreement a
		where a.parent_id = ${parentId} order by a.title collate house.norwegian, a.id`.execute(work.db);
	return rows;
}

export type AgreementToInsert = AgreementFacts & {
	readonly organisationId: string;
	readonly id: string;
	readonly parentOrganisationId: string | null;
	readonly followsOrganisationId: string | null;
	readonly followsId: string | null;
	/** Parties of the text it was copied from that are none here. */
	readonly formerPartyIds?: readonly string[];
	readonly searchName: string;
};

/** A new draft, which its keeper alone reads and writes. */
export async function insertAgreement(work: Work, one: AgreementToInsert): Promise<void> {
	await work.db
		.insertInto("agreement.agreement")
		.values({
			...{ organisation_id: one.organisationId, id: one.id, created_at: work.now },
			former_party_ids: [...(one.formerPartyIds ?? [])],
			...{ follows_organisation_id: one.followsOrganisationId, follows_id: one.followsId },
			...factColumns(one, one.parentOrganisationId),
			...{ readers: [one.organisationId], writers: [one.organisationId], search_name: one.searchName },
		})
		.execute();
}

export function factColumns(facts: AgreementFacts, parentOrganisationId: string | null) {
	return {
		kind: facts.kind,
		level: facts.level,
		title: facts.title,
		purpose: facts.purpose,
		legal_form: facts.legalForm,
		sector: facts.sector,
		parent_organisation_id: parentOrganisationId,
		parent_id: facts.parentId,
		first_day: facts.firstDay,
		last_day: facts.lastDay,
		notice_months: facts.noticeMonths,
		renewal_months: facts.renewalMonths,
	};
}

type AgreementChange = Partial<ReturnType<typeof factColumns>> & {
	readonly state?: Agreement["state"];
	readonly content_version?: number;
	readonly signed_at?: Date;
	readonly ended_on?: string | null;
	readonly ended_reason?: string | null;
	readonly search_name?: string;
	readonly theme_codes?: string[];
	readonly sector_codes?: string[];
	readonly has_arena?: boolean;
};

/** Changes an agreement in the version that was looked at; false where somebody else was first. */
export async function updateAgreement(
	work: Work,
	{ organisationId, id, version }: Pick<Agreement, "organisationId" | "id" | "version">,
	change: AgreementChange,
): Promise<boolean> {
	const changed = await work.db
		.updateTable("agreement.agreement")
		.set({ ...change, version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return changed.numUpdatedRows === 1n;
}

/** Removes a draft with everything in it. */
export async function deleteAgreement(work: Work, organisationId: string, id: string): Promise<void> {
	for (const table of [
		"agreement.delivery",
		"agreement.commitment",
		"agreement.contact",
		"agreement.theme",
		"agreement.provision",
		"agreement.party",
		"agreement.comment",
		"agreement.file",
		"agreement.event",
		"agreement.content",
	] as const)
		await work.db
			.deleteFrom(table)
			.where("organisation_id", "=", organisationId)
			.where("agreement_id", "=", id)
			.execute();
	await work.db
		.deleteFrom("agreement.agreement")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.execute();
}

/** Says who reads and writes an agreement from now on, in every row of it. */
export async function giveAccess(
	work: Work,
	{ organisationId, id }: Pick<Agreement, "organisationId" | "id">,
	access: { readonly readers: readonly string[]; readonly writers: readonly string[]; readonly published: boolean },
): Promise<void> {
	await sql`select agreement.give_access(${organisationId}, ${id}, ${[...access.readers]}::uuid[],
		${[...access.writers]}::uuid[], ${access.published})`.execute(work.db);
}

export type AgreementEvent = {
	readonly id: string;
	readonly what: string;
	readonly at: Date;
	readonly partyId: string | null;
	readonly personName: string | null;
	readonly note: string | null;
	readonly number: number | null;
};

/** Writes a step in the life of an agreement, which all who may read it see. */
export async function insertEvent(
	work: Work,
	{ organisationId, id }: Pick<Agreement, "organisationId" | "id">,
	event: Omit<AgreementEvent, "id" | "at">,
	readers: readonly string[],
): Promise<void> {
	await work.db
		.insertInto("agreement.event")
		.values({
			...{ organisation_id: organisationId, agreement_id: id, id: newId(), at: work.now, what: event.what },
			...{ party_id: event.partyId, person_name: event.personName, note: event.note, number: event.number },
			readers: [...readers],
		})
		.execute();
}

export async function findFormerParties(
	work: Work,
	{ organisationId, id }: Pick<Agreement, "organisationId" | "id">,
): Promise<readonly string[]> {
	const found = await work.db
		.selectFrom("agreement.agreement")
		.select("former_party_ids as ids")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.executeTakeFirst();
	return found?.ids ?? [];
}

/** The life of an agreement, newest first. */
export async function listEvents(
	work: Work,
	{ organisationId, id }: Pick<Agreement, "organisationId" | "id">,
): Promise<AgreementEvent[]> {
	return work.db
		.selectFrom("agreement.event")
		.select(["id", "what", "at", "party_id as partyId", "person_name as personName", "note", "number"])
		.where("organisation_id", "=", organisationId)
		.where("agreement_id", "=", id)
		.orderBy("at", "desc")
		.orderBy("id", "desc")
		.execute();
}
