import type { Work } from "../../../database/work.server.ts";
import type { Refusal } from "../../../outcome.ts";
import { mandateOf } from "../mandate.server.ts";
import { mayAnywhere } from "../rules.ts";
import { type ContactRefusal, contactValues } from "./contract.ts";
import { refuseContact } from "./rules.ts";
import { surroundingsOf } from "./surroundings.server.ts";

/** What each refusal leans on: it is told only where all of it could be read. */
const leansOn: Readonly<Partial<Record<ContactRefusal, readonly string[]>>> = {
	"address-missing": ["membershipId", "email", "phone"],
	"own-deputy": ["membershipId", "deputyMembershipId"],
	"already-registered": ["responsibility", "profession", "unitId"],
};

/**
 * What the rules refuse in a form that could not be read whole, so that one answer tells everything that is wrong.
 * @param contactId the contact being changed, null for a new one
 * @param readable what `parseForm` could read
 */
export async function judgeContact(
	work: Work,
	contactId: string | null,
	readable: Readonly<Record<string, unknown>>,
): Promise<readonly Refusal<ContactRefusal>[]> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	const given = contactValues.safeParse({ ...blank, ...readable });
	if (organisationId === null || !mayAnywhere(mandate, "manage-contacts") || !given.success) return [];
	const around = await surroundingsOf(work, organisationId, given.data, contactId);
	const refusals = refuseContact(given.data, around);
	return refusals.filter(({ code, field }) => (leansOn[code] ?? [field ?? ""]).every((one) => one in readable));
}

/** Stands where nothing could be read; nothing is told of it. */
const blank = {
	...{ responsibility: "general", profession: null, unitId: null, membershipId: null, deputyMembershipId: null },
	...{ name: null, email: null, phone: null, note: null, published: true },
};
