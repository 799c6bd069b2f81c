import { journey } from "./journey.ts";

/** A municipality writes what it needs to know; a researcher proposes something, asks, is answered, and gives back what was found. */
journey("research", async (visitor) => {
	const { page, scripts, open, openMissing, signInAs, press, look } = visitor;
	const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
	const fill = (label: string | RegExp, words: string) => page.getByLabel(label).fill(words);
	const subject = `Hvem ringer de pårørende ${scripts ? "med" : "uten"} skript?`;

	await signInAs("Silje Rostadmo");
	await open("/development/needs");
	await look("needs");
	await press("Skriv et behov");
	await press("Lagre");
	await page.locator(".ds-error-summary").waitFor();
	await fill("Hva trenger dere å vite?", subject);
	await fill("Hva skal dere bruke svaret til?", "Nye rutiner for samtaler.");
	await page.getByLabel("Bacheloroppgave").check();
	await look("a need to be written");
	await press("Lagre");
	await says("Behovet er skrevet ned.");
	const need = new URL(page.url()).pathname;

	await signInAs("Vegard Dalsaune");
	await open(need);
	await look("a need of others");
	await press("Foreslå noe sammen");
	await fill("Tittel", `Samtaler: ${subject}`);
	await fill("Hva får praksis igjen?", "Et opplegg for samtaler.");
	await look("research to be proposed");
	await press("Lagre");
	await says("Det er skrevet ned. Spør dem dere vil ha med.");
	await fill("Hvorfor akkurat dem?", "Dere har skrevet behovet.");
	await press("Send spørsmålet");
	await page.locator(".ds-error-summary").waitFor();
	await fill(/^Hvor mange timer av deres folk/, "40");
	await look("somebody to be asked");
	await press("Send spørsmålet");
	await says("Spørsmålet er sendt.");
	await look("research with who is asked");
	const research = new URL(page.url()).pathname;

	await signInAs("Kirsten Voldsund");
	await openMissing(research);

	await signInAs("Silje Rostadmo");
	await open(research);
	await look("what one is asked");
	await press(/^Svar$/);
	await page.getByLabel("Ja, med endringer").check();
	await press("Send svaret");
	await page.locator(".ds-error-summary").waitFor();
	await fill("Med egne ord", "Bare én avdeling.");
	await fill(/^Hvor mange timer kan dere gi/, "20");
	await look("an answer");
	await press("Send svaret");
	await says("Svaret er sendt.");

	await signInAs("Vegard Dalsaune");
	await open(`${research}/return`);
	await fill("Hva fant dere?", "De fleste vil bli ringt, ikke ringe selv.");
	await press("Gi tilbake resultatet");
	await says("Resultatet er gitt tilbake.");

	await signInAs("Silje Rostadmo");
	await open(research);
	await press("Si om resultatet kan brukes");
	await page.getByLabel("Vi bruker det").check();
	await look("whether it came back");
	await press("Lagre");
	await says("Takk. Forskerne ser det dere sa.");
	await open(need);
	await page.getByText("Lukk behovet").click();
	await page.getByLabel("Vi har fått svar").check();
	await fill("Hva lærte dere?", "De fleste vil bli ringt.");
	await press(/^Lukk$/);
	await says("Behovet er lukket.");
	await look("a closed need");

	await signInAs("Vegard Dalsaune");
	await open("/development/research");
	await look("research together");
	await open("/development/research/asked");
	await look("who is asked");
});
