import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { currentOf } from "../actual/rules.ts";
import { findChoice, listActual } from "../actual/store.server.ts";
import type { CompetenceRefusal } from "../contract.ts";
import { listAllEntries } from "../framework/store.server.ts";
import { type Reading, type ReadUnit, readingOf } from "../units.server.ts";
import type { Gap, Need, NeedFacts, WhatIf } from "./contract.ts";
import { gapsOf, positionsOf, refuseNeed } from "./rules.ts";
import * as store from "./store.server.ts";

/** A need as a page shows it. */
export type ShownNeed = Need & { readonly unitName: string; readonly mayChange: boolean };

/** What the units the asker may read need, in the order of the units. */
export async function listNeeds(work: Work): Promise<readonly ShownNeed[]> {
	const reading = await readingOf(work);
	return reading ? shown(reading, await store.listNeeds(work, reading.organisationId)) : [];
}

function shown({ units }: Reading, needs: readonly Need[]): readonly ShownNeed[] {
	return units.flatMap(({ id, name, mayAnswer }) =>
		needs.filter(({ unitId }) => unitId === id).map((need) => ({ ...need, unitName: name, mayChange: mayAnswer })),
	);
}

export async function readNeed(work: Work, id: string): Promise<ShownNeed | undefined> {
	return isId(id) ? (await listNeeds(work)).find((one) => one.id === id) : undefined;
}

/** The units the asker may state needs for, parents before children. */
export async function listAnswerable(work: Work): Promise<readonly ReadUnit[]> {
	return (await readingOf(work))?.units.filter(({ mayAnswer }) => mayAnswer) ?? [];
}

async function judged(
	work: Work,
	facts: NeedFacts,
): Promise<Outcome<{ readonly organisationId: string; readonly need: store.NeedToWrite }, CompetenceRefusal>> {
	const reading = await readingOf(work);
	if (!reading) return refused("not-allowed");
	const { organisationId, units } = reading;
	const entries = new Map((await listAllEntries(work, organisationId)).map((entry) => [entry.id, entry]));
	const refusals = refuseNeed(facts, {
		units: new Set(units.filter(({ mayAnswer }) => mayAnswer).map(({ id }) => id)),
		entries: new Set(entries.keys()),
	});
	if (refusals.length > 0) return refusedAll(refusals);
	const entryOrganisationId = entries.get(facts.entryId)?.organisationId ?? organisationId;
	return done({ organisationId, need: { ...facts, positions: positionsOf(facts) ?? 0, entryOrganisationId } });
}

/** States that a unit needs a competence, and why. */
export async function addNeed(work: Work, facts: NeedFacts): Promise<Outcome<{ id: string }, CompetenceRefusal>> {
	const outcome = await judged(work, facts);
	if (outcome.refused) return outcome;
	const id = newId();
	await store.insertNeed(work, outcome.done.organisationId, id, outcome.done.need);
	await record(work, { verb: "competence-need.create", objectKind: "competence-need", objectId: id });
	return done({ id });
}

/** Changes a need in the version looked at. */
export async function changeNeed(
	work: Work,
	id: string,
	{ version, ...facts }: NeedFacts & { readonly version: number },
): Promise<Outcome<undefined, CompetenceRefusal>> {
	const found = await readNeed(work, id);
	if (!found) return refused("missing");
	if (!found.mayChange) return refused("not-allowed");
	const outcome = await judged(work, facts);
	if (outcome.refused) return outcome;
	const { organisationId, need } = outcome.done;
	if (!(await store.updateNeed(work, organisationId, { id, version }, need))) return refused("changed-by-another");
	await record(work, { verb: "competence-need.change", objectKind: "competence-need", objectId: id });
	return done(undefined);
}

/** Takes a need away in the version looked at. */
export async function removeNeed(
	work: Work,
	id: string,
	version: number,
): Promise<Outcome<undefined, CompetenceRefusal>> {
	const [found, reading] = [await readNeed(work, id), await readingOf(work)];
	if (!found || !reading) return refused("missing");
	if (!found.mayChange) return refused("not-allowed");
	if (!(await store.deleteNeed(work, reading.organisationId, { id, version }))) return refused("changed-by-another");
	await record(work, { verb: "competence-need.remove", objectKind: "competence-need", objectId: id });
	return done(undefined);
}

/** What the units the asker may read lack of what they need, now and years ahead, by unit and competence. */
export async function reckonGaps(work: Work, whatIf: WhatIf): Promise<readonly Gap[]> {
	const reading = await readingOf(work);
	if (!reading) return [];
	const { organisationId, units } = reading;
	const names = new Map(units.map(({ id, name }) => [id, name]));
	const mapped = new Map((await listAllEntries(work, organisationId)).map(({ id, mappedId }) => [id, mappedId]));
	const { leavingAge } = await findChoice(work, organisationId);
	return gapsOf(
		shown(reading, await store.listNeeds(work, organisationId)),
		currentOf(await listActual(work, organisationId), work.today),
		{
			...{ today: work.today, leavingAge, whatIf, unitName: (id) => names.get(id) ?? "" },
			meets: (id) => mapped.get(id) ?? id,
		},
	);
}
