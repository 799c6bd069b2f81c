import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { foldName } from "../../../geography/search.ts";
import type { Need, NeedClosing, NeedFacts } from "./contract.ts";

type Key = Pick<Need, "organisationId" | "id">;
type Versioned = Key & { readonly version: number };

const columns = sql`n.organisation_id "organisationId", n.id, n.question, n.use_for "useFor", n.known, n.gives, n.fits, n.unit_id "unitId",
	n.importance, n.needed_by "neededBy", n.contact_name "contactName", n.contact_email "contactEmail", n.shown,
	n.noted_on "notedOn", n.closed_on "closedOn", n.closed_because "closedBecause", n.learnt, n.version`;

/** The needs that may be read: one's own, and those others show. What matters most comes first. */
export async function listNeeds(work: Work): Promise<readonly Need[]> {
	const { rows } = await sql<Need>`
		select ${columns} from development.knowledge_need n order by n.importance, n.noted_on desc, n.id`.execute(work.db);
	return rows;
}

export async function findNeed(work: Work, id: string): Promise<Need | undefined> {
	const { rows } = await sql<Need>`select ${columns} from development.knowledge_need n where n.id = ${id}`.execute(
		work.db,
	);
	return rows[0];
}

function columnsOf(facts: NeedFacts) {
	return {
		...{ question: facts.question, use_for: facts.useFor, known: facts.known, gives: facts.gives },
		...{ fits: [...facts.fits], unit_id: facts.unitId, importance: facts.importance, needed_by: facts.neededBy },
		...{ contact_name: facts.contactName, contact_email: facts.contactEmail, shown: facts.shown },
		search_name: foldName(facts.question),
	};
}

export async function insertNeed(work: Work, { organisationId, id }: Key, facts: NeedFacts): Promise<void> {
	await work.db
		.insertInto("development.knowledge_need")
		.values({ organisation_id: organisationId, id, noted_on: work.today, ...columnsOf(facts) })
		.execute();
}

/** Changes a need in the version that was looked at, closes it, or opens it again (null); false where somebody else was first. */
export async function updateNeed(
	work: Work,
	{ organisationId, id, version }: Versioned,
	change: NeedFacts | (NeedClosing & { readonly closedOn: string }) | null,
): Promise<boolean> {
	const set =
		change === null
			? { closed_on: null, closed_because: null }
			: "closedOn" in change
				? { closed_on: change.closedOn, closed_because: change.closedBecause, learnt: change.learnt }
				: columnsOf(change);
	const done = await work.db
		.updateTable("development.knowledge_need")
		.set({ ...set, version: version + 1 })
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

export async function deleteNeed(work: Work, { organisationId, id, version }: Versioned): Promise<boolean> {
	const done = await work.db
		.deleteFrom("development.knowledge_need")
		.where("organisation_id", "=", organisationId)
		.where("id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return done.numDeletedRows === 1n;
}

/** Whether anybody has asked the organisation to take part in research because of the need. */
export async function isAskedAbout(work: Work, { organisationId, id }: Key): Promise<boolean> {
	const { rows } = await sql`
		select from development.research_ask where party_id = ${organisationId} and need_id = ${id} limit 1`.execute(
		work.db,
	);
	return rows.length > 0;
}
