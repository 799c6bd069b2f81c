import { Sign } from "./ChartSign.tsx";
import { type ChartData, type ChartPoint, formatValue, pointAt, reach } from "./chart-data.ts";
import { share, ticks } from "./chart-scale.ts";
import { useLanguage } from "./language.tsx";
import { uiText } from "./text.ts";

/** Heights in pixels: widths are percentages, so the drawing is as wide as its place and its text keeps its size. */
const labelHeight = 22;
const barHeight = 18;
const gap = 14;
const axisHeight = 26;

type ChartBarsProps = {
	readonly data: ChartData;
	readonly kind: "bar" | "stacked" | "dot";
	readonly title: string;
	readonly highest: number | undefined;
};

/** Lying bars or dots, one row for each category under its own name: long names fit on a narrow screen too. */
export function ChartBars({ data, kind, title, highest }: ChartBarsProps) {
	const language = useLanguage();
	const text = uiText[language];
	const [lowest, most] = reach(data, kind === "stacked");
	const axis = ticks(lowest, highest ?? most);
	const low = axis[0] ?? 0;
	const high = axis.at(-1) ?? 1;
	const at = (value: number) => share(value, low, high);
	const lanes = kind === "bar" ? data.series.length : 1;
	const rowHeight = labelHeight + lanes * barHeight + gap;
	const height = data.categories.length * rowHeight;
	return (
		<svg className="chart-drawing" role="img" aria-label={title} width="100%" height={height + axisHeight}>
			{axis.map((tick) => (
				<g key={tick}>
					<line className="chart-grid" x1={`${at(tick)}%`} x2={`${at(tick)}%`} y1={0} y2={height} />
					<text className="chart-tick" x={`${at(tick)}%`} y={height + 18} textAnchor={anchorOf(at(tick))}>
						{formatValue(language, data, tick)}
					</text>
				</g>
			))}
			{data.categories.map((category, index) => {
				const top = index * rowHeight + labelHeight;
				const points = data.series.map((series) => ({ series, point: pointAt(series, index) }));
				const said = saidValue(
					points.map(({ point }) => point),
					kind,
				);
				return (
					<g key={category}>
						<text className="chart-label" x={0} y={top - 7}>
							{category}
							{said && (
								<tspan className="chart-value" dx="8">
									{said.value === null ? (said.mark ?? text.missing) : formatValue(language, data, said.value)}
								</tspan>
							)}
						</text>
						<line className="chart-zero" x1={`${at(0)}%`} x2={`${at(0)}%`} y1={top - 2} y2={top + lanes * barHeight} />
						{kind === "dot" && (
							<line className="chart-track" x1="0%" x2="100%" y1={top + barHeight / 2} y2={top + barHeight / 2} />
						)}
						{kind === "stacked"
							? stack(points.map(({ point }) => point.value ?? 0)).map(([from, to], order) => (
									<rect
										key={points[order]?.series.label}
										className={`chart-part chart-fill-${order % 6}`}
										x={`${at(from)}%`}
										width={`${at(to) - at(from)}%`}
										y={top}
										height={barHeight - 2}
									/>
								))
							: points.map(({ series, point }, order) => {
									if (point.value === null) return null;
									const end = at(point.value);
									if (kind === "dot")
										return (
											<svg
												key={series.label}
												x={`${end}%`}
												y={top + barHeight / 2}
												overflow="visible"
												aria-hidden="true"
											>
												<Sign index={order} />
											</svg>
										);
									const zero = at(0);
									const y = top + order * barHeight;
									return (
										<g key={series.label}>
											<rect
												className={`chart-fill-${order % 6}`}
												x={`${Math.min(zero, end)}%`}
												width={`${Math.abs(end - zero)}%`}
												y={y}
												height={barHeight - 2}
											/>
										</g>
									);
								})}
					</g>
				);
			})}
		</svg>
	);
}

/** The number that stands after a category's name: its only one, or the sum of its parts. */
function saidValue(points: readonly ChartPoint[], kind: ChartBarsProps["kind"]): ChartPoint | undefined {
	if (kind === "stacked") return { value: points.reduce((sum, { value }) => sum + Math.max(0, value ?? 0), 0) };
	return points.length === 1 ? points[0] : undefined;
}

/** Where each part of a stack begins and ends. */
function stack(values: readonly number[]): readonly (readonly [number, number])[] {
	let sum = 0;
	return values.map((value) => {
		const from = sum;
		sum += Math.max(0, value);
		return [from, sum];
	});
}

/** The first and last number of an axis stay inside the drawing. */
function anchorOf(percent: number): "start" | "middle" | "end" {
	return percent < 3 ? "start" : percent > 97 ? "end" : "middle";
}
