import { formatNumber, type Language } from "../language.ts";

/** One number of a chart. */
export type ChartPoint = {
	/** Null when it is missing or may not be shown; `mark` says which. */
	readonly value: number | null;
	/** What the number is counted from, when it is a share. */
	readonly numerator?: number;
	readonly denominator?: number;
	/** Instead of a number: "skjult", "ikke svart". */
	readonly mark?: string;
};

export type ChartSeries = {
	readonly label: string;
	/** One for each category, in their order. */
	readonly points: readonly ChartPoint[];
};

export type ChartData = {
	readonly categories: readonly string[];
	readonly series: readonly ChartSeries[];
	/** Goes after each number: "%", "km". */
	readonly unit?: string;
	/** Decimals to show; as many as needed, at most one, without it. */
	readonly decimals?: number;
};

/** A number with its unit, as the chart and its table write it. */
export function formatValue(language: Language, data: ChartData, value: number): string {
	const rounded = Number(value.toFixed(data.decimals ?? 1));
	const figure = formatNumber(language, rounded);
	return data.unit === undefined ? figure : `${figure}\u00a0${data.unit}`;
}

/** The point of a series for a category; missing when the series is too short. */
export function pointAt(series: ChartSeries, index: number): ChartPoint {
	return series.points[index] ?? { value: null };
}

/** Lowest and highest end an axis must reach: zero is always on it, because lengths are compared. */
export function reach(data: ChartData, stacked: boolean): readonly [number, number] {
	const sums = data.categories.map((_, index) => {
		const values = data.series.map((series) => pointAt(series, index).value ?? 0);
		return stacked ? [values.reduce((sum, value) => sum + Math.max(0, value), 0)] : values;
	});
	const all = sums.flat();
	return [Math.min(0, ...all), Math.max(0, ...all)];
}
