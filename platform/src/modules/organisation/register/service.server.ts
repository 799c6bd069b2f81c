import { newId, type Work } from "../../../database/work.server.ts";
import { addDays } from "../../../day.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId, type KindOfOrganisation } from "../contract.ts";
import { canWith, searchNameOf } from "../directory/rules.ts";
import { findOrganisation, listIdentities } from "../directory/store.server.ts";
import { mandateOf } from "../mandate.server.ts";
import { holdsOn, mayKeepRegister } from "../rules.ts";
import { listKinds } from "../store.server.ts";
import { readKinds } from "../vocabulary.server.ts";
import { insertAffiliations } from "./affiliation.store.server.ts";
import type { NewOrganisation, NewPeriod, OwnDetails, RegisterRefusal } from "./contract.ts";
import { refuseKind, refusePeriod, registrableKinds } from "./rules.ts";
import { identityOf, refuseIdentity, standingOf } from "./standing.server.ts";
import * as store from "./store.server.ts";

/**
 * Registers an organisation: the operator any kind, an organisation those that belong to it (its GP offices, its user
 * council), which it then keeps and is affiliated to.
 */
export async function registerOrganisation(
	work: Work,
	input: NewOrganisation,
): Promise<Outcome<{ id: string }, RegisterRefusal>> {
	const mandate = await mandateOf(work);
	const { kind, validFrom, ...values } = input;
	const own = mandate.organisationId === null ? undefined : await findOrganisation(work, mandate.organisationId);
	const kinds = new Set((await listKinds(work)).map((one) => one.code));
	const refusal = refuseKind(mandate, own?.kind ?? null, kind, kinds);
	if (refusal) return refusedAll([refusal]);
	const from = validFrom ?? work.today;
	const wrong = await refuseIdentity(work, kind, values, from, []);
	if (wrong) return wrong;
	const keeperId = mayKeepRegister(mandate) ? null : (own?.id ?? null);
	const id = newId();
	await store.insertOrganisations(work, [{ id, kind, keeperId }]);
	await store.insertIdentities(work, [identityOf(id, values, from, null)]);
	if (keeperId !== null && own?.kind === "municipality")
		await insertAffiliations(work, [{ organisationId: id, parentId: keeperId, kind: "municipality", validFrom: from }]);
	await record(work, {
		verb: "organisation.register",
		objectKind: "organisation",
		objectId: id,
		detail: { name: values.name, kind, from },
	});
	return done({ id });
}

/** The kinds of organisation the asker may register: everything, what belongs to their own, or nothing. */
export async function listRegistrableKinds(work: Work): Promise<readonly KindOfOrganisation[]> {
	const { actor } = work;
	const ownId = actor.kind === "person" ? actor.organisationId : null;
	// Almost every list of organisations asks: side by side, and of the kinds as they are remembered.
	const [mandate, own, kinds] = await Promise.all([
		mandateOf(work),
		ownId === null ? undefined : findOrganisation(work, ownId),
		readKinds(work),
	]);
	const codes = registrableKinds(
		mandate,
		own?.kind ?? null,
		kinds.map((kind) => kind.code),
	);
	return kinds.filter((kind) => codes.includes(kind.code));
}

/** Changes what an organisation may change of itself: short name and website today, and the language of letters to it. */
export async function changeOwnDetails(
	work: Work,
	organisationId: string,
	input: OwnDetails,
): Promise<Outcome<{ version: number }, RegisterRefusal>> {
	const mandate = await mandateOf(work);
	const found = isId(organisationId) ? await findOrganisation(work, organisationId) : undefined;
	const period = found && (await listIdentities(work, organisationId)).find((one) => holdsOn(one, work.today));
	if (!found || !period) return refused("missing");
	if (!canWith(mandate, found).change) return refused("not-allowed");
	const searchName = searchNameOf({ ...period, shortName: input.shortName });
	const key = { organisationId, id: period.id, version: input.version };
	if (!(await store.updateOwnDetails(work, key, { ...input, searchName }))) return refused("changed-by-another");
	if (input.language !== undefined) await store.setLanguage(work, organisationId, input.language);
	await record(work, {
		verb: "organisation.change",
		objectKind: "organisation",
		objectId: organisationId,
		detail: { shortName: period.shortName, website: period.website, language: input.language ?? null },
	});
	return done({ version: input.version + 1 });
}

/**
 * Gives an organisation another name, number or seat from a day on; what it was called before stays true for its dates.
 * On the first day of the newest period it is a correction of that period.
 */
export async function renameOrganisation(
	work: Work,
	organisationId: string,
	input: NewPeriod,
): Promise<Outcome<{ id: string }, RegisterRefusal>> {
	const found = await standingOf(work, organisationId);
	if (!found) return refused("missing");
	if (!mayKeepRegister(await mandateOf(work))) return refused("not-allowed");
	const { from, ...values } = input;
	const refusal = refusePeriod(found, from);
	if (refusal) return refusedAll([refusal]);
	const wrong = await refuseIdentity(work, found.kind, values, from, [organisationId]);
	if (wrong) return wrong;
	const [newest] = found.identities;
	const id = newest?.validFrom === from ? newest.id : newId();
	// A last day that is planned still holds; one that has passed is undone by going on from the day after.
	const lastDay = newest?.validTo != null && newest.validTo >= from ? newest.validTo : null;
	const period = { ...identityOf(organisationId, values, from, lastDay), id };
	if (newest?.validFrom === from) await store.correctIdentity(work, period);
	else {
		if (newest) await store.endIdentity(work, organisationId, newest.id, addDays(from, -1));
		await store.insertIdentities(work, [period]);
	}
	await record(work, {
		verb: "organisation.rename",
		objectKind: "organisation",
		objectId: organisationId,
		detail: { from, was: newest?.name ?? null, name: values.name, number: values.number },
	});
	return done({ id });
}
