import type { Names } from "../contract.ts";
import type { Campus, ReferenceList, ReferenceOrganisation, Seat } from "./list.ts";

const towns = {
	oslo: { municipality: "0301", town: "Oslo" },
	bergen: { municipality: "4601", town: "Bergen" },
	trondheim: { municipality: "5001", town: "Trondheim" },
	stavanger: { municipality: "1103", town: "Stavanger" },
	kristiansand: { municipality: "4204", town: "Kristiansand" },
} as const satisfies Record<string, Seat>;

/**
 * Universities and university colleges with the places they teach at. The first campus is the seat. Places where only a
 * course or two is given are left out, and so are institutions outside the university acts of the ministry of education.
 */
export const institutions: ReferenceList = {
	id: "institutions",
	source: "Institusjonenes egne nettsider; institusjonskoder fra Database for statistikk om høyere utdanning (DBH)",
	asOf: "2025-08-01",
	isComplete: false,
	organisations: [
		institution(
			"1110",
			"UiO",
			name("Universitetet i Oslo", "Universitetet i Oslo", "University of Oslo"),
			"https://www.uio.no/",
			[at("Oslo", towns.oslo)],
		),
		institution(
			"1120",
			"UiB",
			name("Universitetet i Bergen", "Universitetet i Bergen", "University of Bergen"),
			"https://www.uib.no/",
			[at("Bergen", towns.bergen)],
		),
		institution(
			"1130",
			"UiT",
			name("UiT Norges arktiske universitet", "UiT Noregs arktiske universitet", "UiT The Arctic University of Norway"),
			"https://uit.no/",
			[
				at("Tromsø", { municipality: "5501", town: "Tromsø" }),
				at("Alta", { municipality: "5601", town: "Alta" }),
				at("Harstad", { municipality: "5503", town: "Harstad" }),
				at("Narvik", { municipality: "1806", town: "Narvik" }),
				at("Hammerfest", { municipality: "5603", town: "Hammerfest" }),
				{ ...at("Bardufoss", { municipality: "5524", town: "Moen" }), isApproximate: true },
			],
			["Universitetet i Tromsø"],
		),
		institution(
			"1150",
			"NTNU",
			name(
				"Norges teknisk-naturvitenskapelige universitet",
				"Noregs teknisk-naturvitskaplege universitet",
				"Norwegian University of Science and Technology",
			),
			"https://www.ntnu.no/",
			[
				at("Trondheim", towns.trondheim),
				at("Gjøvik", { municipality: "3407", town: "Gjøvik" }),
				at("Ålesund", { municipality: "1508", town: "Ålesund" }),
			],
		),
		institution(
			"1160",
			"UiS",
			name("Universitetet i Stavanger", "Universitetet i Stavanger", "University of Stavanger"),
			"https://www.uis.no/",
			[at("Stavanger", towns.stavanger)],
		),
		institution(
			"1171",
			"UiA",
			name("Universitetet i Agder", "Universitetet i Agder", "University of Agder"),
			"https://www.uia.no/",
			[at("Kristiansand", towns.kristiansand), at("Grimstad", { municipality: "4202", town: "Grimstad" })],
		),
		institution(
			"1173",
			"NMBU",
			name(
				"Norges miljø- og biovitenskapelige universitet",
				"Noregs miljø- og biovitskaplege universitet",
				"Norwegian University of Life Sciences",
			),
			"https://www.nmbu.no/",
			[at("Ås", { municipality: "3218", town: "Ås" })],
		),
		institution(
			"1174",
			"Nord",
			name("Nord universitet", "Nord universitet", "Nord University"),
			"https://www.nord.no/",
			[
				at("Bodø", { municipality: "1804", town: "Bodø" }),
				at("Levanger", { municipality: "5037", town: "Levanger" }),
				at("Mo i Rana", { municipality: "1833", town: "Mo i Rana" }),
				at("Namsos", { municipality: "5007", town: "Namsos" }),
				at("Nesna", { municipality: "1828", town: "Nesna" }),
				at("Steinkjer", { municipality: "5006", town: "Steinkjer" }),
				at("Stjørdal", { municipality: "5035", town: "Stjørdalshalsen" }),
			],
		),
		institution(
			"1175",
			"OsloMet",
			name("OsloMet – storbyuniversitetet", "OsloMet – storbyuniversitetet", "OsloMet – Oslo Metropolitan University"),
			"https://www.oslomet.no/",
			[at("Pilestredet", towns.oslo), at("Kjeller", { municipality: "3205", town: "Lillestrøm" })],
		),
		institution(
			"1176",
			"USN",
			name("Universitetet i Sørøst-Norge", "Universitetet i Søraust-Noreg", "University of South-Eastern Norway"),
			"https://www.usn.no/",
			[
				at("Drammen", { municipality: "3301", town: "Drammen" }),
				at("Bø", { municipality: "4020", town: "Bø" }),
				at("Kongsberg", { municipality: "3303", town: "Kongsberg" }),
				at("Notodden", { municipality: "4005", town: "Notodden" }),
				at("Porsgrunn", { municipality: "4001", town: "Porsgrunn" }),
				{ ...at("Rauland", { municipality: "4036", town: "Åmot" }), isApproximate: true },
				at("Ringerike", { municipality: "3305", town: "Hønefoss" }),
				at("Vestfold", { municipality: "3901", town: "Horten" }),
			],
		),
		institution(
			"1177",
			"INN",
			name("Universitetet i Innlandet", "Universitetet i Innlandet", "University of Inland Norway"),
			"https://www.inn.no/",
			[
				at("Elverum", { municipality: "3420", town: "Elverum" }),
				at("Hamar", { municipality: "3403", town: "Hamar" }),
				at("Lillehammer", { municipality: "3405", town: "Lillehammer" }),
				at("Rena", { municipality: "3422", town: "Rena" }),
				at("Kongsvinger", { municipality: "3401", town: "Kongsvinger" }),
				{ ...at("Evenstad", { municipality: "3423", town: "Koppang" }), isApproximate: true },
			],
		),
		institution(
			"0238",
			"HVL",
			name("Høgskulen på Vestlandet", "Høgskulen på Vestlandet", "Western Norway University of Applied Sciences"),
			"https://www.hvl.no/",
			[
				at("Bergen", towns.bergen),
				at("Førde", { municipality: "4647", town: "Førde" }),
				at("Haugesund", { municipality: "1106", town: "Haugesund" }),
				at("Sogndal", { municipality: "4640", town: "Sogndalsfjøra" }),
				at("Stord", { municipality: "4614", town: "Leirvik" }),
			],
		),
		institution(
			"0256",
			"HiØ",
			name("Høgskolen i Østfold", "Høgskulen i Østfold", "Østfold University College"),
			"https://www.hiof.no/",
			[
				at("Halden", { municipality: "3101", town: "Halden" }),
				at("Fredrikstad", { municipality: "3107", town: "Fredrikstad" }),
			],
		),
		institution(
			"0232",
			"HiMolde",
			name(
				"Høgskolen i Molde, vitenskapelig høgskole i logistikk",
				"Høgskulen i Molde, vitskapleg høgskule i logistikk",
				"Molde University College – Specialized University in Logistics",
			),
			"https://www.himolde.no/",
			[
				at("Molde", { municipality: "1506", town: "Molde" }),
				at("Kristiansund", { municipality: "1505", town: "Kristiansund" }),
			],
		),
		institution(
			"0236",
			"HVO",
			name("Høgskulen i Volda", "Høgskulen i Volda", "Volda University College"),
			"https://www.hivolda.no/",
			[at("Volda", { municipality: "1577", town: "Volda" })],
		),
		institution(
			"0217",
			"SH",
			name("Samisk høgskole", "Samisk høgskule", "Sámi University of Applied Sciences"),
			"https://samas.no/",
			[at("Kautokeino", { municipality: "5612", town: "Kautokeino" })],
			["Sámi allaskuvla"],
		),
		institution(
			"1240",
			"NHH",
			name("Norges handelshøyskole", "Noregs handelshøgskule", "NHH Norwegian School of Economics"),
			"https://www.nhh.no/",
			[at("Bergen", towns.bergen)],
		),
		institution(
			"1260",
			"NIH",
			name("Norges idrettshøgskole", "Noregs idrettshøgskule", "Norwegian School of Sport Sciences"),
			"https://www.nih.no/",
			[at("Oslo", towns.oslo)],
		),
		institution(
			"1210",
			"NMH",
			name("Norges musikkhøgskole", "Noregs musikkhøgskule", "Norwegian Academy of Music"),
			"https://nmh.no/",
			[at("Oslo", towns.oslo)],
		),
		institution(
			"1220",
			"AHO",
			name(
				"Arkitektur- og designhøgskolen i Oslo",
				"Arkitektur- og designhøgskulen i Oslo",
				"Oslo School of Architecture and Design",
			),
			"https://aho.no/",
			[at("Oslo", towns.oslo)],
		),
		institution(
			"6220",
			"KHiO",
			name("Kunsthøgskolen i Oslo", "Kunsthøgskulen i Oslo", "Oslo National Academy of the Arts"),
			"https://khio.no/",
			[at("Oslo", towns.oslo)],
		),
		institution(
			"8241",
			"BI",
			name("Handelshøyskolen BI", "Handelshøgskulen BI", "BI Norwegian Business School"),
			"https://www.bi.no/",
			[
				at("Oslo", towns.oslo),
				at("Bergen", towns.bergen),
				at("Stavanger", towns.stavanger),
				at("Trondheim", towns.trondheim),
			],
		),
		institution(
			"8208",
			"VID",
			name("VID vitenskapelige høgskole", "VID vitskaplege høgskule", "VID Specialized University"),
			"https://www.vid.no/",
			[
				at("Oslo", towns.oslo),
				at("Bergen", towns.bergen),
				at("Sandnes", { municipality: "1108", town: "Sandnes" }),
				at("Stavanger", towns.stavanger),
			],
		),
		institution(
			"8202",
			"LDH",
			name(
				"Lovisenberg diakonale høgskole",
				"Lovisenberg diakonale høgskule",
				"Lovisenberg Diaconal University College",
			),
			"https://ldh.no/",
			[at("Oslo", towns.oslo)],
		),
		institution(
			"8221",
			"MF",
			name(
				"MF vitenskapelig høyskole",
				"MF vitskapleg høgskule",
				"MF Norwegian School of Theology, Religion and Society",
			),
			"https://mf.no/",
			[at("Oslo", towns.oslo)],
		),
		institution(
			"8223",
			"NLA",
			name("NLA Høgskolen", "NLA Høgskulen", "NLA University College"),
			"https://www.nla.no/",
			[at("Bergen", towns.bergen), at("Kristiansand", towns.kristiansand), at("Oslo", towns.oslo)],
		),
		institution(
			"8224",
			"DMMH",
			name(
				"Dronning Mauds Minne Høgskole for barnehagelærerutdanning",
				"Dronning Mauds Minne Høgskule for barnehagelærarutdanning",
				"Queen Maud University College of Early Childhood Education",
			),
			"https://dmmh.no/",
			[at("Trondheim", towns.trondheim)],
		),
		institution(
			"8225",
			"Steinerhøyskolen",
			name("Steinerhøyskolen", "Steinerhøgskulen", "Rudolf Steiner University College"),
			undefined,
			[at("Oslo", towns.oslo)],
		),
		institution(
			"8227",
			"BD",
			name("Barratt Due musikkinstitutt", "Barratt Due musikkinstitutt", "Barratt Due Institute of Music"),
			undefined,
			[at("Oslo", towns.oslo)],
		),
		institution("8232", "Ansgar", name("Ansgar høyskole", "Ansgar høgskule", "Ansgar University College"), undefined, [
			at("Kristiansand", towns.kristiansand),
		]),
		institution(
			"8234",
			"FIH",
			name(
				"Fjellhaug Internasjonale Høgskole",
				"Fjellhaug Internasjonale Høgskule",
				"Fjellhaug International University College",
			),
			undefined,
			[at("Oslo", towns.oslo)],
		),
		institution(
			"8243",
			"BAS",
			name("Bergen Arkitekthøgskole", "Bergen Arkitekthøgskule", "Bergen School of Architecture"),
			undefined,
			[at("Bergen", towns.bergen)],
		),
		institution(
			"8247",
			"HGUt",
			name(
				"Høgskulen for grøn utvikling",
				"Høgskulen for grøn utvikling",
				"Norwegian University College for Green Development",
			),
			undefined,
			[at("Bryne", { municipality: "1121", town: "Bryne" })],
		),
		institution(
			"8253",
			"Kristiania",
			name("Høyskolen Kristiania", "Høgskulen Kristiania", "Kristiania University College"),
			"https://www.kristiania.no/",
			[at("Oslo", towns.oslo)],
		),
		institution(
			"8254",
			"HFDK",
			name("Høyskolen for dansekunst", "Høgskulen for dansekunst", "Norwegian College of Dance"),
			undefined,
			[at("Oslo", towns.oslo)],
		),
	],
};

function institution(
	code: string,
	shortName: string,
	names: Names,
	website: string | undefined,
	campuses: readonly [Campus, ...Campus[]],
	otherNames: readonly string[] = [],
): ReferenceOrganisation {
	return {
		key: `institution-${code}`,
		kind: "institution",
		number: code,
		shortName,
		name: names,
		otherNames,
		...(website === undefined ? {} : { website }),
		seat: campuses[0].seat,
		campuses,
	};
}

function name(nb: string, nn: string, en: string): Names {
	return { nb, nn, en };
}

function at(campus: string, seat: Seat): Campus {
	return { name: campus, seat };
}
