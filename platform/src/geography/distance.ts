import type { Coordinates } from "./place.ts";

/** The earth's mean radius in kilometres (IUGG). */
export const earthRadius = 6371.0088;

const radians = Math.PI / 180;

/** A point made ready to be measured from and to many times. */
export type MeasuringPoint = {
	readonly longitude: number;
	/** In radians, and its cosine. */
	readonly latitude: number;
	readonly narrowing: number;
};

export function measuringPoint({ latitude, longitude }: Coordinates): MeasuringPoint {
	return { longitude, latitude: latitude * radians, narrowing: Math.cos(latitude * radians) };
}

/** Many points to measure to, one number after another: for millions of distances, looking objects up would take the time. */
export type MeasuringPoints = {
	/** Of point n: longitude, latitude and narrowing at 3n, 3n + 1 and 3n + 2; longitude NaN where there is no point. */
	readonly numbers: Float64Array;
};

export function measuringPoints(places: readonly (Coordinates | null)[]): MeasuringPoints {
	const numbers = new Float64Array(3 * places.length).fill(Number.NaN);
	places.forEach((place, at) => {
		if (place === null) return;
		const { longitude, latitude, narrowing } = measuringPoint(place);
		numbers.set([longitude, latitude, narrowing], 3 * at);
	});
	return { numbers };
}

/** As `kilometresBetween`, to the last bit; NaN where there is no such point. */
export function kilometresToPoint(from: MeasuringPoint, { numbers }: MeasuringPoints, to: number): number {
	const longitude = numbers[3 * to] ?? Number.NaN;
	return kilometresOver(from, longitude, numbers[3 * to + 1] ?? 0, numbers[3 * to + 2] ?? 0);
}

function kilometresOver(from: MeasuringPoint, longitude: number, latitude: number, narrowing: number): number {
	const halfLatitude = Math.sin((latitude - from.latitude) / 2);
	const halfLongitude = Math.sin(((longitude - from.longitude) * radians) / 2);
	const chord = halfLatitude ** 2 + from.narrowing * narrowing * halfLongitude ** 2;
	return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Kilometres between two points along the surface of the earth, as the crow flies. */
export function kilometresBetween(from: Coordinates, to: Coordinates): number {
	const { longitude, latitude, narrowing } = measuringPoint(to);
	return kilometresOver(measuringPoint(from), longitude, latitude, narrowing);
}

/**
 * The travel estimate: a straight line through the road minutes of 190 municipalities to the nearest centre of their
 * labour-market region (1–61 km apart). Mean absolute error 7.3 minutes; where a ferry or a fjord lies between, it is
 * 24–38 minutes too low. Beyond the calibrated distance it only extends the line.
 */
export const travelEstimate = {
	minutesAtZero: 10.6,
	minutesPerKilometre: 1.005,
	meanAbsoluteError: 7.3,
	calibratedKilometres: { from: 1, to: 61 },
	calibratedOn: 190,
	source: "TØI/KDD",
	date: "2024-01-01",
} as const;

/** Travel between two points, with what the number rests on. An estimate is always shown as one. */
export type Travel = {
	/** Whole minutes one way by road. */
	readonly minutes: number;
	/** Kilometres as the crow flies. */
	readonly kilometres: number;
	readonly basis: "estimate" | "imported";
	/** For an estimate: the distance lies outside what it was calibrated on. */
	readonly extended: boolean;
	readonly source: string;
	/** The day the source holds for (YYYY-MM-DD). */
	readonly date: string;
};

/**
 * A place travel can be looked up for: coordinates, and the key imported minutes know it by. A municipality number is a
 * key for the administrative centre only: a unit far from it should be given without one, and be estimated.
 */
export type TravelPlace = { readonly key?: string | undefined; readonly at: Coordinates };

/** Imported road minutes between pairs of places; the same both ways. */
export type TravelTable = {
	readonly source: string;
	readonly date: string;
	readonly minutes: ReadonlyMap<string, number>;
};

/** The key of a pair in a travel table, the same both ways. */
function travelPair(from: string, to: string): string {
	return from < to ? `${from}:${to}` : `${to}:${from}`;
}

/** A travel table from rows of road minutes. Of two rows for the same pair the later wins. */
export function travelTable(
	rows: Iterable<{ readonly from: string; readonly to: string; readonly minutes: number }>,
	source: string,
	date: string,
): TravelTable {
	const minutes = new Map<string, number>();
	for (const row of rows) minutes.set(travelPair(row.from, row.to), row.minutes);
	return { source, date, minutes };
}

/** Minutes by road for a distance in kilometres as the crow flies, by the calibrated line; not rounded. */
export function estimateMinutes(kilometres: number): number {
	return travelEstimate.minutesAtZero + travelEstimate.minutesPerKilometre * kilometres;
}

/**
 * Travel between two places. Imported minutes win over the estimate, wherever the first table that knows the pair has
 * them; a pair of one and the same key is never looked up, since imported minutes describe the way between places.
 */
export function travelBetween(from: TravelPlace, to: TravelPlace, tables: readonly TravelTable[] = []): Travel {
	const kilometres = kilometresBetween(from.at, to.at);
	if (from.key !== undefined && to.key !== undefined && from.key !== to.key) {
		const pair = travelPair(from.key, to.key);
		for (const table of tables) {
			const minutes = table.minutes.get(pair);
			if (minutes === undefined) continue;
			const { source, date } = table;
			return { minutes: Math.round(minutes), kilometres, basis: "imported", extended: false, source, date };
		}
	}
	return {
		minutes: Math.round(estimateMinutes(kilometres)),
		kilometres,
		basis: "estimate",
		extended: kilometres > travelEstimate.calibratedKilometres.to,
		source: travelEstimate.source,
		date: travelEstimate.date,
	};
}
