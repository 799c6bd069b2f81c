import type { Work } from "../../../database/work.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId } from "../contract.ts";
import { findOrganisation, listIdentities } from "../directory/store.server.ts";
import { mandateOf } from "../mandate.server.ts";
import { holdsOn, mayKeepRegister } from "../rules.ts";
import * as store from "./affiliation.store.server.ts";
import type { NewAffiliation, RegisterRefusal } from "./contract.ts";
import { recordForAll } from "./log.server.ts";

/** Says that one organisation belongs to, is hosted by or covers another, from a day on. */
export async function affiliate(
	work: Work,
	input: NewAffiliation,
): Promise<Outcome<{ from: string }, RegisterRefusal>> {
	const refusal = await refuseAffiliating(work, input);
	if (refusal) return refusal;
	if (input.organisationId === input.parentId) return refused("own-affiliate", { field: "organisationId" });
	for (const id of [input.organisationId, input.parentId]) {
		const periods = await listIdentities(work, id);
		if (!periods.some((period) => holdsOn(period, input.from)))
			return refused("not-existing-then", { field: "from", detail: { name: periods[0]?.name ?? "" } });
	}
	if (await store.isAffiliated(work, input, input.from)) return refused("already-affiliated");
	await store.insertAffiliations(work, [{ ...input, validFrom: input.from }]);
	await recordForAll(work, "organisation.affiliate", [input.organisationId], { ...input });
	return done({ from: input.from });
}

/** Ends an affiliation after its last day. */
export async function endAffiliation(
	work: Work,
	input: Omit<NewAffiliation, "from"> & { readonly lastDay: string },
): Promise<Outcome<{ lastDay: string }, RegisterRefusal>> {
	const refusal = await refuseAffiliating(work, input);
	if (refusal) return refusal;
	if (!(await store.endAffiliation(work, input, input.lastDay))) return refused("missing");
	await recordForAll(work, "organisation.end-affiliation", [input.organisationId], { ...input });
	return done({ lastDay: input.lastDay });
}

async function refuseAffiliating(work: Work, input: { organisationId: string; parentId: string }) {
	for (const id of [input.organisationId, input.parentId])
		if (!isId(id) || !(await findOrganisation(work, id))) return refused("missing");
	return mayKeepRegister(await mandateOf(work)) ? undefined : refused("not-allowed");
}
