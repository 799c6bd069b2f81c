import { foldName } from "../../../../geography/search.ts";
import type { JudgedRow, PreviewLine, RowFinding } from "../../../../import/contract.ts";
import { refusing } from "../../../../import/refusing.ts";
import { rowsInTurn, type Turns } from "../../../../import/turns.ts";
import { formatNumber } from "../../../../language.ts";
import { type Balance, balancesAfter, netOf, placesOf, postingsOf, refuseEntry } from "../ledger.ts";
import type { CostSheetRow } from "./sheet.ts";
import type { CostFinding } from "./text.ts";

/** A cost as the ledger has it, whole kroner; `lineId` and `budgetYear` say what it is taken from. */
export type Cost = {
	readonly lineId: string;
	readonly budgetYear: number;
	readonly onDay: string;
	readonly kroner: number;
	readonly own: number;
	readonly text: string;
	readonly reference: string;
};

/** An award that is kept, with how its ledger stands. */
export type CostAward = {
	readonly id: string;
	readonly title: string;
	readonly reference: string;
	readonly lines: readonly { readonly id: string; readonly title: string }[];
	readonly balances: readonly Balance[];
	/** Costs that stand: not those reversed. */
	readonly costs: readonly Cost[];
};

export type PlannedCost = { readonly awardId: string; readonly cost: Cost; readonly line: PreviewLine };

export type CostPlan = {
	readonly created: readonly PlannedCost[];
	readonly unchanged: readonly PreviewLine[];
	readonly untouched: number;
	readonly refusals: readonly RowFinding<CostFinding>[];
	readonly warnings: readonly RowFinding<CostFinding>[];
};

/**
 * What taking in the rows would do. A cost is recognised by its award, line, year and voucher: taken in twice it stands
 * once, and one that stands otherwise is refused, because an entry is never changed. Nothing is spent that is not left.
 */
export function* planCosts(
	rows: readonly JudgedRow<CostSheetRow>[],
	{ awards, today }: { readonly awards: readonly CostAward[]; readonly today: string },
): Turns<CostPlan> {
	const refusals: RowFinding<CostFinding>[] = [];
	const warnings: RowFinding<CostFinding>[] = [];
	const standing = new Map(awards.flatMap((award) => award.costs.map((one) => [keyOf(award.id, one), one] as const)));
	const balances = new Map(awards.map((award) => [award.id, award.balances]));
	const firstRows = new Map<string, number>();
	const created: PlannedCost[] = [];
	const unchanged: PreviewLine[] = [];
	for (const [index, judged] of rows.entries()) {
		if (index % rowsInTurn === 0) yield;
		const { value: row, sheetRow, broken } = judged;
		const before = refusals.length;
		const refuse = refusing(refusals, judged);
		const award = awardMeant(awards, row.award);
		if (typeof award === "string") {
			refuse(award, "award");
			continue;
		}
		if (row.onDay > today) refuse("day-ahead", "onDay");
		const [kroner, own] = [Math.round(row.kroner ?? 0), Math.round(row.own ?? 0)];
		if (kroner + own === 0) refuse("amount-missing", "kroner");
		if (broken.size > 0) continue;
		const budgetYear = row.year ?? Number(row.onDay.slice(0, 4));
		const line = lineMeant(award, row.line, budgetYear);
		if (typeof line === "string") {
			refuse(line, "line", { year: budgetYear });
			continue;
		}
		const { onDay, reference } = row;
		const cost = { lineId: line.id, budgetYear, onDay, kroner, own, text: row.text ?? "", reference };
		const key = keyOf(award.id, cost);
		const firstRow = firstRows.get(key);
		if (firstRow !== undefined) refuse("duplicate-row", null, { firstRow });
		else firstRows.set(key, sheetRow);
		const old = standing.get(key);
		if (old && !isSame(old, cost)) refuse("reference-used", "reference");
		if (refusals.length > before) continue;
		const said = [reference, cost.text].filter((word) => word !== "").join(" ");
		const name = `${said}, ${formatNumber("nb", kroner + own)}\u00a0kr`;
		const shown = { row: sheetRow, name, where: `${award.title}: ${line.title}, ${budgetYear}`, changes: [] };
		if (old) {
			unchanged.push(shown);
			continue;
		}
		const stands = balances.get(award.id) ?? [];
		const postings = postingsOf({ kind: "cost", lineId: line.id, budgetYear, kroner, own });
		if (refuseEntry(stands, "cost", postings) !== null) {
			refuse("over-left", "kroner", { left: netOf(stands, "left", { lineId: line.id, budgetYear }) });
			continue;
		}
		balances.set(award.id, balancesAfter(stands, postings));
		if (kroner !== (row.kroner ?? 0) || own !== (row.own ?? 0))
			refusing(warnings, judged)("rounded", kroner !== (row.kroner ?? 0) ? "kroner" : "own");
		created.push({ awardId: award.id, cost, line: shown });
	}
	const untouched = [...standing.keys()].filter((key) => !firstRows.has(key)).length;
	return { created, unchanged, untouched, refusals, warnings };
}

/** The award a cell names by its reference or title; the only one there is where the cell is blank. */
function awardMeant(awards: readonly CostAward[], word: string | null): CostAward | CostFinding {
	const wanted = foldName(word ?? "");
	const found =
		wanted === "" ? awards : awards.filter((one) => [one.reference, one.title].map(foldName).includes(wanted));
	const [first] = found;
	if (!first) return "award-unknown";
	return found.length === 1 ? first : wanted === "" ? "award-missing" : "award-several";
}

/** The line a cell names that has money of the year; the only one where the cell is blank. */
function lineMeant(
	{ lines, balances }: CostAward,
	word: string | null,
	year: number,
): CostAward["lines"][number] | CostFinding {
	const wanted = foldName(word ?? "");
	const named = wanted === "" ? lines : lines.filter(({ title }) => foldName(title) === wanted);
	if (named.length === 0) return "line-unknown";
	const places = new Set(placesOf(balances).flatMap((one) => (one.budgetYear === year ? one.lineId : [])));
	const found = named.filter(({ id }) => places.has(id));
	const [first] = found;
	if (!first) return "no-money-then";
	return found.length === 1 ? first : wanted === "" ? "line-missing" : "line-several";
}

function keyOf(awardId: string, { lineId, budgetYear, reference }: Cost): string {
	return `${awardId} ${lineId} ${budgetYear} ${reference.trim().toLowerCase()}`;
}

function isSame(one: Cost, other: Cost): boolean {
	return (
		one.onDay === other.onDay && one.kroner === other.kroner && one.own === other.own && one.text === other.text.trim()
	);
}
