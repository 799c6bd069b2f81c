import type { Profession, Responsibility, Role } from "../contract.ts";

/** The municipalities of the demo region, and how many units each is given. */
export const demoMunicipalities: readonly { readonly number: string; readonly units: number }[] = [
	{ number: "5001", units: 46 },
	{ number: "5035", units: 26 },
	{ number: "5031", units: 16 },
	{ number: "5037", units: 22 },
	{ number: "5038", units: 18 },
	{ number: "5006", units: 24 },
	{ number: "5025", units: 11 },
	{ number: "3407", units: 24 },
	{ number: "3427", units: 10 },
	// The north: fewer units, further between.
	{ number: "5501", units: 18 },
	{ number: "5503", units: 12 },
	{ number: "1804", units: 16 },
	{ number: "1806", units: 12 },
	{ number: "5601", units: 12 },
];

/** Institutions of the demo region, by DBH code, with faculties and departments made up after their subjects. */
export const demoInstitutions: readonly {
	readonly key: string;
	/** What its made-up addresses are called after. */
	readonly shortName: string;
	readonly faculties: readonly { readonly name: string; readonly departments: readonly string[] }[];
}[] = [
	{
		key: "institution-1150",
		shortName: "NTNU",
		faculties: [
			{
				name: "Fakultet for helsevitenskap",
				departments: ["Institutt for sykepleie", "Institutt for rehabilitering", "Institutt for medisin"],
			},
			{
				name: "Fakultet for lærerutdanning",
				departments: ["Institutt for grunnskolelærer", "Institutt for pedagogikk"],
			},
		],
	},
	{
		key: "institution-1174",
		shortName: "Nord",
		faculties: [
			{ name: "Fakultet for sykepleie", departments: ["Faggruppe for sykepleie", "Faggruppe for vernepleie"] },
			{ name: "Fakultet for lærerutdanning", departments: ["Faggruppe for barnehagelærer"] },
		],
	},
	{
		key: "institution-1177",
		shortName: "INN",
		faculties: [
			{ name: "Fakultet for helse", departments: ["Institutt for sykepleie", "Institutt for vernepleie"] },
			{ name: "Fakultet for sosialfag", departments: ["Institutt for sosialt arbeid"] },
		],
	},
	{
		key: "institution-1130",
		shortName: "UiT",
		faculties: [
			{ name: "Det helsevitenskapelige fakultet", departments: ["Institutt for helse- og omsorgsfag"] },
			{ name: "Fakultet for humaniora og lærerutdanning", departments: ["Institutt for lærerutdanning"] },
		],
	},
];

/** Organisations of the demo region that are neither municipality nor institution and have people. */
export const demoBodies = [
	{ key: "state-administrator-50", shortName: "Statsforvalteren Trøndelag" },
	{ key: "ks-region-50", shortName: "KS Trøndelag" },
	{ key: "development-centre-nord-trondelag", shortName: "USHT Trøndelag nord" },
] as const;

/** Organisations below a municipality, made up for the demo. */
export const demoSmall: readonly {
	readonly key: string;
	readonly kind: "gp-office" | "user-council" | "regional-council";
	readonly municipality: string;
	readonly name: string;
}[] = [
	{ key: "demo:gp-office:torget", kind: "gp-office", municipality: "5035", name: "Torgkvartalet legesenter" },
	{ key: "demo:gp-office:elva", kind: "gp-office", municipality: "5035", name: "Elvebredden legekontor" },
	{ key: "demo:gp-office:brygga", kind: "gp-office", municipality: "5037", name: "Brygga legegruppe" },
	{ key: "demo:gp-office:midt", kind: "gp-office", municipality: "5001", name: "Midtbyen fastlegesenter" },
	{ key: "demo:regional-council:vaernes", kind: "regional-council", municipality: "5035", name: "Værnesregionen" },
	{ key: "demo:user-council:5035", kind: "user-council", municipality: "5035", name: "Eldrerådet i Stjørdal" },
	{ key: "demo:user-council:5001", kind: "user-council", municipality: "5001", name: "Eldrerådet i Trondheim" },
];

/** Those that have just begun, with nothing in the system: each tries it before any partner is on board; two are too small to apply alone. */
export const demoBeginners = [
	{ key: "municipality:5053", shortName: "Inderøy" },
	{ key: "institution-8208", shortName: "VID" },
	{ key: "municipality:5041", shortName: "Snåsa" },
	{ key: "municipality:5042", shortName: "Lierne" },
] as const;

export type DemoRole = {
	/** `municipality:5035`, a key of the reference lists or of the demo. */
	readonly at: string;
	/** The setting of the unit, or its name where it has none; the first such unit is meant. Null: the whole organisation. */
	readonly unit: string | null;
	readonly role: Role;
	readonly title: string;
	readonly share?: number;
	readonly position?: "staff";
};

/** The people a visitor can be. Made up; each opens another side of the product. The order is the order shown. */
export const demoPeople: readonly { readonly name: string; readonly roles: readonly DemoRole[] }[] = [
	{
		name: "Torstein Aunemo",
		roles: [
			{ at: "municipality:5035", unit: null, role: "placement-coordinator", title: "Praksiskoordinator", share: 60 },
		],
	},
	{
		name: "Ingrid Vollmo",
		roles: [
			{ at: "institution-1150", unit: null, role: "placement-coordinator", title: "Praksiskoordinator, helsefag" },
		],
	},
	{
		name: "Marit Heggeli",
		roles: [{ at: "municipality:5035", unit: "nursing-home", role: "unit-leader", title: "Enhetsleder" }],
	},
	{
		name: "Sindre Lillebo",
		roles: [
			{ at: "municipality:5035", unit: "nursing-home", role: "supervisor", title: "Sykepleier og praksisveileder" },
		],
	},
	{
		name: "Amalie Nesteby",
		roles: [
			{ at: "institution-1150", unit: "Institutt for sykepleie", role: "student", title: "Sykepleierstudent, 2. år" },
		],
	},
	{
		name: "Bjørn Eggemoen",
		roles: [{ at: "municipality:5035", unit: null, role: "manager", title: "Kommunalsjef helse og mestring" }],
	},
	{
		name: "Eva Strandheim",
		roles: [{ at: "municipality:5035", unit: null, role: "administrator", title: "Systemansvarlig" }],
	},
	{
		name: "Silje Rostadmo",
		roles: [
			{
				at: "municipality:5037",
				unit: null,
				role: "competence-planner",
				title: "Rådgiver kompetanse",
				position: "staff",
			},
			{
				at: "municipality:5037",
				unit: null,
				role: "grants-coordinator",
				title: "Tilskuddskoordinator",
				position: "staff",
			},
			{ at: "municipality:5037", unit: null, role: "administrator", title: "Systemansvarlig", position: "staff" },
		],
	},
	{
		name: "Håvard Myhrvang",
		roles: [
			{
				at: "state-administrator-50",
				unit: null,
				role: "case-officer",
				title: "Seniorrådgiver, tilskudd",
				position: "staff",
			},
			{ at: "state-administrator-50", unit: null, role: "administrator", title: "Systemansvarlig", position: "staff" },
		],
	},
	{
		name: "Tuva Reinås",
		roles: [
			{
				at: "state-administrator-50",
				unit: null,
				role: "case-officer",
				title: "Rådgiver, tilskudd",
				position: "staff",
			},
		],
	},
	{
		name: "Kirsten Voldsund",
		roles: [
			{
				at: "development-centre-nord-trondelag",
				unit: null,
				role: "network-leader",
				title: "Leder, nettverk og utvikling",
			},
			{ at: "development-centre-nord-trondelag", unit: null, role: "administrator", title: "Systemansvarlig" },
			{ at: "ks-region-50", unit: null, role: "adviser", title: "Spesialrådgiver", share: 20, position: "staff" },
		],
	},
	{
		name: "Arne Solemdal",
		roles: [
			{ at: "municipality:5038", unit: "home-care", role: "project-leader", title: "Prosjektleder velferdsteknologi" },
		],
	},
	{
		name: "Gerd Hofstadmyr",
		roles: [{ at: "demo:user-council:5035", unit: null, role: "user-representative", title: "Leder av eldrerådet" }],
	},
	{
		name: "Omar Haddadi",
		roles: [
			{ at: "demo:gp-office:torget", unit: null, role: "general-practitioner", title: "Fastlege" },
			{ at: "demo:gp-office:torget", unit: null, role: "administrator", title: "Daglig leder" },
		],
	},
	{
		name: "Liv Nordgarden",
		roles: [{ at: "institution-1174", unit: "Fakultet for sykepleie", role: "manager", title: "Dekan" }],
	},
	{
		name: "Vegard Dalsaune",
		roles: [
			{ at: "institution-1150", unit: null, role: "researcher", title: "Forsker, tjenesteforskning" },
			{ at: "institution-1150", unit: null, role: "administrator", title: "Systemansvarlig", position: "staff" },
		],
	},
	{
		name: "Biret Hætta",
		roles: [{ at: "institution-1130", unit: null, role: "placement-coordinator", title: "Praksiskoordinator" }],
	},
	{
		name: "Gro Nygårdshaug",
		roles: [
			{
				at: "municipality:5053",
				unit: null,
				role: "placement-coordinator",
				title: "Praksiskoordinator, starter på nytt",
			},
			{ at: "municipality:5053", unit: null, role: "administrator", title: "Systemansvarlig" },
		],
	},
	{
		name: "Kari Agledal",
		roles: [
			{
				at: "municipality:5041",
				unit: null,
				role: "grants-coordinator",
				title: "Rådgiver, tilskudd og mye annet",
				share: 20,
			},
			{ at: "municipality:5041", unit: null, role: "administrator", title: "Systemansvarlig" },
		],
	},
	{
		name: "Jon Sørlimo",
		roles: [
			{ at: "municipality:5042", unit: null, role: "manager", title: "Kommunalsjef, alene om tilskudd" },
			{ at: "municipality:5042", unit: null, role: "administrator", title: "Systemansvarlig" },
		],
	},
	{
		name: "Anders Fosshagen",
		roles: [
			{
				at: "institution-8208",
				unit: null,
				role: "placement-coordinator",
				title: "Praksiskoordinator, starter på nytt",
			},
			{ at: "institution-8208", unit: null, role: "administrator", title: "Systemansvarlig" },
		],
	},
	{
		name: "Randi Kvernmoen",
		roles: [{ at: "operator", unit: null, role: "administrator", title: "Driftsansvarlig" }],
	},
];

export type DemoContact = {
	readonly responsibility: Responsibility;
	readonly profession?: Profession;
	/** The role of the one who answers; null for a shared post box. */
	readonly by: Role | null;
	/** The role of the one who stands in; none where it is left out. */
	readonly deputy?: Role;
	/** Months since somebody said that it is still correct. */
	readonly monthsAgo: number;
};

/** Who answers for what in each municipality: some on purpose without deputy, some not looked at for a year. */
export const municipalContacts: readonly DemoContact[] = [
	{ responsibility: "general", by: null, monthsAgo: 3 },
	{ responsibility: "agreements", by: "agreement-coordinator", deputy: "manager", monthsAgo: 4 },
	{ responsibility: "placements", by: "placement-coordinator", deputy: "agreement-coordinator", monthsAgo: 2 },
	{ responsibility: "placements", profession: "teaching", by: "adviser", monthsAgo: 14 },
	{ responsibility: "gp-placements", by: "adviser", deputy: "placement-coordinator", monthsAgo: 7 },
	{ responsibility: "compensation", by: "employee", monthsAgo: 5 },
	{ responsibility: "competence-plan", by: "competence-planner", deputy: "manager", monthsAgo: 16 },
	{ responsibility: "grants", by: "grants-coordinator", deputy: "competence-planner", monthsAgo: 1 },
];

export const institutionContacts: readonly DemoContact[] = [
	{ responsibility: "general", by: null, monthsAgo: 2 },
	{ responsibility: "agreements", by: "agreement-coordinator", deputy: "manager", monthsAgo: 3 },
	{ responsibility: "placements", by: "placement-coordinator", deputy: "teacher", monthsAgo: 1 },
	{
		responsibility: "placements",
		profession: "nursing",
		by: "teacher",
		deputy: "placement-coordinator",
		monthsAgo: 13,
	},
	{ responsibility: "research", by: "researcher", monthsAgo: 6 },
	{ responsibility: "further-education", by: "adviser", monthsAgo: 18 },
];

/** Staff every municipality of the demo has, beside those a visitor can be. */
export const municipalStaff: readonly { readonly role: Role; readonly title: string; readonly position?: "staff" }[] = [
	{ role: "administrator", title: "Systemansvarlig", position: "staff" },
	{ role: "manager", title: "Kommunalsjef" },
	{ role: "agreement-coordinator", title: "Samarbeidskoordinator", position: "staff" },
	{ role: "placement-coordinator", title: "Praksiskoordinator", position: "staff" },
	{ role: "competence-planner", title: "Rådgiver kompetanse", position: "staff" },
	{ role: "grants-coordinator", title: "Rådgiver tilskudd", position: "staff" },
	{ role: "adviser", title: "Rådgiver oppvekst", position: "staff" },
	{ role: "employee", title: "Økonomimedarbeider", position: "staff" },
	{ role: "union-representative", title: "Hovedtillitsvalgt", position: "staff" },
];

export const institutionStaff: readonly { readonly role: Role; readonly title: string; readonly position?: "staff" }[] =
	[
		{ role: "administrator", title: "Systemansvarlig", position: "staff" },
		{ role: "manager", title: "Prorektor" },
		{ role: "agreement-coordinator", title: "Samarbeidskoordinator", position: "staff" },
		{ role: "placement-coordinator", title: "Praksiskoordinator", position: "staff" },
		{ role: "teacher", title: "Praksislærer" },
		{ role: "researcher", title: "Forsker" },
		{ role: "adviser", title: "Rådgiver etter- og videreutdanning", position: "staff" },
	];
