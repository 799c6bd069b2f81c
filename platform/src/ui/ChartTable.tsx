import { formatNumber } from "../language.ts";
import { type ChartData, type ChartPoint, formatValue, pointAt } from "./chart-data.ts";
import { useLanguage } from "./language.tsx";
import { ScrollRegion } from "./ScrollRegion.tsx";
import { uiText } from "./text.ts";

type ChartTableProps = {
	readonly data: ChartData;
	readonly caption: string;
	readonly categoryLabel: string;
	/** A last column with the sum, for parts of a whole. */
	readonly total?: boolean;
};

/** The numbers of a chart as a table: each with what it is counted from. */
export function ChartTable({ data, caption, categoryLabel, total = false }: ChartTableProps) {
	const language = useLanguage();
	const text = uiText[language];
	return (
		<ScrollRegion label={caption}>
			<table className="ds-table list-table" data-narrow="scroll">
				<caption className="visually-hidden">{caption}</caption>
				<thead>
					<tr>
						<th scope="col">{categoryLabel}</th>
						{data.series.map((series) => (
							<th key={series.label} scope="col" data-align="end">
								{series.label}
							</th>
						))}
						{total && (
							<th scope="col" data-align="end">
								{text.total}
							</th>
						)}
					</tr>
				</thead>
				<tbody>
					{data.categories.map((category, index) => (
						<tr key={category}>
							<th scope="row">{category}</th>
							{data.series.map((series) => (
								<td key={series.label} data-align="end">
									<Value data={data} point={pointAt(series, index)} />
								</td>
							))}
							{total && (
								<td data-align="end">
									{formatValue(
										language,
										data,
										data.series.reduce((sum, one) => sum + (pointAt(one, index).value ?? 0), 0),
									)}
								</td>
							)}
						</tr>
					))}
				</tbody>
			</table>
		</ScrollRegion>
	);
}

function Value({ data, point }: { data: ChartData; point: ChartPoint }) {
	const language = useLanguage();
	const text = uiText[language];
	if (point.value === null) return <span className="quiet">{point.mark ?? text.missing}</span>;
	const { numerator, denominator } = point;
	return (
		<>
			{formatValue(language, data, point.value)}
			{numerator !== undefined && denominator !== undefined && (
				<span className="chart-base quiet">
					{text.ofBase(formatNumber(language, numerator), formatNumber(language, denominator))}
				</span>
			)}
		</>
	);
}
