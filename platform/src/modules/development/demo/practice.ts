import type { GoalFacts } from "../goal/contract.ts";
import type { AdoptionFacts, CardFacts, UseStage } from "../practice/contract.ts";

type Card = Omit<CardFacts, "revalidateOn" | "networkIds"> & {
	/** What the project it is made of is called. */
	readonly of: string;
	/** Days from today until it is looked at anew. */
	readonly holds: number;
};

/** Cards of the municipality that has projects: one of a project that goes on, one of a project that has ended. Invented. */
export const demoCards: readonly Card[] = [
	{
		of: "Etisk refleksjon på vaktskiftet",
		title: "Femten minutter etisk refleksjon på vaktskiftet",
		setting: "Sykehjem, alle avdelinger",
		size: "84 plasser, 96 årsverk",
		needed:
			"En leder som selv er med hver uke. Fast tid som ikke kan flyttes. En logg der det står om det ble holdt, og hvorfor ikke.",
		done: "Hver avdeling tok én sak fra egen hverdag på vaktskiftet onsdag. Tre fra hver avdeling lærte å lede samtalen først.",
		better: "De fast ansatte møter beboerne likere, og sier fra når de er uenige.",
		same: "Sykefraværet er som før.",
		worse: "Vikarene er ikke med, og merker at de står utenfor.",
		lesson: "Begynn med én sak fra egen avdeling. Ferdige eksempler ble det stille av.",
		visibility: "public",
		holds: 500,
	},
	{
		of: "Digitalt tilsyn om natten",
		title: "Sensor i stedet for besøk om natten",
		setting: "Hjemmesykepleie, spredt bebyggelse",
		size: "60 brukere med nattilsyn, 15 000 innbyggere",
		needed: "Samtykke fra hver bruker, dekning hjemme hos folk, og en avtale med de tillitsvalgte om turnusen.",
		done: "Fem brukere først, så tjuefire. Nattpatruljen kjører når sensoren melder fra, ikke på faste tider.",
		better: "Folk sover, og patruljen kommer når det er noe.",
		same: "",
		worse: "Der nettet er dårlig, kjører vi like mye, og bruker tid på feil.",
		lesson: "Mål dekningen hjemme hos hver enkelt før dere bestiller.",
		visibility: "network",
		holds: 300,
	},
];

/** A neighbour that tries out the first of them in its own way. Days are counted back from today. */
export const demoAdoption: {
	readonly facts: Omit<AdoptionFacts, "unitId" | "admissionId" | "firstDay" | "lastDay" | "decidedOn">;
	readonly begun: number;
	readonly goal: Omit<GoalFacts, "baselineOn" | "dueOn" | "servesId" | "measuredAsId">;
	readonly measured: { readonly ago: number; readonly value: number; readonly source: string };
	readonly uses: readonly { readonly stage: UseStage; readonly ago: number; readonly note: string }[];
} = {
	facts: {
		title: "Refleksjon over telefon i hjemmetjenesten",
		need: "De som kjører ute, ser hverandre ti minutter om dagen. Det vanskelige tar de med seg hjem.",
		purpose: "Ansatte som arbeider alene, skal ha noen å tenke sammen med før de må velge.",
		noticed: "De svarer meg likt, uansett hvem som kommer.",
		anchoredIn: "Kvalitetsplanen for helse og mestring, mål 3",
		novelty: "builds-on",
		buildsOn: "Fra erfaringskortet «Femten minutter etisk refleksjon på vaktskiftet», Verdal kommune",
		differs: "Ingen møtes på vaktskiftet. Folk er i hver sin bil over et stort område.",
		changes: "Samtalen er på telefon, to ganger i uken, med vikarene på samme linje.",
		breadth: "unit",
		changesWork: false,
		decidedBy: "unit-leader",
		decision: "Ledermøte 14/26",
		leaderName: "Inger Moen",
		leaderEmail: null,
		leaderShare: 10,
		deputyName: "Jon Aune",
		deputyEmail: null,
		ownerName: "Enhetsleder hjemmetjenesten",
		ownerEmail: null,
		statusDays: 180,
		hours: 200,
		kroner: null,
		followUp: "Loggen tas opp i ledermøtet hver måned.",
		spread: "",
	},
	begun: 150,
	goal: {
		...{ kind: "process", wording: "Alle er med hver uke", indicator: "Ansatte som var med på en samtale i uken" },
		...{ definition: "Faste og vikarer på vakt den uken.", measuredIn: "prosent av de ansatte" },
		...{ baseline: 0, baselineSource: "Ingen samtaler før", target: 70 },
	},
	measured: { ago: 20, value: 46, source: "Loggen, seks uker" },
	uses: [
		{ stage: "aware", ago: 220, note: "Hørte om det i nettverket." },
		{ stage: "tried", ago: 60, note: "Prøver det på telefon." },
	],
};
