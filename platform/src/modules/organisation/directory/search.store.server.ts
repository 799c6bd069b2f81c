import { type RawBuilder, sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { conditions, from, type Narrowing } from "./list.store.server.ts";
import type { Called, Candidate } from "./search.ts";

/** Organisations that are part of another on a day, through any number of mergers and divisions. */
function partsOn(asOf: string, of: RawBuilder<unknown>) {
	return sql`part (id, earlier_id) as (
		select successor_id, predecessor_id from organisation.succession s where happened_on <= ${asOf} and ${of}
		union
		select part.id, s.predecessor_id from part
		join organisation.succession s on s.successor_id = part.earlier_id and s.happened_on <= ${asOf}
	)`;
}

/** Everything a search can be held against, in the order of names. */
export async function listCandidates(
	work: Work,
	narrowing: Narrowing,
): Promise<(Candidate & { readonly kind: string })[]> {
	const { asOf } = narrowing;
	const { rows } = await sql<Candidate & { kind: string }>`
		with recursive ${partsOn(asOf, sql`true`)},
		earlier as (
			select id, string_agg(search_name, '|') names from (
				select organisation_id id, search_name from organisation.identity where valid_to < ${asOf}
				union all
				select part.id, i.search_name from part join organisation.identity i on i.organisation_id = part.earlier_id
			) each group by id
		)
		select o.id, o.kind, i.name, i.search_name "searchName", earlier.names "earlierNames"
		from ${from} left join earlier on earlier.id = o.id
		where ${conditions(narrowing)} order by i.name, o.id`.execute(work.db);
	return rows;
}

type Names = {
	id: string;
	way: "now" | "earlier" | "predecessor";
	name: string;
	shortName: string | null;
	otherNames: string[];
	number: string | null;
	until: string | null;
};

/** Everything these organisations are and were called, as it is written, by organisation. */
export async function listCalled(
	work: Work,
	ids: readonly string[],
	asOf: string,
): Promise<ReadonlyMap<string, readonly Called[]>> {
	const wanted = sql`any(${[...ids]}::uuid[])`;
	const names = sql`i.name, i.short_name "shortName", i.other_names "otherNames", i.number`;
	const { rows } = await sql<Names>`
		with recursive ${partsOn(asOf, sql`successor_id = ${wanted}`)}
		select organisation_id id, 'now' way, ${names}, null::date until from organisation.identity i
		where organisation_id = ${wanted} and valid_from <= ${asOf} and (valid_to is null or valid_to >= ${asOf})
		union all
		select organisation_id, 'earlier', ${names}, valid_to from organisation.identity i
		where organisation_id = ${wanted} and valid_to < ${asOf}
		union all
		select part.id, 'predecessor', ${names}, i.valid_to
		from part join organisation.identity i on i.organisation_id = part.earlier_id
		order by until desc nulls first`.execute(work.db);
	const called = new Map<string, Called[]>();
	for (const row of rows) called.set(row.id, [...(called.get(row.id) ?? []), ...calledIn(row)]);
	return called;
}

function calledIn({ way, name, shortName, otherNames, number, until }: Names): Called[] {
	const others = [...(shortName === null ? [] : [shortName]), ...otherNames];
	if (way === "now")
		return [
			{ words: name, by: "shown", until },
			...others.map((words) => ({ words, by: "other-name" as const, until })),
			...(number === null ? [] : [{ words: number, by: "number" as const, until }]),
		];
	const by = way === "predecessor" ? "predecessor" : "earlier-name";
	return [
		...[name, ...others].map((words) => ({ words, by, until }) as const),
		...(number === null
			? []
			: [
					// Of one that is part of another now, the name tells more than the number somebody knew it by.
					way === "predecessor"
						? ({ words: `${name} ${number}`, by, until } as const)
						: ({ words: number, by: "earlier-number", until } as const),
				]),
	];
}
