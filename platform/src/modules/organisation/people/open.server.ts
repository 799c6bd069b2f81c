import type { Work } from "../../../database/work.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId } from "../contract.ts";
import { mandateOf, unitPath } from "../mandate.server.ts";
import type { Mandate, UnitPath } from "../rules.ts";
import type { MembershipRow } from "./contract.ts";
import { maySee, mayWrite } from "./rules.ts";
import * as store from "./store.server.ts";

export type Opened = {
	readonly membership: MembershipRow;
	readonly mandate: Mandate;
	readonly organisationId: string;
	readonly path: UnitPath;
};

/** A membership of the organisation acted for that the asker may write, in the version looked at (null: whichever). */
export async function openMembership(
	work: Work,
	membershipId: string,
	version: number | null,
): Promise<Outcome<Opened, "missing" | "not-allowed" | "changed-by-another">> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	const membership =
		organisationId !== null && isId(membershipId)
			? await store.findMembership(work, organisationId, membershipId)
			: undefined;
	if (organisationId === null || !membership || !(mandate.system || maySee(mandate, membership, personOf(work))))
		return refused("missing");
	const path = (await unitPath(work, organisationId, membership.unitId)) ?? [];
	if (!mayWrite(mandate, membership.role, path)) return refused("not-allowed");
	if (version !== null && version !== membership.version) return refused("changed-by-another");
	return done({ membership, mandate, organisationId, path });
}

/** Who is asking, as a person. */
export function personOf(work: Work): string | null {
	return work.actor.kind === "person" ? work.actor.personId : null;
}
