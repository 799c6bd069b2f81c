import { formatNumber } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { kronerOf } from "../../amounts.ts";
import type { Line } from "../contract.ts";
import { sumByYear, sumOfLines, totalOf } from "../rules.ts";
import { applyText } from "../text.ts";

type LinesProps = {
	readonly lines: readonly Line[];
	readonly categories: readonly { readonly id: string; readonly name: string }[];
	readonly parties: readonly { readonly id: string; readonly name: string }[];
};

/** What is applied for, line by line, with who carries it out where there are several. */
export function LinesTable({ lines, categories, parties }: LinesProps) {
	const language = useLanguage();
	const text = applyText[language];
	const names = new Map([...categories, ...parties].map(({ id, name }) => [id, name]));
	return (
		<Table
			caption={text.linesTitle}
			hideCaption
			rows={lines}
			rowKey={({ id }) => id}
			columns={[
				{
					key: "measure",
					label: text.measure,
					cell: ({ title, category, novelty, argued, source }) => (
						<>
							{title}
							<span className="list-under quiet">
								{[names.get(category), novelty && text.claims[novelty]].filter(Boolean).join(" · ")}
							</span>
							{argued !== "" && <span className="list-under quiet written">{argued}</span>}
							{source !== "" && (
								<span className="list-under quiet">
									{text.source}: {source}
								</span>
							)}
						</>
					),
				},
				...(parties.length > 1
					? [{ key: "party", label: text.party, cell: ({ partyId }: Line) => names.get(partyId) }]
					: []),
				{ key: "people", label: text.people, numeric: true, cell: ({ people }) => formatNumber(language, people) },
				{
					key: "applied",
					label: text.applied,
					numeric: true,
					cell: (line) => kronerOf(language, totalOf(line).applied),
				},
				{ key: "own", label: text.own, numeric: true, cell: (line) => kronerOf(language, totalOf(line).own) },
			]}
		/>
	);
}

/** What lines come to, year by year and in all. */
export function LineSums({ lines, years }: Pick<LinesProps, "lines"> & { readonly years: readonly number[] }) {
	const language = useLanguage();
	const text = applyText[language];
	const all = sumOfLines(lines);
	return (
		<Table
			caption={text.sums}
			hideCaption
			rows={[
				...sumByYear(lines, years).map((one) => ({ key: String(one.year), ...one })),
				{ key: text.sum, applied: all.applied, own: all.own },
			]}
			rowKey={({ key }) => key}
			columns={[
				{ key: "year", label: text.year, cell: ({ key }) => key },
				{ key: "applied", label: text.applied, numeric: true, cell: ({ applied }) => kronerOf(language, applied) },
				{ key: "own", label: text.own, numeric: true, cell: ({ own }) => kronerOf(language, own) },
			]}
		/>
	);
}
