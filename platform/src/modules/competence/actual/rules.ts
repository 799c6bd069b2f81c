import { addMonths } from "../../../day.ts";
import type { Refusal } from "../../../outcome.ts";
import type { Freshness } from "../codes.ts";
import type { CompetenceRefusal } from "../contract.ts";
import type { Actual, ActualAnswer, ActualRow, UnitActual, UnitActualQuery } from "./contract.ts";

/** Whether a number from a day is older than so many months. */
export function isStale(asOf: string, today: string, months: number): boolean {
	return addMonths(asOf, months) < today;
}

/** How fresh what is known is: one number that is too old makes it stale. */
export function freshnessOf(days: readonly string[], today: string, months: number): Freshness {
	if (days.length === 0) return "missing";
	return days.some((day) => isStale(day, today, months)) ? "stale" : "fresh";
}

/** Why one row of numbers cannot be; fields are those of the row. */
export function refuseRow(
	row: Pick<ActualRow, "heads" | "positions" | "aged55" | "aged60" | "aged65">,
): Refusal<CompetenceRefusal>[] {
	const { heads, positions } = row;
	const refusals: Refusal<CompetenceRefusal>[] = [];
	if (heads === 0 && positions > 0) refusals.push({ code: "positions-without-heads", field: "positions" });
	else if (positions > heads) refusals.push({ code: "positions-over-heads", field: "positions", detail: { heads } });
	const aged = (row.aged55 ?? 0) + (row.aged60 ?? 0) + (row.aged65 ?? 0);
	if (aged > heads) refusals.push({ code: "too-many-aged", field: "aged55", detail: { aged, heads } });
	return refusals;
}

/** What is wrong with the numbers of a unit; fields are `rows.0.heads`. */
export function refuseAnswer(
	{ asOf, rows }: ActualAnswer,
	around: { readonly today: string; readonly known: ReadonlySet<string> },
): Refusal<CompetenceRefusal>[] {
	const refusals: Refusal<CompetenceRefusal>[] = [];
	if (asOf > around.today) refusals.push({ code: "ahead-of-today", field: "asOf" });
	const met = new Set<string>();
	for (const [index, row] of rows.entries()) {
		const at = (field: string) => `rows.${index}.${field}`;
		if (!around.known.has(row.entryId)) refusals.push({ code: "entry-unknown", field: at("entryId") });
		if (met.has(row.entryId)) refusals.push({ code: "twice", field: at("entryId") });
		met.add(row.entryId);
		for (const one of refuseRow(row)) refusals.push({ ...one, field: at(one.field ?? "heads") });
	}
	return refusals;
}

/** The number that counts of each competence at each unit on a day: the last one up to it. */
export function currentOf<One extends Pick<Actual, "unitId" | "entryId" | "asOf">>(
	facts: readonly One[],
	today: string,
): One[] {
	const current = new Map<string, One>();
	for (const fact of facts) {
		if (fact.asOf > today) continue;
		const key = `${fact.unitId} ${fact.entryId}`;
		const known = current.get(key);
		if (!known || known.asOf < fact.asOf) current.set(key, fact);
	}
	return [...current.values()];
}

/** One alone with a competence, and nobody to stand in: what is lost the day that person leaves. */
export function isAlone({ heads, hasDeputy }: Pick<ActualRow, "heads" | "hasDeputy">): boolean {
	return heads === 1 && hasDeputy !== true;
}

/**
 * Within how many years one who stands alone is expected to leave because of age: 0 is now. Null for one younger than 55;
 * undefined where no age is told.
 */
export function leavesWithin(
	{ aged55, aged60, aged65 }: Pick<ActualRow, "aged55" | "aged60" | "aged65">,
	leavingAge: number,
): number | null | undefined {
	if (aged65) return Math.max(0, leavingAge - 65);
	if (aged60) return Math.max(0, leavingAge - 60);
	if (aged55) return Math.max(0, leavingAge - 55);
	return aged55 === null && aged60 === null && aged65 === null ? undefined : null;
}

type Placed = Pick<UnitActual, "id" | "name" | "above" | "setting" | "sector">;

/** A unit with what is known of it in all. */
export function summed(unit: Placed, facts: readonly Actual[], today: string, months: number): UnitActual {
	const educated = facts.filter(({ kind }) => kind === "education");
	const days = facts.map(({ asOf }) => asOf).sort();
	const { id, name, above, setting, sector } = unit;
	return {
		...{ id, name, above, setting, sector, competences: facts.filter(({ heads }) => heads > 0).length },
		heads: educated.length === 0 ? null : educated.reduce((sum, { heads }) => sum + heads, 0),
		positions: educated.length === 0 ? null : rounded(educated.reduce((sum, one) => sum + one.positions, 0)),
		oldest: days[0] ?? null,
		freshness: freshnessOf(days, today, months),
		alone: facts.filter(isAlone).length,
	};
}

/** Two decimals: positions are kept as hundredths. */
export function rounded(positions: number): number {
	return Math.round(positions * 100) / 100;
}

/** A page of units, narrowed and in order; those without a number last. */
export function pageOf(
	units: readonly UnitActual[],
	{ freshness, sector, sort = "order", descending = false, offset = 0, pageSize }: UnitActualQuery,
	compare: (one: string, other: string) => number,
): { readonly rows: readonly UnitActual[]; readonly total: number } {
	const wanted = units.filter(
		(unit) =>
			(freshness === undefined || unit.freshness === freshness) && (sector === undefined || unit.sector === sector),
	);
	const sorted = sort === "order" ? wanted : [...wanted].sort(by(sort, descending, compare));
	return { rows: sorted.slice(offset, pageSize === undefined ? undefined : offset + pageSize), total: wanted.length };
}

function by(
	sort: "name" | "heads" | "positions" | "oldest",
	descending: boolean,
	compare: (a: string, b: string) => number,
) {
	const turn = descending ? -1 : 1;
	return (one: UnitActual, other: UnitActual): number => {
		const [a, b] = [one[sort], other[sort]];
		if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
		return turn * (typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b)));
	};
}
