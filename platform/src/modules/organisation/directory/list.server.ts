import type { Work } from "../../../database/work.server.ts";
import type { Page } from "../contract.ts";
import type { DirectoryQuery, MapPoint, OrganisationRow } from "./contract.ts";
import { whileDirectoryIsSame } from "./edition.server.ts";
import * as store from "./list.store.server.ts";
import { listCalled, listCandidates } from "./search.store.server.ts";
import { explainFit, rankCandidates } from "./search.ts";

export type Directory = Page<OrganisationRow> & {
	/** How many of each kind the other filters leave, whatever kind is chosen. */
	readonly byKind: ReadonlyMap<string, number>;
};

const inOrder = whileDirectoryIsSame(
	async (
		work: Work,
		{ around, withKind, order }: { around: store.Narrowing; withKind: store.Narrowing; order: store.Order },
	): Promise<Directory> => {
		const [page, byKind] = await Promise.all([
			store.listOrganisations(work, withKind, order),
			store.countByKind(work, around),
		]);
		return { ...page, byKind };
	},
);
const candidates = whileDirectoryIsSame(listCandidates);
const groups = whileDirectoryIsSame(store.listMapGroups);

/**
 * A page of organisations as they were on a day (today unless said), with search that forgives spelling. Public to
 * everyone signed in.
 */
export async function listOrganisations(work: Work, query: DirectoryQuery): Promise<Directory> {
	const { asOf = work.today, kind, county, search = "", sort, descending = false, offset = 0, pageSize = null } = query;
	const around = { asOf, ...(county === undefined ? {} : { county }) };
	const withKind = { ...around, ...(kind === undefined ? {} : { kind }) };
	if (search.trim() === "")
		return inOrder(work, { around, withKind, order: { sort: sort ?? "name", descending, offset, pageSize } });
	const found = rankCandidates(search, await candidates(work, around));
	const byKind = new Map<string, number>();
	for (const one of found) byKind.set(one.kind, (byKind.get(one.kind) ?? 0) + 1);
	const ids = found.filter((one) => kind === undefined || one.kind === kind).map((one) => one.id);
	if (sort !== undefined) {
		const order = { sort, descending, offset, pageSize };
		const page = await store.listOrganisations(work, { ...withKind, ids }, order);
		return { rows: await explained(work, page.rows, search, asOf), total: page.total, byKind };
	}
	const onPage = ids.slice(offset, pageSize === null ? undefined : offset + pageSize);
	const order = { sort: "name", descending: false, offset: 0, pageSize: null } as const;
	const page = await store.listOrganisations(work, { asOf, ids: onPage }, order);
	const byId = new Map(page.rows.map((row) => [row.id, row]));
	const rows = onPage.flatMap((id) => byId.get(id) ?? []);
	return { rows: await explained(work, rows, search, asOf), total: ids.length, byKind };
}

/** Each row with why it was found. */
async function explained(
	work: Work,
	rows: readonly OrganisationRow[],
	search: string,
	asOf: string,
): Promise<OrganisationRow[]> {
	if (rows.length === 0) return [];
	const called = await listCalled(
		work,
		rows.map((row) => row.id),
		asOf,
	);
	return rows.map((row) => ({ ...row, found: explainFit(search, called.get(row.id) ?? []) }));
}

/** Organisations with a place on the map, the largest first; the same filters as the list. */
export async function mapOrganisations(work: Work, query: DirectoryQuery): Promise<MapPoint[]> {
	const { asOf = work.today, kind, county, search = "" } = query;
	const around = { asOf, ...(kind === undefined ? {} : { kind }), ...(county === undefined ? {} : { county }) };
	if (search.trim() === "") return weighed(work, await store.listMapPoints(work, around), asOf);
	const ids = rankCandidates(search, await candidates(work, around)).map((candidate) => candidate.id);
	return weighed(work, await store.listMapPoints(work, { ...around, ids }), asOf);
}

/** Each point with what it counts. Without imported populations the towns are known by what there is there. */
async function weighed(work: Work, points: readonly Omit<MapPoint, "weight">[], asOf: string): Promise<MapPoint[]> {
	const municipalities = points.filter((point) => point.kind === "municipality");
	const isCounted = municipalities.some((point) => point.population !== null);
	const ids = isCounted ? [] : municipalities.map((point) => point.id);
	const weights = ids.length === 0 ? new Map<string, number>() : await store.weighMunicipalities(work, ids, asOf);
	return points.map((point) => {
		const found = weights.get(point.id) ?? 0;
		return { ...point, weight: point.population ?? (point.kind === "municipality" ? found : null) };
	});
}

/**
 * The same counted county by county, for a map of the whole country where they would cover each other; `apart` is the
 * one among them that is shown by itself.
 */
export async function gatherOrganisations(
	work: Work,
	query: Pick<DirectoryQuery, "asOf" | "kind">,
	apart: string | null,
): Promise<{ readonly groups: readonly store.MapGroup[]; readonly apart: readonly MapPoint[] }> {
	const around = { asOf: query.asOf ?? work.today, ...(query.kind === undefined ? {} : { kind: query.kind }) };
	const [counted, points] = await Promise.all([
		groups(work, around),
		apart === null ? [] : store.listMapPoints(work, { ...around, ids: [apart] }),
	]);
	return { groups: counted, apart: await weighed(work, points, around.asOf) };
}
