/** A county that is no more, with the years its number was in use; the first year is 2000 where it is older. */
export type EarlierCounty = {
	readonly number: string;
	readonly name: string;
	readonly firstYear: number;
	readonly lastYear: number;
	/** County numbers it became, with the share of its population. */
	readonly became: Readonly<Record<string, number>>;
};

/**
 * The counties that ended in the reforms of 2018, 2020 and 2024.
 * Source: Statistics Norway, classification of counties (KLASS 104); shares of the divisions by population on 2024-01-01.
 */
export const earlierCounties: readonly EarlierCounty[] = [
	county("01", "Østfold", 2000, 2019, { "30": 1 }),
	county("02", "Akershus", 2000, 2019, { "30": 1 }),
	county("04", "Hedmark", 2000, 2019, { "34": 1 }),
	county("05", "Oppland", 2000, 2019, { "34": 1 }),
	county("06", "Buskerud", 2000, 2019, { "30": 1 }),
	county("07", "Vestfold", 2000, 2019, { "38": 1 }),
	county("08", "Telemark", 2000, 2019, { "38": 1 }),
	county("09", "Aust-Agder", 2000, 2019, { "42": 1 }),
	county("10", "Vest-Agder", 2000, 2019, { "42": 1 }),
	county("12", "Hordaland", 2000, 2019, { "46": 1 }),
	county("14", "Sogn og Fjordane", 2000, 2019, { "46": 1 }),
	county("16", "Sør-Trøndelag", 2000, 2017, { "50": 1 }),
	county("17", "Nord-Trøndelag", 2000, 2017, { "50": 1 }),
	county("19", "Troms", 2000, 2019, { "54": 1 }),
	county("20", "Finnmark", 2000, 2019, { "54": 1 }),
	// 312,152 in Østfold, 728,803 in Akershus, 269,819 in Buskerud.
	county("30", "Viken", 2020, 2023, { "31": 0.2381, "32": 0.556, "33": 0.2059 }),
	// 256,432 in Vestfold, 177,093 in Telemark.
	county("38", "Vestfold og Telemark", 2020, 2023, { "39": 0.5915, "40": 0.4085 }),
	// 169,610 in Troms, 75,053 in Finnmark.
	county("54", "Troms og Finnmark", 2020, 2023, { "55": 0.6932, "56": 0.3068 }),
];

/** From which year today's counties have been, where that is before 2024. */
export const countiesSince: Readonly<Record<string, number>> = {
	...{ "03": 2000, "11": 2000, "15": 2000, "18": 2000, "34": 2020, "42": 2020, "46": 2020, "50": 2018 },
};

function county(
	number: string,
	name: string,
	firstYear: number,
	lastYear: number,
	became: Readonly<Record<string, number>>,
): EarlierCounty {
	return { number, name, firstYear, lastYear, became };
}
