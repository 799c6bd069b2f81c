import { journey } from "./journey.ts";

/** A municipality asks for advice: a guide reads it, one who supervises does not, until the municipality opens it. */
journey("guidance", async (visitor) => {
	const { page, scripts, open, openMissing, signInAs, press, look } = visitor;
	const subject = scripts ? "Egenandel med skript" : "Egenandel uten skript";
	const says = (words: string | RegExp) => page.getByText(words).first().waitFor();

	await signInAs("Håvard Myhrvang");
	await open("/funding/guidance/guides");
	await page.getByLabel("Tuva Reinås").selectOption({ label: "Veileder" });
	await page.getByLabel("Håvard Myhrvang").selectOption({ label: "Veileder og fører tilsyn" });
	await look("guides");
	await press("Lagre");
	await says("Lagret.");

	await signInAs("Silje Rostadmo");
	await open("/funding/guidance");
	await press("Be om råd");
	await press("Send spørsmålet");
	await page.locator(".ds-error-summary").waitFor();
	await page.getByLabel("Hvem spør dere?").selectOption({ label: "Statsforvalteren i Trøndelag" });
	await page.getByLabel("Om hva?").fill(subject);
	await page.getByLabel("Hva lurer dere på?").fill("Kan lønn til vikar være egenandel?");
	await look("ask for advice");
	await press("Send spørsmålet");
	await says("Spørsmålet er sendt til dem som veileder.");
	const guidance = new URL(page.url()).pathname;

	await signInAs("Håvard Myhrvang");
	await openMissing(guidance);

	await signInAs("Tuva Reinås");
	await open("/funding/guidance");
	await press(subject);
	await page.getByLabel("Rådet", { exact: true }).fill("Ja, når vikaren er nødvendig for studiet.");
	await press("Gi råd");
	await page.locator(".ds-error-summary").waitFor();
	await page.getByLabel(/^Hva bygger rådet på/).fill("Regelverket § 4");
	await press("Gi råd");
	await says("Rådet er sendt.");

	await signInAs("Silje Rostadmo");
	await open(guidance);
	await says("Bygger på: Regelverket § 4");
	await look("advice");
	await press("Åpne for dem som fører tilsyn");
	await says("Også de som fører tilsyn, kan lese dette nå.");

	await signInAs("Håvard Myhrvang");
	await open(guidance);
	await says("Ja, når vikaren er nødvendig for studiet.");
	await look("opened guidance");
});
