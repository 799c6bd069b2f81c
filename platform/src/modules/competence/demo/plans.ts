import type { InvolvedRole, Phase } from "../../../involvement/rules.ts";
import type { Financing, MeasureKind, MeasureStatus } from "../measure/codes.ts";
import type { PlanStep } from "../plan/codes.ts";

/** A measure of the demo; days are counted from today. */
export type DemoMeasure = {
	readonly kind: MeasureKind;
	readonly title: string;
	readonly setting: string | null;
	/** The shared name of the competence it gives. */
	readonly gives: string | null;
	readonly closes: number | null;
	readonly persons: number | null;
	readonly cost: number | null;
	readonly financing: Financing;
	readonly substitutes: number | null;
	readonly status: MeasureStatus;
	readonly due: number | null;
	readonly owner: string;
	readonly deputy: string;
	readonly note: string;
};

export type DemoPlan = {
	readonly title: string;
	readonly introduction: string;
	readonly sector: string | null;
	readonly owner: string;
	/** Days from today it begins, how many years it lasts, and how many days ago it was begun. */
	readonly from: number;
	readonly years: number;
	readonly begun: number;
	readonly steps: readonly (readonly [step: PlanStep, daysAgo: number, decision: string, note: string])[];
	readonly involved: readonly (readonly [role: InvolvedRole, phase: Phase, daysAgo: number, note: string])[];
	/** Those of the plan as it was adopted, and how those that have moved since stand now; the last are new since. */
	readonly measures: readonly DemoMeasure[];
	readonly added: readonly DemoMeasure[];
};

const measures: readonly DemoMeasure[] = [
	{
		...{ kind: "further-education", title: "Fire sykepleiere tar avansert klinisk sykepleie", setting: "nursing-home" },
		...{ gives: "Avansert klinisk sykepleier", closes: 2, persons: 4, cost: 1_200_000, financing: "state-grant" },
		...{ substitutes: 1.6, status: "under-way", due: 640, owner: "Silje Rostadmo", deputy: "Randi Hegstad" },
		note: "To begynte i høst, to neste år.",
	},
	{
		...{ kind: "recruit", title: "Rekruttere sykepleiere til hjemmetjenesten", setting: "home-care" },
		...{ gives: "Sykepleier", closes: 3, persons: 4, cost: 350_000, financing: "own-budget", substitutes: null },
		...{ status: "under-way", due: -40, owner: "Randi Hegstad", deputy: "", note: "" },
	},
	{
		...{ kind: "supervisor-training", title: "Seks praksisveiledere med veilederutdanning", setting: "home-care" },
		...{ gives: "Praksisveileder med veilederutdanning", closes: null, persons: 6, cost: 90_000 },
		...{ financing: "state-grant", substitutes: 0.3, status: "decided", due: 280, owner: "Silje Rostadmo" },
		...{ deputy: "Kjell Moe", note: "Gir plass til flere studenter." },
	},
	{
		...{ kind: "course", title: "Demensomsorgens ABC på alle sykehjem", setting: "nursing-home" },
		...{ gives: "Demensomsorgens ABC", closes: null, persons: 24, cost: 140_000, financing: "own-budget" },
		...{ substitutes: null, status: "under-way", due: 120, owner: "Kjell Moe", deputy: "Silje Rostadmo", note: "" },
	},
	{
		...{ kind: "leadership", title: "Lederutdanning for nye enhetsledere", setting: null, gives: "Lederutdanning" },
		...{ closes: null, persons: 3, cost: 180_000, financing: "state-grant", substitutes: null, status: "done" },
		...{ due: -160, owner: "Randi Hegstad", deputy: "Kjell Moe", note: "" },
	},
	{
		...{ kind: "retain", title: "Seniorsamtaler og hele stillinger", setting: null, gives: null, closes: null },
		...{ persons: 30, cost: null, financing: "undecided", substitutes: null, status: "decided", due: 400 },
		...{ owner: "Silje Rostadmo", deputy: "", note: "Kostnaden regnes ut sammen med bemanningsplanen." },
	},
];

const added: readonly DemoMeasure[] = [
	{
		...{ kind: "trainee", title: "To traineestillinger for vernepleiere", setting: "disability-service" },
		...{ gives: "Vernepleier", closes: 2, persons: 2, cost: 900_000, financing: "undecided", substitutes: null },
		...{ status: "proposed", due: 300, owner: "Kjell Moe", deputy: "Silje Rostadmo", note: "" },
	},
];

/** A plan that was adopted over a year ago, lives, and is to be looked at again; the union came late. Made up. */
export const adoptedPlan: DemoPlan = {
	...{ title: "Kompetanseplan for helse og omsorg", owner: "Silje Rostadmo", sector: "health-and-care", from: -300 },
	...{ years: 4, begun: 560 },
	introduction:
		"Kommunen skal kunne gi trygge tjenester når flere blir gamle og færre er i arbeid. Planen bygger på det enhetene selv har sagt at de har og trenger.",
	steps: [
		["heard", 420, "", "Eldrerådet og rådet for personer med funksjonsnedsettelse svarte."],
		["adopted", 380, "PS 61/25", ""],
	],
	involved: [
		["employee", "idea", 540, "Samling for fagutviklere."],
		["user-council", "plan", 480, "Eldrerådet deltok i arbeidsgruppen."],
		["leader", "plan", 480, ""],
		["union", "decision", 385, "Fikk planen sammen med sakspapirene."],
	],
	...{ measures, added },
};

/** A plan that is being written. Made up. */
export const draftPlan: DemoPlan = {
	...{
		title: "Strategisk kompetanseplan",
		owner: "Bjørn Eggemoen",
		sector: null,
		from: 40,
		years: 4,
		begun: 45,
		steps: [],
	},
	introduction: "Utkast. Behovene er hentet fra enhetene i høst.",
	involved: [["leader", "idea", 40, "Ledermøtet."]],
	measures: measures.slice(0, 3).map((one) => ({ ...one, status: "proposed", owner: "Bjørn Eggemoen", deputy: "" })),
	added: [],
};
