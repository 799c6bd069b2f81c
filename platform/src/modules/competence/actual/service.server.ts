import type { Work } from "../../../database/work.server.ts";
import { fitter, foldName } from "../../../geography/search.ts";
import { record } from "../../../identity/audit.server.ts";
import { compareText } from "../../../language.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { cutBy } from "../../../statistic/cut.ts";
import { isId, type Page } from "../../organisation/contract.ts";
import { mandateOf } from "../../organisation/service.server.ts";
import type { CompetenceRefusal } from "../contract.ts";
import { listAllEntries } from "../framework/store.server.ts";
import { mayPlan } from "../rules.ts";
import { stateOn } from "../study/rules.ts";
import { forgetNames, listStudies } from "../study/store.server.ts";
import { type ReadUnit, readingOf } from "../units.server.ts";
import type { Actual, ActualAnswer, Choice, UnitActual, UnitActualQuery } from "./contract.ts";
import { currentOf, isAlone, isStale, leavesWithin, pageOf, refuseAnswer, summed } from "./rules.ts";
import * as store from "./store.server.ts";

/** Every service the asker may read, with what is known of it in all; a unit that only gathers others where it has numbers. */
export async function summariseUnits(work: Work): Promise<readonly UnitActual[]> {
	const reading = await readingOf(work);
	if (!reading || reading.units.length === 0) return [];
	const { staleMonths } = await store.findChoice(work, reading.organisationId);
	const current = currentOf(await store.listActual(work, reading.organisationId), work.today);
	const byUnit = cutBy(current, ({ unitId }) => unitId);
	return reading.units
		.filter(({ id, isGathering }) => !isGathering || byUnit.has(id))
		.map((unit) => summed(unit, byUnit.get(unit.id) ?? [], work.today, staleMonths));
}

/** The same by page, narrowed by name. */
export async function listUnitActual(work: Work, query: UnitActualQuery): Promise<Page<UnitActual>> {
	const language = work.actor.kind === "person" ? work.actor.language : "nb";
	const fits = query.search ? fitter(foldName(query.search)) : () => "exact";
	const units = (await summariseUnits(work)).filter(({ name }) => fits(foldName(name)) !== undefined);
	return pageOf(units, query, compareText(language));
}

/** A number as a page shows it. */
export type ShownActual = Actual & { readonly isStale: boolean };

export type UnitReading = {
	readonly unit: ReadUnit;
	readonly choice: Choice;
	/** What counts today, most positions first. */
	readonly current: readonly ShownActual[];
	/** What counted before, the newest first. */
	readonly earlier: readonly Actual[];
};

/** What is known of one unit; undefined for one the asker may not read. */
export async function readUnitActual(work: Work, unitId: string): Promise<UnitReading | undefined> {
	const reading = isId(unitId) ? await readingOf(work) : undefined;
	const unit = reading?.units.find(({ id }) => id === unitId);
	if (!reading || !unit) return undefined;
	const [choice, facts] = [
		await store.findChoice(work, reading.organisationId),
		await store.listActual(work, reading.organisationId, unitId),
	];
	const current = currentOf(facts, work.today);
	const counts = new Set(current.map(({ id }) => id));
	return {
		...{ unit, choice, earlier: facts.filter(({ id }) => !counts.has(id)) },
		current: current
			.map((one) => ({ ...one, isStale: isStale(one.asOf, work.today, choice.staleMonths) }))
			.sort((one, other) => other.positions - one.positions),
	};
}

/** Every number that counts today at the units the asker may read, with the unit: what the list gives as Excel. */
export async function listCurrent(
	work: Work,
): Promise<readonly { readonly unit: ReadUnit; readonly fact: ShownActual }[]> {
	const reading = await readingOf(work);
	if (!reading) return [];
	const { staleMonths } = await store.findChoice(work, reading.organisationId);
	const current = currentOf(await store.listActual(work, reading.organisationId), work.today);
	const byUnit = cutBy(current, ({ unitId }) => unitId);
	return reading.units.flatMap((unit) =>
		(byUnit.get(unit.id) ?? [])
			.sort((one, other) => other.positions - one.positions)
			.map((fact) => ({ unit, fact: { ...fact, isStale: isStale(fact.asOf, work.today, staleMonths) } })),
	);
}

/** One who stands alone with a competence at a unit, with nobody to stand in. */
export type Alone = {
	readonly unit: ReadUnit;
	readonly fact: ShownActual;
	/** Years until whoever has it is expected to leave because of age; null: not soon, undefined: no age is told. */
	readonly leaves: number | null | undefined;
	/** How many at the unit are on their way to it by a study that has been applied for or goes on. */
	readonly onTheWay: number;
};

const underWay: readonly string[] = ["applied", "admitted", "started"];

/** Who stands alone, over all units the asker may read. */
export async function listAlone(work: Work): Promise<readonly Alone[]> {
	const current = (await listCurrent(work)).filter(({ fact }) => isAlone(fact));
	const { organisationId } = await mandateOf(work);
	if (current.length === 0 || organisationId === null) return [];
	const { leavingAge } = await store.findChoice(work, organisationId);
	const studies = (await listStudies(work, organisationId)).filter(({ steps }) =>
		underWay.includes(stateOn(steps, work.today) ?? ""),
	);
	return current.map(({ unit, fact }) => ({
		...{ unit, fact, leaves: leavesWithin(fact, leavingAge) },
		onTheWay: studies.filter(({ unitId, entryId }) => unitId === unit.id && entryId === fact.entryId).length,
	}));
}

/** Says how many a unit has of each competence on a day. What stood for another day stays. */
export async function answerForUnit(
	work: Work,
	unitId: string,
	answer: ActualAnswer,
): Promise<Outcome<{ rows: number }, CompetenceRefusal>> {
	const reading = isId(unitId) ? await readingOf(work) : undefined;
	const unit = reading?.units.find(({ id }) => id === unitId);
	if (!reading || !unit) return refused("missing");
	if (!unit.mayAnswer) return refused("not-allowed");
	const entries = new Map((await listAllEntries(work, reading.organisationId)).map((entry) => [entry.id, entry]));
	const refusals = refuseAnswer(answer, { today: work.today, known: new Set(entries.keys()) });
	if (refusals.length > 0) return refusedAll(refusals);
	const { asOf, source } = answer;
	await store.writeActual(
		work,
		reading.organisationId,
		answer.rows.flatMap((row) => {
			const entry = entries.get(row.entryId);
			return entry ? [{ ...row, unitId, asOf, source, entryOrganisationId: entry.organisationId }] : [];
		}),
	);
	await record(work, {
		...{ verb: "competence-actual.answer", objectKind: "unit", objectId: unitId },
		detail: { rows: answer.rows.length, asOf },
	});
	return done({ rows: answer.rows.length });
}

/** What the organisation acted for has chosen, for whoever plans there. */
export async function readChoice(work: Work): Promise<Choice | undefined> {
	const asker = await mandateOf(work);
	if (asker.organisationId === null || !mayPlan(asker)) return undefined;
	return store.findChoice(work, asker.organisationId);
}

/**
 * Chooses how old a number may be, at what age people are expected to leave, and whether who studies stands with a name:
 * where they no longer do, the names there are go at once.
 */
export async function choose(work: Work, choice: Choice): Promise<Outcome<undefined, CompetenceRefusal>> {
	const asker = await mandateOf(work);
	if (asker.organisationId === null || !mayPlan(asker)) return refused("not-allowed");
	if (!(await store.writeChoice(work, asker.organisationId, choice))) return refused("changed-by-another");
	const forgotten = choice.namedStudies ? 0 : await forgetNames(work, asker.organisationId);
	await record(work, {
		...{ verb: "competence.choose", objectKind: "organisation", objectId: asker.organisationId },
		detail: { forgotten },
	});
	return done(undefined);
}
