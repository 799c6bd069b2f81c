import { expect } from "vitest";
import { journey } from "./journey.ts";

journey("people", async ({ page, scripts, open, openMissing, signInAs, press, look }) => {
	const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
	const refused = () => page.locator(".ds-error-summary").waitFor();
	// The two runs share a database: each has its own person and asks about something of its own.
	const name = scripts ? "Berit Medskript" : "Berit Utenskript";
	const email = scripts ? "berit.med@stjordal.example" : "berit.uten@stjordal.example";
	const responsibility = scripts ? "Personvern" : "Undersøkelser";

	await signInAs("Eva Strandheim");
	await open("/");
	await says("Dette venter på deg");
	await look("home");
	await press(page.getByRole("link", { name: "Folk og roller" }).first());
	await says("Andre organisasjoner ser ikke denne listen.");
	await look("people");
	await open("/people?status=ended");
	await look("people who have left");

	await open("/people/new");
	await press("Legg til rollen");
	await refused();
	await look("new role refused");
	await page.getByLabel("Navn", { exact: true }).fill(name);
	await page.getByLabel("E-post").fill(email);
	await page.getByLabel("Rolle", { exact: true }).selectOption({ label: "Rådgiver" });
	await page.getByLabel("Stedfortreder").fill("Ingen som heter dette");
	await press("Legg til rollen");
	await says("Vi fant ikke akkurat én person med dette navnet.");
	await page.getByLabel("Stedfortreder").fill("torstein aunemo");
	await press("Legg til rollen");
	await says("Rollen er lagt til.");
	await look("person");
	const person = new URL(page.url()).pathname;

	await open(`${person}/edit`);
	expect(await page.getByLabel("Stedfortreder").inputValue()).toContain("Torstein Aunemo (Praksiskoordinator");
	await page.getByLabel("Tittel").fill("Rådgiver for personvern");
	await press("Lagre");
	await says("Endringene er lagret.");
	await says("Rådgiver for personvern");

	await open(`${person}/invite`);
	await look("invite");
	await press("Lag invitasjon");
	await says("Invitasjonen er klar");
	expect(await page.locator(".copy-value").textContent()).toMatch(/\/link\/[\w-]{20,}$/);
	await look("invited");
	await open("/people/invitations");
	await says(name);
	await look("invitations");

	await open("/organisations?q=stjordal&kind=municipality");
	await press("Stjørdal");
	await press(/^Kontakter/);
	await says(/ sluttet .*\. Ingen har overtatt\./);
	if (scripts) await says("Ingen er valgt");
	await look("register");
	const register = new URL(page.url()).pathname;
	expect(await page.getByRole("link", { name: "Last ned som Excel" }).getAttribute("href")).toContain(
		`${register}.xlsx`,
	);
	await press(page.getByRole("link", { name: /^Overfør alt fra / }).first());
	await says("Det personen fortsatt står oppført med");
	await look("hand-over of what was left behind");
	await open("/import/contacts");
	await look("import of contacts");
	await open(`${register}/new`);
	await page.getByLabel("Ansvarsområde").selectOption({ label: responsibility });
	await press("Legg til");
	await refused();
	await look("new contact refused");
	await page.getByLabel("Den som svarer").fill(name);
	await press("Legg til");
	await says("Kontaktpunktet er lagt til.");
	await says(email);

	await open("/contacts");
	await look("who answers");
	await page.getByLabel("Ansvarsområde").selectOption({ label: responsibility });
	await page.getByLabel("Hvor").fill("stjoerdal");
	await press("Finn");
	await says(name);
	await look("answer");
	await page.getByLabel("Hvor").fill("solbakken");
	await press("Finn");
	await says("Kanskje mente du");
	await look("perhaps you meant");
	await page.getByLabel("Hvor").fill("");
	await press("Finn");
	await says("har noen som svarer");
	await look("the whole country");

	await open(`${person}/end`);
	await says("Personen svarer for ett kontaktpunkt.");
	await look("end");
	await press("Overfør alt i ett steg");
	await says("Dette flyttes");
	await press("Overfør alt");
	await refused();
	await look("hand-over refused");
	await page.getByLabel("Etterfølger").fill("Torstein Aunemo");
	await press("Overfør alt");
	await says(`Alt fra ${name} er overført.`);
	await look("successor");
	await says(responsibility);

	await signInAs("Ingrid Vollmo");
	await openMissing(person);
	await openMissing(`${person}/hand-over`);
	await openMissing(`${register}/new`);
	await open(`/people?status=all&q=${encodeURIComponent(name)}`);
	await says("Ingen treff");
	await open(register);
	await says("torstein.aunemo@stjordal.example");
	await look("another's register");

	await signInAs("Amalie Nesteby");
	await open("/people");
	await says("Du ser bare dine egne roller.");
	await says("Viser 1");
	await openMissing("/people/new");
	await openMissing("/people/invitations");
});
