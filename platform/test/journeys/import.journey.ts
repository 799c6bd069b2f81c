import type { Page } from "playwright-core";
import { expect } from "vitest";
import { readSheet } from "../../src/spreadsheet/read.server.ts";
import { writeWorkbook } from "../../src/spreadsheet/write.server.ts";
import { journey } from "./journey.ts";

const header = (key: string, text: string) =>
	({ key, kind: "text", headers: { nb: text, nn: text, en: text } }) as const;

const unitColumns = [
	header("code", "Kode"),
	header("name", "Navn"),
	header("parent", "Ligger under"),
	header("setting", "Type tjenestested"),
	header("remark", "Merknad"),
];
const peopleColumns = [
	header("name", "Navn"),
	header("email", "E-post"),
	header("role", "Rolle"),
	header("unit", "Enhet"),
	header("deputy", "Stedfortreders e-post"),
];

function workbook(columns: typeof unitColumns, rows: readonly (readonly (string | null)[])[]): Promise<Uint8Array> {
	return writeWorkbook({ sheets: [{ name: "Ark", columns, rows, notes: [], spareRows: 0 }], language: "nb" });
}

journey("import", async ({ page, scripts, open, signInAs, press, look }) => {
	const mark = scripts ? "S" : "U";
	await signInAs("Eva Strandheim");
	await open("/import");
	await look("what can be imported");
	await press("Enheter");
	await look("choose a file of units");

	const bring = async (bytes: Uint8Array, name: string) => {
		await page
			.locator("input[type=file]")
			.setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
		await press("Se hva som vil skje");
	};

	// Nothing chosen, then a file with errors, then the same file put right.
	await press("Se hva som vil skje");
	await see(page, "Velg en fil.");
	await bring(
		await workbook(unitColumns, [
			[`${mark}1`, `Prøveby ${mark}`, null, "Sykehjem", null],
			[null, "Natt", `Prøvbey ${mark}`, "Sykehjem", null],
			[null, "Dag", `Prøveby ${mark}`, null, null],
		]),
		"feil.xlsx",
	);
	await see(page, "2 feil må rettes før filen kan importeres");
	await see(page, "Ark «Ark», rad 3, kolonne C («Ligger under»)");
	await see(page, `Mente du «Prøveby ${mark}»?`);
	await look("refused");
	const refusals = await download(page, "Last ned feilene som Excel");
	expect(refusals.length).toBeGreaterThan(1000);

	await press("Last opp rettet fil");
	const right = await workbook(unitColumns, [
		[`${mark}1`, `Prøveby ${mark}`, null, "Sykehjem", "se på denne"],
		[null, "Natt", `Prøveby ${mark}`, "Sykehjem", null],
		[null, "Dag", `Prøveby ${mark}`, "Dagsenter", null],
	]);
	await bring(right, "riktig.xlsx");
	await see(page, "1 kolonne tas ikke inn");
	await look("preview");
	await press("Importer 3 enheter");
	await page.getByRole("heading", { level: 1, name: "Importen er ferdig" }).waitFor({ timeout: 30_000 });
	await see(page, "Nye: 3. Endret: 0.");
	await look("done");
	await press("Se enhetene");
	await see(page, `Prøveby ${mark}`);

	// The same file again changes nothing; another name is one change.
	await open("/import/units");
	await bring(right, "riktig.xlsx");
	await see(page, "Ingenting å endre");
	await look("nothing to change");
	await press("Forkast");
	await see(page, "Filen er slettet. Ingenting er endret.");
	await bring(
		await workbook(unitColumns, [[`${mark}1`, `Prøvebyen ${mark}`, null, "Sykehjem", null]]),
		"nytt navn.xlsx",
	);
	await see(page, "Endres (1)");
	await look("preview of a change");
	await press("Importer 1 enhet");
	await page.getByRole("heading", { level: 1, name: "Importen er ferdig" }).waitFor({ timeout: 30_000 });

	// People, and what is there today in the form an import reads.
	await open("/import/people");
	await look("choose a file of people");
	await bring(
		await workbook(peopleColumns, [
			["Prøve Person", `prove.${mark.toLowerCase()}@example.no`, "Enhetsleder", `${mark}1`, null],
			[
				"Annen Person",
				`annen.${mark.toLowerCase()}@example.no`,
				"Ansatt",
				`Prøvebyen ${mark} › Natt`,
				`prove.${mark.toLowerCase()}@example.no`,
			],
		]),
		"folk.xlsx",
	);
	await look("preview of people");
	await press("Importer 2 roller");
	await page.getByRole("heading", { level: 1, name: "Importen er ferdig" }).waitFor({ timeout: 30_000 });
	await press("Importer en fil til");
	const people = await download(page, "Last ned personene dere har");
	await bring(people, "folk.xlsx");
	await see(page, "Ingenting å endre");

	await open("/import/units");
	const template = await download(page, "Last ned mal");
	const columns = [{ ...header("name", "Navn"), required: true }] as const;
	const read = readSheet(template, "mal.xlsx", { title: { nb: "x", nn: "x", en: "x" }, columns, unique: [] });
	expect("rows" in read && read.rows).toEqual([]);
	await bring(await download(page, "Last ned enhetene dere har"), "enheter.xlsx");
	await see(page, "Ingenting å endre");

	await page.setViewportSize({ width: 375, height: 800 });
	await open("/import");
	await look("narrow what can be imported");
	await press("feil.xlsx");
	await look("narrow refused");
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow).toBeLessThanOrEqual(0);
});

async function see(page: Page, text: string): Promise<void> {
	await page.getByText(text, { exact: false }).first().waitFor({ state: "visible", timeout: 15_000 });
}

/** The file behind a link, fetched as the person who is signed in. */
async function download(page: Page, name: string): Promise<Uint8Array> {
	const address = await page.getByRole("link", { name }).first().getAttribute("href");
	const answer = await page.request.get(new URL(address ?? "", page.url()).href);
	expect(answer.status()).toBe(200);
	expect(answer.headers()["content-disposition"]).toMatch(/^attachment; filename="laeringsarena-.*\.xlsx"$/);
	return answer.body();
}
