import { type ReactNode, useId } from "react";
import { ChartBars } from "./ChartBars.tsx";
import { ChartLines } from "./ChartLines.tsx";
import { Sign } from "./ChartSign.tsx";
import { ChartTable } from "./ChartTable.tsx";
import type { ChartData } from "./chart-data.ts";
import { useLanguage } from "./language.tsx";
import { uiText } from "./text.ts";

type ChartProps = ChartData & {
	/** bar: lengths compared. stacked: parts of a whole. dot: positions of several on one scale. line: over time. */
	readonly kind: "bar" | "stacked" | "dot" | "line";
	/** What it shows, as a sentence or a name. */
	readonly title: string;
	/** What to see in it, for those who see it and those who hear it. */
	readonly description?: string;
	/** Where the numbers come from, and when. */
	readonly source: ReactNode;
	/** What the categories are, as a heading in the table. */
	readonly categoryLabel?: string;
	/** The end of the scale when it is given by what is measured, such as 100 for percentages. */
	readonly highest?: number;
	/** The start of the scale when it is given by what is measured, such as 1 for marks from 1 to 5. Lines only. */
	readonly lowest?: number;
};

/**
 * Numbers as a drawing, with the same numbers as a table under it. Drawn on the server; follows the width of its place
 * and keeps the size of its text.
 */
export function Chart({ kind, title, description, source, categoryLabel, highest, lowest, ...data }: ChartProps) {
	const text = uiText[useLanguage()];
	const id = useId();
	const drawing = { data, title, highest };
	return (
		<figure className="chart" aria-labelledby={`${id}-title`}>
			<figcaption>
				<p className="chart-title" id={`${id}-title`}>
					{title}
				</p>
				{description && <p className="quiet">{description}</p>}
			</figcaption>
			{data.series.length > 1 && <Legend data={data} />}
			{kind === "line" ? <ChartLines {...drawing} start={lowest} /> : <ChartBars {...drawing} kind={kind} />}
			<p className="chart-source quiet">
				{text.source}: {source}
			</p>
			<details className="chart-table">
				<summary>{text.asTable}</summary>
				<ChartTable
					data={data}
					caption={title}
					categoryLabel={categoryLabel ?? text.category}
					total={kind === "stacked"}
				/>
			</details>
		</figure>
	);
}

function Legend({ data }: { data: ChartData }) {
	return (
		<ul className="chart-legend">
			{data.series.map((series, index) => (
				<li key={series.label}>
					<svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true" focusable="false">
						<Sign index={index} />
					</svg>
					{series.label}
				</li>
			))}
		</ul>
	);
}
