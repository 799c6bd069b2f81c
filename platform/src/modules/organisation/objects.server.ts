import { sql } from "kysely";
import type { Work } from "../../database/work.server.ts";
import type { FindObjects, ObjectCard, SearchObjects } from "../../registry/objects.server.ts";
import { nameOrganisations } from "./directory/service.server.ts";
import { mandateOf } from "./mandate.server.ts";
import { maySee } from "./people/rules.ts";
import { professionName, responsibilityName } from "./text.ts";

/** What a decision, a notice or the log can point at in this room: by kind, how those the actor may see are named. */
export const organisationObjects: Readonly<Record<string, FindObjects>> = {
	organisation: async (work, ids) =>
		[...(await nameOrganisations(work, ids)).values()].map(({ id, name }) => ({
			kind: "organisation",
			id,
			title: name,
			path: `/organisations/${id}`,
		})),
	unit: findUnits,
	membership: findMemberships,
	person: findPeople,
	contact: findContacts,
};

async function findUnits(work: Work, ids: readonly string[]): Promise<ObjectCard[]> {
	if (ids.length === 0) return [];
	const rows = await work.db
		.selectFrom("organisation.unit")
		.select(["organisation_id as organisationId", "id", "name as title"])
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ organisationId, id, title }) => ({
		kind: "unit",
		id,
		title,
		path: pathOfUnit(organisationId, id),
	}));
}

const pathOfUnit = (organisationId: string, id: string) => `/organisations/${organisationId}/units/${id}`;

/** Open units by their own name and their organisation's, own ones first; two units of one name are told apart. */
const searchUnits: SearchObjects = async (work, words, most) => {
	const { actor } = work;
	const own = actor.kind === "person" ? actor.organisationId : null;
	const inUnit = words.map((word) => sql`u.search_name like ${`%${word}%`}`);
	const anywhere = words.map((word) => sql`(u.search_name like ${`%${word}%`} or i.search_name like ${`%${word}%`})`);
	const { rows } = await sql<{ organisationId: string; id: string; title: string }>`
		select u.organisation_id "organisationId", u.id, u.name || ', ' || i.name title
		from organisation.unit u
		join organisation.identity i on i.organisation_id = u.organisation_id
			and i.valid_from <= ${work.today} and (i.valid_to is null or i.valid_to >= ${work.today})
		where u.valid_from <= ${work.today} and (u.valid_to is null or u.valid_to >= ${work.today})
			and ${sql.join(anywhere, sql` and `)} and (${sql.join(inUnit, sql` or `)})
		order by (u.organisation_id = ${own}::uuid) desc nulls last, length(u.name), u.name, u.id
		limit ${most}`.execute(work.db);
	return rows.map(({ organisationId, id, title }) => ({
		...{ kind: "unit", id, title, path: pathOfUnit(organisationId, id) },
	}));
};

/** What people may point at in this room: units that are open. */
export const organisationSearches: Readonly<Record<string, SearchObjects>> = { unit: searchUnits };

/** People of the organisation acted for; what is held about oneself elsewhere has no page here. */
async function findMemberships(work: Work, ids: readonly string[]): Promise<ObjectCard[]> {
	const mandate = await mandateOf(work);
	if (mandate.organisationId === null || ids.length === 0) return [];
	const rows = await work.db
		.selectFrom("organisation.membership")
		.select(["id", "name", "role", "person_id as personId"])
		.where("organisation_id", "=", mandate.organisationId)
		.where("id", "in", [...ids])
		.execute();
	const personId = work.actor.kind === "person" ? work.actor.personId : null;
	return rows
		.filter((row) => maySee(mandate, row, personId))
		.map(({ id, name }) => ({ kind: "membership", id, title: name, path: `/people/${id}` }));
}

/** People by the name the organisation acted for knows them by: names elsewhere are not for it to see. Oneself, always. */
async function findPeople(work: Work, ids: readonly string[]): Promise<ObjectCard[]> {
	const { actor } = work;
	if (actor.kind !== "person" || ids.length === 0) return [];
	const own = ids
		.filter((id) => id === actor.personId)
		.map((id) => ({ kind: "person", id, title: actor.name, path: "/profile" }));
	const mandate = await mandateOf(work);
	if (mandate.organisationId === null) return own;
	const rows = await work.db
		.selectFrom("organisation.membership")
		.select(["id", "name", "role", "person_id as personId"])
		.where("organisation_id", "=", mandate.organisationId)
		.where("person_id", "in", [...ids])
		.orderBy("valid_from")
		.orderBy("id")
		.execute();
	const seen = rows.flatMap((row) =>
		row.personId !== null && row.personId !== actor.personId && maySee(mandate, row, actor.personId)
			? [{ kind: "person", id: row.personId, title: row.name, path: `/people/${row.id}` }]
			: [],
	);
	// Of several roles, the newest names the person.
	return [...own, ...new Map(seen.map((card) => [card.id, card])).values()];
}

/** Lines of the contact register, by what they answer for. */
async function findContacts(work: Work, ids: readonly string[]): Promise<ObjectCard[]> {
	if (ids.length === 0) return [];
	const language = work.actor.kind === "person" ? work.actor.language : "nb";
	const rows = await work.db
		.selectFrom("organisation.contact")
		.select(["id", "organisation_id as organisationId", "responsibility", "profession"])
		.where("id", "in", [...ids])
		.execute();
	return rows.map(({ id, organisationId, responsibility, profession }) => ({
		kind: "contact",
		id,
		title: [
			responsibilityName(language, responsibility),
			...(profession === null ? [] : [professionName(language, profession)]),
		].join(", "),
		path: `/organisations/${organisationId}/contacts`,
	}));
}
