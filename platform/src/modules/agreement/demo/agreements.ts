import type { AgreementKind, LegalForm, Level, ProvisionKind, Theme } from "../codes.ts";

export type DemoPlace = "stjordal" | "trondheim" | "levanger" | "ntnu" | "nord";

/** An agreement of the demo: how far it has come, and what it says. Days are counted from today. */
export type DemoAgreement = {
	readonly keeper: DemoPlace;
	readonly with: readonly DemoPlace[];
	readonly until: "draft" | "negotiating" | "signing" | "signed";
	/** When it was written, put forward and signed. */
	readonly daysAgo: number;
	readonly days: readonly [number, number | null];
	readonly kind: AgreementKind;
	readonly legalForm?: LegalForm;
	readonly sector?: string;
	readonly level: Level;
	readonly title: string;
	readonly purpose: string;
	readonly themes: readonly Theme[];
	/** Numbers of the usual promises, in their order; a missing one is promised without a number. */
	readonly amounts: readonly (number | null)[];
	readonly provisions?: readonly (readonly [ProvisionKind, string])[];
	readonly coordinators?: readonly {
		/** What the party's name begins with. */
		readonly of: string;
		readonly name: string;
		readonly email: string;
		readonly deputy?: string;
	}[];
	/** Shown to everybody, once signed. */
	readonly published?: true;
	readonly message?: string;
	readonly comments?: readonly { readonly at: DemoPlace; readonly name: string; readonly body: string }[];
	/** Who signs; in an agreement that is being signed only those who are early have. */
	readonly signers: Readonly<
		Partial<Record<DemoPlace, { readonly name: string; readonly as: string; readonly early?: true }>>
	>;
};

const year = 365;
const torstein = {
	of: "Stjørdal",
	name: "Torstein Aunemo",
	email: "torstein.aunemo@stjordal.example",
	deputy: "Bjørn Eggemoen",
};
const ingrid = {
	of: "Norges teknisk",
	name: "Ingrid Vollmo",
	email: "ingrid.vollmo@ntnu.example",
	deputy: "Kari Sæter",
};
const liv = { of: "Nord univ", name: "Liv Nordgarden", email: "liv.nordgarden@nord.example" };

const regulated: DemoAgreement["provisions"] = [
	[
		"responsibility",
		"Utdanningen har det overordnede ansvaret for studentenes læring. Kommunen har ansvar for forsvarlige tjenester.",
	],
	[
		"roles",
		"Praksisveileder veileder daglig. Kontaktlærer følger opp studenten sammen med veilederen. Koordinatorene samordner.",
	],
	["capacity", "Kommunen melder kapasitet for neste studieår innen 1. mars. Endringer meldes straks."],
	["competence", "Veiledere skal ha veilederutdanning på minst 10 studiepoeng, eller være i gang med det."],
	["arenas", "Partene møtes i samarbeidsutvalget fire ganger i året."],
	["disagreement", "Uenighet løses så nær praksis som mulig, og løftes til samarbeidsutvalget når det ikke går."],
];

export const demoAgreements: readonly DemoAgreement[] = [
	{
		...{
			keeper: "stjordal",
			with: ["ntnu", "nord"],
			until: "signed",
			daysAgo: 2 * year + 40,
			days: [-2 * year, 2 * year - 1],
		},
		...{ kind: "framework", level: "top", sector: "health-and-care", title: "Samarbeid om praksis og kompetanse" },
		purpose: "Partene vil utdanne, rekruttere og beholde fagfolk i Stjørdal, og utvikle tjenestene sammen.",
		themes: ["placements", "supervisor-training", "further-education", "research"],
		amounts: [60, 20, 24, 2, 2],
		published: true,
		provisions: regulated,
		coordinators: [torstein, ingrid, liv],
		signers: {
			stjordal: { name: "Bjørn Eggemoen", as: "Kommunalsjef helse og mestring" },
			ntnu: { name: "Astrid Solbakk", as: "Dekan" },
			nord: { name: "Liv Nordgarden", as: "Dekan" },
		},
	},
	{
		...{ keeper: "stjordal", with: ["nord"], until: "signed", daysAgo: 3 * year, days: [-3 * year + 60, 100] },
		...{
			kind: "supplementary",
			level: "sector",
			sector: "health-and-care",
			title: "Særavtale om desentralisert sykepleie",
		},
		purpose: "Folk i Værnesregionen skal kunne bli sykepleiere uten å flytte.",
		themes: ["decentralised-study", "placements"],
		amounts: [1, 12],
		provisions: regulated.slice(0, 3),
		coordinators: [torstein, liv],
		signers: {
			stjordal: { name: "Bjørn Eggemoen", as: "Kommunalsjef helse og mestring" },
			nord: { name: "Liv Nordgarden", as: "Dekan" },
		},
	},
	{
		...{ keeper: "ntnu", with: ["stjordal", "levanger"], until: "negotiating", daysAgo: 6, days: [60, 60 + 3 * year] },
		...{ kind: "supplementary", level: "sector", title: "Tverrprofesjonell praksis i Værnesregionen" },
		purpose: "Studenter i sykepleie, vernepleie og ergoterapi skal ha praksis sammen.",
		themes: ["interprofessional-practice", "user-involvement"],
		amounts: [16, null],
		coordinators: [ingrid],
		message: "Se særlig på antall plasser og på hvem som veileder.",
		comments: [
			{
				at: "levanger",
				name: "Randi Tømte",
				body: "Seksten plasser er mange for oss første året. Kan vi begynne med åtte?",
			},
		],
		signers: {},
	},
	{
		...{ keeper: "stjordal", with: ["nord"], until: "signing", daysAgo: 3, days: [40, 40 + 2 * year] },
		...{ kind: "research", level: "sector", title: "Forskning på tidlig innsats hjemme" },
		purpose: "Partene vil finne ut hva som gjør at flere klarer seg lenger hjemme.",
		themes: ["research", "theses"],
		amounts: [1, 6],
		provisions: [["privacy", "Forskning på opplysninger om brukere følger godkjent plan for datahåndtering."]],
		coordinators: [torstein, liv],
		signers: {},
	},
	{
		...{ keeper: "stjordal", with: ["nord"], until: "draft", daysAgo: 1, days: [120, 120 + 2 * year] },
		...{ kind: "shared-position", level: "operational", title: "Delt stilling i psykisk helse" },
		purpose: "En fagperson skal undervise ved universitetet og arbeide i kommunens psykiske helsetjeneste.",
		themes: ["shared-positions"],
		amounts: [1],
		signers: {},
	},
	{
		...{
			keeper: "ntnu",
			with: ["trondheim", "stjordal"],
			until: "signed",
			daysAgo: 5 * year,
			days: [-5 * year + 30, -200],
		},
		...{ kind: "intention", level: "top", title: "Intensjonsavtale om hospitering" },
		purpose: "Ansatte skal kjenne hverandres arbeidsplasser.",
		themes: ["job-shadowing"],
		amounts: [20, 10],
		signers: {
			ntnu: { name: "Astrid Solbakk", as: "Dekan" },
			trondheim: { name: "Morten Lian", as: "Kommunaldirektør" },
			stjordal: { name: "Bjørn Eggemoen", as: "Kommunalsjef helse og mestring" },
		},
	},
	{
		...{ keeper: "stjordal", with: ["trondheim", "levanger"], until: "signed", daysAgo: 20, days: [30, null] },
		...{
			kind: "inter-municipal",
			legalForm: "host-municipality",
			level: "top",
			title: "Felles kompetansekontor i Værnesregionen",
		},
		purpose: "Kommunene vil planlegge kompetanse sammen og bestille utdanning i fellesskap.",
		themes: ["further-education", "recruitment"],
		amounts: [3, 2],
		signers: {
			stjordal: { name: "Bjørn Eggemoen", as: "Kommunalsjef helse og mestring" },
			trondheim: { name: "Morten Lian", as: "Kommunaldirektør" },
			levanger: { name: "Randi Tømte", as: "Kommunaldirektør" },
		},
	},
];
