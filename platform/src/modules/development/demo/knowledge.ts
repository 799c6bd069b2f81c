import type { NeedFacts } from "../knowledge/contract.ts";
import type { AskAnswer, AskFacts, ResearchFacts } from "../research/contract.ts";

/** What the municipality of the demo region that has projects needs to know. `neededIn` is days from today. */
export const demoNeeds: readonly (Omit<NeedFacts, "unitId" | "neededBy"> & {
	readonly key: string;
	readonly neededIn: number | null;
})[] = [
	{
		...{ key: "next-of-kin", question: "Hva gjør at pårørende føler seg sett i demensomsorgen?", importance: 1 },
		...{ useFor: "Vi skal lage nye rutiner for samtaler med pårørende.", neededIn: 240, shown: true },
		...{ known: "To av tre svarte i fjor at de må ringe selv for å få vite noe.", fits: ["research", "master"] },
		...{ gives: "Tre avdelinger, og pårørende som har sagt at de vil snakke.", contactName: "Berit Kvello" },
		contactEmail: null,
	},
	{
		...{ key: "night", question: "Trenger vi nattevakt i alle boligene når vi har digitalt tilsyn?", importance: 2 },
		...{ useFor: "Bemanningen i boligene skal ses på til neste budsjett.", neededIn: 150, shown: true },
		...{ known: "Vi har hatt digitalt tilsyn i to boliger i ett år.", fits: ["thesis", "placement-assignment"] },
		...{ gives: "Tall fra vaktsystemet og to som kan svare på spørsmål.", contactName: "Berit Kvello" },
		contactEmail: null,
	},
	{
		...{ key: "nutrition", question: "Hvorfor går eldre hjemme ned i vekt etter sykehusopphold?", importance: 2 },
		...{ useFor: "Hjemmesykepleien vil vite hva de skal se etter.", neededIn: null, shown: false },
		...{ known: "", fits: ["development", "thesis"], gives: "", contactName: "Berit Kvello", contactEmail: null },
	},
];

/** What an institution of the demo region proposes, with who is asked for what. `begun` and `lasts` are days. */
export const demoResearch: readonly (Omit<ResearchFacts, "firstDay" | "lastDay"> & {
	readonly begun: number;
	readonly lasts: number;
	readonly returned: string | null;
	readonly asks: readonly (Omit<AskFacts, "partyId" | "needId" | "answerBy"> & {
		readonly municipality: string;
		/** The need of theirs it answers, by its key above. */
		readonly need: string | null;
		readonly answer: Omit<AskAnswer, "version"> | null;
	})[];
})[] = [
	{
		...{ title: "Å bli sett som pårørende", kind: "research", workedOut: "together" },
		question: "Hva gjør pårørende til personer med demens trygge på at de får vite det de trenger?",
		useFor: "Et opplegg for samtaler som avdelingene selv kan bruke, prøvd ut der.",
		...{ partners: "Utviklingssenteret i Nord-Trøndelag", funding: "sought", fundingSource: "Forskningsrådet" },
		...{ leaderName: "Vegard Dalsaune", leaderEmail: null, begun: 40, lasts: 700, returned: null },
		asks: [
			{
				...{ municipality: "5038", need: "next-of-kin", hours: 120, data: "" },
				whyYou: "Dere har skrevet at dere trenger svar på dette, og har tre avdelinger.",
				...{ access: "Tolv pårørende og seks ansatte, en time hver", answer: null },
			},
			{
				...{ municipality: "5006", need: null, hours: 80, data: "Brukerundersøkelsen de tre siste årene" },
				whyYou: "Dere har spurt pårørende hvert år.",
				access: "",
				answer: {
					...{ answer: "changed", noBecause: null, hoursGiven: 40 },
					answerWords: "Bare én avdeling til høsten. Undersøkelsen får dere uten navn.",
				},
			},
			{
				...{ municipality: "5001", need: null, hours: 200, data: "", access: "Fire sykehjem" },
				...{ whyYou: "Vi trenger en stor kommune å sammenligne med." },
				answer: {
					...{ answer: "no", noBecause: "capacity", hoursGiven: null },
					answerWords: "Vi er med i to andre prosjekter med samme avdelinger i år.",
				},
			},
		],
	},
	{
		...{ title: "Når nattevakta blir en skjerm", kind: "master", workedOut: "heard" },
		question: "Hva skjer med søvn og trygghet når nattevakt byttes ut med digitalt tilsyn?",
		useFor: "Tall og erfaringer dere kan bruke når bemanningen skal bestemmes.",
		...{ partners: "", funding: "none", fundingSource: "", leaderName: "Vegard Dalsaune", leaderEmail: null },
		...{ begun: 330, lasts: 320 },
		returned:
			"De som bor der, sov like godt. To av ti ansatte var utrygge de første ukene, og det gikk over da de fikk øve på alarmene sammen.",
		asks: [
			{
				...{ municipality: "5038", need: null, hours: 30, data: "Tall fra vaktsystemet, uten navn" },
				...{ whyYou: "Dere har hatt det i ett år.", access: "Ti ansatte, en halv time hver" },
				answer: { answer: "yes", noBecause: null, answerWords: "", hoursGiven: null },
			},
		],
	},
];
