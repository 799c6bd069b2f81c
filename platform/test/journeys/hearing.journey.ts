import { expect } from "vitest";
import { addDays, dayOf } from "../../src/day.ts";
import { journey } from "./journey.ts";

/** Days ahead of today as a date field takes them. */
function daysAhead(days: number): string {
	return addDays(dayOf(new Date()), days);
}

journey("hearing", async ({ page, scripts, open, openMissing, signInAs, press, look }) => {
	const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
	// The two runs share a database: each has a hearing of its own.
	const title = scripts ? "Kompetanseplan med skript" : "Kompetanseplan uten skript";

	await signInAs("Bjørn Eggemoen");
	await open("/arenas");
	await press("Høringer");
	await says("Utkast til plan for praksis i hjemmetjenesten");
	await look("hearings");
	await press("Start en høring");
	await page.locator("summary", { hasText: "Velg noe som finnes her" }).click();
	await page.getByLabel(/^Søk etter avtale/).fill("Samarbeid om praksis og kompetanse");
	await press("Søk");
	await press(/^Velg ?: Samarbeid om praksis og kompetanse/);
	await page.getByLabel("Hva høringen gjelder").fill("");
	await press("Lagre utkastet");
	await page.locator(".ds-error-summary").waitFor();
	await look("hearing refused");
	await page.getByLabel("Hva høringen gjelder").fill(title);
	await page.getByLabel("Hva dere spør om").fill("Hva mangler?");
	await page.getByLabel("Teksten").fill("Vi vil lære opp åtte veiledere i året.");
	await page.getByLabel("Frist for innspill").fill(daysAhead(14));
	await page.getByLabel(/^De som er spurt, får se alle innspill/).check();
	await press("Lagre utkastet");
	await says("Utkastet er lagret. Legg til dem som skal høres.");
	await says(/^Teksten slik den er nå/);
	await look("draft");
	const here = new URL(page.url()).pathname;

	await press("Legg ved dokument");
	await press("Legg ved dokument");
	await page.locator(".ds-error-summary").waitFor();
	const buffer = Buffer.from("%PDF-1.7\n");
	await page
		.getByLabel("Fil", { exact: true })
		.setInputFiles({ name: "plan.pdf", mimeType: "application/pdf", buffer });
	await look("attaching a document");
	await press("Legg ved dokument");
	await says("Dokumentet er lagt ved.");

	await press("Legg til noen å høre");
	await page.getByLabel("Rolle").selectOption({ label: "Brukerråd" });
	await page.getByLabel("Navn", { exact: true }).fill("Gerd i eldrerådet");
	await look("somebody to hear");
	await press("Lagre");
	await press("Legg til noen å høre");
	await page.getByLabel("Rolle").selectOption({ label: "Tillitsvalgt" });
	await page.getByLabel("Navn", { exact: true }).fill("Grete i Fagforbundet");
	await press("Lagre");
	await press("Send på høring");
	await says("2 er ikke varslet: lag lenker.");
	await look("open hearing");

	const linkFor = async (name: string) => {
		await press(`Lag lenke til ${name}`);
		await says(`Lenke til ${name}`);
		const link = (await page.locator(".copy-value").textContent()) ?? "";
		expect(link).toMatch(/\/link\/[\w-]{20,}$/);
		return new URL(link).pathname;
	};
	const council = await linkFor("Gerd i eldrerådet");
	await open(here);
	const union = await linkFor("Grete i Fagforbundet");

	await open(council);
	await press("Les og gi innspill");
	await says("Vi vil lære opp åtte veiledere i året.");
	// The agreement that is heard is read here, by somebody who cannot open it where it is kept.
	await says(/^Teksten slik den var da høringen ble sendt: Versjon 1/);
	await page.getByRole("heading", { name: /Praksisplasser$/ }).waitFor();
	const plan = (await page.getByRole("link", { name: "plan.pdf" }).getAttribute("href")) ?? "";
	const file = await page.request.get(new URL(plan, page.url()).href);
	expect([file.status(), file.headers()["content-type"], await file.text()]).toEqual([
		...[200, "application/pdf", "%PDF-1.7\n"],
	]);
	await press("Send innspillet");
	await page.locator(".ds-error-summary").waitFor();
	await look("empty input refused");
	await page.getByLabel("Innspillet ditt").fill("Brukerne må være med i opplæringen.");
	await press("Send innspillet");
	await says("Takk. Innspillet er sendt. Svaret kommer på denne siden: ta vare på lenken.");
	await look("input by link");
	await open(union);
	await press("Les og gi innspill");
	await press("Jeg har ingen merknader");
	await says("Takk. Vi har notert at du ikke har merknader.");

	await open(here);
	await says("Ingen merknader");
	await press(/^Svar/);
	await page.getByLabel("Delvis tatt inn").check();
	await press("Lagre");
	await page.locator(".ds-error-summary").waitFor();
	await page.getByLabel("Hvorfor").fill("Brukerrådet holder én av fire samlinger.");
	await look("answering an input");
	await press("Lagre");
	await says("Svaret er lagret.");
	await page.getByRole("region", { name: "Medvirkning" }).getByText("Tidlig med").first().waitFor();
	await press("Avslutt høringen");
	await page.getByLabel("Hva høringen førte til").fill("Planen er endret på ett punkt.");
	await look("closing");
	await press("Avslutt høringen");
	await says("Høringen er avsluttet, og alle som er spurt, får svar.");
	await look("answered");

	await open(council);
	await press("Les og gi innspill");
	await says("Brukerrådet holder én av fire samlinger.");
	await look("answer by link");

	await signInAs("Torstein Aunemo");
	await openMissing("/hearings/00000000-0000-7000-8000-000000000000");
});
