import { foldName } from "../../../../geography/search.ts";
import type { Study } from "../contract.ts";
import { standing } from "../rules.ts";
import { type StudySheetRow, stepsTaken } from "./sheet.ts";

/** Where a row's unit and competence are found in the register; undefined: nowhere, where no place without a name is. */
type Where = { readonly unitId: string | undefined; readonly entryId: string | undefined };

/** Which study each row is about, asked row by row: no study is given to two rows that have neither number nor name. */
export type Recogniser = (row: StudySheetRow, where: Where) => Study | undefined;

/** What rows with a name are recognised by. */
export function nameKey(name: string, title: string): string {
	return `${foldName(name)} | ${foldName(title)}`;
}

/**
 * A study is recognised by the number of its place, else by name and study. A row with neither is the place without a name
 * of the same study, competence, unit and days whose steps contradict it nowhere and agree with it most; none: it is a new
 * place. So a list of the payroll office, which has no numbers of ours, can be brought again.
 * @param rows all rows of the sheet: what some of them name is not another's
 */
export function recognising(rows: readonly StudySheetRow[], studies: readonly Study[]): Recogniser {
	const byNumber = new Map(studies.map((one) => [one.number, one]));
	const byName = new Map(studies.flatMap((one) => (one.name === null ? [] : [[nameKey(one.name, one.title), one]])));
	const named = new Set(rows.map(({ number }) => number));
	const free = new Map<string, Study[]>();
	for (const study of studies)
		if (study.name === null && !named.has(study.number)) {
			const key = placeKey(study, study);
			free.set(key, [...(free.get(key) ?? []), study]);
		}
	return (row, where) => {
		if (row.number !== null) return byNumber.get(row.number);
		if (row.name !== null) return byName.get(nameKey(row.name, row.title));
		const key = placeKey(row, where);
		const [best] = (free.get(key) ?? [])
			.flatMap((study) => {
				const likeness = likenessOf(row, study);
				return likeness === undefined ? [] : [{ study, ...likeness }];
			})
			.sort(
				(one, other) => other.agreed - one.agreed || one.beyond - other.beyond || one.study.number - other.study.number,
			);
		if (best) free.set(key, free.get(key)?.filter(({ id }) => id !== best.study.id) ?? []);
		return best?.study;
	};
}

function placeKey({ title, firstDay, lastDay }: Pick<Study, "title" | "firstDay" | "lastDay">, where: Where): string {
	return [where.unitId, where.entryId, foldName(title), firstDay, lastDay].join(" | ");
}

/** How many noted steps the row has too, and how many it has not; undefined where it gives one another day. */
function likenessOf(
	row: StudySheetRow,
	{ steps }: Study,
): { readonly agreed: number; readonly beyond: number } | undefined {
	const noted = new Map(standing(steps).map(({ state, onDay }) => [state, onDay]));
	const states = stepsTaken.filter((state) => noted.has(state));
	const said = states.filter((state) => row[state] !== null);
	if (said.some((state) => row[state] !== noted.get(state))) return undefined;
	return { agreed: said.length, beyond: states.length - said.length };
}
