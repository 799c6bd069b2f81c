import type { Profession } from "../../../organisation/codes.ts";

/** Courses with placement that institutions all over the country have, made up after what such programmes hold. */
export type NationalCourse = {
	readonly key: string;
	readonly name: string;
	readonly programme: string;
	readonly profession: Profession;
	readonly year: number;
	/** Which of the country's spans of weeks it is practised in. */
	readonly span: "early" | "late" | "long";
	readonly settings: readonly string[];
	/** How many of a hundred of the country's students take it. */
	readonly share: number;
	/** Every so many institutions have it. */
	readonly every: number;
};

const nursing = { programme: "Bachelor i sykepleie", profession: "nursing", every: 2 } as const;
const teaching = {
	programme: "Grunnskolelærerutdanning",
	profession: "teaching",
	settings: ["school"],
	every: 2,
} as const;
const kindergarten = {
	...{ programme: "Barnehagelærerutdanning", profession: "kindergarten-teaching" as const },
	...{ settings: ["kindergarten"], every: 2 },
} as const;

export const nationalCourses: readonly NationalCourse[] = [
	{
		...nursing,
		key: "n1",
		name: "Grunnleggende sykepleie",
		year: 1,
		span: "late",
		settings: ["nursing-home"],
		share: 12,
	},
	{
		...nursing,
		...{ key: "n2", name: "Sykepleie i kommunehelsetjenesten", year: 2, span: "early", share: 12 },
		settings: ["nursing-home", "home-care", "rehabilitation", "intermediate-ward"],
	},
	{
		...nursing,
		...{ key: "n3", name: "Hjemmebasert sykepleie og psykisk helse", year: 3, span: "late", share: 11 },
		settings: ["home-care", "mental-health", "health-centre", "school-health", "emergency-clinic"],
	},
	{ ...teaching, key: "t1", name: "Lærerrollen", year: 1, span: "early", share: 7 },
	{ ...teaching, key: "t2", name: "Undervisning og tilpasset opplæring", year: 2, span: "late", share: 7 },
	{ ...teaching, key: "t3", name: "Profesjonsfaglig fordypning", year: 3, span: "long", share: 6 },
	{ ...kindergarten, key: "k1", name: "Barns utvikling, lek og læring", year: 1, span: "late", share: 6 },
	{ ...kindergarten, key: "k2", name: "Natur, helse og bevegelse", year: 2, span: "early", share: 6 },
	{ ...kindergarten, key: "k3", name: "Ledelse og samarbeid", year: 3, span: "late", share: 5 },
	{
		...{ key: "v2", name: "Miljøarbeid i praksis", programme: "Bachelor i vernepleie", every: 3 },
		...{ profession: "learning-disability-nursing", year: 2, span: "early", share: 6 },
		settings: ["disability-service", "assisted-living", "day-centre", "mental-health"],
	},
	{
		...{ key: "v3", name: "Vernepleie i tjenestene", programme: "Bachelor i vernepleie", every: 3 },
		...{ profession: "learning-disability-nursing", year: 3, span: "late", share: 5 },
		settings: ["disability-service", "assisted-living", "day-centre"],
	},
	{
		...{ key: "s2", name: "Sosialt arbeid i praksis", programme: "Bachelor i sosialt arbeid", every: 3 },
		...{ profession: "social-work", year: 2, span: "long", share: 5 },
		settings: ["nav-office", "child-welfare", "refugee-service"],
	},
	{
		...{ key: "b3", name: "Barnevern i praksis", programme: "Bachelor i barnevern", every: 4 },
		...{ profession: "child-welfare", year: 3, span: "long", share: 4 },
		settings: ["child-welfare", "school", "pedagogical-service"],
	},
	{
		...{ key: "f3", name: "Fysioterapi i kommunen", programme: "Bachelor i fysioterapi", every: 5 },
		...{ profession: "physiotherapy", year: 3, span: "early", share: 3 },
		settings: ["rehabilitation", "home-care", "nursing-home"],
	},
	{
		...{ key: "e3", name: "Ergoterapi i kommunen", programme: "Bachelor i ergoterapi", every: 5 },
		...{ profession: "occupational-therapy", year: 3, span: "late", share: 3 },
		settings: ["rehabilitation", "home-care", "day-centre"],
	},
	{
		...{
			key: "m5",
			name: "Allmennmedisin og kommunehelsetjeneste",
			programme: "Profesjonsstudiet i medisin",
			every: 9,
		},
		...{ profession: "medicine", year: 5, span: "early", share: 2 },
		settings: ["emergency-clinic", "nursing-home", "health-centre"],
	},
];
