import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { mandateOf, readTree } from "../../organisation/service.server.ts";
import { listAllEntries } from "../framework/store.server.ts";
import { listPlans } from "../plan/store.server.ts";
import { mayEnter, mayPlan, maySeeSupervisorNeeds } from "../rules.ts";
import type { Measure, MeasureFacts, MeasureRefusal } from "./contract.ts";
import { grantNeedsOf, ordersOf, refuseMeasure, supervisorNeedsOf } from "./rules.ts";
import * as store from "./store.server.ts";

/** The measures of the organisation acted for, the first to be done first. */
export async function listMeasures(work: Work): Promise<readonly Measure[]> {
	const asker = await mandateOf(work);
	if (asker.organisationId === null || !mayEnter(asker)) return [];
	return store.listMeasures(work, asker.organisationId);
}

export async function readMeasure(
	work: Work,
	id: string,
): Promise<(Measure & { readonly mayChange: boolean }) | undefined> {
	const found = isId(id) ? (await listMeasures(work)).find((one) => one.id === id) : undefined;
	return found && { ...found, mayChange: mayPlan(await mandateOf(work)) };
}

/**
 * What the plans ask for supervisors: open measures that make them, with unit, number and day. For placement: those who
 * coordinate it read these, and nothing else of the plans.
 */
export async function listSupervisorNeeds(work: Work): Promise<readonly Measure[]> {
	const asker = await mandateOf(work);
	if (asker.organisationId === null || !maySeeSupervisorNeeds(asker)) return [];
	return supervisorNeedsOf(await store.listMeasures(work, asker.organisationId));
}

/** What the plans want a state grant to pay: open measures with their cost. For funding. */
export async function listGrantNeeds(work: Work): Promise<readonly Measure[]> {
	return grantNeedsOf(await listMeasures(work));
}

/** What the plans order from those who teach: open measures in which employees learn. For education. */
export async function listEducationOrders(work: Work): Promise<readonly Measure[]> {
	return ordersOf(await listMeasures(work));
}

async function judged(
	work: Work,
	facts: MeasureFacts,
): Promise<Outcome<{ readonly organisationId: string; readonly measure: store.MeasureToWrite }, MeasureRefusal>> {
	const asker = await mandateOf(work);
	const { organisationId } = asker;
	if (organisationId === null || !mayPlan(asker)) return refused("not-allowed");
	const entries = new Map((await listAllEntries(work, organisationId)).map((entry) => [entry.id, entry]));
	const plans = await listPlans(work, organisationId);
	const refusals = refuseMeasure(facts, {
		plans: new Set(plans.filter(({ state }) => state !== "ended").map(({ id }) => id)),
		units: new Set((await readTree(work, organisationId)).map(({ id }) => id)),
		entries: new Set(entries.keys()),
	});
	if (refusals.length > 0) return refusedAll(refusals);
	const entry = facts.entryId === null ? undefined : entries.get(facts.entryId);
	return done({ organisationId, measure: { ...facts, entryOrganisationId: entry?.organisationId ?? null } });
}

/** Adds a measure to a plan. */
export async function addMeasure(work: Work, facts: MeasureFacts): Promise<Outcome<{ id: string }, MeasureRefusal>> {
	const outcome = await judged(work, facts);
	if (outcome.refused) return outcome;
	const { organisationId, measure } = outcome.done;
	const id = newId();
	await store.insertMeasure(work, { organisationId, id }, measure);
	await record(work, { verb: "competence-measure.create", objectKind: "competence-measure", objectId: id });
	return done({ id });
}

/** Changes a measure in the version looked at. */
export async function changeMeasure(
	work: Work,
	id: string,
	{ version, ...facts }: MeasureFacts & { readonly version: number },
): Promise<Outcome<undefined, MeasureRefusal>> {
	const found = await readMeasure(work, id);
	if (!found) return refused("missing");
	const outcome = await judged(work, facts);
	if (outcome.refused) return outcome;
	const { organisationId, measure } = outcome.done;
	if (!(await store.updateMeasure(work, { organisationId, id, version }, measure)))
		return refused("changed-by-another");
	await record(work, {
		...{ verb: "competence-measure.change", objectKind: "competence-measure", objectId: id },
		detail: found.status === facts.status ? {} : { status: facts.status },
	});
	return done(undefined);
}

/** Takes a measure away that nobody has adopted and no study carries out; others are given up, with a reason. */
export async function removeMeasure(
	work: Work,
	id: string,
	version: number,
): Promise<Outcome<undefined, MeasureRefusal>> {
	const found = await readMeasure(work, id);
	const { organisationId } = await mandateOf(work);
	if (!found || organisationId === null) return refused("missing");
	if (!found.mayChange) return refused("not-allowed");
	if (found.studies > 0) return refused("has-studies", { detail: { count: found.studies } });
	if (await store.wasAdopted(work, organisationId, id)) return refused("was-adopted");
	if (!(await store.deleteMeasure(work, { organisationId, id, version }))) return refused("changed-by-another");
	await record(work, { verb: "competence-measure.remove", objectKind: "competence-measure", objectId: id });
	return done(undefined);
}
