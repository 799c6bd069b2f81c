import type { HelpFacts, OfferAnswer } from "../help/contract.ts";

type DemoOffer = {
	/** Number of the municipality. */
	readonly to: string;
	readonly because: string;
	/** Days ago. */
	readonly said: number;
	readonly asked?: { readonly name: string; readonly role: string };
	readonly answer?: Omit<OfferAnswer, "version">;
	/** Begun with, and with what came of it where it has ended. */
	readonly began?: { readonly result?: string };
};

const nobody = { localName: "", localRole: "", localEmail: null } as const;
const yes = (localName: string, localRole: string) =>
	({ answer: "yes", answerWords: "", localName, localRole, localEmail: null }) as const;

/** What the development centre of the demo region helps with, and whom it has offered it. Days are counted back from today. Invented. */
export const demoHelp: readonly { readonly facts: HelpFacts; readonly offers: readonly DemoOffer[] }[] = [
	{
		facts: {
			title: "Etisk refleksjon på arbeidsplassen",
			about: "Vi viser hvordan det gjøres, er med på de første samtalene og kommer igjen etter tre måneder.",
			forWhom: "Avdelinger i sykehjem og hjemmetjeneste",
			brings: "En leder som er med hver gang, og en halv time i uken.",
			...{ way: "visit", place: "theirs", withinKm: 150, atOnce: 2 },
			...{ contactName: "Kirsten Voldsund", contactEmail: null },
		},
		offers: [
			{
				...{ to: "5038", because: "Dere har spurt om det i nettverket to ganger.", said: 210 },
				...{ answer: yes("Arne Solemdal", "Prosjektleder"), began: { result: "Fire avdelinger gjør det selv nå." } },
			},
			{
				...{ to: "5037", because: "Sykehjemmet har bedt om noe å begynne med.", said: 90 },
				...{ answer: yes("Silje Rostadmo", "Rådgiver kompetanse"), began: {} },
			},
			{
				...{ to: "5035", because: "Vi har sett at hjemmetjenesten er på vei.", said: 12 },
			},
			{
				...{
					to: "5006",
					because: "Nattevaktene er få, og har ingen å tenke sammen med når det blir vanskelig.",
					said: 20,
				},
				asked: { name: "Randi Bartnes", role: "Enhetsleder pleie og omsorg" },
			},
		],
	},
	{
		facts: {
			title: "Bedre måltider for eldre",
			about: "Vi utvikler måltidene sammen med to eller flere kommuner, fra kartlegging til ny rutine.",
			forWhom: "Kommuner som vil måle og gjøre noe med underernæring",
			brings: "En kokk, en sykepleier og en leder fra hver kommune, fire timer i måneden.",
			...{ way: "together", place: "theirs", withinKm: null, atOnce: 4 },
			...{ contactName: "Kirsten Voldsund", contactEmail: null },
		},
		offers: [
			{
				...{ to: "5038", because: "Tallene deres fra ernæringsnettverket er gode å bygge på.", said: 60 },
				answer: yes("Arne Solemdal", "Prosjektleder"),
			},
			{
				...{ to: "5035", because: "Dere har nytt kjøkken fra i høst.", said: 55 },
				answer: { ...nobody, answer: "later", answerWords: "Kjøkkenet åpner først til våren." },
			},
			{
				...{ to: "5025", because: "Dere har eldre som bor langt unna butikken.", said: 50 },
				answer: { ...nobody, answer: "no", answerWords: "Vi har ingen å sette på det i år." },
			},
		],
	},
	{
		facts: {
			title: "Nytt fra forskning om demens",
			about: "En time på skjerm fire ganger i året: hva er nytt, og hva betyr det i hverdagen.",
			forWhom: "Alle som arbeider med demens",
			brings: "",
			...{ way: "information", place: "screen", withinKm: null, atOnce: null },
			...{ contactName: "Kirsten Voldsund", contactEmail: null },
		},
		offers: [],
	},
];

/** When the centre was in contact with a municipality beside its offers. */
export const demoContacts = [
	{ with: "5038", ago: 35, how: "visit", about: "Gikk gjennom hvordan samtalene går. Vikarene skal med fra høsten." },
	{ with: "5037", ago: 64, how: "screen", about: "Planla første samtale på avdeling 2." },
] as const;
