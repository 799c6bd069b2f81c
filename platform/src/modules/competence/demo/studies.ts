import type { Payer, Security, StudyReason, StudyState } from "../study/codes.ts";

/** A study of the demo: where, what, and what has become of it; days are counted back from today. */
export type DemoStudy = {
	readonly setting: string;
	/** Who takes it, where names are kept. */
	readonly name: string;
	readonly title: string;
	readonly provider: string;
	/** The shared name of the competence it gives. */
	readonly gives: string;
	readonly steps: readonly (readonly [state: StudyState, daysAgo: number, reason?: StudyReason])[];
	/** Days from today it begins and ends. */
	readonly from: number;
	readonly until: number;
	readonly leave: readonly [Security, share: number | null];
	readonly substitute: readonly [Security, share: number | null, cost: number | null];
	readonly paid: readonly (readonly [Payer, kroner: number])[];
};

const none = ["none", null] as const;
const noSubstitute = ["none", null, null] as const;

/** Studies of a municipality of the demo: every way one can go stands among them. Made up. */
export const demoStudies: readonly DemoStudy[] = [
	{
		...{ setting: "nursing-home", name: "Sindre Lillebo", gives: "Avansert klinisk sykepleier", from: -95, until: 640 },
		...{ title: "Master i avansert klinisk allmennsykepleie, deltid", provider: "Nord universitet" },
		steps: [
			["planned", 330],
			["applied", 220],
			["admitted", 130],
			["started", 95],
		],
		...{ leave: ["secured", 40], substitute: ["secured", 40, 260_000] },
		paid: [
			["state-grant", 120_000],
			["own-budget", 180_000],
		],
	},
	{
		...{ setting: "nursing-home", name: "Marta Lervik", gives: "Demensomsorgens ABC", from: -300, until: -20 },
		...{ title: "Demensomsorgens ABC", provider: "Utviklingssenteret" },
		steps: [
			["planned", 320],
			["started", 300],
			["completed", 20],
		],
		...{ leave: none, substitute: noSubstitute, paid: [["own-budget", 6_000]] },
	},
	{
		...{
			setting: "home-care",
			name: "Tuva Bakkhaug",
			gives: "Videreutdanning i kreft og lindring",
			from: -90,
			until: 270,
		},
		...{ title: "Videreutdanning i kreftsykepleie", provider: "NTNU" },
		steps: [
			["planned", 250],
			["applied", 220],
			["admitted", 128],
			["started", 90],
		],
		...{ leave: ["secured", 50], substitute: ["wanted", 50, 310_000] },
		paid: [
			["state-grant", 90_000],
			["employee", 15_000],
		],
	},
	{
		...{ setting: "home-care", name: "Emil Stokkan", gives: "Sykepleier", from: 50, until: 1_500 },
		...{ title: "Bachelor i sykepleie, desentralisert", provider: "Nord universitet" },
		steps: [
			["planned", 120],
			["applied", 60],
		],
		...{ leave: ["wanted", 60], substitute: ["wanted", 60, null], paid: [] },
	},
	{
		...{ setting: "home-care", name: "Linn Haugdal", gives: "Fagskole i helse", from: -450, until: 90 },
		...{ title: "Velferdsteknologi, fagskole", provider: "Trøndelag høyere yrkesfagskole" },
		steps: [
			["planned", 500],
			["started", 450],
			["dropped-out", 200, "no-leave"],
		],
		...{ leave: ["wanted", 20], substitute: noSubstitute, paid: [["state-grant", 20_000]] },
	},
	{
		...{
			setting: "mental-health",
			name: "Jonas Ertsgaard",
			gives: "Videreutdanning i psykisk helse",
			from: 290,
			until: 900,
		},
		...{ title: "Videreutdanning i psykisk helse og rus", provider: "Nord universitet" },
		steps: [
			["planned", 260],
			["applied", 215],
			["admitted", 125],
			["deferred", 110, "no-substitute"],
		],
		...{ leave: ["wanted", 40], substitute: ["wanted", 40, 200_000], paid: [["state-grant", 60_000]] },
	},
	{
		...{
			setting: "child-welfare",
			name: "Sunniva Moan",
			gives: "Praksisveileder med veilederutdanning",
			from: -60,
			until: 120,
		},
		...{ title: "Veilederutdanning, 10 studiepoeng", provider: "NTNU" },
		steps: [
			["planned", 100],
			["admitted", 75],
			["started", 60],
		],
		...{ leave: ["secured", 10], substitute: noSubstitute, paid: [["own-budget", 12_000]] },
	},
	{
		...{ setting: "nursing-home", name: "Ragnhild Vinge", gives: "Lederutdanning", from: -700, until: -160 },
		...{ title: "Nasjonal lederutdanning for primærhelsetjenesten", provider: "Handelshøyskolen BI" },
		steps: [
			["planned", 780],
			["applied", 760],
			["admitted", 720],
			["started", 700],
			["completed", 160],
		],
		...{ leave: none, substitute: noSubstitute, paid: [["state-grant", 45_000]] },
	},
];
