import type { InvolvedRole, Phase } from "../../../involvement/rules.ts";
import type { EndingFacts } from "../ending/contract.ts";
import type { GoalFacts, MeasurementFacts } from "../goal/contract.ts";
import type { ProjectFacts } from "../project/contract.ts";
import type { StatusFacts } from "../status/contract.ts";

/** A project of the demo region. Days are counted back from today. */
export type DemoProject = {
	/** Part of the name of the unit it is in. */
	readonly unit: string;
	readonly facts: Omit<
		ProjectFacts,
		"admissionId" | "unitId" | "firstDay" | "lastDay" | "decidedOn" | "leaderEmail" | "deputyEmail" | "ownerEmail"
	>;
	readonly begun: number;
	/** Days from its first to its last. */
	readonly lasts: number;
	/** Null: not decided, and so a draft. */
	readonly decided: number | null;
	readonly goals: readonly (Omit<GoalFacts, "baselineOn" | "dueOn" | "servesId" | "measuredAsId"> & {
		readonly baselineAgo: number | null;
		readonly dueIn: number | null;
	})[];
	readonly involved: readonly {
		readonly role: InvolvedRole;
		readonly phase: Phase;
		readonly ago: number;
		readonly note: string;
	}[];
	readonly statuses: readonly (Omit<StatusFacts, "onDay"> & { readonly ago: number })[];
	readonly measurements: readonly (Pick<MeasurementFacts, "value" | "source"> & {
		readonly goal: number;
		readonly ago: number;
	})[];
	readonly ending: (Omit<EndingFacts, "decidedOn"> & { readonly ago: number }) | null;
};

const arne = { leaderName: "Arne Solemdal", deputyName: "" } as const;

/** Invented, like everything in the demo region. */
export const demoProjects: readonly DemoProject[] = [
	{
		unit: "jemme",
		facts: {
			...arne,
			title: "Digitalt tilsyn om natten",
			need: "Nattpatruljen kjører seks timer hver natt for å se om folk sover. Mange våkner av det.",
			purpose: "Folk skal kunne bo trygt hjemme lenger, og få være i fred når de ikke trenger oss.",
			noticed: "Jeg får sove, og de kommer når det er noe.",
			anchoredIn: "Helse- og omsorgsplan 2025–2033, punkt 4.2",
			novelty: "here",
			buildsOn: "",
			breadth: "units",
			changesWork: true,
			decidedBy: "sector-head",
			decision: "Sak 118/26",
			leaderShare: 40,
			deputyName: "Turid Haugdal",
			ownerName: "Enhetsleder hjemmetjenesten",
			statusDays: 42,
			hours: 900,
			kroner: 650_000,
			followUp: "Tallene tas opp i ledermøtet hver måned.",
			spread: "Omsorgsboligene, når natten der er målt.",
		},
		...{ begun: 190, lasts: 540, decided: 205 },
		goals: [
			{
				...{ kind: "result", wording: "Færre unødvendige besøk om natten", indicator: "Besøk uten hjelp gitt" },
				...{ definition: "Besøk mellom 23 og 07 der den vi kom til, sov.", measuredIn: "besøk i uken" },
				...{ baseline: 84, baselineAgo: 200, baselineSource: "Kjørebok og journal, uke 17–20", target: 20, dueIn: 200 },
			},
			{
				...{ kind: "effect", wording: "Flere sover hele natten", indicator: "Sover uten å bli vekket av oss" },
				...{ definition: "Egne svar, alle med tilsyn.", measuredIn: "prosent" },
				...{ baseline: 41, baselineAgo: 198, baselineSource: "Spørrerunde, 46 svar", target: 75, dueIn: 300 },
			},
		],
		involved: [
			{ role: "user", phase: "plan", ago: 220, note: "Seks brukere og tre pårørende fortalte om nettene sine." },
			{ role: "union", phase: "plan", ago: 214, note: "Fagforbundet og Sykepleierforbundet: turnusen må avtales." },
			{ role: "employee", phase: "plan", ago: 214, note: "" },
			{ role: "leader", phase: "decision", ago: 205, note: "" },
			{ role: "leader", phase: "implementation", ago: 48, note: "Ledermøtet så på tallene og ble med en natt." },
		],
		statuses: [
			{
				...{ ago: 150, standing: "behind", done: "Leverandør valgt.", next: "Prøve hos fem." },
				...{ hinder: "Nettet er for dårlig i Leksdalen. IT ser på det.", hoursUsed: 180, kronerUsed: 90_000 },
			},
			{
				...{ ago: 96, standing: "as-planned", done: "Fem har hatt sensor i fire uker.", next: "Tjue til over ferien." },
				...{ hinder: "", hoursUsed: 310, kronerUsed: 240_000 },
			},
			{
				...{
					ago: 20,
					standing: "as-planned",
					done: "Tjuefire har sensor. Turnusen er avtalt.",
					next: "Måle på nytt i uke 50.",
				},
				...{ hinder: "", hoursUsed: 470, kronerUsed: 395_000 },
			},
		],
		measurements: [
			{ goal: 0, ago: 95, value: 61, source: "Kjørebok og journal, uke 33–36" },
			{ goal: 0, ago: 22, value: 38, source: "Kjørebok og journal, uke 42–45" },
			{ goal: 1, ago: 21, value: 58, source: "Spørrerunde, 24 svar" },
		],
		ending: null,
	},
	{
		unit: "jemme",
		facts: {
			...arne,
			title: "Hverdagsrehabilitering i egne hender",
			need: "De som trener med oss i fire uker, faller tilbake når vi slutter å komme.",
			purpose: "Folk skal klare seg selv lenger og slippe å vente på hjelp.",
			noticed: "Jeg går til butikken selv.",
			anchoredIn: "Helse- og omsorgsplan 2025–2033, punkt 3.1",
			novelty: "builds-on",
			buildsOn: "Hverdagsrehabiliteringen fra 2021.",
			breadth: "unit",
			changesWork: false,
			decidedBy: "unit-leader",
			decision: "",
			leaderShare: null,
			ownerName: "Enhetsleder hjemmetjenesten",
			statusDays: 42,
			hours: 300,
			kroner: null,
			followUp: "",
			spread: "",
		},
		...{ begun: 160, lasts: 365, decided: 165 },
		goals: [
			{
				...{ kind: "effect", wording: "Flere trener videre på egen hånd", indicator: "Trener tre måneder etter" },
				...{ definition: "", measuredIn: "prosent", baseline: null, baselineAgo: null, baselineSource: "" },
				...{ target: null, dueIn: null },
			},
		],
		involved: [{ role: "employee", phase: "implementation", ago: 140, note: "" }],
		statuses: [
			{
				...{
					ago: 118,
					standing: "behind",
					done: "To grupper er i gang.",
					next: "Spørre de første om hvordan det går.",
				},
				...{ hinder: "Fysioterapeuten er lånt ut. Enhetslederen må avklare.", hoursUsed: 60, kronerUsed: null },
			},
		],
		measurements: [],
		ending: null,
	},
	{
		unit: "ykehjem",
		facts: {
			title: "Etisk refleksjon på vaktskiftet",
			need: "Vanskelige valg tas alene og tas med hjem.",
			purpose: "Beboerne skal møtes likt av alle, også når det er vanskelig.",
			noticed: "De spør meg før de bestemmer.",
			anchoredIn: "Helse- og omsorgsplan 2021–2025, punkt 2.4",
			novelty: "region",
			buildsOn: "",
			breadth: "units",
			changesWork: false,
			decidedBy: "sector-head",
			decision: "Sak 44/24",
			...arne,
			leaderShare: 20,
			ownerName: "Virksomhetsleder sykehjem",
			statusDays: 60,
			hours: 400,
			kroner: 120_000,
			followUp: "",
			spread: "Hjemmetjenesten.",
		},
		...{ begun: 800, lasts: 380, decided: 810 },
		goals: [
			{
				...{ kind: "process", wording: "Alle avdelinger reflekterer hver uke", indicator: "Uker med refleksjon" },
				...{ definition: "Minst femten minutter, ført i loggen.", measuredIn: "prosent av ukene" },
				...{ baseline: 12, baselineAgo: 805, baselineSource: "Ledernes egne svar", target: 80, dueIn: -420 },
			},
		],
		involved: [{ role: "employee", phase: "idea", ago: 830, note: "" }],
		statuses: [
			{
				...{ ago: 500, standing: "as-planned", done: "Alle avdelinger er med.", next: "Avslutte." },
				...{ hinder: "", hoursUsed: 350, kronerUsed: 110_000 },
			},
		],
		measurements: [{ goal: 0, ago: 430, value: 71, source: "Loggen, 26 uker" }],
		ending: {
			...{ ago: 400, outcome: "operations", decidedBy: "Kommunalsjefen", reached: "partly", cause: "" },
			answer: "De som er fast ansatt, møter beboerne likere. Vikarene er ikke med.",
			operationsOwner: "Avdelingslederne",
			operationsBudget: "Innenfor rammen: femten minutter i uken",
			operationsRoutine: "Fast på vaktskiftet onsdag, ført i loggen.",
			lesson: "Begynn med én sak fra egen avdeling. Ferdige eksempler ble det stille av.",
			further: [],
		},
	},
	{
		unit: "ykehjem",
		facts: {
			title: "Måltider der folk sitter lenger",
			need: "Beboerne spiser lite til middag, og mange reiser seg etter ti minutter.",
			purpose: "Måltidet skal være noe å glede seg til.",
			noticed: "Vi sitter lenge, og maten lukter godt.",
			anchoredIn: "Ernæringsplanen 2026",
			novelty: "here",
			buildsOn: "",
			breadth: "unit",
			changesWork: false,
			decidedBy: null,
			decision: "",
			...arne,
			leaderShare: null,
			ownerName: "Virksomhetsleder sykehjem",
			statusDays: 30,
			hours: null,
			kroner: null,
			followUp: "",
			spread: "",
		},
		...{ begun: -30, lasts: 180, decided: null },
		goals: [],
		involved: [],
		statuses: [],
		measurements: [],
		ending: null,
	},
];
