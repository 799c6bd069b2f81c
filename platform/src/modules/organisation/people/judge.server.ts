import type { Work } from "../../../database/work.server.ts";
import type { Refusal } from "../../../outcome.ts";
import { isId } from "../contract.ts";
import { mandateOf } from "../mandate.server.ts";
import { mayAnywhere } from "../rules.ts";
import { membershipValues, type PeopleRefusal } from "./contract.ts";
import { refuseMembership } from "./rules.ts";
import * as store from "./store.server.ts";
import { surroundingsOf } from "./surroundings.server.ts";

/** What each refusal leans on: it is told only where all of it could be read. */
const leansOn: Readonly<Partial<Record<PeopleRefusal, readonly string[]>>> = {
	"ends-before-start": ["validFrom", "validTo"],
	"unit-closed": ["unitId", "validFrom"],
	"already-held": ["email", "role", "unitId", "validFrom", "validTo"],
};

/**
 * What the rules refuse in a form that could not be read whole, so that one answer tells everything that is wrong.
 * @param membershipId the role being changed, null for a new one
 * @param readable what `parseForm` could read
 */
export async function judgeMembership(
	work: Work,
	membershipId: string | null,
	readable: Readonly<Record<string, unknown>>,
): Promise<readonly Refusal<PeopleRefusal>[]> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	const given = membershipValues.safeParse({ ...blank, ...readable });
	if (organisationId === null || !mayAnywhere(mandate, "manage-people") || !given.success) return [];
	const membership =
		membershipId === null || !isId(membershipId)
			? null
			: ((await store.findMembership(work, organisationId, membershipId)) ?? null);
	const values = { ...given.data, validFrom: given.data.validFrom ?? membership?.validFrom ?? work.today };
	const refusals = refuseMembership(values, await surroundingsOf(work, organisationId, values, membership));
	return refusals.filter(({ code, field }) => (leansOn[code] ?? [field ?? ""]).every((one) => one in readable));
}

/** Stands where nothing could be read; nothing is told of it. */
const blank = {
	...{ name: "–", email: null, phone: null, role: "employee", title: null, share: null, position: "line" },
	...{ unitId: null, deputyId: null, validFrom: null, validTo: null },
};
