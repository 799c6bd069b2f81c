import type { Names } from "../contract.ts";
import type { ReferenceList, ReferenceOrganisation, Seat } from "./list.ts";

const oslo: Seat = { municipality: "0301", town: "Oslo" };

/** Ministries whose work the cooperation between municipalities and higher education touches. */
export const ministries: ReferenceList = {
	id: "ministries",
	source: "Regjeringen.no, departementene",
	asOf: "2024-01-01",
	isComplete: false,
	organisations: [
		ministry(
			"HOD",
			"Helse- og omsorgsdepartementet",
			"Helse- og omsorgsdepartementet",
			"Ministry of Health and Care Services",
		),
		ministry("KD", "Kunnskapsdepartementet", "Kunnskapsdepartementet", "Ministry of Education and Research"),
		ministry(
			"KDD",
			"Kommunal- og distriktsdepartementet",
			"Kommunal- og distriktsdepartementet",
			"Ministry of Local Government and Regional Development",
		),
		ministry(
			"BFD",
			"Barne- og familiedepartementet",
			"Barne- og familiedepartementet",
			"Ministry of Children and Families",
		),
		ministry(
			"AID",
			"Arbeids- og inkluderingsdepartementet",
			"Arbeids- og inkluderingsdepartementet",
			"Ministry of Labour and Social Inclusion",
		),
	],
};

/** Directorates and supervisory bodies with grants, guidelines or supervision in the field, each at its head office. */
export const directorates: ReferenceList = {
	id: "directorates",
	source: "Etatenes egne nettsider",
	asOf: "2024-01-01",
	isComplete: false,
	organisations: [
		directorate(
			"Hdir",
			name("Helsedirektoratet", "Helsedirektoratet", "Norwegian Directorate of Health"),
			"https://www.helsedirektoratet.no/",
			oslo,
		),
		directorate(
			"HK-dir",
			name(
				"Direktoratet for høyere utdanning og kompetanse",
				"Direktoratet for høgare utdanning og kompetanse",
				"Norwegian Directorate for Higher Education and Skills",
			),
			"https://hkdir.no/",
			{ municipality: "4601", town: "Bergen" },
		),
		directorate(
			"Udir",
			name("Utdanningsdirektoratet", "Utdanningsdirektoratet", "Norwegian Directorate for Education and Training"),
			"https://www.udir.no/",
			oslo,
		),
		directorate(
			"Bufdir",
			name(
				"Barne-, ungdoms- og familiedirektoratet",
				"Barne-, ungdoms- og familiedirektoratet",
				"Norwegian Directorate for Children, Youth and Family Affairs",
			),
			"https://www.bufdir.no/",
		),
		directorate(
			"IMDi",
			name(
				"Integrerings- og mangfoldsdirektoratet",
				"Integrerings- og mangfaldsdirektoratet",
				"Directorate of Integration and Diversity",
			),
			"https://www.imdi.no/",
			oslo,
		),
		directorate(
			"NOKUT",
			name(
				"Nasjonalt organ for kvalitet i utdanningen",
				"Nasjonalt organ for kvalitet i utdanninga",
				"Norwegian Agency for Quality Assurance in Education",
			),
			"https://www.nokut.no/",
			{ municipality: "3201", town: "Lysaker" },
		),
		directorate(
			"Helsetilsynet",
			name("Statens helsetilsyn", "Statens helsetilsyn", "Norwegian Board of Health Supervision"),
			"https://www.helsetilsynet.no/",
			oslo,
		),
		directorate(
			"FHI",
			name("Folkehelseinstituttet", "Folkehelseinstituttet", "Norwegian Institute of Public Health"),
			"https://www.fhi.no/",
			oslo,
		),
	],
};

/** The labour and welfare administration. Its local offices are units of the municipalities. */
export const nav: ReferenceList = {
	id: "nav",
	source: "nav.no",
	asOf: "2024-01-01",
	isComplete: true,
	organisations: [
		{
			key: "nav",
			kind: "nav",
			name: name(
				"Nav – Arbeids- og velferdsetaten",
				"Nav – Arbeids- og velferdsetaten",
				"Nav – the Norwegian Labour and Welfare Administration",
			),
			shortName: "Nav",
			website: "https://www.nav.no/",
			seat: oslo,
		},
	],
};

function ministry(shortName: string, nb: string, nn: string, en: string): ReferenceOrganisation {
	const key = `ministry-${shortName.toLowerCase()}`;
	return { key, kind: "ministry", shortName, name: { nb, nn, en }, website: "https://www.regjeringen.no/", seat: oslo };
}

function directorate(shortName: string, names: Names, website: string, seat?: Seat): ReferenceOrganisation {
	const key = `directorate-${shortName.toLowerCase()}`;
	return { key, kind: "directorate", shortName, name: names, website, ...(seat ? { seat } : {}) };
}

function name(nb: string, nn: string, en: string): Names {
	return { nb, nn, en };
}
