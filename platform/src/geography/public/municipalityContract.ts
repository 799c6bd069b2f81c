import { defineContract, type NumberColumn, type Words } from "../../spreadsheet/contract.ts";

/** The columns of the public file of municipalities (2024), one row each. Years are part of the headers. */
export const municipalityContract = defineContract({
	title: { nb: "Kommuner", nn: "Kommunar", en: "Municipalities" },
	columns: [
		{
			...column("kommunenummer", "Kommunenummer", "Kommunenummer", "Municipality number"),
			key: "number",
			kind: "municipality",
			required: true,
		},
		{
			...column("kommunenavn", "Kommunenavn", "Kommunenamn", "Municipality name"),
			key: "name",
			kind: "text",
			required: true,
		},
		{
			...column("fylkesnummer", "Fylkesnummer", "Fylkesnummer", "County number"),
			key: "county",
			kind: "text",
			minimumLength: 2,
			maximumLength: 2,
			required: true,
		},
		{
			...column("ba_nr", "BA-region, nummer", "BA-region, nummer", "Labour-market region, number"),
			key: "regionNumber",
			kind: "wholeNumber",
			minimum: 1,
			required: true,
		},
		{
			...column("ba_navn", "BA-region", "BA-region", "Labour-market region"),
			key: "regionName",
			kind: "text",
			required: true,
		},
		{
			...column("adm_senter", "Administrasjonssenter", "Administrasjonssenter", "Administrative centre"),
			key: "centreName",
			kind: "text",
			required: true,
		},
		{
			...column("adm_senter_lat", "Senter, breddegrad", "Senter, breiddegrad", "Centre, latitude"),
			key: "centreLatitude",
			kind: "latitude",
			required: true,
		},
		{
			...column("adm_senter_lon", "Senter, lengdegrad", "Senter, lengdegrad", "Centre, longitude"),
			key: "centreLongitude",
			kind: "longitude",
			required: true,
		},
		{
			...column("malform", "Målform", "Målform", "Form of Norwegian"),
			key: "languageForm",
			kind: "choice",
			choices: [
				{ value: "nb", labels: { nb: "Bokmål", nn: "Bokmål", en: "Bokmål" } },
				{ value: "nn", labels: { nb: "Nynorsk", nn: "Nynorsk", en: "Nynorsk" } },
				{ value: "neutral", labels: { nb: "Nøytral", nn: "Nøytral", en: "Neutral" } },
			],
			required: true,
		},
		{ ...measure("totalareal_km2", "Areal i km²", "Areal i km²", "Area, km²"), key: "area", kind: "decimal" },
		{
			...measure("landareal_klippet_km2", "Landareal i km²", "Landareal i km²", "Land area, km²"),
			key: "landArea",
			kind: "decimal",
		},
		{
			...measure("folketall_2024", "Folketall 2024", "Folketal 2024", "Population 2024"),
			key: "population2024",
			kind: "wholeNumber",
		},
		{
			...measure("folketall_2025", "Folketall 2025", "Folketal 2025", "Population 2025"),
			key: "population2025",
			kind: "wholeNumber",
		},
		{
			...measure("folketall_2026", "Folketall 2026", "Folketal 2026", "Population 2026"),
			key: "population2026",
			kind: "wholeNumber",
		},
		{ ...measure("alder_0_5", "Alder 0–5", "Alder 0–5", "Age 0–5"), key: "age0", kind: "wholeNumber" },
		{ ...measure("alder_6_15", "Alder 6–15", "Alder 6–15", "Age 6–15"), key: "age6", kind: "wholeNumber" },
		{ ...measure("alder_16_19", "Alder 16–19", "Alder 16–19", "Age 16–19"), key: "age16", kind: "wholeNumber" },
		{ ...measure("alder_20_66", "Alder 20–66", "Alder 20–66", "Age 20–66"), key: "age20", kind: "wholeNumber" },
		{ ...measure("alder_67_79", "Alder 67–79", "Alder 67–79", "Age 67–79"), key: "age67", kind: "wholeNumber" },
		{
			...measure("alder_80p", "Alder 80 og over", "Alder 80 og over", "Age 80 and over"),
			key: "age80",
			kind: "wholeNumber",
		},
		{
			...measure(
				"sentralitet_indeks_2024",
				"Sentralitetsindeks 2024",
				"Sentralitetsindeks 2024",
				"Centrality index 2024",
			),
			key: "centralityIndex",
			kind: "wholeNumber",
			maximum: 1000,
		},
		{
			...measure(
				"sentralitet_klasse_2024",
				"Sentralitetsklasse 2024",
				"Sentralitetsklasse 2024",
				"Centrality class 2024",
			),
			key: "centralityClass",
			kind: "wholeNumber",
			minimum: 1,
			maximum: 6,
		},
	],
	unique: [["number"]],
});

function column(header: string, nb: string, nn: string, en: string) {
	return { headers: { nb, nn, en } satisfies Words, aliases: [header] };
}

/** Amounts: never negative, never missing. */
function measure(header: string, nb: string, nn: string, en: string) {
	return { ...column(header, nb, nn, en), minimum: 0, required: true } as const satisfies Partial<NumberColumn>;
}
