import type { Profession } from "../../organisation/codes.ts";

/** Courses with placement in the demo region, made up after what such programmes hold. */
export type DemoCourse = {
	readonly key: string;
	/** DBH key of the institution, as the reference lists have it. */
	readonly institution: string;
	readonly programme: string;
	readonly code: string;
	readonly name: string;
	readonly profession: Profession;
	readonly year: number;
	readonly weeks: number;
	readonly credits: number;
	readonly settings: readonly string[];
};

export const demoCourses: readonly DemoCourse[] = [
	{
		key: "syk1",
		institution: "institution-1150",
		programme: "Bachelor i sykepleie",
		code: "SYK1010",
		name: "Grunnleggende sykepleie i sykehjem",
		profession: "nursing",
		year: 1,
		weeks: 8,
		credits: 15,
		settings: ["nursing-home"],
	},
	{
		key: "syk2",
		institution: "institution-1150",
		programme: "Bachelor i sykepleie",
		code: "SYK2015",
		name: "Sykepleie i kommunehelsetjenesten",
		profession: "nursing",
		year: 2,
		weeks: 8,
		credits: 15,
		settings: ["nursing-home", "home-care", "rehabilitation"],
	},
	{
		key: "syk3",
		institution: "institution-1150",
		programme: "Bachelor i sykepleie",
		code: "SYK3012",
		name: "Hjemmebasert sykepleie og psykisk helse",
		profession: "nursing",
		year: 3,
		weeks: 10,
		credits: 15,
		settings: ["home-care", "mental-health"],
	},
	{
		key: "ver2",
		institution: "institution-1150",
		programme: "Bachelor i vernepleie",
		code: "VER2004",
		name: "Miljøarbeid i praksis",
		profession: "learning-disability-nursing",
		year: 2,
		weeks: 9,
		credits: 15,
		settings: ["disability-service", "assisted-living", "mental-health", "nursing-home"],
	},
	{
		key: "sos2",
		institution: "institution-1150",
		programme: "Bachelor i sosialt arbeid",
		code: "SOS2002",
		name: "Sosialt arbeid i praksis",
		profession: "social-work",
		year: 2,
		weeks: 12,
		credits: 20,
		settings: ["nav-office", "child-welfare", "mental-health"],
	},
	{
		key: "nsyk1",
		institution: "institution-1174",
		programme: "Bachelor i sykepleie",
		code: "SPL1003",
		name: "Grunnleggende sykepleie, sykehjem",
		profession: "nursing",
		year: 1,
		weeks: 8,
		credits: 12,
		settings: ["nursing-home"],
	},
	{
		key: "usyk2",
		institution: "institution-1130",
		programme: "Bachelor i sykepleie",
		code: "SYP2101",
		name: "Sykepleie i kommunen, nord",
		profession: "nursing",
		year: 2,
		weeks: 8,
		credits: 15,
		settings: ["nursing-home", "home-care", "rehabilitation"],
	},
	{
		key: "nsyk3",
		institution: "institution-1174",
		programme: "Bachelor i sykepleie",
		code: "SPL3002",
		name: "Hjemmesykepleie og psykisk helse",
		profession: "nursing",
		year: 3,
		weeks: 8,
		credits: 15,
		settings: ["home-care", "mental-health"],
	},
];

/** What a site of each setting takes: professions with years and places, the most at once, and how many supervisors. */
export const demoCapacity: Readonly<
	Record<
		string,
		{
			readonly most: number;
			readonly supervisors: number;
			readonly offers: readonly {
				readonly profession: Profession;
				readonly years: readonly number[];
				readonly places: readonly [number, number];
			}[];
		}
	>
> = {
	"nursing-home": {
		most: 5,
		supervisors: 4,
		offers: [
			{ profession: "nursing", years: [1, 2], places: [2, 5] },
			{ profession: "learning-disability-nursing", years: [2, 3], places: [1, 1] },
		],
	},
	"home-care": { most: 5, supervisors: 4, offers: [{ profession: "nursing", years: [2, 3], places: [2, 5] }] },
	rehabilitation: { most: 3, supervisors: 2, offers: [{ profession: "nursing", years: [2, 3], places: [1, 3] }] },
	"mental-health": {
		most: 4,
		supervisors: 3,
		offers: [
			{ profession: "nursing", years: [3], places: [1, 3] },
			{ profession: "learning-disability-nursing", years: [2], places: [1, 2] },
			{ profession: "social-work", years: [2, 3], places: [1, 1] },
		],
	},
	"disability-service": {
		most: 4,
		supervisors: 3,
		offers: [{ profession: "learning-disability-nursing", years: [], places: [2, 4] }],
	},
	"assisted-living": {
		most: 3,
		supervisors: 2,
		offers: [{ profession: "learning-disability-nursing", years: [2], places: [1, 2] }],
	},
	"nav-office": { most: 3, supervisors: 2, offers: [{ profession: "social-work", years: [2, 3], places: [1, 3] }] },
	"child-welfare": { most: 3, supervisors: 2, offers: [{ profession: "social-work", years: [2, 3], places: [1, 3] }] },
};
