import type { Work } from "../../../database/work.server.ts";
import { searchWords } from "../../../geography/search.ts";
import { isId, type Page } from "../contract.ts";
import { findOther } from "../directory/store.server.ts";
import { mandateOf, unitPath } from "../mandate.server.ts";
import { type Mandate, may } from "../rules.ts";
import type { ListedUnit, TreeLine, UnitPage, UnitQuery } from "./contract.ts";
import { listFormerNames } from "./former.store.server.ts";
import * as list from "./list.store.server.ts";
import { arrangeTree, isClosed, mayManageUnit } from "./rules.ts";
import * as store from "./store.server.ts";

/** The unit tree of an organisation as of a day (today unless said), parents before children. */
export async function readTree(
	work: Work,
	organisationId: string,
	{ asOf = work.today, withClosed = false }: { asOf?: string; withClosed?: boolean } = {},
): Promise<TreeLine[]> {
	if (!isId(organisationId)) return [];
	const [rows, leaders] = await Promise.all([
		list.listTreeRows(work, organisationId, asOf, withClosed),
		list.listLeaders(work, organisationId, asOf),
	]);
	return arrangeTree(rows, leaders);
}

/** The same without who leads each unit: where somebody chooses among units, or only how they hang together counts. */
export async function readTreeAlone(
	work: Work,
	organisationId: string,
	{ withClosed = false }: { withClosed?: boolean } = {},
): Promise<Omit<TreeLine, "leaders">[]> {
	if (!isId(organisationId)) return [];
	return arrangeTree(await list.listTreeRows(work, organisationId, work.today, withClosed));
}

/** The units of some organisations that are open today and the asker may see, by name: what a form suggests. */
export async function nameUnits(work: Work, organisationIds: readonly string[]): Promise<readonly list.UnitName[]> {
	return list.listOpenUnits(work, organisationIds.filter(isId), work.today);
}

/** A page of units by name, setting, sector and municipality; of one organisation, or all published ones. */
export async function listUnits(work: Work, query: UnitQuery): Promise<Page<ListedUnit>> {
	if (query.organisationId !== undefined && !isId(query.organisationId)) return { rows: [], total: 0 };
	const words = searchWords(query.search);
	return list.listUnits(work, { ...query, asOf: query.asOf ?? work.today, words });
}

/**
 * A unit whole as of a day (today unless said), with what surrounded it then and what the asker may do; undefined where
 * there is none to be seen.
 */
export async function readUnit(
	work: Work,
	organisationId: string,
	unitId: string,
	asOf: string = work.today,
): Promise<UnitPage | undefined> {
	if (!isId(organisationId) || !isId(unitId)) return undefined;
	const [found, path = [], everything, organisation, below, names] = await Promise.all([
		store.findUnit(work, organisationId, unitId, asOf),
		unitPath(work, organisationId, unitId),
		mandateOf(work),
		findOther(work, organisationId, asOf),
		store.listChildren(work, organisationId, unitId, asOf),
		listFormerNames(work, organisationId, unitId),
	]);
	if (!found) return undefined;
	const [position, above] = await Promise.all([
		store.findPosition(work, found, asOf),
		path.length > 1 || asOf < work.today ? store.listAbove(work, organisationId, unitId, asOf) : [],
	]);
	const mandate: Mandate | null = everything.organisationId === organisationId ? everything : null;
	const can = (judge: (mandate: Mandate) => boolean): boolean => mandate !== null && judge(mandate);
	return {
		...found,
		asOf,
		organisationName: organisation?.name ?? "",
		formerNames: names.filter(({ until }) => until < asOf),
		position,
		closed: isClosed(found, asOf),
		above,
		below,
		can: {
			change: can((mandate) => mayManageUnit(mandate, path)),
			move: can((mandate) => mayManageUnit(mandate, path.slice(1))),
			close: can((mandate) => mayManageUnit(mandate, path)),
			createBelow: can((mandate) => mayManageUnit(mandate, path)),
			managePeople: can((mandate) => may(mandate, "manage-people", path)),
			manageContacts: can((mandate) => may(mandate, "manage-contacts", path)),
			seePeople: can((mandate) => may(mandate, "see-people", path)),
		},
	};
}
