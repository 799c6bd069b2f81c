import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import type { Bind } from "../../../identity/binding.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import { findChoice } from "../actual/store.server.ts";
import { listAllEntries } from "../framework/store.server.ts";
import { listMeasures } from "../measure/store.server.ts";
import { readingOf } from "../units.server.ts";
import type { FinanceFacts, ShownStudy, StepFacts, Study, StudyFacts, StudyRefusal } from "./contract.ts";
import { refuseStep, refuseStudy, refuseUndo, stateOn } from "./rules.ts";
import * as store from "./store.server.ts";

export { countInEducation, type FinancedBy, isFinancedBy, standing, stateOn, whoOf } from "./rules.ts";

/** The studies at the units the asker may read, by number, as they stand today. */
export async function listStudies(work: Work): Promise<readonly ShownStudy[]> {
	const reading = await readingOf(work);
	if (!reading) return [];
	const units = new Map(reading.units.map((unit) => [unit.id, unit]));
	return (await store.listStudies(work, reading.organisationId)).flatMap((study): ShownStudy[] => {
		const unit = units.get(study.unitId);
		if (!unit) return [];
		const state = stateOn(study.steps, work.today) ?? "planned";
		return [{ ...study, state, unitName: unit.name, mayChange: unit.mayAnswer }];
	});
}

export async function readStudy(work: Work, id: string): Promise<ShownStudy | undefined> {
	return isId(id) ? (await listStudies(work)).find((one) => one.id === id) : undefined;
}

/** The studies the asker takes themselves, whomever they act for. */
export async function listOwnStudies(work: Work): Promise<readonly Study[]> {
	return work.actor.kind === "person" ? store.listStudiesOf(work, work.actor.personId) : [];
}

/** Whether the organisation acted for keeps the names of those who study. */
export async function keepsNames(work: Work): Promise<boolean> {
	const { organisationId } = await mandateOf(work);
	return organisationId !== null && (await findChoice(work, organisationId)).namedStudies;
}

function nameOf({ actor }: Work): string {
	return actor.kind === "person" ? actor.name : "";
}

async function judged(
	work: Work,
	facts: StudyFacts,
): Promise<Outcome<{ readonly organisationId: string; readonly study: store.StudyToWrite }, StudyRefusal>> {
	const reading = await readingOf(work);
	if (!reading) return refused("not-allowed");
	const { organisationId, units } = reading;
	const entries = new Map((await listAllEntries(work, organisationId)).map((entry) => [entry.id, entry]));
	const refusals = refuseStudy(facts, {
		units: new Set(units.filter(({ mayAnswer }) => mayAnswer).map(({ id }) => id)),
		entries: new Set(entries.keys()),
		measures: new Set((await listMeasures(work, organisationId)).map(({ id }) => id)),
		named: (await findChoice(work, organisationId)).namedStudies,
	});
	if (refusals.length > 0) return refusedAll(refusals);
	const entryOrganisationId = entries.get(facts.entryId)?.organisationId ?? organisationId;
	const personId = facts.email === null ? null : await store.findPerson(work, organisationId, facts.email);
	return done({ organisationId, study: { ...facts, entryOrganisationId, personId } });
}

/** Takes down a study as planned, from a day not ahead. */
export async function addStudy(
	work: Work,
	facts: StudyFacts,
	plannedOn: string = work.today,
): Promise<Outcome<{ id: string }, StudyRefusal>> {
	const outcome = await judged(work, facts);
	if (outcome.refused) return outcome;
	const { organisationId, study } = outcome.done;
	const key = { organisationId, id: newId(), number: await store.nextNumber(work, organisationId) };
	await store.insertStudy(work, key, study);
	const step = { id: newId(), state: "planned", onDay: plannedOn, reason: null, note: "" } as const;
	await store.insertStep(work, { ...key, personId: study.personId }, { ...step, recordedBy: nameOf(work) });
	await record(work, {
		...{ verb: "competence-study.create", objectKind: "competence-study", objectId: key.id },
		aboutPersonId: study.personId,
	});
	return done({ id: key.id });
}

async function toChange(work: Work, id: string): Promise<Outcome<ShownStudy, StudyRefusal>> {
	const found = await readStudy(work, id);
	if (!found) return refused("missing");
	return found.mayChange ? done(found) : refused("not-allowed");
}

/** Changes what is known of a study in the version looked at. */
export async function changeStudy(
	work: Work,
	id: string,
	{ version, ...facts }: StudyFacts & { readonly version: number },
): Promise<Outcome<undefined, StudyRefusal>> {
	const found = await toChange(work, id);
	if (found.refused) return found;
	const outcome = await judged(work, facts);
	if (outcome.refused) return outcome;
	const { organisationId, study } = outcome.done;
	if (!(await store.updateStudy(work, { organisationId, id, version }, study))) return refused("changed-by-another");
	await noted(work, "competence-study.change", found.done);
	return done(undefined);
}

/** Takes a study away that was taken down by mistake; what an award pays for stays. */
export async function removeStudy(work: Work, id: string, version: number): Promise<Outcome<undefined, StudyRefusal>> {
	const found = await toChange(work, id);
	if (found.refused) return found;
	if (found.done.finance.some(({ fundingRef }) => fundingRef !== null)) return refused("paid-by-award");
	if (!(await store.deleteStudy(work, { ...found.done, version }))) return refused("changed-by-another");
	await noted(work, "competence-study.remove", found.done);
	return done(undefined);
}

/** Notes what became of a study, in the version looked at. */
export async function takeStep(
	work: Work,
	id: string,
	{ version, ...facts }: StepFacts & { readonly version: number },
): Promise<Outcome<undefined, StudyRefusal>> {
	const found = await toChange(work, id);
	if (found.refused) return found;
	const stops = facts.state === "deferred" || facts.state === "dropped-out";
	const step = { ...facts, reason: stops ? facts.reason : null };
	const refusals = refuseStep(found.done.steps, step, work.today);
	if (refusals.length > 0) return refusedAll(refusals);
	if (!(await store.touchStudy(work, { ...found.done, version }))) return refused("changed-by-another");
	await store.insertStep(work, found.done, { ...step, id: newId(), recordedBy: nameOf(work) });
	await noted(work, "competence-study.step", found.done, { state: step.state, day: step.onDay });
	return done(undefined);
}

/** Undoes the last step, which was wrong; it stays to be read, and no longer counts. */
export async function undoStep(
	work: Work,
	id: string,
	{ version, stepId }: { readonly version: number; readonly stepId: string },
): Promise<Outcome<undefined, StudyRefusal>> {
	const found = await toChange(work, id);
	if (found.refused) return found;
	const code = refuseUndo(found.done.steps, stepId);
	if (code) return refused(code);
	if (!(await store.touchStudy(work, { ...found.done, version }))) return refused("changed-by-another");
	await store.undoStep(work, found.done, stepId, nameOf(work));
	await noted(work, "competence-study.undo", found.done);
	return done(undefined);
}

/** Adds who pays, and how much. */
export async function addFinance(
	work: Work,
	id: string,
	{ version, ...facts }: FinanceFacts & { readonly version: number },
): Promise<Outcome<{ id: string }, StudyRefusal>> {
	const found = await toChange(work, id);
	if (found.refused) return found;
	if (!(await store.touchStudy(work, { ...found.done, version }))) return refused("changed-by-another");
	const financeId = newId();
	await store.insertFinance(work, found.done, { ...facts, id: financeId, fundingRef: null });
	await noted(work, "competence-study.finance", found.done);
	return done({ id: financeId });
}

/** Takes away a payment that no award stands behind. */
export async function removeFinance(
	work: Work,
	id: string,
	{ version, financeId }: { readonly version: number; readonly financeId: string },
): Promise<Outcome<undefined, StudyRefusal>> {
	const found = await toChange(work, id);
	if (found.refused) return found;
	const payment = found.done.finance.find((one) => one.id === financeId);
	if (!payment) return refused("missing");
	if (payment.fundingRef !== null) return refused("paid-by-award");
	if (!(await store.touchStudy(work, { ...found.done, version }))) return refused("changed-by-another");
	await store.deleteFinance(work, found.done, financeId);
	await noted(work, "competence-study.finance", found.done);
	return done(undefined);
}

/**
 * Ties a payment of a study to the award that pays it, or unties it with null. For the room funding, which has judged
 * that the asker may; refuses a study or payment that is not of the organisation acted for.
 */
export async function tieToAward(
	work: Work,
	{
		studyId,
		financeId,
		award,
	}: { readonly studyId: string; readonly financeId: string; readonly award: string | null },
): Promise<Outcome<undefined, StudyRefusal>> {
	const { organisationId } = await mandateOf(work);
	if (organisationId === null || !(await store.setAward(work, { organisationId, id: studyId }, financeId, award)))
		return refused("missing");
	await record(work, { verb: "competence-study.finance", objectKind: "competence-study", objectId: studyId });
	return done(undefined);
}

/**
 * Says that an award pays for a study: what was noted as paid by a state grant is tied to it, else a payment of so many
 * kroner is noted. For the room funding, which has judged that the asker may. Gives the payment.
 */
export async function payByAward(
	work: Work,
	{ studyId, award, kroner }: { readonly studyId: string; readonly award: string; readonly kroner: number },
): Promise<Outcome<{ readonly financeId: string }, StudyRefusal>> {
	const study = (await listAllStudies(work)).find(({ id }) => id === studyId);
	if (!study) return refused("missing");
	const noted = study.finance.find(({ payer, fundingRef }) => payer === "state-grant" && fundingRef === null);
	const financeId = noted?.id ?? newId();
	if (!noted)
		await store.insertFinance(work, study, { id: financeId, payer: "state-grant", kroner, note: "", fundingRef: null });
	const tied = await tieToAward(work, { studyId, financeId, award });
	return tied.refused ? tied : done({ financeId });
}

/** Every study of the organisation acted for, for rooms above that derive numbers from them; the caller judges who may. */
export async function listAllStudies(work: Work): Promise<readonly Study[]> {
	const { organisationId } = await mandateOf(work);
	return organisationId === null ? [] : store.listStudies(work, organisationId);
}

type Detail = { readonly [key: string]: string };

async function noted(
	work: Work,
	verb: string,
	{ id, personId }: Pick<Study, "id" | "personId">,
	detail?: Detail,
): Promise<void> {
	await record(work, {
		...{ verb, objectKind: "competence-study", objectId: id, aboutPersonId: personId },
		...(detail ? { detail } : {}),
	});
}

/** Whoever proves an address sees the studies taken down under it. */
export const bindStudies: Bind = async (work, personId, email) => {
	for (const { organisationId, id } of await store.tieStudies(work, personId, email))
		await record(work, {
			...{ verb: "competence-study.bind", objectKind: "competence-study", objectId: id, organisationId },
			...{ aboutPersonId: personId, detail: { by: "verified e-mail address" } },
		});
};
