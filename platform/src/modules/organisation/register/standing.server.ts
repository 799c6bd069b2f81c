import { newId, type Work } from "../../../database/work.server.ts";
import { refused } from "../../../outcome.ts";
import { isId } from "../contract.ts";
import { searchNameOf } from "../directory/rules.ts";
import { findOrganisation, listIdentities } from "../directory/store.server.ts";
import type { IdentityValues } from "./contract.ts";
import type { Standing } from "./rules.ts";
import * as store from "./store.server.ts";
import { hasSuccessors } from "./succession.store.server.ts";

/** What an organisation is now, as the rules of the register look at it; undefined where there is none. */
export async function standingOf(work: Work, id: string): Promise<Standing | undefined> {
	const found = isId(id) ? await findOrganisation(work, id) : undefined;
	if (!found) return undefined;
	return {
		id,
		kind: found.kind,
		identities: await listIdentities(work, id),
		hasSuccessors: await hasSuccessors(work, id),
	};
}

/** Why an organisation of a kind cannot be called and numbered this from a day on. */
export async function refuseIdentity(
	work: Work,
	kind: string,
	values: IdentityValues,
	from: string,
	except: readonly string[],
) {
	if ((values.latitude === null) !== (values.longitude === null))
		return refused("half-coordinates", { field: values.latitude === null ? "latitude" : "longitude" });
	if (values.number !== null && (await store.isNumberTaken(work, kind, values.number, from, except)))
		return refused("number-taken", { field: "number", detail: { number: values.number } });
	return undefined;
}

/** The words of a form as a period to enter. */
export function identityOf(
	organisationId: string,
	values: IdentityValues,
	validFrom: string,
	validTo: string | null,
): store.NewIdentity {
	return { ...values, organisationId, id: newId(), validFrom, validTo, searchName: searchNameOf(values) };
}
