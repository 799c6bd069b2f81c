import type { Names } from "../contract.ts";
import type { ReferenceList, ReferenceOrganisation, Seat } from "./list.ts";

/**
 * Development centres for nursing homes and home care services (USHT), by the area each serves and the municipality that
 * has hosted it since 2017, under its municipality number of 2024.
 */
export const developmentCentres: ReferenceList = {
	id: "development-centres",
	source:
		"Helsedirektoratet og Helse- og omsorgsdepartementet, vertskommuner for utviklingssentre fra 2017; Indre Østfold kommune",
	asOf: "2017-01-01",
	isComplete: true,
	organisations: [
		developmentCentre("finnmark", "Finnmark", "5605", "Kirkenes", ["56"]),
		developmentCentre("sami", "den samiske befolkningen", "5610", "Karasjok", ["56"], {
			nb: "USHT for den samiske befolkningen",
			nn: "USHT for den samiske folkesetnaden",
			en: "USHT for the Sámi population",
		}),
		developmentCentre("troms", "Troms", "5501", "Tromsø", ["55"]),
		developmentCentre("nordland", "Nordland", "1860", "Leknes", ["18"]),
		developmentCentre("nord-trondelag", "Trøndelag nord", "5038", "Verdal", ["50"]),
		developmentCentre("sor-trondelag", "Trøndelag sør", "5058", "Årnes", ["50"]),
		developmentCentre("more-og-romsdal", "Møre og Romsdal", "1508", "Ålesund", ["15"]),
		developmentCentre("sogn-og-fjordane", "Sogn og Fjordane", "4647", "Førde", ["46"]),
		developmentCentre("hordaland", "Hordaland", "4601", "Bergen", ["46"]),
		developmentCentre("helse-fonna", "Helse Fonna", "1106", "Haugesund", ["11", "46"]),
		developmentCentre("rogaland", "Rogaland", "1103", "Stavanger", ["11"]),
		developmentCentre("vest-agder", "Agder vest", "4204", "Kristiansand", ["42"]),
		developmentCentre("aust-agder", "Agder øst", "4202", "Grimstad", ["42"]),
		developmentCentre("telemark", "Telemark", "4001", "Porsgrunn", ["40"]),
		developmentCentre("vestfold", "Vestfold", "3907", "Sandefjord", ["39"]),
		developmentCentre("buskerud", "Buskerud", "3301", "Drammen", ["33"]),
		developmentCentre("oslo", "Oslo", "0301", "Oslo", ["03"]),
		developmentCentre("akershus", "Akershus", "3222", "Kjenn", ["32"]),
		developmentCentre("oppland", "Oppland", "3407", "Gjøvik", ["34"]),
		developmentCentre("hedmark", "Hedmark", "3403", "Hamar", ["34"]),
		developmentCentre("ostfold", "Østfold", "3118", "Askim", ["31"]),
	],
};

/** The five centres for care research and the institutions that host them. */
export const careResearchCentres: ReferenceList = {
	id: "care-research-centres",
	source: "NTNU og Høgskulen på Vestlandet, om sentrene for omsorgsforskning",
	asOf: "2024-01-01",
	isComplete: true,
	organisations: [
		careResearch("øst", "east", ["1150"], { municipality: "3407", town: "Gjøvik" }),
		careResearch("sør", "south", ["1171", "1176"], { municipality: "4202", town: "Grimstad" }),
		careResearch("vest", "west", ["0238"], { municipality: "4601", town: "Bergen" }),
		careResearch("midt", "central", ["1174"]),
		careResearch("nord", "north", ["1130"], { municipality: "5501", town: "Tromsø" }),
	],
};

/** The four regional health authorities and the hospital trusts below them. */
export const hospitalTrusts: ReferenceList = {
	id: "hospital-trusts",
	source: "Regjeringen.no, oversikt over landets helseforetak",
	asOf: "2024-01-01",
	isComplete: false,
	organisations: [
		trust("Helse Sør-Øst RHF", { municipality: "3403", town: "Hamar" }),
		trust("Helse Vest RHF", { municipality: "1103", town: "Stavanger" }),
		trust("Helse Midt-Norge RHF", { municipality: "5035", town: "Stjørdalshalsen" }),
		trust("Helse Nord RHF", { municipality: "1804", town: "Bodø" }),
		trust("Akershus universitetssykehus HF", { municipality: "3222", town: "Kjenn" }, "Ahus"),
		trust("Oslo universitetssykehus HF", { municipality: "0301", town: "Oslo" }, "OUS"),
		trust("Sunnaas sykehus HF", { municipality: "3212", town: "Nesoddtangen" }),
		trust("Sykehuset i Vestfold HF", { municipality: "3905", town: "Tønsberg" }),
		trust("Sykehuset Innlandet HF", { municipality: "3411", town: "Brumunddal" }),
		trust("Sykehuset Telemark HF", { municipality: "4003", town: "Skien" }),
		trust("Sykehuset Østfold HF", { municipality: "3105", town: "Sarpsborg" }),
		trust("Sørlandet sykehus HF", { municipality: "4204", town: "Kristiansand" }),
		trust("Vestre Viken HF", { municipality: "3301", town: "Drammen" }),
		trust("Helse Bergen HF", { municipality: "4601", town: "Bergen" }),
		trust("Helse Fonna HF", { municipality: "1106", town: "Haugesund" }),
		trust("Helse Førde HF", { municipality: "4647", town: "Førde" }),
		trust("Helse Stavanger HF", { municipality: "1103", town: "Stavanger" }),
		trust("Helse Møre og Romsdal HF", { municipality: "1508", town: "Ålesund" }),
		trust("Helse Nord-Trøndelag HF", { municipality: "5037", town: "Levanger" }),
		trust("St. Olavs hospital HF", { municipality: "5001", town: "Trondheim" }),
		trust("Finnmarkssykehuset HF", { municipality: "5603", town: "Hammerfest" }),
		trust("Helgelandssykehuset HF", { municipality: "1833", town: "Mo i Rana" }),
		trust("Nordlandssykehuset HF", { municipality: "1804", town: "Bodø" }),
		trust("Universitetssykehuset Nord-Norge HF", { municipality: "5501", town: "Tromsø" }, "UNN"),
	],
};

function developmentCentre(
	key: string,
	area: string,
	municipality: string,
	town: string,
	counties: readonly string[],
	name: Names = { nb: `USHT ${area}`, nn: `USHT ${area}`, en: `USHT ${area}` },
): ReferenceOrganisation {
	return {
		key: `development-centre-${key}`,
		kind: "development-centre",
		name,
		counties,
		hosts: [municipality],
		seat: { municipality, town },
		website: "https://www.utviklingssenter.no/",
	};
}

function careResearch(side: string, english: string, hosts: readonly string[], seat?: Seat): ReferenceOrganisation {
	return {
		key: `care-research-centre-${english}`,
		kind: "care-research-centre",
		name: {
			nb: `Senter for omsorgsforskning, ${side}`,
			nn: `Senter for omsorgsforsking, ${side === "øst" ? "aust" : side}`,
			en: `Centre for Care Research, ${english}`,
		},
		hosts,
		website: "https://www.omsorgsforskning.no/",
		...(seat ? { seat } : {}),
	};
}

function trust(name: string, seat: Seat, shortName?: string): ReferenceOrganisation {
	return {
		key: `hospital-trust-${name.toLowerCase().replace(/[^a-zæøå]+/g, "-")}`,
		kind: "hospital-trust",
		// A company name: the same in every language.
		name: { nb: name, nn: name, en: name },
		seat,
		...(shortName === undefined ? {} : { shortName }),
	};
}
