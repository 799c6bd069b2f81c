import { expect } from "vitest";
import { journey } from "./journey.ts";

journey(
	"competence",
	async ({ page, scripts, open, openMissing, signInAs, press, look }) => {
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
		const called = (await row.getByRole("link").first().textContent()) ?? "";
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

		// What the unit needs, and what it lacks now and years ahead.
		await open("/competence/needs");
		await press("Legg til behov");
		await press("Lagre");
		await page.locator(".ds-error-summary").waitFor();
		await look("need refused");
		await page.getByLabel("Enhet", { exact: true }).selectOption({ label: called });
		await page.getByLabel("Kompetanse", { exact: true }).selectOption({ label: name });
		await page.getByLabel("Grunnlag").selectOption({ label: "Oppgaver" });
		await page.getByLabel("Årsverk som trengs").fill("2");
		await page.getByLabel("Begrunnelse").fill("To på vakt");
		await press("Lagre");
		await says("Behovet er lagt til.");
		await press("Det vi mangler");
		await page.getByLabel("Vis tabellen for").selectOption({ label: "Om 8 år" });
		await page.getByLabel("Gjennomtrekk i alle enheter, %").fill("10");
		await press("Regn ut");
		await page.waitForURL(/years=8/);
		await page.getByRole("row").filter({ hasText: name }).first().waitFor();
		await look("gap in eight years");

		// A plan with a measure: nobody can adopt it without a decision; then it is kept as it was, and tells what changes.
		await press("Planer");
		await look("plans");
		await press("Begynn en plan");
		await page.getByLabel("Navn på planen").fill(`Plan for ${name}`);
		await press("Lagre");
		await says("Planen er begynt.");
		const plan = new URL(page.url()).pathname;
		await press("Legg til tiltak");
		await page.getByLabel("Slag").selectOption({ label: "Videreutdanning" });
		await page.getByLabel("Tiltak", { exact: true }).fill(`Én tar ${name}`);
		await page.locator("[name=entryId]").selectOption({ label: name });
		await page.getByLabel("Dekker").fill("1");
		await page.getByLabel("Hvem betaler").selectOption({ label: "Statlig tilskudd" });
		await look("a measure to add");
		await press("Lagre");
		await says("Tiltaket er lagt til.");
		await look("one plan");
		await press("Før neste steg");
		await page.getByLabel("Vedtatt").check();
		await press("Før steget");
		await page.locator(".ds-error-summary").waitFor();
		await page.getByLabel("Nummer på vedtaket").fill("PS 7/26");
		await look("a decision");
		await press("Før steget");
		await says("Versjon 1, vedtak PS 7/26");
		await press("Medvirkning");
		await says(/Var sent med, eller ikke med/);
		await look("involvement");
		await press("Bestillinger");
		await look("orders");
		await press(`Én tar ${name}`);
		await page.getByLabel("Kostnad i alt").fill("100 000");
		await press("Lagre");
		await says("Tiltaket er endret.");
		await open(`${plan}/changes`);
		await says(/Kostnad i alt: fra ingenting til 100/);
		await look("changes");
		expect((await page.request.get(new URL(`${plan}.pdf`, page.url()).href)).headers()["content-type"]).toBe(
			"application/pdf",
		);
		await open("/competence/measures");
		await look("measures");

		// Somebody in education: from planned to started, a wrong step undone, and counted.
		await open("/competence/studies");
		await look("studies");
		await press("Før opp noen");
		await page.getByLabel("Studium eller kurs").fill(`Studium i ${name}`);
		await press("Lagre");
		await page.locator(".ds-error-summary").waitFor();
		await page.getByLabel("Enhet", { exact: true }).selectOption({ label: called });
		await page.getByLabel("Kompetansen det gir").selectOption({ label: name });
		await look("somebody to add");
		await press("Lagre");
		await says("Føringen er lagret.");
		const study = new URL(page.url()).pathname;
		await page.getByLabel("I gang").check();
		await press("Før steget");
		await says("Ført: I gang.");
		await page.getByLabel("Falt fra").check();
		await press("Før steget");
		await page.locator(".ds-error-summary").waitFor();
		await look("a step refused");
		await page.getByLabel("Hvorfor").selectOption({ label: "For lang reise" });
		await press("Før steget");
		await says("Ført: Falt fra.");
		await page.getByText("Angre «Falt fra»").first().click();
		await page.getByRole("button", { name: "Angre «Falt fra»" }).click();
		await says("Steget er angret.");
		await look("one study");

		// Another municipality sees none of it.
		await signInAs("Torstein Aunemo");
		await openMissing(here);
		await openMissing(plan);
		await openMissing(study);

		// Whoever studies sees what is known of it.
		await signInAs("Sindre Lillebo");
		await open("/studies");
		await says("Master i avansert klinisk allmennsykepleie, deltid");
		await look("own studies");
	},
	{ timeout: 300_000 },
);
