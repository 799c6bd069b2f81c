import { defineContract, type RowOf } from "../../../spreadsheet/contract.ts";

const aged = (nb: string, nn: string, en: string, aliases: readonly string[]) =>
	({ kind: "wholeNumber", minimum: 0, maximum: 10_000, headers: { nb, nn, en }, aliases }) as const;

/** The sheet of what units have: one row for each competence at a unit on a day, as a personnel system can give it. */
export const actualSheet = defineContract({
	title: { nb: "Kompetanse", nn: "Kompetanse", en: "Competence" },
	columns: [
		{
			key: "unit",
			kind: "text",
			required: true,
			maximumLength: 2000,
			headers: { nb: "Enhet", nn: "Eining", en: "Unit" },
			aliases: ["Enhetskode", "Einingskode", "Arbeidssted", "Arbeidsstad", "Tjenestested", "Unit code"],
			explanation: {
				nb: "Koden til enheten, navnet, eller navnene fra toppen med › eller > mellom.",
				nn: "Koden til eininga, namnet, eller namna frå toppen med › eller > mellom.",
				en: "The unit's code, its name, or the names from the top with › or > between.",
			},
			example: "Solbakken sykehjem",
		},
		{
			key: "entry",
			kind: "text",
			required: true,
			maximumLength: 120,
			headers: { nb: "Kompetanse", nn: "Kompetanse", en: "Competence" },
			aliases: ["Utdanning", "Stillingskode", "Yrkeskode", "Yrke", "Tittel", "Occupation"],
			explanation: {
				nb: "Navnet slik det står i rammeverket, eller koden (yrkeskode, stillingskode) der bare én kompetanse har den.",
				nn: "Namnet slik det står i rammeverket, eller koden (yrkeskode, stillingskode) der berre éin kompetanse har han.",
				en: "The name as it stands in the framework, or the code (occupation, position) where one competence alone has it.",
			},
			example: "Sykepleier",
		},
		{
			key: "asOf",
			kind: "date",
			required: true,
			headers: { nb: "Dato", nn: "Dato", en: "Date" },
			aliases: ["Per dato", "Telledato", "Måledato", "As of"],
			explanation: { nb: "Dagen tallene gjelder.", nn: "Dagen tala gjeld.", en: "The day the numbers are from." },
		},
		{
			key: "heads",
			kind: "wholeNumber",
			required: true,
			minimum: 0,
			maximum: 10_000,
			headers: { nb: "Antall ansatte", nn: "Talet på tilsette", en: "Heads" },
			aliases: ["Antall", "Ansatte", "Tilsette", "Hoder", "Antall personer"],
			example: "12",
		},
		{
			key: "positions",
			kind: "decimal",
			required: true,
			minimum: 0,
			maximum: 10_000,
			headers: { nb: "Årsverk", nn: "Årsverk", en: "Full positions" },
			aliases: ["Antall årsverk", "Stillinger", "FTE"],
			example: "9,4",
		},
		{ key: "aged55", ...aged("55–59 år", "55–59 år", "Aged 55–59", ["55 til 59 år", "Alder 55-59"]) },
		{ key: "aged60", ...aged("60–64 år", "60–64 år", "Aged 60–64", ["60 til 64 år", "Alder 60-64"]) },
		{
			key: "aged65",
			...aged("65 år og eldre", "65 år og eldre", "Aged 65 or more", ["65 år +", "Over 65", "Alder 65+"]),
		},
		{
			key: "turnover",
			kind: "wholeNumber",
			minimum: 0,
			maximum: 100,
			headers: { nb: "Gjennomtrekk i året, %", nn: "Gjennomtrekk i året, %", en: "Turnover a year, %" },
			aliases: ["Gjennomtrekk", "Turnover", "Turnover %"],
			explanation: {
				nb: "Så mange av hundre som slutter i året av andre grunner enn alder.",
				nn: "Så mange av hundre som sluttar i året av andre grunnar enn alder.",
				en: "How many of a hundred leave in a year for other reasons than age.",
			},
		},
		{
			key: "hasDeputy",
			kind: "yesNo",
			headers: { nb: "Noen kan tre inn", nn: "Nokon kan tre inn", en: "Somebody can stand in" },
			aliases: ["Stedfortreder", "Stadfortredar", "Deputy"],
			explanation: {
				nb: "Der bare én har kompetansen: Kan noen gjøre jobben når den personen er borte?",
				nn: "Der berre éin har kompetansen: Kan nokon gjere jobben når den personen er borte?",
				en: "Where one person alone has it: can somebody do the work when that person is away?",
			},
		},
		{
			key: "source",
			kind: "text",
			maximumLength: 200,
			headers: { nb: "Kilde", nn: "Kjelde", en: "Source" },
			example: "Lønns- og personalsystemet",
			explanation: {
				nb: "Hvor tallene kommer fra. Tomt: Excel-filen.",
				nn: "Kvar tala kjem frå. Tomt: Excel-fila.",
				en: "Where the numbers are from. Blank: the Excel file.",
			},
		},
	],
	unique: [["unit", "entry", "asOf"]],
});
export type ActualSheetRow = RowOf<typeof actualSheet>;
