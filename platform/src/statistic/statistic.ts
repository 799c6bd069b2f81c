/**
 * A number that explains itself. Nothing in the product shows a bare percentage: a statistic carries what was counted,
 * out of what, by which rule, in which unit, from where and when.
 */
export type Statistic = {
	/** The number to show: a share is 0–1, a mean is in `unit`; null when there is no base to compute it from. */
	readonly value: number | null;
	readonly numerator: number;
	readonly denominator: number;
	/** What a share or mean was computed over, in words a reader can check. */
	readonly baseRule: string;
	/** How many there were before the base rule left some out; at least `denominator`. */
	readonly population: number;
	readonly unit: "share" | "positions" | "count" | "minutes" | "kilometres" | "kroner" | "persons" | "places" | "hours";
	readonly source: string;
	/** The date the facts are from, YYYY-MM-DD. */
	readonly date: string;
};

export type Base = Pick<Statistic, "baseRule" | "population" | "source" | "date">;

/** A fault in how a statistic was put together: always a mistake in the program, never in the data. */
export class StatisticFault extends Error {}

/** A share: `numerator` of `denominator`. With nothing to share, the value is missing, not zero. */
export function share(numerator: number, denominator: number, base: Base): Statistic {
	if (!isCount(numerator) || !isCount(denominator) || numerator > denominator)
		throw new StatisticFault(`a share needs whole numbers with ${numerator} ≤ ${denominator}`);
	return checked({
		...base,
		value: denominator === 0 ? null : numerator / denominator,
		numerator,
		denominator,
		unit: "share",
	});
}

/** A count of things, out of those that could have counted. */
export function count(
	numerator: number,
	denominator: number,
	base: Base,
	unit: "count" | "persons" | "places" = "count",
): Statistic {
	if (!isCount(numerator) || !isCount(denominator)) throw new StatisticFault("a count needs whole numbers");
	return checked({ ...base, value: numerator, numerator, denominator, unit });
}

/** The mean of the values that are known; those missing are left out of the base, and the base says so. */
export function mean(
	values: readonly (number | null)[],
	base: Omit<Base, "population">,
	unit: Statistic["unit"],
): Statistic {
	const known = values.filter((value) => value !== null);
	const sum = known.reduce((total, value) => total + value, 0);
	return checked({
		...base,
		population: values.length,
		value: known.length === 0 ? null : sum / known.length,
		numerator: sum,
		denominator: known.length,
		unit,
	});
}

/** The sum of the values that are known; those missing are left out of the base, and the base says so. */
export function sum(
	values: readonly (number | null)[],
	base: Omit<Base, "population">,
	unit: Statistic["unit"],
): Statistic {
	const whole = mean(values, base, unit);
	return { ...whole, value: whole.denominator === 0 ? null : whole.numerator };
}

function checked(statistic: Statistic): Statistic {
	if (statistic.denominator > statistic.population)
		throw new StatisticFault(
			`the base (${statistic.denominator}) is larger than the population (${statistic.population})`,
		);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(statistic.date)) throw new StatisticFault("a statistic needs a date");
	return statistic;
}

function isCount(value: number): boolean {
	return Number.isInteger(value) && value >= 0;
}
