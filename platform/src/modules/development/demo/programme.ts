import type { GoalFacts } from "../goal/contract.ts";
import type { AdmissionFacts, MeasureFacts, ProgrammeFacts } from "../programme/contract.ts";
import type { ProjectFacts } from "../project/contract.ts";

type LocalGoal = Omit<GoalFacts, "baselineOn" | "dueOn" | "servesId" | "measuredAsId"> & {
	/** Which of the programme's goals it serves, counted from 0. */
	readonly serves: number;
	/** Measured as the programme says. */
	readonly alike: boolean;
	/** The last value that was measured. */
	readonly value: number | null;
};

/** A programme that is under way, with one batch that has begun and one to apply to. Days are counted back from today. Invented. */
export const demoProgramme: {
	readonly facts: Omit<ProgrammeFacts, "firstDay" | "lastDay" | "networkId">;
	readonly opened: number;
	readonly lasts: number;
	readonly goals: readonly {
		readonly wording: string;
		readonly localExample: string;
		readonly measure: MeasureFacts;
	}[];
	readonly expectations: readonly string[];
	readonly batches: readonly {
		readonly name: string;
		readonly applyBy: number;
		readonly starts: number;
		readonly ends: number;
		readonly places: number;
		readonly kept: number;
	}[];
} = {
	facts: {
		title: "Trygg hjemme hele døgnet",
		commissioner: "Helsefellesskapet i Trøndelag",
		partners: "KS Trøndelag og utviklingssentrene",
		mandate: "Handlingsplanen for skrøpelige eldre, tiltak 6",
		purpose: "De som vil bo i eget hjem, skal våge det, også når de er alene om natten.",
		themes: "Fall\nNatt\nVelferdsteknologi",
		admits: "capacity",
		priorities: "",
		moneyFor: "Frikjøp av prosjektleder, inntil 20 prosent. Ikke utstyr.",
		noArenaBecause: "Deltakerne møtes i nettverket til utviklingssenteret.",
	},
	opened: 300,
	lasts: 900,
	goals: [
		{
			wording: "Færre fall som fører til skade",
			localExample: "Fra tolv til åtte fall med skade i måneden hos dem med hjemmetjeneste",
			measure: {
				indicator: "Fall med skade",
				definition: "Fall hos dem med vedtak om hjemmetjeneste, der noen måtte til lege eller legevakt",
				measuredIn: "fall i måneden",
				adds: "sum",
			},
		},
		{
			wording: "Flere sover gjennom natten uten tilsyn som vekker",
			localExample: "To av tre med nattilsyn får det uten besøk",
			measure: {
				indicator: "Nattilsyn uten besøk",
				definition: "Andel av dem med vedtak om nattilsyn som får det digitalt",
				measuredIn: "prosent",
				adds: "mean",
			},
		},
	],
	expectations: [
		"Prosjektlederen har minst 20 prosent av stillingen sin til dette.",
		"Dere måler før dere begynner, og minst én gang til.",
		"Kommunedirektøren har bestemt at det skal gjøres.",
	],
	batches: [
		{ name: "Pulje 1", applyBy: 250, starts: 230, ends: -200, places: 4, kept: 1 },
		{ name: "Pulje 2", applyBy: -45, starts: -70, ends: -500, places: 4, kept: 2 },
	],
};

/** The municipalities that apply, in turn: those of the first batch have a place, and some have begun. */
export const demoApplications: readonly {
	/** Number of the municipality. */
	readonly number: string;
	readonly batch: number;
	/** Days ago. */
	readonly sent: number;
	readonly facts: Omit<AdmissionFacts, "batchId">;
	/** What is not accepted of what is expected, counted from 0, with why. */
	readonly not: { readonly expectation: number; readonly because: string } | null;
	readonly project: {
		readonly facts: Pick<
			ProjectFacts,
			"title" | "need" | "purpose" | "noticed" | "anchoredIn" | "leaderName" | "ownerName"
		>;
		/** Days ago it started. */
		readonly begun: number;
		readonly goals: readonly LocalGoal[];
	} | null;
}[] = [
	{
		...{ number: "5006", batch: 0, sent: 280 },
		facts: {
			need: "Vi sender 22 i måneden til legevakten etter fall hjemme. Halvparten faller om natten.",
			gain: "At de som er redde for å falle, tør å gå på badet selv.",
			buildsOn: "Fallteamet fra 2023",
			...{ isFirst: false, leaderName: "Randi Bartnes", leaderEmail: null, leaderShare: 20 },
		},
		not: null,
		project: {
			facts: {
				title: "Fallteam på hjemmebesøk",
				need: "22 fall med skade i måneden.",
				purpose: "Ingen skal la være å gå i eget hus av redsel.",
				noticed: "De så på teppet og lyset, og nå går jeg på badet selv.",
				...{ anchoredIn: "Helse- og omsorgsplanen, mål 2", leaderName: "Randi Bartnes" },
				ownerName: "Enhetsleder hjemmetjenesten",
			},
			begun: 200,
			goals: [
				{
					...{ kind: "effect", wording: "Hver tredje av dem som falt og slo seg, skal slippe det" },
					...{ indicator: "", definition: "", measuredIn: "", baseline: 22, baselineSource: "Legevaktens journal" },
					...{ target: 15, serves: 0, alike: true, value: 16 },
				},
				{
					...{ kind: "result", wording: "Flere får nattilsyn uten at noen låser seg inn" },
					...{ indicator: "", definition: "", measuredIn: "", baseline: 20, baselineSource: "Vedtakene" },
					...{ target: 60, serves: 1, alike: true, value: 48 },
				},
			],
		},
	},
	{
		...{ number: "5031", batch: 0, sent: 275 },
		facts: {
			need: "Vi vet at folk faller, men ikke hvor ofte eller hvorfor.",
			gain: "Et bilde av hvem som faller, og noe å gjøre med det.",
			buildsOn: "",
			...{ isFirst: true, leaderName: "Jorunn Vikhammer", leaderEmail: null, leaderShare: 20 },
		},
		not: null,
		project: {
			facts: {
				title: "Trygg i egen stue",
				need: "Ni fall med skade i måneden, de fleste på vei til badet.",
				purpose: "Folk skal kjenne seg trygge i rommene de bruker mest.",
				noticed: "Noen gikk gjennom huset sammen med meg.",
				...{ anchoredIn: "Planen for helse og velferd, punkt 3", leaderName: "Jorunn Vikhammer" },
				ownerName: "Leder for ergo- og fysioterapi",
			},
			begun: 190,
			goals: [
				{
					...{ kind: "effect", wording: "Færre slår seg på vei til badet" },
					...{ indicator: "", definition: "", measuredIn: "", baseline: 9, baselineSource: "Avvik og journal" },
					...{ target: 5, serves: 0, alike: true, value: 6 },
				},
			],
		},
	},
	{
		...{ number: "5025", batch: 0, sent: 270 },
		facts: {
			need: "Lange avstander gjør at nattpatruljen bruker det meste av natten i bil.",
			gain: "At patruljen kommer når det trengs, ikke når listen sier det.",
			buildsOn: "",
			...{ isFirst: true, leaderName: "Peder Galåen", leaderEmail: null, leaderShare: 10 },
		},
		not: { expectation: 0, because: "Vi er få, og klarer ti prosent det første året." },
		project: {
			facts: {
				title: "Natt uten kjørelister",
				need: "Patruljen kjører 140 kilometer hver natt.",
				purpose: "Den som trenger noen om natten, skal få hjelp raskt, uansett hvor i kommunen.",
				noticed: "De kom da jeg ringte, og vekket meg ikke ellers.",
				...{ anchoredIn: "Kommuneplanen, samfunnsdelen", leaderName: "Peder Galåen" },
				ownerName: "Enhetsleder hjemmetjenesten",
			},
			begun: 150,
			goals: [
				{
					...{ kind: "result", wording: "Patruljen kommer bare når det er noe" },
					...{ indicator: "", definition: "", measuredIn: "", baseline: null, baselineSource: "" },
					...{ target: null, serves: 1, alike: true, value: 55 },
				},
				{
					...{ kind: "effect", wording: "Færre netter der noen ligger og venter på hjelp etter et fall" },
					...{ indicator: "Netter med ventetid over 30 minutter", definition: "", measuredIn: "netter i måneden" },
					...{ baseline: 6, baselineSource: "Loggen til patruljen", target: 1, serves: 0, alike: false, value: 4 },
				},
			],
		},
	},
	{
		...{ number: "5038", batch: 0, sent: 265 },
		facts: {
			need: "Vi har prøvd digitalt tilsyn, men vet ikke om færre faller av det.",
			gain: "Å måle likt med andre, så vi vet om det virker.",
			buildsOn: "Digitalt tilsyn om natten",
			...{ isFirst: false, leaderName: "Arne Solemdal", leaderEmail: null, leaderShare: 25 },
		},
		not: null,
		project: null,
	},
	{
		...{ number: "5001", batch: 1, sent: 6 },
		facts: {
			need: "Fire bydeler gjør dette på fire måter, og ingen vet hvilken som virker.",
			gain: "Én måte å måle på, og noe å lære av mindre kommuner.",
			buildsOn: "",
			...{ isFirst: true, leaderName: "Siv Nardo", leaderEmail: null, leaderShare: 50 },
		},
		not: null,
		project: null,
	},
];
