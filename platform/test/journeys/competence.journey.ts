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
		await press("Alene om en kompetanse");
		await says(/kompetanser står på én person/);
		await look("alone with a competence");
		await open("/competence");

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

		// A list of codes from the personnel system becomes own words for what is shared.
		const code = scripts ? "7174" : "7175";
		await open("/competence/framework");
		await press("Importer fra Excel");
		await page.locator("input[type=file]").setInputFiles({
			...{ name: "koder.csv", mimeType: "text/csv" },
			buffer: Buffer.from(`Stilling;Stillingskode;Svarer til\n${name} i turnus;${code};Jordmor\n`),
		});
		await press("Se hva som vil skje");
		await says("Ingenting er endret ennå");
		await look("codes to import");
		await press("Importer 1 kompetanse");
		await press("Se rammeverket");
		await page.getByRole("row").filter({ hasText: code }).getByText("Jordmor").waitFor();

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

		// The units are asked; one answers by a link without an account, and the answer is taken in.
		await press("Innsamling");
		await look("collections");
		await press("Spør enhetene");
		await page.getByLabel("Navn", { exact: true }).fill(`Kartlegging for ${name}`);
		await page.getByLabel("Svar innen").fill("2020-01-01");
		await press("Spør");
		await page.locator(".ds-error-summary").waitFor();
		await page.getByLabel("Svar innen").fill("2099-01-01");
		await look("units to ask");
		await press("Spør");
		await says(/enheter er spurt/);
		const collection = new URL(page.url()).pathname;
		await look("one collection");
		await press(page.getByRole("row").filter({ hasText: called }).getByRole("link", { name: "Gi lenke" }));
		await page.waitForURL(/\/link$/);
		await press("Gi lenke");
		await says("Den vises bare nå.");
		await look("link to a unit");
		await open(new URL((await page.locator(".copy-value").textContent()) ?? "").pathname);
		await press("Si hva enheten har og trenger");
		await says("Stemmer dette?");
		await look("a unit is asked");
		await page.getByText("Nei, rett det").click();
		const mine = page.locator(".competence-row").filter({ has: page.locator(`option:checked:text-is("${name}")`) });
		await mine.getByLabel("Ansatte").fill("2");
		await mine.getByLabel("Årsverk").fill("3");
		await press("Send svaret");
		await page.locator(".ds-error-summary").waitFor();
		await mine.getByLabel("Årsverk").fill("1,6");
		await look("a unit corrects");
		await press("Send svaret");
		await says("Takk. Svaret er sendt");
		await look("a unit has answered");
		await open(collection);
		await press(page.getByRole("row").filter({ hasText: called }).getByRole("link", { name: "Se svaret" }));
		await page.waitForURL(/\/take$/);
		await says("2 ansatte, 1,6 årsverk");
		await look("an answer to take in");
		await press("Ta inn svaret");
		await says(/er tatt inn/);
		await open(here);
		await says(/Enheten selv, Kartlegging for/);
		await open("/competence/collections");

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

		// It is heard while it can still change: a user council says something by a link, and the record shows who came early.
		await press("Send på høring");
		await page.getByLabel("Hva dere spør om").fill("Hva mangler i planen?");
		await page.getByLabel("Frist for innspill").fill("2099-01-01");
		await press("Lagre utkastet");
		await says("Utkastet er lagret. Legg til dem som skal høres.");
		await press("Legg til noen å høre");
		await page.getByLabel("Rolle").selectOption({ label: "Brukerråd" });
		await page.getByLabel("Navn", { exact: true }).fill("Gerd i eldrerådet");
		await press("Lagre");
		await press("Send på høring");
		await says(/ikke varslet/);
		await press("Lag lenke til Gerd i eldrerådet");
		await says("Lenke til Gerd i eldrerådet");
		await open(new URL((await page.locator(".copy-value").textContent()) ?? "").pathname);
		await press("Les og gi innspill");
		await says(`Én tar ${name}`);
		await look("a plan is heard by link");
		await page.getByLabel("Innspillet ditt").fill("Ta med pårørende i opplæringen.");
		await press("Send innspillet");
		await says("Takk. Innspillet er sendt. Svaret kommer på denne siden: ta vare på lenken.");
		await open(`${plan}/involvement`);
		await page.getByRole("row").filter({ hasText: "Brukerråd" }).getByText("Tidlig med").first().waitFor();
		await look("a user council came early");
		await open(plan);
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
		const orders = await page.locator("a.list-excel").first().getAttribute("href");
		expect(orders).toContain("order=education");
		expect((await page.request.get(new URL(orders ?? "", page.url()).href)).headers()["content-type"]).toContain(
			"sheet",
		);
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
		await press("Brukes kompetansen?");
		await says("Etter 6 måneder");
		await look("whether competence is used");
		await open("/competence/studies");
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
		await press(page.getByRole("button", { name: "Angre «Falt fra»" }));
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
