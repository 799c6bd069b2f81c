import type { Work } from "../../../database/work.server.ts";
import { findUnit } from "../unit/store.server.ts";
import type { MembershipRow, MembershipValues } from "./contract.ts";
import type { Surroundings } from "./rules.ts";
import * as store from "./store.server.ts";

/** What a role is held against: the unit and the deputy it names, and other roles alike. */
export async function surroundingsOf(
	work: Work,
	organisationId: string,
	values: MembershipValues,
	membership: MembershipRow | null,
): Promise<Surroundings> {
	const { unitId, deputyId } = values;
	const id = membership?.id ?? null;
	return {
		id,
		unit: unitId === null ? null : await findUnit(work, organisationId, unitId),
		deputy: deputyId === null ? null : await store.findMembership(work, organisationId, deputyId),
		personId: membership?.personId ?? null,
		alike: await store.listAlike(work, organisationId, values, id),
	};
}
