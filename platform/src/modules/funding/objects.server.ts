import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../database/work.server.ts";
import { foldName } from "../../geography/search.ts";
import type { FindObjects, ObjectCard, SearchObjects } from "../../registry/objects.server.ts";

/** So many of a kind are looked through for words, the newest first: nothing here keeps a folded name. */
const lookedThrough = 1000;

const calls = sql<ObjectCard>`
	select 'funding-call' kind, c.id, coalesce(v.title, d.content ->> 'title') title, '/funding/calls/' || c.id path
	from funding.call c
	left join funding.call_version v on v.organisation_id = c.organisation_id and v.call_id = c.id and v.number = c.published
	left join funding.call_draft d on d.organisation_id = c.organisation_id and d.call_id = c.id`;

const applications = (work: Work) => sql<ObjectCard>`
	select 'funding-application' kind, a.id, coalesce(v.title, d.content ->> 'title', a.reference) title,
		'/funding/applications/' || a.id path
	from funding.application a
	left join funding.call_version v on v.organisation_id = a.call_organisation_id and v.call_id = a.call_id and v.number = a.number
	left join funding.call_draft d on d.organisation_id = a.call_organisation_id and d.call_id = a.call_id
	where (a.organisation_id = ${own(work)} or a.call_organisation_id <> ${own(work)})`;

const awards = sql<ObjectCard>`
	select 'funding-award' kind, id, title, '/funding/awards/' || id path from funding.award`;

const findCalls: FindObjects = async (work, ids) =>
	(await sql<ObjectCard>`${calls} where c.id = any(${[...ids]}::uuid[])`.execute(work.db)).rows;

const findSchemes: FindObjects = async (work, ids) => {
	const { rows } = await sql<ObjectCard>`
		select 'funding-scheme' kind, id, name title, '/funding/schemes' path from funding.scheme
		where id = any(${[...ids]}::uuid[])`.execute(work.db);
	return rows;
};

const findCollections: FindObjects = async (work, ids) => {
	const { rows } = await sql<ObjectCard>`
		select 'funding-collection' kind, id, title, '/funding/collections/' || id path from funding.collection
		where id = any(${[...ids]}::uuid[])`.execute(work.db);
	return rows;
};

const findApplications: FindObjects = async (work, ids) =>
	(await sql<ObjectCard>`${applications(work)} and a.id = any(${[...ids]}::uuid[])`.execute(work.db)).rows;

function own({ actor }: Work): string | null {
	return actor.kind === "nobody" ? null : (actor.organisationId ?? null);
}

const findAwards: FindObjects = async (work, ids) =>
	(await sql<ObjectCard>`${awards} where id = any(${[...ids]}::uuid[])`.execute(work.db)).rows;

/** What the log and notices can point at in grants; each table's own policy says who sees it. */
export const fundingObjects: Readonly<Record<string, FindObjects>> = {
	...{ "funding-call": findCalls, "funding-scheme": findSchemes, "funding-collection": findCollections },
	...{ "funding-application": findApplications, "funding-award": findAwards },
};

/** Those of a query whose titles hold every word. */
async function holding(
	work: Work,
	query: RawBuilder<ObjectCard>,
	words: readonly string[],
	most: number,
): Promise<readonly ObjectCard[]> {
	const { rows } = await sql<ObjectCard>`${query} limit ${lookedThrough}`.execute(work.db);
	return rows.filter(({ title }) => words.every((word) => foldName(title).includes(word))).slice(0, most);
}

const searchCalls: SearchObjects = async (work, words, most) =>
	holding(
		work,
		sql`${calls} where c.withdrawn_at is null and coalesce(v.title, d.content ->> 'title') is not null order by c.id desc`,
		words,
		most,
	);

const searchApplications: SearchObjects = async (work, words, most) =>
	holding(work, sql`${applications(work)} and a.state <> 'withdrawn' order by a.id desc`, words, most);

const searchAwards: SearchObjects = async (work, words, most) =>
	holding(work, sql`${awards} where declined_at is null order by decided_on desc, id desc`, words, most);

/** What people may point at in grants: calls that are not withdrawn, own applications, and awards. */
export const fundingSearches: Readonly<Record<string, SearchObjects>> = {
	...{ "funding-call": searchCalls, "funding-application": searchApplications, "funding-award": searchAwards },
};
