import { formatNumber, type Language } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import type { Measures, RoundRules, RunResult } from "../../allocate/contract.ts";
import type { SupposedAt } from "../contract.ts";
import { aimText } from "./aim.text.ts";
import { runsText } from "./runs.text.ts";
import { signed } from "./signed.ts";
import { whatIfText } from "./what-if.text.ts";

/** What is compared: not municipality by municipality. */
type Compared = Omit<Measures, "byMunicipality">;

/** What a run was made with, where runs side by side may differ in it. */
type MadeWith = {
	readonly rules: Pick<RoundRules, "travelCap" | "aim">;
	readonly supposed: readonly Pick<SupposedAt, "places" | "site">[];
};

export type ComparedRun = MadeWith & {
	readonly id: string;
	readonly name: string;
	readonly measures: Compared | null;
	readonly comparisons:
		| readonly { readonly name: RunResult["comparisons"][number]["name"]; readonly measures: Compared }[]
		| null;
};

/** Runs on the same measures, with what a lottery and a race would have given on the facts of the latest: of the places there are, where a run is of those. */
export function CompareRuns({ runs }: { readonly runs: readonly ComparedRun[] }) {
	const language = useLanguage();
	const text = runsText[language];
	const yardsticks = runs.find(({ supposed }) => supposed.length === 0) ?? runs[0];
	const columns = [
		...runs.flatMap(({ id, name, measures, rules, supposed }): Column[] =>
			measures === null ? [] : [{ key: id, label: name, measures, madeWith: { rules, supposed } }],
		),
		...(yardsticks?.comparisons ?? []).map(
			({ name, measures }): Column => ({
				...{ key: name, label: text.yardsticks[name], measures, madeWith: yardsticks ?? null },
			}),
		),
	];
	const rows = [
		...madeWithRows(language).filter(({ of }) => new Set(columns.flatMap((one) => of(one.madeWith) ?? [])).size > 1),
		...rowsOf(language).filter((row) => columns.some(({ measures }) => row.tells?.(measures) ?? true)),
	];
	return (
		<Section title={text.compareTitle} lead={text.compareLead}>
			<Table
				caption={text.compareTitle}
				hideCaption
				narrow="scroll"
				rows={rows}
				rowKey={(row) => row.label}
				columns={[
					{ key: "measure", label: text.measure, cell: (row) => row.label },
					...columns.map((column) => ({
						key: column.key,
						label: column.label,
						cell: (row: (typeof rows)[number]) => ("of" in row ? row.of(column.madeWith) : row.value(column.measures)),
						numeric: true,
					})),
				]}
			/>
		</Section>
	);
}

type Column = {
	readonly key: string;
	readonly label: string;
	readonly measures: Compared;
	/** Null: a yardstick. */
	readonly madeWith: MadeWith | null;
};

/** What the runs were made with; told where it is not the same in all. */
function madeWithRows(language: Language) {
	const text = whatIfText[language];
	const { minutes } = runsText[language];
	const row = (label: string, value: (made: MadeWith) => string) => ({
		label,
		of: (made: MadeWith | null) => (made === null ? null : value(made)),
	});
	return [
		row(text.capLabel, ({ rules: { travelCap } }) =>
			travelCap === null ? text.noCap : minutes(formatNumber(language, travelCap)),
		),
		row(text.aimLabel, ({ rules: { aim } }) => aimText[language][aim]),
		row(text.compareLabel, ({ supposed }) =>
			supposed.length === 0
				? text.none
				: supposed.map(({ places, site }) => text.plus(signed(language, places), site)).join("; "),
		),
	];
}

/** A measure that no column tells anything of is left out: wishes where nobody has wished, travel where no way is known. */
type Row = {
	readonly label: string;
	readonly value: (measures: Compared) => string;
	readonly tells?: (measures: Compared) => boolean;
};

function rowsOf(language: Language): readonly Row[] {
	const { compare, minutes, placedOf } = runsText[language];
	const number = (value: number) => formatNumber(language, value);
	const wished = ({ byRank }: Compared) => byRank.some(({ rank, claims }) => rank !== null && claims > 0);
	const atRank = ({ byRank }: Compared, isWanted: (rank: number | null) => boolean) =>
		number(byRank.reduce((sum, row) => sum + (isWanted(row.rank) ? row.claims : 0), 0));
	return [
		{ label: compare.placed, value: (of) => placedOf(number(of.placed), number(of.claims)) },
		{ label: compare.unplaced, value: (of) => number(of.claims - of.placed) },
		{ label: compare.first, value: (of) => atRank(of, (rank) => rank === 1), tells: wished },
		{ label: compare.anyWish, value: (of) => atRank(of, (rank) => rank !== null), tells: wished },
		{
			label: compare.median,
			value: (of) => (of.minutes === null ? "" : minutes(number(Math.round(of.minutes.median)))),
			tells: (of) => of.minutes !== null,
		},
		{
			label: compare.ninetieth,
			value: (of) => (of.minutes === null ? "" : minutes(number(Math.round(of.minutes.ninetieth)))),
			tells: (of) => of.minutes !== null,
		},
		{ label: compare.changed, value: (of) => number(of.changed) },
		{ label: compare.belowFloors, value: (of) => number(of.belowFloors) },
	];
}
