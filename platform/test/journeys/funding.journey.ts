import { expect } from "vitest";
import { journey } from "./journey.ts";

journey("funding", async ({ page, scripts, open, openMissing, signInAs, press, look }) => {
	const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
	const field = (label: string) => page.getByLabel(label, { exact: true });
	// The two runs share a database: each makes a call of its own.
	const title = scripts ? "Tilskudd med skript" : "Tilskudd uten skript";
	const year = new Date().getFullYear() + 1;

	await signInAs("Håvard Myhrvang");
	await press("Tilskudd");
	await look("calls");
	await press("Ordninger");
	await look("schemes");
	await press("Våre utlysninger");
	await look("own calls");
	await press("Ny utlysning");
	await press("Begynn");
	await page.locator(".ds-error-summary").waitFor();
	await field("Hva heter utlysningen?").fill(title);
	await page.getByLabel("Ordning").selectOption({ label: "Kompetanse- og innovasjonstilskudd" });
	await press("Begynn");
	await says("Utkastet er laget.");
	const call = new URL(page.url()).pathname.replace(/\/about$/, "");

	// Nothing can be published before it is said.
	await open(`${call}/publish`);
	await says("Dette må på plass først");
	await says("Rammen mangler.");
	await look("not ready");
	await open(`${call}/about`);
	await page.getByLabel("Formål").fill("Flere fagfolk i tjenestene.");
	await page.getByLabel("Regelverk", { exact: true }).fill("Regelverk for ordningen");
	await look("about");
	await press("Lagre og gå videre");
	await page.getByLabel("Ramme i alt").fill("1 000 000");
	await page.getByLabel("Egenandel i prosent").fill("20");
	for (const [label, day] of [
		["Åpner", `${year - 1}-01-02`],
		["Søknadsfrist", `${year - 1}-01-01`],
		["Når ventes vedtaket?", `${year}-06-01`],
		["Når skal pengene være brukt?", `${year + 1}-06-30`],
		["Når skal rapporten være inne?", `${year + 1}-09-01`],
	] as const)
		await page.getByLabel(label).fill(day);
	await page.getByLabel("Hva skjer med penger som ikke er brukt i tide?").fill("Følger studieåret.");
	await press("Lagre og gå videre");
	await page.locator(".ds-error-summary").waitFor();
	await look("money refused");
	await page.getByLabel("Søknadsfrist").fill(`${year}-03-01`);
	await press("Lagre og gå videre");
	await page.locator('[id="categories-0-name-field"]').fill("Utdanning");
	await page.locator('[id="criteria-0-name-field"]').fill("Behov");
	await page.locator('[id="criteria-0-weight-field"]').fill("100");
	await look("criteria");
	await press("Lagre og gå videre");
	await says("Den røde tråden");
	await page.getByLabel("Antall som begynte").selectOption({ label: "Ingenting ennå" });
	await press("Lagre og gå videre");
	await says(/Rapporten spør «Antall som begynte», men ingenting/);
	await look("unprepared");
	await open(`${call}/forms`);
	await look("red thread");
	await page.getByLabel("Antall som begynte").selectOption({ label: "Studiene: hvor mange som begynte" });
	await press("Lagre og gå videre");
	await press("Publiser nå");
	await says("Utlysningen er publisert.");
	await look("published");
	await open("/funding/compare");
	await says("Ulikt");
	await look("side by side");

	// Who applies reads it, asks, and notes one from elsewhere.
	await signInAs("Silje Rostadmo");
	await open(`/funding?q=${encodeURIComponent(title)}`);
	await press(title);
	await says("Det rapporten vil spørre om");
	await openMissing(`${call}/about`);
	await open(call);
	await press("Still et spørsmål");
	await page.locator(".ds-error-summary").waitFor();
	await page.getByLabel("Hva lurer dere på?").fill("Gjelder det lærlinger?");
	await press("Still et spørsmål");
	await says("Venter på svar");
	await open("/funding");
	await press("Noter en utlysning");
	await field("Hva heter utlysningen?").fill(`Fondet, ${title}`);
	await press("Begynn");
	await says("Utlysningen er notert.");
	await look("noted from outside");

	await signInAs("Håvard Myhrvang");
	await open(call);
	await page.getByLabel("Svaret, til alle").fill("Ja.");
	await press("Svar alle");
	await says("Svaret er publisert.");
	await press("Trekk tilbake");
	await page.getByLabel("Hvorfor?").fill("Bevilgningen er borte.");
	await look("withdraw");
	await press("Trekk tilbake utlysningen");
	await says("Trukket tilbake: Bevilgningen er borte.");
	expect(await page.getByRole("link", { name: "Rediger" }).count()).toBe(0);
});
