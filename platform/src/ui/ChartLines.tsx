import { Sign } from "./ChartSign.tsx";
import { type ChartData, formatValue, pointAt, reach } from "./chart-data.ts";
import { linePath, share, ticks } from "./chart-scale.ts";
import { useLanguage } from "./language.tsx";

const height = 240;
const axisHeight = 28;
/** Room at the left for the numbers of the axis, pixels. */
const left = 56;

type ChartLinesProps = {
	readonly data: ChartData;
	readonly title: string;
	readonly highest: number | undefined;
	/** Where the scale begins; at zero without it. */
	readonly start: number | undefined;
};

/** Lines over categories that follow each other, such as years. A missing value breaks the line. */
export function ChartLines({ data, title, highest, start }: ChartLinesProps) {
	const language = useLanguage();
	const [lowest, most] = reach(data, false);
	const axis = ticks(start ?? lowest, highest ?? most, 4);
	const low = axis[0] ?? 0;
	const high = axis.at(-1) ?? 1;
	const up = (value: number) => share(value, low, high);
	const last = data.categories.length - 1;
	const across = (index: number) => (last <= 0 ? 50 : share(index, 0, last));
	return (
		<div className="chart-lines" role="img" aria-label={title}>
			<svg className="chart-axis" width={left} height={height + axisHeight} aria-hidden="true">
				{axis.map((tick) => (
					<text
						key={tick}
						className="chart-tick"
						x={left - 10}
						y={8 + ((100 - up(tick)) / 100) * (height - 16) + 4}
						textAnchor="end"
					>
						{formatValue(language, data, tick)}
					</text>
				))}
			</svg>
			<svg className="chart-drawing" width="100%" height={height + axisHeight} overflow="visible" aria-hidden="true">
				<svg y={8} height={height - 16} width="100%" overflow="visible" aria-hidden="true">
					{axis.map((tick) => (
						<line
							key={tick}
							className="chart-grid"
							x1="0%"
							x2="100%"
							y1={`${100 - up(tick)}%`}
							y2={`${100 - up(tick)}%`}
						/>
					))}
					{data.series.map((series, order) => {
						const heights = data.categories.map((_, index) => {
							const { value } = pointAt(series, index);
							return value === null ? null : up(value);
						});
						return (
							<g key={series.label}>
								<svg
									viewBox="0 0 100 100"
									preserveAspectRatio="none"
									width="100%"
									height="100%"
									overflow="visible"
									aria-hidden="true"
								>
									<path
										className={`chart-line chart-line-${order % 6}`}
										d={linePath(heights)}
										vectorEffect="non-scaling-stroke"
									/>
								</svg>
								{heights.map(
									(percent, index) =>
										percent !== null && (
											<svg
												key={data.categories[index]}
												x={`${across(index)}%`}
												y={`${100 - percent}%`}
												overflow="visible"
												aria-hidden="true"
											>
												<Sign index={order} />
											</svg>
										),
								)}
							</g>
						);
					})}
				</svg>
				{data.categories.map((category, index) => (
					<text
						key={category}
						className="chart-tick"
						// Of many names every other gives way on a narrow screen, never the last.
						data-odd={(last > 3 && (last - index) % 2 === 1) || undefined}
						x={`${across(index)}%`}
						y={height + 18}
						textAnchor={index === 0 && last > 0 ? "start" : index === last && last > 0 ? "end" : "middle"}
					>
						{category}
					</text>
				))}
			</svg>
		</div>
	);
}
