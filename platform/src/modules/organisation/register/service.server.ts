import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { enqueueJob } from "../../../job/service.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { listAdministrators } from "../contact/store.server.ts";
import { isId } from "../contract.ts";
import { canWith, searchNameOf } from "../directory/rules.ts";
import { findOrganisation, listIdentities } from "../directory/store.server.ts";
import { mandateOf } from "../mandate.server.ts";
import { searchNameOf as personSearchName } from "../people/rules.ts";
import { insertMemberships, type MembershipToInsert } from "../people/store.server.ts";
import { addDays, holdsOn, may, mayKeepRegister } from "../rules.ts";
import { listKinds } from "../store.server.ts";
import type {
	Appointment,
	Division,
	IdentityValues,
	Merger,
	NewAffiliation,
	NewOrganisation,
	NewPeriod,
	OwnDetails,
	RegisterRefusal,
	Successor,
} from "./contract.ts";
import { carryOverJob } from "./jobs.server.ts";
import { refuseDivision, refuseEnding, refuseKind, refuseMerger, refusePeriod, type Standing } from "./rules.ts";
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
		await store.insertAffiliations(work, [
			{ organisationId: id, parentId: keeperId, kind: "municipality", validFrom: from },
		]);
	await record(work, {
		verb: "organisation.register",
		objectKind: "organisation",
		objectId: id,
		detail: { name: values.name, kind, from },
	});
	return done({ id });
}

/** Changes what an organisation may change of itself: short name and website, in the period that holds today. */
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
	await record(work, {
		verb: "organisation.change",
		objectKind: "organisation",
		objectId: organisationId,
		detail: { shortName: period.shortName, website: period.website },
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
	const found = await standing(work, organisationId);
	if (!found) return refused("missing");
	if (!mayKeepRegister(await mandateOf(work))) return refused("not-allowed");
	const { from, ...values } = input;
	const refusal = refusePeriod(found, from);
	if (refusal) return refusedAll([refusal]);
	const wrong = await refuseIdentity(work, found.kind, values, from, [organisationId]);
	if (wrong) return wrong;
	const [newest] = found.identities;
	const id = newest?.validFrom === from ? newest.id : newId();
	const period = { ...identityOf(organisationId, values, from, newest?.validTo ?? null), id };
	if (newest?.validFrom === from) await store.correctIdentity(work, period);
	else {
		if (newest) await store.endIdentity(work, organisationId, newest.id, addDays(from, -1));
		await store.insertIdentities(work, [{ ...period, validTo: null }]);
	}
	await record(work, {
		verb: "organisation.rename",
		objectKind: "organisation",
		objectId: organisationId,
		detail: { from, was: newest?.name ?? null, name: values.name, number: values.number },
	});
	return done({ id });
}

/**
 * Makes several organisations one from a day on. Nothing is moved by hand: the predecessors end the day before, what was
 * true of them stays true for its date, and whoever asks for them later is led to the successor. Their affiliations pass
 * on, and on the day a job takes their units, people and contacts along.
 */
export async function mergeOrganisations(
	work: Work,
	input: Merger,
): Promise<Outcome<{ successorId: string; jobIds: readonly string[] }, RegisterRefusal>> {
	if (!mayKeepRegister(await mandateOf(work))) return refused("not-allowed");
	const predecessors = await standings(work, input.predecessorIds);
	const named = await successorStanding(work, input.successor);
	const refusals = refuseMerger(input, predecessors, named);
	if (refusals.length > 0) return refusedAll(refusals);
	for (const predecessor of predecessors) await close(work, predecessor, input.happenedOn);
	const made = await succeed(work, predecessors[0]?.kind ?? "", input.successor, input.happenedOn);
	if (made.refused) return made;
	const successorId = made.done;
	for (const { id } of predecessors) await store.passOnAffiliations(work, id, [successorId], input.happenedOn);
	await store.insertSuccessions(
		work,
		predecessors.map(({ id }) => ({ ...input, predecessorId: id, successorId, share: 1 })),
	);
	await recordAll(work, "organisation.merge", [...input.predecessorIds, successorId], {
		successorId,
		happenedOn: input.happenedOn,
	});
	const jobIds: string[] = [];
	for (const { id } of predecessors)
		jobIds.push(await askToCarry(work, id, input.happenedOn, [{ toId: successorId, rootIds: null }]));
	return done({ successorId, jobIds });
}

/** Makes one organisation several from a day on, each with its share of the population. See `mergeOrganisations`. */
export async function divideOrganisation(
	work: Work,
	input: Division,
): Promise<Outcome<{ successorIds: readonly string[]; jobId: string }, RegisterRefusal>> {
	if (!mayKeepRegister(await mandateOf(work))) return refused("not-allowed");
	const predecessor = await standing(work, input.predecessorId);
	const named: (Standing | null | undefined)[] = [];
	for (const one of input.successors) named.push(await successorStanding(work, one));
	const refusals = refuseDivision(input, predecessor, named);
	if (refusals.length > 0 || !predecessor) return refusedAll(refusals);
	const { happenedOn, source } = input;
	await close(work, predecessor, happenedOn);
	const successorIds: string[] = [];
	for (const one of input.successors) {
		const made = await succeed(work, predecessor.kind, one, happenedOn);
		if (made.refused) return made;
		successorIds.push(made.done);
	}
	await store.passOnAffiliations(work, predecessor.id, successorIds, happenedOn);
	await store.insertSuccessions(
		work,
		input.successors.map(({ share }, index) => ({
			...{ predecessorId: predecessor.id, successorId: successorIds[index] ?? "", happenedOn, share, source },
		})),
	);
	await recordAll(work, "organisation.divide", [predecessor.id, ...successorIds], { happenedOn });
	const parts = input.successors.map(({ share, unitIds }, index) => ({
		share,
		unitIds,
		toId: successorIds[index] ?? "",
	}));
	const [largest] = [...parts].sort((a, b) => b.share - a.share);
	const jobId = await askToCarry(work, predecessor.id, happenedOn, [
		...parts.filter((part) => part.unitIds.length > 0).map(({ toId, unitIds }) => ({ toId, rootIds: unitIds })),
		...(largest ? [{ toId: largest.toId, rootIds: null }] : []),
	]);
	return done({ successorIds, jobId });
}

/** Ends an organisation that nobody takes over, after its last day. */
export async function endOrganisation(
	work: Work,
	organisationId: string,
	lastDay: string,
): Promise<Outcome<{ lastDay: string }, RegisterRefusal>> {
	const found = await standing(work, organisationId);
	if (!found) return refused("missing");
	const organisation = await findOrganisation(work, organisationId);
	const mandate = await mandateOf(work);
	const keeps = organisation?.keeperId !== null && organisation?.keeperId === mandate.organisationId;
	if (!mayKeepRegister(mandate) && !(keeps && may(mandate, "manage-organisation"))) return refused("not-allowed");
	const refusal = refuseEnding(found, addDays(lastDay, 1));
	if (refusal) return refusedAll([refusal]);
	await close(work, found, addDays(lastDay, 1));
	await store.passOnAffiliations(work, organisationId, [], addDays(lastDay, 1));
	await recordAll(work, "organisation.end", [organisationId], { lastDay });
	return done({ lastDay });
}

/** Says that one organisation belongs to, is hosted by or covers another, from a day on. */
export async function affiliate(
	work: Work,
	input: NewAffiliation,
): Promise<Outcome<{ from: string }, RegisterRefusal>> {
	const refusal = await refuseAffiliating(work, input);
	if (refusal) return refusal;
	if (input.organisationId === input.parentId) return refused("own-affiliate", { field: "organisationId" });
	if (await store.isAffiliated(work, input, input.from)) return refused("already-affiliated");
	await store.insertAffiliations(work, [{ ...input, validFrom: input.from }]);
	await recordAll(work, "organisation.affiliate", [input.organisationId], { ...input });
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
	await recordAll(work, "organisation.end-affiliation", [input.organisationId], { ...input });
	return done({ lastDay: input.lastDay });
}

/**
 * Gives an organisation an administrator: by the operator, or by the organisation that keeps it. Whoever signs in with
 * this e-mail address, verified, has the role.
 */
export async function appointAdministrator(
	work: Work,
	organisationId: string,
	input: Appointment,
): Promise<Outcome<{ id: string }, RegisterRefusal>> {
	const mandate = await mandateOf(work);
	const found = isId(organisationId) ? await findOrganisation(work, organisationId) : undefined;
	if (!found) return refused("missing");
	const keeps = found.keeperId !== null && found.keeperId === mandate.organisationId;
	if (!mayKeepRegister(mandate) && !(keeps && may(mandate, "manage-organisation"))) return refused("not-allowed");
	const administrators = (await listAdministrators(work, [organisationId])).get(organisationId) ?? [];
	if (administrators.some((one) => one.email?.toLowerCase() === input.email.toLowerCase()))
		return refused("already-administrator", { field: "email" });
	const id = newId();
	const values: MembershipToInsert["values"] = {
		...{ ...input, phone: null, role: "administrator", title: null, share: null, position: "line" },
		...{ unitId: null, deputyId: null, validFrom: work.today, validTo: null },
	};
	const searchName = personSearchName(values);
	await insertMemberships(work, [{ organisationId, id, personId: null, values, verifiedAt: work.now, searchName }]);
	await recordAll(work, "organisation.appoint", [organisationId], { membershipId: id });
	return done({ id });
}

async function refuseAffiliating(work: Work, input: { organisationId: string; parentId: string }) {
	for (const id of [input.organisationId, input.parentId])
		if (!isId(id) || !(await findOrganisation(work, id))) return refused("missing");
	return mayKeepRegister(await mandateOf(work)) ? undefined : refused("not-allowed");
}

async function refuseIdentity(
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

function identityOf(
	organisationId: string,
	values: IdentityValues,
	validFrom: string,
	validTo: string | null,
): store.NewIdentity {
	return { ...values, organisationId, id: newId(), validFrom, validTo, searchName: searchNameOf(values) };
}

async function standing(work: Work, id: string): Promise<Standing | undefined> {
	const found = isId(id) ? await findOrganisation(work, id) : undefined;
	if (!found) return undefined;
	return {
		id,
		kind: found.kind,
		identities: await listIdentities(work, id),
		hasSuccessors: await store.hasSuccessors(work, id),
	};
}

async function standings(work: Work, ids: readonly string[]): Promise<Standing[]> {
	const found: Standing[] = [];
	for (const id of ids) {
		const one = await standing(work, id);
		if (one) found.push(one);
	}
	return found;
}

async function successorStanding(
	work: Work,
	{ organisationId, made }: Successor,
): Promise<Standing | null | undefined> {
	if (organisationId !== null) return standing(work, organisationId);
	return made === null ? undefined : null;
}

/** The successor: made where it is new, given a new period where it is there and changes name or number with it. */
async function succeed(
	work: Work,
	kind: string,
	{ organisationId, made }: Successor,
	from: string,
): Promise<Outcome<string, RegisterRefusal>> {
	if (organisationId !== null) {
		if (made === null) return done(organisationId);
		const renamed = await renameOrganisation(work, organisationId, { ...made, from });
		return renamed.refused ? renamed : done(organisationId);
	}
	if (made === null) return refused("successor-unknown", { field: "successor" });
	const wrong = await refuseIdentity(work, kind, made, from, []);
	if (wrong) return wrong;
	const id = newId();
	await store.insertOrganisations(work, [{ id, kind }]);
	await store.insertIdentities(work, [identityOf(id, made, from, null)]);
	return done(id);
}

/** Units, people and contacts go along on the day itself: until then they belong where they are. */
function askToCarry(
	work: Work,
	fromId: string,
	on: string,
	parts: { toId: string; rootIds: string[] | null }[],
): Promise<string> {
	const soon = on <= work.today;
	return enqueueJob(work, carryOverJob, { fromId, on, parts }, soon ? {} : { runAt: new Date(`${on}T00:30:00Z`) });
}

/** Ends an organisation's last period on the eve of a day. */
async function close(work: Work, { id, identities }: Standing, from: string): Promise<void> {
	const last = identities.find((period) => holdsOn(period, addDays(from, -1)));
	if (last) await store.endIdentity(work, id, last.id, addDays(from, -1));
}

/** Each organisation finds it in its own log. */
async function recordAll(
	work: Work,
	verb: string,
	organisationIds: readonly string[],
	detail: { readonly [key: string]: string },
): Promise<void> {
	for (const organisationId of organisationIds)
		await record(work, { verb, objectKind: "organisation", objectId: organisationId, organisationId, detail });
}
