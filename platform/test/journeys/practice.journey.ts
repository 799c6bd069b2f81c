import { expect } from "vitest";
import { journey } from "./journey.ts";

/** What one municipality learnt is tried out by another in its own way, and everybody reads how it goes. */
journey("practice", async ({ page, scripts, open, signInAs, press, look }) => {
	const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
	const field = (label: string) =>
		page.getByLabel(label, { exact: true }).or(page.getByLabel(`${label} (valgfritt)`, { exact: true }));
	const refused = () => page.locator(".ds-error-summary").waitFor();
	const card = "Femten minutter etisk refleksjon på vaktskiftet";
	const title = scripts ? "Refleksjon i nettverket" : "Refleksjon for nattevakter";

	// Whoever has a project makes a card of it: what was measured comes along by itself.
	await signInAs("Arne Solemdal");
	await open("/development");
	await press("Hverdagsrehabilitering i egne hender");
	await page.waitForURL(/\/development\/projects\/[^/]+$/);
	if (scripts) {
		await press("Lag et erfaringskort");
		await page.waitForURL(/\/practice$/);
		await field("Hva gjorde dere?").fill("Folk øvde på det de selv valgte, tre ganger i uken.");
		await field("Hvor stort").fill("32 brukere");
		await field("Hva måtte være på plass?").fill("En fysioterapeut med tid til å lære bort.");
		await field("Hva bør andre vite som vil prøve det samme?").fill("Begynn før folk har fått fast hjelp.");
		await press("Lagre kortet");
		await refused();
		await look("card refused");
		await field("Hva endret seg ikke?").fill("Timene vi bruker hos hver enkelt.");
		await press("Lagre kortet");
		await says("Kortet er laget.");
		await says("Prosjektet er ikke ferdig");
		await look("own card");
	}

	await signInAs("Kirsten Voldsund");
	await open("/development/practice");
	await page.getByRole("row").filter({ hasText: card }).getByText("Verdal").waitFor();
	await look("cards");
	await press(card);
	await page.waitForURL(/\/development\/practice\/[^/]+$/);
	const here = new URL(page.url()).pathname;
	await page.getByRole("img", { name: "Hvem har prøvd det, og hvordan gikk det?" }).waitFor();
	await says("Vikarene er ikke med, og merker at de står utenfor.");
	await look("card of another");

	// Copying is refused: why, what is different here, and what is changed for that.
	await press("Prøv det hos dere");
	await page.waitForURL(/\/adopt$/);
	await field("Hva er annerledes hos dere?").fill("Vi har ingen egne ansatte i tjenesten.");
	await field("Hva endrer dere av den grunn?").fill("Kommunene møtes på skjerm i stedet.");
	await field("Navn på prosjektet").fill(title);
	await field("Behovet").fill("De som er alene om faget, har ingen å spørre.");
	await field("Hensikten").fill("Beboerne skal møtes likt av alle, også når det er vanskelig.");
	await field("Hva vil brukeren merke?").fill("De har tenkt seg om.");
	await field("Planen hensikten følger av").fill("Virksomhetsplanen");
	await field("Én enhet").check();
	await field("Prosjektleder").fill("Kirsten Voldsund");
	await field("Eier i linjen").fill("Lederen for senteret");
	await field("Siste dag").fill("2031-12-31");
	await press("Lagre");
	await says(/Hensikten er den samme som på kortet/);
	await look("adoption refused");
	await field("Hensikten").fill("Ingen skal stå alene med de tyngste valgene.");
	await press("Lagre");
	await page.waitForURL(/\/development\/projects\/[^/]+\/goals$/);
	await says("Prosjektet er begynt.");
	await press("Prosjektet");
	await says("Kommunene møtes på skjerm i stedet.");
	await look("project that tries it out");

	// Whether it is known, tried or used is said, with a day; reading it counts for nothing.
	await open(here);
	await field("Kjenner til det").check();
	await press("Lagre");
	await says("Lagret. De som ser kortet, ser det nå.");

	await press("Logg ut");
	await open("/published-practice");
	await press(card);
	await page.waitForURL(/\/published-practice\/[^/]+$/);
	await page.getByRole("row").filter({ hasText: title }).getByText("Ikke satt i gang").waitFor();
	expect(await page.getByText("Prøv det hos dere").count()).toBe(0);
	await look("public card");
});
