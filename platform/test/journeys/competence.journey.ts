import { expect } from "vitest";
import { journey } from "./journey.ts";

journey("competence", async ({ page, scripts, open, openMissing, signInAs, press, look }) => {
	const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
	// The two runs share a database: each has words and a unit of its own.
	const name = scripts ? "Velferdsteknologikoordinator" : "Fagutviklingssykepleier";
	const unit = scripts ? "rehabilitering" : "legevakt";

	await signInAs("Silje Rostadmo");
	await press("Kompetanse");
	await says(/enheter har oppdaterte tall/);
	await look("units");

	await press("Rammeverk");
	await press("Legg til egen");
	await press("Lagre");
	await page.locator(".ds-error-summary").waitFor();
	await page.getByLabel("Navn", { exact: true }).fill(name);
	await page.getByLabel("Slag").selectOption({ label: "Spesialisering" });
	await page.getByLabel("Nivå").selectOption({ label: "Videreutdanning" });
	await look("own competence");
	await press("Lagre");
	await says("Kompetansen er lagt til.");
	await press(name);
	await look("one competence");

	await open(`/competence?q=${unit}`);
	const row = page.getByRole("row").filter({ hasText: unit }).first();
	await row.getByRole("link").first().click();
	await page.waitForURL(/\/competence\/units\/[^/]+$/);
	const here = new URL(page.url()).pathname;
	await press(/Svar for enheten|Oppdater tallene/);
	await page.getByLabel("Hvor tallene kommer fra").fill("Enhetslederen");
	const last = (await page.locator(".competence-row").count()) - 1;
	const field = (label: string) => page.locator(".competence-row").nth(last).getByLabel(label);
	await field("Kompetanse").selectOption({ label: name });
	await field("Ansatte").fill("1");
	await field("Årsverk").fill("2");
	await press("Lagre tallene");
	await page.locator(".ds-error-summary").waitFor();
	await look("numbers refused");
	await field("Årsverk").fill("0,8");
	await press("Lagre tallene");
	await says("Bare én");
	await look("one unit");
	expect(new URL(page.url()).pathname).toBe(here);

	// Another municipality sees none of it.
	await signInAs("Torstein Aunemo");
	await openMissing(here);
});
