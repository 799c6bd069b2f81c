import { expect } from "vitest";
import { addDays, dayOf } from "../../src/day.ts";
import { journey } from "./journey.ts";

journey("placement-capacity", async ({ page, scripts, open, openMissing, signInAs, press, look }) => {
	const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
	const phone = () => page.setViewportSize({ width: 375, height: 740 });
	const desk = () => page.setViewportSize({ width: 1280, height: 900 });
	const year = Number(dayOf(new Date()).slice(0, 4)) + 1;
	const inTwoWeeks = addDays(dayOf(new Date()), 14);
	// The two runs share a database: each has its own half-year, its own site and its own course.
	const [name, first, last] = scripts
		? ["Våren med skript", `${year}-01-04`, `${year}-06-30`]
		: ["Høsten uten skript", `${year}-08-02`, `${year}-12-20`];
	const site = scripts ? "Skriptgården omsorgssenter" : "Skriptløse omsorgssenter";
	const course = scripts ? "Praksis med skript" : "Praksis uten skript";

	await signInAs("Torstein Aunemo");
	await open("/placement/capacity");
	await look("capacity");
	await open("/placement/sites/from-units");
	await look("sites from units");
	if (scripts) {
		await press("Lag praksissteder");
		await says(/praksissteder er laget/);
	}
	await open("/placement/capacity/sites");
	await look("sites");
	await open("/placement/sites/new");
	await press("Lagre");
	await page.locator(".ds-error-summary").waitFor();
	await page.getByLabel("Navn", { exact: true }).fill(site);
	await page.getByLabel("Type tjenestested").selectOption({ label: "Sykehjem" });
	await press("Lagre");
	await says("Praksisstedet er lagret.");
	await look("site");

	await open("/placement/capacity/collections/new");
	await page.getByLabel("Navn", { exact: true }).fill(name);
	await page.getByLabel("Første dag").fill(first);
	await page.getByLabel("Siste dag").fill(last);
	await page.getByLabel("Svarfrist").fill(inTwoWeeks);
	await page.getByLabel("Melding til stedene").fill("Ta kontakt med Torstein om noe er uklart.");
	await look("new collection");
	await press("Send spørsmålet");
	await says(/steder er spurt/);
	await look("collection");
	const collection = new URL(page.url()).pathname;
	await press("Minn alle som ikke har svart");
	await says(/er spurt eller minnet i dag allerede/);

	await open(`${collection}?q=${encodeURIComponent(site)}`);
	await press(`Lag lenke ${site}`);
	await press("Lag lenke");
	await says("Lenken er klar");
	const link = new URL((await page.locator(".copy-value").textContent()) ?? "").pathname;

	// On a phone, without an account.
	await page.context().clearCookies({ name: "session" });
	await phone();
	await open(link);
	await says("Kan dere ta imot studenter?");
	await press("Kan dere ta imot studenter?");
	await look("answer by link on a phone");
	await press("Send svaret");
	await page.locator(".ds-error-summary").waitFor();
	await page.getByLabel("Ja", { exact: true }).check();
	const row = (number: number) => page.getByRole("group", { name: `Plasser ${number}` });
	await row(1).getByLabel("Utdanning").selectOption({ label: "Sykepleie" });
	await row(1).getByLabel("Antall plasser").fill("3");
	await row(1).getByLabel("2", { exact: true }).check();
	await page.getByLabel("Merknad").fill("Helst på dagvakt");
	await press("Legg til flere plasser");
	await row(2).getByLabel("Antall plasser").fill("3");
	expect(await row(1).getByLabel("Antall plasser").inputValue()).toBe("3");
	expect(await row(1).getByLabel("2", { exact: true }).isChecked()).toBe(true);
	expect(await page.getByLabel("Merknad").inputValue()).toBe("Helst på dagvakt");
	await row(2).getByLabel("Utdanning").selectOption({ label: "Sykepleie" });
	await press("Send svaret");
	await says(/Slå dem sammen til én linje/);
	await look("answer refused on a phone");
	await press("Fjern plasser 2");
	await press("Send svaret");
	await says("Takk, svaret er sendt.");
	await says("Dere kan endre svaret til det er godkjent.");
	await look("answered on a phone");
	await desk();

	await signInAs("Torstein Aunemo");
	await open(`${collection}?q=${encodeURIComponent(site)}`);
	// All at once, and all at once again: the form was emptied between.
	const ticked = page.getByLabel(scripts ? "Velg alle på denne siden" : `Velg ${site}`);
	await ticked.check();
	await press(page.getByRole("button", { name: "Godkjenn" }));
	await says("1 godkjent.");
	await ticked.check();
	await press(page.getByRole("button", { name: "Publiser" }));
	await says("1 publisert.");
	await open("/placement/load/new");
	await page.getByLabel("Praksissted").selectOption({ label: site });
	await page.getByLabel("Hvem").selectOption({ label: "Lærlinger" });
	await page.getByLabel("Antall").fill("1");
	await page.getByLabel("Første dag").fill(first);
	await page.getByLabel("Siste dag").fill(last);
	await press("Lagre");
	await says("Belastningen er lagret.");
	await look("load");
	await open(`/placement/capacity/calendar?from=${first}&to=${last}`);
	await says(site);
	await look("calendar");
	await phone();
	await open(`/placement/capacity/calendar?from=${first}&to=${last}`);
	await look("calendar on a phone");
	await desk();

	// The institution sees what is published, and orders.
	await signInAs("Ingrid Vollmo");
	await openMissing(collection);
	await open(`/placement/capacity/published?q=${encodeURIComponent(site.split(" ")[0] ?? "")}`);
	await says(site);
	await look("published");
	await open("/placement/requests/new");
	await press("Lagre og send");
	await page.locator(".ds-error-summary").waitFor();
	await look("new order refused");
	await page.getByLabel("Studieprogram").fill("Bachelor i sykepleie");
	await page.getByLabel("Praksisemne", { exact: true }).fill(course);
	await page.getByLabel("Utdanning").selectOption({ label: "Sykepleie" });
	await page.getByLabel("Studieår").selectOption("2");
	await page.getByLabel("Første dag").fill(scripts ? `${year}-01-11` : `${year}-08-09`);
	await page.getByLabel("Siste dag").fill(scripts ? `${year}-03-05` : `${year}-10-01`);
	await page.getByLabel("Praksisvert").first().fill("Stjørdal");
	await page.getByLabel("Plasser", { exact: true }).first().fill("5");
	await press("Lagre og send");
	await says(/1 sendt: 1 varslet her/);
	await look("orders");

	await signInAs("Torstein Aunemo");
	await open("/");
	await says(/bestilling/);
	await open("/placement/requests?side=asked");
	await press(course);
	await look("order");
	await press("Svar på bestillingen");
	await page.getByLabel(`Plasser ved ${site}`).fill("3");
	await press("Send svaret");
	await says("Velg hvorfor resten ikke kan dekkes: 2 av plassene.");
	await look("answer to an order refused");
	await page.getByLabel("Hvorfor ikke resten?").selectOption({ label: "Mangler veileder" });
	await press("Send svaret");
	await says("Svaret er sendt.");
	await says("3 av 5 plasser");
	await look("answered order");

	await signInAs("Ingrid Vollmo");
	await open("/placement/requests");
	await page.locator(".status", { hasText: "Ikke fullt dekket" }).first().waitFor();
	await says(/Ikke dekket: \d+\. Grunn: mangler veileder/);
	await look("orders answered");
	await phone();
	await open("/placement/requests");
	await look("orders on a phone");
	await desk();

	await signInAs("Amalie Nesteby");
	await openMissing("/placement/requests");
	await openMissing("/placement/capacity/sites");
	await openMissing("/placement/sites/new");
});
