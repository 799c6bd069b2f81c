import { countySeats } from "../../../geography/otherNames.ts";
import type { Names } from "../contract.ts";
import type { ReferenceList, ReferenceOrganisation, Seat } from "./list.ts";

/** The ten state administrators and the counties each covers, as they are since the counties of 2024. */
export const stateAdministrators: ReferenceList = {
	id: "state-administrators",
	source: "Statsforvalteren.no",
	asOf: "2024-01-01",
	isComplete: true,
	organisations: [
		stateAdministrator(
			"Østfold, Buskerud, Oslo og Akershus",
			"Østfold, Buskerud, Oslo and Akershus",
			["03", "31", "32", "33"],
			{ municipality: "3103", town: "Moss" },
		),
		stateAdministrator("Innlandet", "Innlandet", ["34"], { municipality: "3405", town: "Lillehammer" }),
		stateAdministrator("Vestfold og Telemark", "Vestfold and Telemark", ["39", "40"], {
			municipality: "3905",
			town: "Tønsberg",
		}),
		stateAdministrator("Agder", "Agder", ["42"], { municipality: "4203", town: "Arendal" }),
		stateAdministrator("Rogaland", "Rogaland", ["11"], { municipality: "1103", town: "Stavanger" }),
		stateAdministrator("Vestland", "Vestland", ["46"], { municipality: "4640", town: "Hermansverk" }),
		stateAdministrator("Møre og Romsdal", "Møre og Romsdal", ["15"], { municipality: "1506", town: "Molde" }),
		stateAdministrator("Trøndelag", "Trøndelag", ["50"], { municipality: "5006", town: "Steinkjer" }),
		stateAdministrator("Nordland", "Nordland", ["18"], { municipality: "1804", town: "Bodø" }),
		stateAdministrator("Troms og Finnmark", "Troms and Finnmark", ["55", "56"], {
			municipality: "5607",
			town: "Vadsø",
		}),
	],
};

/** The county authorities. Oslo is a municipality that does a county's work too. */
export const countyAuthorities: ReferenceList = {
	id: "county-authorities",
	source: "Statistisk sentralbyrå, standard for fylkesinndeling (KLASS 104)",
	asOf: "2024-01-01",
	isComplete: true,
	organisations: [
		{
			...countyAuthority("03", "Oslo"),
			name: {
				nb: "Oslo kommune (fylkeskommunale oppgaver)",
				nn: "Oslo kommune (fylkeskommunale oppgåver)",
				en: "City of Oslo (county responsibilities)",
			},
		},
		countyAuthority("11", "Rogaland"),
		countyAuthority("15", "Møre og Romsdal"),
		countyAuthority("18", "Nordland"),
		countyAuthority("31", "Østfold"),
		countyAuthority("32", "Akershus"),
		countyAuthority("33", "Buskerud"),
		countyAuthority("34", "Innlandet"),
		countyAuthority("39", "Vestfold"),
		countyAuthority("40", "Telemark"),
		countyAuthority("42", "Agder"),
		countyAuthority("46", "Vestland"),
		countyAuthority("50", "Trøndelag"),
		countyAuthority("55", "Troms"),
		countyAuthority("56", "Finnmark"),
	],
};

/**
 * KS and those of its regions that follow counties unchanged since 2020. Regions whose counties were divided in 2024 are
 * left out until their names are known for certain.
 */
export const ks: ReferenceList = {
	id: "ks",
	source: "ks.no",
	asOf: "2024-01-01",
	isComplete: false,
	organisations: [
		{
			key: "ks",
			kind: "ks",
			name: {
				nb: "KS – kommunesektorens organisasjon",
				nn: "KS – organisasjonen for kommunesektoren",
				en: "KS – the Norwegian Association of Local and Regional Authorities",
			},
			shortName: "KS",
			website: "https://www.ks.no/",
			seat: { municipality: "0301", town: "Oslo" },
		},
		ksRegion("Agder", "42"),
		ksRegion("Innlandet", "34"),
		ksRegion("Møre og Romsdal", "15"),
		ksRegion("Nordland", "18"),
		ksRegion("Rogaland", "11"),
		ksRegion("Trøndelag", "50"),
		ksRegion("Vestland", "46"),
	],
};

function stateAdministrator(
	area: string,
	english: string,
	counties: readonly string[],
	seat: Seat,
): ReferenceOrganisation {
	const name: Names = {
		nb: `Statsforvalteren i ${area}`,
		nn: `Statsforvaltaren i ${area}`,
		en: `State Administrator of ${english}`,
	};
	const key = `state-administrator-${counties.join("-")}`;
	return { key, kind: "state-administrator", name, counties, seat, website: "https://www.statsforvalteren.no/" };
}

function countyAuthority(number: string, county: string): ReferenceOrganisation {
	const name: Names = {
		nb: `${county} fylkeskommune`,
		nn: `${county} fylkeskommune`,
		en: `${county} County Authority`,
	};
	const seat = countySeats[number];
	if (!seat) throw new Error(`No seat for county ${number}.`);
	const { municipality, town } = seat;
	return { key: `county-${number}`, kind: "county", number, name, counties: [number], seat: { municipality, town } };
}

function ksRegion(county: string, number: string): ReferenceOrganisation {
	const name = `KS ${county}`;
	return { key: `ks-region-${number}`, kind: "ks-region", name: { nb: name, nn: name, en: name }, counties: [number] };
}
