import type { Work } from "../../../database/work.server.ts";
import { findUnit } from "../unit/store.server.ts";
import type { ContactValues } from "./contract.ts";
import type { Surroundings } from "./rules.ts";
import * as store from "./store.server.ts";

/** What a contact is held against, with the people it names whole. */
export async function surroundingsOf(
	work: Work,
	organisationId: string,
	values: ContactValues,
	except: string | null,
): Promise<
	Surroundings & {
		readonly holder: store.Membership | null | undefined;
		readonly deputy: store.Membership | null | undefined;
	}
> {
	const { unitId, membershipId, deputyMembershipId } = values;
	const find = (id: string | null) =>
		id === null ? Promise.resolve(null) : store.findAnswerer(work, organisationId, id);
	return {
		today: work.today,
		unit: unitId === null ? null : await findUnit(work, organisationId, unitId),
		holder: await find(membershipId),
		deputy: await find(deputyMembershipId),
		registered: await store.isRegistered(work, organisationId, values, except),
	};
}
