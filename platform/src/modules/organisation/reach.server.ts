import type { Work } from "../../database/work.server.ts";
import { type Capability, type Role, roles } from "./contract.ts";
import { mandateOf } from "./mandate.server.ts";
import { may, mayGrant } from "./rules.ts";
import { readTreeAlone } from "./unit/read.server.ts";

/** Where in the organisation acted for the asker has a capability: what a form about it may offer. */
export type Reach = {
	/** The whole organisation. */
	readonly whole: boolean;
	/** Open units, parents before children; `depth` is 0 at the top of the organisation. */
	readonly units: readonly { readonly id: string; readonly name: string; readonly depth: number }[];
};

/** Where the asker has a capability; nowhere while no organisation is represented. */
export async function readReach(
	work: Work,
	capability: Capability,
	{ withClosed = false }: { readonly withClosed?: boolean } = {},
): Promise<Reach> {
	const mandate = await mandateOf(work);
	if (mandate.organisationId === null) return { whole: false, units: [] };
	const lines = await readTreeAlone(work, mandate.organisationId, { withClosed });
	const paths = new Map<string, readonly string[]>();
	for (const { id, parentId } of lines)
		paths.set(id, [id, ...((parentId === null ? undefined : paths.get(parentId)) ?? [])]);
	return {
		whole: may(mandate, capability),
		units: lines
			.filter(({ id }) => may(mandate, capability, paths.get(id)))
			.map(({ id, name, depth }) => ({ id, name, depth })),
	};
}

/** The roles the asker may give somebody, at the whole organisation or at some unit. */
export async function listGrantableRoles(work: Work): Promise<readonly Role[]> {
	const mandate = await mandateOf(work);
	const places = mandate.holdings.map(({ unitId }) => (unitId === null ? [] : [unitId]));
	return roles.filter((role) => places.some((path) => mayGrant(mandate, role, path)));
}
