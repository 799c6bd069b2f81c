import type { Coordinates, Gazetteer, Municipality } from "../../../geography/place.ts";
import type { Random } from "./random.ts";

/** A unit before it is written: parents come before their children. */
export type MadeUnit = {
	/** The same in every run, and the unit's own code. */
	readonly code: string;
	readonly parentCode: string | null;
	readonly name: string;
	readonly setting: string | null;
	readonly sector: string;
	readonly place: string | null;
	readonly at: Coordinates | null;
};

/** Names of farms and hillsides there are many of: nursing homes and schools bear such names everywhere. */
const estates = [
	...["Solbakken", "Fjordgløtt", "Bjørkelia", "Elvebakken", "Granhaug", "Kløvertunet", "Lyngheim", "Nordlia", "Rognly"],
	...["Sjøtun", "Utsikten", "Vonheim", "Åsly", "Øverlia", "Prestegardstunet", "Skogly", "Slettmoen", "Furutoppen"],
	...["Haugtun", "Breidablikk", "Lillebo", "Myrtun", "Heggelia", "Sandbakken", "Kvernbekken", "Engatun", "Bakketun"],
	...[
		"Fagerlia",
		"Hagatun",
		"Kirkevoll",
		"Linåker",
		"Månelia",
		"Nybrott",
		"Osptun",
		"Pilåsen",
		"Rydningen",
		"Seljeåsen",
	],
	...["Tangen", "Ullandhaugen", "Vårtun", "Ekrene", "Almlia", "Steinsvollen", "Kystad", "Hovtun", "Lerkelunden"],
	...[
		"Gullberget",
		"Jonsvoll",
		"Lundamo",
		"Mellomåsen",
		"Nesttun",
		"Ringve",
		"Sørtun",
		"Trollhaugen",
		"Vollan",
		"Øratun",
	],
] as const;

type Plan = {
	readonly setting: string;
	readonly sector: string;
	name(estate: string, municipality: string, district: string): string;
};

const health = "health-and-care";
const childhood = "childhood";

/** The services of a municipality, the ones every municipality has first. */
const plans: readonly Plan[] = [
	{ setting: "nursing-home", sector: health, name: (estate) => `${estate} sykehjem` },
	{ setting: "home-care", sector: health, name: (_estate, _municipality, district) => `Hjemmetjenesten ${district}` },
	{ setting: "school", sector: childhood, name: (estate) => `${estate} skole` },
	{ setting: "kindergarten", sector: childhood, name: (estate) => `${estate} barnehage` },
	{
		setting: "health-centre",
		sector: health,
		name: (_estate, _municipality, district) => `Helsestasjonen ${district}`,
	},
	{ setting: "mental-health", sector: health, name: (estate) => `Psykisk helse og rus ${estate}` },
	{
		setting: "child-welfare",
		sector: childhood,
		name: (_estate, municipality) => `Barneverntjenesten i ${municipality}`,
	},
	{ setting: "nav-office", sector: "social", name: (_estate, municipality) => `Nav ${municipality}` },
	{ setting: "disability-service", sector: health, name: (estate) => `${estate} bo- og aktivitetstilbud` },
	{ setting: "kindergarten", sector: childhood, name: (estate) => `${estate} barnehage` },
	{ setting: "school", sector: childhood, name: (estate) => `${estate} ungdomsskole` },
	{ setting: "rehabilitation", sector: health, name: (estate) => `${estate} rehabilitering` },
	{ setting: "assisted-living", sector: health, name: (estate) => `${estate} omsorgsboliger` },
	{ setting: "emergency-clinic", sector: health, name: (_estate, municipality) => `${municipality} legevakt` },
	{
		setting: "school-health",
		sector: health,
		name: (_estate, _municipality, district) => `Skolehelsetjenesten ${district}`,
	},
	{ setting: "nursing-home", sector: health, name: (estate) => `${estate} omsorgssenter` },
	{ setting: "day-centre", sector: health, name: (estate) => `${estate} dagsenter` },
	{
		setting: "pedagogical-service",
		sector: childhood,
		name: (_estate, municipality) => `Pedagogisk-psykologisk tjeneste i ${municipality}`,
	},
	{ setting: "intermediate-ward", sector: health, name: (estate) => `${estate} helsehus, døgnplasser` },
	{
		setting: "refugee-service",
		sector: "social",
		name: (_estate, municipality) => `Flyktningtjenesten i ${municipality}`,
	},
];

const districts = ["sentrum", "nord", "sør", "øst", "vest"] as const;

const sectors = [
	{ code: "HELSE", sector: health, name: "Helse og mestring" },
	{ code: "OPPVEKST", sector: childhood, name: "Oppvekst og utdanning" },
	{ code: "VELFERD", sector: "social", name: "Velferd" },
] as const;

/**
 * A municipality's units: three sectors, and services below them until there are `count` units in all. Names and
 * points are made up; the points lie within some kilometres of the municipality's towns.
 */
export function makeUnits(
	municipality: Municipality,
	towns: Gazetteer["towns"],
	count: number,
	chance: Random,
): MadeUnit[] {
	const own = towns.filter((town) => town.municipality === municipality.number);
	const centre = { name: municipality.centre.name, at: municipality.centre.at };
	const offset = chance.whole(0, estates.length - 1);
	const used = new Set<string>();
	const services = Array.from({ length: Math.max(0, count - sectors.length) }, (_, index): MadeUnit => {
		const plan = plans[index % plans.length] ?? plans[0];
		if (!plan) throw new Error("there are no plans");
		const town = index < plans.length ? centre : chance.pick(own.length > 0 ? own : [centre]);
		const estate = estates[(offset + index) % estates.length] ?? "Solbakken";
		const district = districts[Math.floor(index / plans.length) % districts.length] ?? "sentrum";
		const first = plan.name(estate, municipality.name, district);
		let name = first;
		for (let again = 2; used.has(name); again++) name = `${first} ${again}`;
		used.add(name);
		return {
			code: `T${String(index + 1).padStart(3, "0")}`,
			parentCode: sectors.find((one) => one.sector === plan.sector)?.code ?? null,
			name,
			setting: plan.setting,
			sector: plan.sector,
			place: town.name,
			at: near(town.at, chance),
		};
	});
	const tops = sectors.map(
		({ code, sector, name }): MadeUnit => ({
			code,
			parentCode: null,
			name,
			setting: null,
			sector,
			place: null,
			at: null,
		}),
	);
	return [...tops, ...services];
}

/** Within about three kilometres, to five decimals (a metre). */
function near(at: Coordinates, chance: Random): Coordinates {
	const round = (degrees: number) => Math.round(degrees * 100_000) / 100_000;
	return {
		latitude: round(at.latitude + (chance.next() - 0.5) * 0.05),
		longitude: round(at.longitude + (chance.next() - 0.5) * 0.1),
	};
}
