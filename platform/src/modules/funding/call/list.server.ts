import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { mayOf } from "../asker.server.ts";
import type { CallContent, ListedCall } from "./contract.ts";
import { standingOf } from "./rules.ts";
import * as store from "./store.server.ts";

function listed(work: Work, row: store.ListedRow): ListedCall {
	const { content } = row;
	return {
		...{ id: row.id, organisationId: row.organisationId, way: row.way, title: content.title },
		organisationName: row.way === "outside" && content.issuer !== "" ? content.issuer : row.organisationName,
		...{ schemeName: row.schemeName, opensOn: content.opensOn, closesOn: content.closesOn, pot: content.pot },
		standing: standingOf(row, content, work.today),
	};
}

const order = { open: 0, coming: 1, draft: 2, closed: 3, withdrawn: 4 } as const;

/** What can be applied to first: open calls by their last day, then those to come, then those behind. */
function byDeadline(one: ListedCall, other: ListedCall): number {
	if (one.standing !== other.standing) return order[one.standing] - order[other.standing];
	const [a, b] = [one.closesOn ?? "9999", other.closesOn ?? "9999"];
	return one.standing === "closed" ? b.localeCompare(a) : a.localeCompare(b);
}

/** All published calls, and those one's own organisation has noted from outside. */
export async function listCalls(work: Work): Promise<readonly ListedCall[]> {
	const may = await mayOf(work);
	const published = await store.listPublished(work, sql`true`);
	const noted =
		may.apply && may.organisationId !== null
			? (await store.listDrafts(work, may.organisationId)).filter(({ way }) => way === "outside")
			: [];
	return [...published, ...noted].map((row) => listed(work, row)).sort(byDeadline);
}

/** The calls one's own organisation writes: as they stand in their drafts. */
export async function listOwnCalls(work: Work): Promise<readonly ListedCall[]> {
	const may = await mayOf(work);
	if (!may.makeCalls || may.organisationId === null) return [];
	return (await store.listDrafts(work, may.organisationId))
		.filter(({ way }) => way === "here")
		.map((row) => listed(work, row));
}

/** What each state administrator's newest call of a scheme says, side by side. */
export type Compared = {
	readonly id: string;
	readonly organisationName: string;
	readonly content: CallContent;
	readonly standing: ListedCall["standing"];
};

/** Published calls of a scheme that are not withdrawn: the newest of each who makes calls, by name. */
export async function compareCalls(work: Work, schemeId: string): Promise<readonly Compared[]> {
	const rows = await store.listPublished(work, sql`v.scheme_id = ${schemeId} and c.withdrawn_at is null`);
	const newest = new Map<string, store.ListedRow>();
	for (const row of rows) if (!newest.has(row.organisationId)) newest.set(row.organisationId, row);
	return [...newest.values()]
		.map((row) => ({
			...{ id: row.id, organisationName: row.organisationName, content: row.content },
			standing: standingOf(row, row.content, work.today),
		}))
		.sort((one, other) => one.organisationName.localeCompare(other.organisationName, "nb"));
}
