import type { PublicSource } from "./refusal.ts";

/** Who publishes the facts of each public file, as they want to be named, with the day the facts hold for. */
export const publicSources = {
	population: {
		id: "ssb-population",
		title: "Statistisk sentralbyrå, folketall 1. januar",
		licence: "CC BY 4.0",
		link: "https://www.ssb.no/statbank/table/07459",
		date: "2026-01-01",
	},
	centrality: {
		id: "ssb-centrality",
		title: "Statistisk sentralbyrå, sentralitetsindeksen",
		licence: "CC BY 4.0",
		link: "https://www.ssb.no/klass/klassifikasjoner/128",
		date: "2024-01-01",
	},
	area: {
		id: "kartverket-area",
		title: "© Kartverket",
		licence: "CC BY 4.0",
		link: "https://www.kartverket.no/",
		date: "2024-01-01",
	},
	centre: {
		id: "geonames",
		title: "GeoNames",
		licence: "CC BY 4.0",
		link: "https://www.geonames.org/",
		date: "2024-01-01",
	},
	boundaries: {
		id: "kartverket-boundaries",
		title: "© Kartverket",
		licence: "CC BY 4.0",
		link: "https://www.kartverket.no/",
		date: "2024-01-01",
	},
	postcodes: {
		id: "bolstad-postcodes",
		title: "Postnummerdata frå Erik Bolstad",
		licence: "CC BY 3.0",
		link: "http://www.erikbolstad.no/postnummer/",
		date: "2026-01-01",
	},
	changes: {
		id: "ssb-municipal-changes",
		title: "Statistisk sentralbyrå, endringer i kommuneinndelingen, gjennom csdata",
		licence: "MIT",
		link: "https://www.ssb.no/klass/klassifikasjoner/131",
		date: "2026-01-01",
	},
	regions: {
		id: "toi-labour-market-regions",
		title: "TØI og KDD, bo- og arbeidsmarkedsregioner, gjennom csdata",
		licence: "MIT",
		link: "https://www.toi.no/",
		date: "2024-01-01",
	},
	institutions: {
		id: "dbh-institutions",
		title: "Database for statistikk om høyere utdanning (DBH)",
		licence: "NLOD 2.0",
		link: "https://dbh.hkdir.no/",
		date: "2025-01-01",
	},
	campuses: {
		id: "campuses-by-hand",
		title: "Studiesteder satt sammen for hånd, ikke kontrollert, med koordinater fra GeoNames",
		licence: "CC BY 4.0",
		link: "https://www.geonames.org/",
		date: "2025-01-01",
	},
} as const satisfies Record<string, PublicSource>;
