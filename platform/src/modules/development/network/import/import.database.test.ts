import { expect, it } from "vitest";
import { openTestDatabase } from "../../../../../test/database.ts";
import { importingInto } from "../../../../../test/importing.ts";
import { makeActor, makeOrganisation } from "../../../../../test/make.ts";
import { listNetworks, openNetwork } from "../../service.server.ts";

const database = await openTestDatabase();
const importing = importingInto(database);

type Given = {
	readonly purpose: string;
	readonly kind: string;
	readonly founded: string;
	readonly owners?: string;
	readonly pays: string;
	readonly money?: string;
	readonly ended?: string;
	readonly members: readonly string[];
	readonly beside?: readonly string[];
	readonly share?: number;
	readonly notes?: readonly (readonly [note: string, source: string])[];
};

const owned = "Medlemmene eier det sammen";
const offered = "Et tilbud om å møtes";
const self = "De som deltar, bestemmer selv";
const budgets = "Medlemmenes egne budsjetter";
const outside = "Penger utenfra";
const table = "Fafo 2013, tabell 5.1";
const text = "Fafo 2013, kapittel 6";
const twelve =
	"Re, Horten, Nøtterøy, Stokke, Tønsberg, Hof, Tjøme, Holmestrand, Andebu, Lardal, Sandefjord, Larvik".split(", ");

/** The nine networks Fafo studied, with what the table and the text say differently as notes. */
const nine: Readonly<Record<string, Given>> = {
	"Interkommunalt samarbeidsprosjekt i palliasjon": {
		...{ purpose: "Kompetanse og samhandling i lindrende omsorg", kind: owned, founded: "01.10.2010", pays: budgets },
		...{
			owners: "Styringsgruppe av politisk og helsefaglig ledelse",
			money: "10 % stilling fra hver deltaker",
			share: 10,
		},
		members: "Time, Klepp, Sandnes, Eigersund, Randaberg, Rennesøy, Hå, Bjerkreim, Stavanger".split(", "),
		beside: ["USHT Rogaland", "Stavanger universitetssjukehus", "Mobilt palliativt team"],
		notes: [["Kommunene har til sammen 452 159 innbyggere.", text]],
	},
	"Kompetansehjulet i Follo": {
		...{ purpose: "Rekruttere fagutdannede og gjøre tjenestene bedre", kind: owned, founded: "01.01.1999" },
		...{ pays: "Ikke avklart", money: "20 % stilling i hver kommune, ikke skrevet ned", share: 20 },
		members: "Enebakk, Frogn, Nesodden, Ås, Ski, Oppegård, Vestby".split(", "),
		notes: [
			["Forankret under personalsjefene, som er i stab.", text],
			["Bare året 1999 er kjent, ikke dagen.", text],
		],
	},
	TRUST: {
		...{ purpose: "Nå intensjonene i samhandlingsreformen", kind: owned, founded: "01.01.2010", ended: "01.07.2012" },
		...{ pays: outside, money: "Program for samhandling, og mye eget" },
		members: ["Gausdal", "Lillehammer", "Øyer"],
		beside: ["Sykehuset Innlandet HF"],
		notes: [
			["Tre kommuner: Gausdal, Lillehammer og Øyer.", table],
			["Fire kommuner: Gausdal, Øyer, Ringebu og Lillehammer.", text],
		],
	},
	"Utviklingssenteret for hjemmetjenester": {
		...{
			purpose: "Kunnskapsbasert praksis i egen kommune og fylket",
			kind: offered,
			founded: "01.01.2010",
			pays: outside,
		},
		members: ["Stjørdal"],
	},
	"Utviklingssenter for sykehjem": {
		...{
			purpose: "Kunnskapsbasert praksis i egen kommune og fylket",
			kind: offered,
			founded: "01.01.2010",
			pays: outside,
		},
		members: ["Oslo", "Abildsø sykehjem"],
	},
	Løkta: {
		...{ purpose: "Initiere og samordne kvalitetsutvikling", kind: owned, founded: "01.01.2008", pays: budgets },
		...{ owners: "Ordførerne eier, rådmennene er styre", money: "Leder betales av de åtte" },
		members: "Bardu, Berg, Dyrøy, Lenvik, Målselv, Sørreisa, Torsken, Tranøy".split(", "),
	},
	"PLO i 12k": {
		...{ purpose: "Lære av hverandre og løse oppgaver sammen", kind: owned, founded: "01.01.2005", pays: budgets },
		...{ owners: "Ordførerne er styre", members: twelve, beside: ["Høgskolen i Vestfold", "Fylkesmannen i Vestfold"] },
		notes: [["Begynte i 1997, tolv kommuner siden 2005.", text]],
	},
	"Etisk refleksjon": {
		...{ purpose: "Etisk refleksjon i pleie og omsorg", kind: self, founded: "01.01.2007", pays: budgets },
		members: ["Larvik"],
	},
	TrygghetsNett: {
		...{ purpose: "Pårørende skal være trygge og mestre", kind: self, founded: "01.01.2006", pays: outside },
		members: ["Sju kommuner fra 12k"],
		notes: [["Hvilke sju er ikke sagt.", table]],
	},
};

const head = [
	...["Nettverk", "Hensikt", "Slags nettverk", "Begynte", "Eiere og styre", "Hvem som betaler", "Mer om pengene"],
	...[
		"Nettverket ble avsluttet",
		"Hvorfor det ble avsluttet",
		"Medlem",
		"Deltar som",
		"Stillingsandel",
		"Merknad",
		"Kilde",
	],
];

function linesOf([name, given]: [string, Given]): string[][] {
	const { purpose, kind, founded, owners = "", pays, money = "", ended = "", share = "" } = given;
	const start = [name, purpose, kind, founded, owners, pays, money, ended, ended && "Avviklet som planlagt"];
	const later = [name, "", "", founded, "", "", "", "", ""];
	const parts = [
		...given.members.map((member) => [member, "Medlem", `${share}`, "", ""]),
		...(given.beside ?? []).map((one) => [one, "Deltar uten å være medlem", "", "", ""]),
		...(given.notes ?? []).map(([note, source]) => ["", "", "", note, source]),
	];
	return parts.map((part, at) => [...(at === 0 ? start : later), ...part]);
}

const file = (lines: readonly (readonly string[])[]) =>
	new TextEncoder().encode([head, ...lines].map((line) => line.join(";")).join("\n"));

it("takes in the nine networks of table 5.1 with members, governance, money and periods, and both of what contradicts", async () => {
	const organisation = await makeOrganisation(database);
	const leader = await makeActor(database, { organisation, roles: ["network-leader"] });
	const planner = await makeActor(database, { organisation, roles: ["competence-planner"] });
	const lines = Object.entries(nine).flatMap(linesOf);
	await expect(importing.preview(planner, "networks", file(lines), "nettverk.csv")).rejects.toThrow();
	const { id, preview } = await importing.preview(leader, "networks", file(lines), "nettverk.csv");
	expect(preview.refusals).toEqual([]);
	expect(preview.counts).toMatchObject({ created: 9, changed: 0, unchanged: 0 });
	expect((await importing.doIt(leader, id)).done).toBeDefined();
	const networks = await database.reading(leader, listNetworks);
	expect(Object.fromEntries(networks.map(({ name, members, beside }) => [name, [members, beside]]))).toEqual({
		"Interkommunalt samarbeidsprosjekt i palliasjon": [9, 3],
		"Kompetansehjulet i Follo": [7, 0],
		TRUST: [3, 1],
		"Utviklingssenteret for hjemmetjenester": [1, 0],
		"Utviklingssenter for sykehjem": [2, 0],
		Løkta: [8, 0],
		"PLO i 12k": [12, 2],
		"Etisk refleksjon": [1, 0],
		TrygghetsNett: [1, 0],
	});
	const open = (name: string) =>
		database.reading(leader, (work) => openNetwork(work, networks.find((one) => one.name === name)?.id ?? ""));
	const trust = await open("TRUST");
	expect(trust?.network).toMatchObject({ foundedOn: "2010-01-01", endedOn: "2012-07-01", moneyKind: "external" });
	expect(trust?.notes.map(({ source }) => source).sort()).toEqual([text, table]);
	const follo = await open("Kompetansehjulet i Follo");
	expect(follo?.members.every(({ pledgedShare, pledgedOn }) => pledgedShare === 20 && pledgedOn === null)).toBe(true);
	expect(follo?.weaknesses.find(({ weakness }) => weakness === "pledge-unwritten")?.members.length).toBe(7);
	expect((await open("TrygghetsNett"))?.members).toMatchObject([{ name: "Sju kommuner fra 12k", partyId: null }]);

	// Taken in once more, nothing is new; a fourth member is.
	const again = (await importing.preview(leader, "networks", file(lines), "nettverk.csv")).preview;
	expect(again.counts).toMatchObject({ created: 0, changed: 0, unchanged: 9, untouched: 0 });
	const more = [["Løkta", "", "", "", "", "", "", "", "", "Senja", "Medlem", "", "", ""]];
	const grown = await importing.preview(leader, "networks", file(more), "nettverk.csv");
	expect(grown.preview.counts).toMatchObject({ created: 0, changed: 1, untouched: 8 });
	await importing.doIt(leader, grown.id);
	expect((await open("Løkta"))?.members.length).toBe(9);
	// What has ended is not changed by a file.
	const late = [["TRUST", "Noe annet", "", "", "", "", "", "", "", "Ringebu", "Medlem", "", "", ""]];
	expect((await importing.preview(leader, "networks", file(late), "nettverk.csv")).preview.refusalCount).toBe(1);
});

it("refuses what is only half said, with the row, and takes nothing of it in", async () => {
	const organisation = await makeOrganisation(database);
	const leader = await makeActor(database, { organisation, roles: ["network-leader"] });
	const row = (name: string, purpose: string, founded: string, ended: string, note = "") => [
		...[name, purpose, owned, founded, "", budgets, "", ended, "", "", "", "", note, ""],
	];
	const lines = [
		row("Uten hensikt", "", "01.01.2020", ""),
		row("Uten dag", "Lære", "", ""),
		row("Fram i tid", "Lære", "01.01.2099", ""),
		row("Uten grunn", "Lære", "01.01.2020", "01.01.2021"),
		row("Helt", "Lære", "01.01.2020", ""),
	];
	const { preview } = await importing.preview(leader, "networks", file(lines), "nettverk.csv");
	expect(preview.refusalCount).toBe(4);
	expect(await database.reading(leader, listNetworks)).toEqual([]);
});
