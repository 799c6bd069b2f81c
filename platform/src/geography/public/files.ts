import type { Words } from "../../spreadsheet/contract.ts";
import { foldName } from "../search.ts";
import type { PublicSource } from "./refusal.ts";
import { publicSources } from "./sources.ts";

/** The public files the program can take facts from, what each gives, and where it is published. */
export type PublicFile = {
	readonly id: PublicFileId;
	/** What the file's name starts with, as it is published or passed on. */
	readonly fileNameStart: string;
	readonly extension: "csv" | "json";
	readonly title: Words;
	/** What is missing in the program as long as the file has not been imported: whole sentence. */
	readonly missing: Words;
	readonly sources: readonly PublicSource[];
};

const publicFileIds = [
	"municipalities",
	"postcodes",
	"changes",
	"regions",
	"boundaries",
	"institutions",
	"campuses",
] as const;
export type PublicFileId = (typeof publicFileIds)[number];

const { population, centrality, area, centre } = publicSources;

export const publicFiles: readonly PublicFile[] = [
	{
		id: "municipalities",
		fileNameStart: "kommuner-",
		extension: "csv",
		title: { nb: "Kommunefakta", nn: "Kommunefakta", en: "Facts about municipalities" },
		missing: {
			nb: "Folketall, alder, sentralitet, areal og målform mangler.",
			nn: "Folketal, alder, sentralitet, areal og målform manglar.",
			en: "Population, age, centrality, area and form of Norwegian are missing.",
		},
		sources: [population, centrality, area, centre],
	},
	{
		id: "postcodes",
		fileNameStart: "postnummer-",
		extension: "csv",
		title: { nb: "Postnumre", nn: "Postnummer", en: "Postcodes" },
		missing: {
			nb: "Postnumre mangler. Et sted uten koordinater får koordinatene til kommunesenteret.",
			nn: "Postnummer manglar. Ein stad utan koordinatar får koordinatane til kommunesenteret.",
			en: "Postcodes are missing. A place without coordinates gets those of the municipality's centre.",
		},
		sources: [publicSources.postcodes],
	},
	{
		id: "changes",
		fileNameStart: "kommune-endringer-",
		extension: "csv",
		title: { nb: "Kommuneendringer", nn: "Kommuneendringar", en: "Municipal changes" },
		missing: {
			nb: "Kommuner fra før 2024 mangler, og hvilke kommuner de gikk over i.",
			nn: "Kommunar frå før 2024 manglar, og kva for kommunar dei gjekk over i.",
			en: "Municipalities from before 2024 are missing, and which ones they became.",
		},
		sources: [publicSources.changes],
	},
	{
		id: "regions",
		fileNameStart: "ba-regioner-",
		extension: "csv",
		title: {
			nb: "BA-regioner med reisetid",
			nn: "BA-regionar med reisetid",
			en: "Labour-market regions with travel time",
		},
		missing: {
			nb: "Målt reisetid mangler. All reisetid er anslag etter avstand i luftlinje.",
			nn: "Målt reisetid manglar. All reisetid er overslag etter avstand i luftlinje.",
			en: "Measured travel times are missing. All travel times are estimates from the distance as the crow flies.",
		},
		sources: [publicSources.regions],
	},
	{
		id: "boundaries",
		fileNameStart: "kommuner-",
		extension: "json",
		title: { nb: "Kommunegrenser", nn: "Kommunegrenser", en: "Municipal boundaries" },
		missing: {
			nb: "Kommunegrenser mangler. Kartet viser bare omrisset av landet.",
			nn: "Kommunegrenser manglar. Kartet viser berre omrisset av landet.",
			en: "Municipal boundaries are missing. The map shows only the outline of the country.",
		},
		sources: [publicSources.boundaries],
	},
	{
		id: "institutions",
		fileNameStart: "laresteder-",
		extension: "csv",
		title: { nb: "Læresteder i DBH", nn: "Lærestader i DBH", en: "Institutions in DBH" },
		missing: {
			nb: "Registeret over læresteder er ikke hentet fra DBH. Lista som følger med programmet, brukes.",
			nn: "Registeret over lærestader er ikkje henta frå DBH. Lista som følgjer med programmet, blir brukt.",
			en: "The register of institutions has not been imported from DBH. The list that comes with the program is used.",
		},
		sources: [publicSources.institutions],
	},
	{
		id: "campuses",
		fileNameStart: "campus-",
		extension: "csv",
		title: { nb: "Studiesteder", nn: "Studiestader", en: "Campuses" },
		missing: {
			nb: "Egen liste over studiesteder er ikke lest inn. Lista som følger med programmet, brukes.",
			nn: "Eiga liste over studiestader er ikkje lesen inn. Lista som følgjer med programmet, blir brukt.",
			en: "No list of campuses of your own has been imported. The list that comes with the program is used.",
		},
		sources: [publicSources.campuses],
	},
];

/** Which public file this is, by its name; undefined for any other. */
export function recognisePublicFile(fileName: string): PublicFile | undefined {
	const [, base = "", extension = ""] = /^(.*?)(?:\.topo)?\.([a-z]+)$/i.exec(fileName) ?? [];
	const name = foldName(base);
	const fits = publicFiles.filter(
		(file) => name.startsWith(foldName(file.fileNameStart)) && isOneOf(extension.toLowerCase(), file.extension),
	);
	// "kommune-endringer" and "kommuner" begin alike: the longest start that fits is meant.
	return fits.sort((a, b) => b.fileNameStart.length - a.fileNameStart.length)[0];
}

/** A table may have been opened and saved as a workbook on the way. */
function isOneOf(extension: string, expected: PublicFile["extension"]): boolean {
	return extension === expected || (expected === "csv" && extension === "xlsx");
}
