import { randomBytes } from "node:crypto";
import { sheetOfXml, workbookOf } from "../src/spreadsheet/test/files.ts";
import { writeWorkbook } from "../src/spreadsheet/write.server.ts";

export type TriedFile = { readonly name: string; readonly fileName: string; readonly content: Uint8Array };

const titles = ["Kode", "Navn", "Ligger under", "Type tjenestested", "Sektor"];

/** A municipality of many units, four levels deep: sectors, areas, service units, wards. */
function unitRows(count: number): (string | null)[][] {
	return Array.from({ length: count }, (_, index) => {
		const above = index === 0 ? null : `P${Math.floor((index - 1) / 12)}`;
		return [
			`P${index}`,
			`Prøveenhet ${index}`,
			above,
			index % 3 === 0 ? "Sykehjem" : "Hjemmetjeneste",
			"Helse og omsorg",
		];
	});
}

async function workbook(rows: readonly (readonly (string | null)[])[]): Promise<Uint8Array> {
	const columns = titles.map((title) => ({
		...({ key: title, kind: "text", headers: { nb: title, nn: title, en: title } } as const),
	}));
	return writeWorkbook({ sheets: [{ name: "Enheter", columns, rows, notes: [], spareRows: 0 }], language: "nb" });
}

/** Ten thousand units as one workbook. */
export async function tenThousandUnits(): Promise<TriedFile> {
	return { name: "10,000 units", fileName: "enheter.xlsx", content: await workbook(unitRows(10_000)) };
}

/** Files that ask for more than an import gives, or are made to do harm. */
export async function hostileFiles(): Promise<readonly TriedFile[]> {
	const large = unitRows(200_000);
	const csv = [titles, ...large].map((row) => row.map((value) => value ?? "").join(";")).join("\r\n");
	const good = Buffer.from(await workbook(unitRows(3)));
	return [
		{ name: "200,000 rows, Excel", fileName: "stor.xlsx", content: await workbook(large) },
		{ name: "200,000 rows, CSV", fileName: "stor.csv", content: Buffer.from(csv) },
		{ name: "archive that unpacks to 400 MB", fileName: "bombe.xlsx", content: await bomb() },
		{ name: "19 MB of noise called a workbook", fileName: "støy.xlsx", content: randomBytes(19_000_000) },
		{ name: "19 MB of noise called CSV", fileName: "støy.csv", content: randomBytes(19_000_000) },
		{ name: "one line of 19 MB", fileName: "linje.csv", content: Buffer.alloc(19_000_000, "Navn;") },
		{
			name: "one quoted value of 19 MB",
			fileName: "verdi.csv",
			content: Buffer.from(`Navn\r\n"${"a".repeat(19_000_000)}`),
		},
		{ name: "half a workbook", fileName: "halv.xlsx", content: good.subarray(0, good.length / 2) },
	];
}

function bomb(): Promise<Uint8Array> {
	return workbookOf([{ name: "Enheter", xml: sheetOfXml(" ".repeat(400_000_000)) }]);
}
