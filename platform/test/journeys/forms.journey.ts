import { expect } from "vitest";
import { journey } from "./journey.ts";

journey("forms", async ({ page, scripts, open, signInAs, press, look }) => {
	const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
	const field = (label: string) => page.getByLabel(label, { exact: true });
	// The two runs share a database: each makes a form of its own.
	const title = scripts ? "Behov med skript" : "Behov uten skript";
	const inAll = async (legend: string, words: string) => {
		for (const language of ["Bokmål", "Nynorsk", "Engelsk"])
			await page.getByLabel(`${legend}, ${language}`, { exact: true }).fill(words);
	};
	const add = async (kind: string) => {
		await field("Hva vil du legge til?").selectOption({ label: kind });
		await press(/^Legg til$/);
	};

	await signInAs("Bjørn Eggemoen");
	await open("/administration");
	await press("Skjema");
	await look("list");
	await press("Nytt skjema");
	await field("Tittel på bokmål").fill(title);
	await look("new");
	await press("Lag skjemaet");
	await says("Skjemaet er tomt.");
	const form = new URL(page.url()).pathname;

	await add("Ja eller nei");
	await inAll("Tekst", "Har dere behov?");
	await page.getByLabel("Må svares på før innsending").check();
	await press("Lagre og lukk");
	await add("Tall");
	await inAll("Tekst", "Hvor mange?");
	await page.getByLabel("Betingelse 1").selectOption({ label: "Har dere behov?: er Ja" });
	await field("Når vises dette?").selectOption({ label: "Når alt dette stemmer" });
	await look("question");
	await press("Lagre og lukk");
	await says("Vises når «Har dere behov?» er Ja");
	await add("Fil");
	await inAll("Tekst", "Vedlegg");
	await press("Lagre og lukk");
	await add("Ett valg");
	await inAll("Tekst", "Hva haster mest?");
	for (const [at, word] of ["Sår", "Demens"].entries())
		for (const language of ["Bokmål", "Nynorsk", "Engelsk"])
			await page.getByLabel(`Valg ${at + 1}, ${language}`, { exact: true }).fill(word);
	await press("Lagre og lukk");
	await press(/^Hva haster mest\?$/);
	await press("Flytt opp: Demens");
	expect(await page.getByLabel("Valg 1, Bokmål", { exact: true }).inputValue()).toBe("Demens");
	await press("Lagre og lukk");
	await add("Lang tekst");
	await page.getByLabel("Tekst, Bokmål", { exact: true }).fill("Hvorfor?");
	await press("Lagre og lukk");
	await says("Noe mangler på bokmål, nynorsk eller engelsk.");

	// A question that stands after what hangs on it cannot be published; one step up mends it again.
	await press("Flytt «Har dere behov?» ned");
	await says("peker på noe som ikke står før dette");
	await look("editor with findings");
	await press("Flytt «Har dere behov?» opp");
	await press("Fjern «Hvor mange?»");
	await says("Fjernet. Du kan angre.");
	await press("Angre siste endring");
	await says("Vises når «Har dere behov?» er Ja");

	await press(/^Publiser$/);
	await says("Dette må rettes før du kan publisere");
	await look("publish stopped");
	await press(/^Hvorfor\?$/);
	await inAll("Tekst", "Hvorfor?");
	await press("Lagre og lukk");
	await field("Nynorsk").fill(title);
	await field("Engelsk").fill(`${title}, in English`);
	await press("Lagre tittelen");
	await press("Prøv skjemaet");
	await press(/^Engelsk$/);
	await says(`${title}, in English`);
	await press("Kontroller svarene");
	await page.locator(".ds-error-summary").waitFor();
	await look("preview in English");
	await open(`${form}/publish`);
	await says("Kontrollen fant ingenting å rette.");
	await press("Publiser nå");
	await says("Versjon 1 er publisert");
	await look("published");

	// Answered by oneself, shared, and written by two at once.
	await open("/forms");
	await press(`Svar på ${title}`);
	const answer = new URL(page.url()).pathname;
	await press("Send inn");
	await page.locator(".ds-error-summary").waitFor();
	await look("answers refused");
	await open(answer);
	await press("Del utkastet med kolleger");
	await says("Kolleger kan nå skrive i utkastet.");
	const other = await page.context().newPage();
	await other.goto(page.url());
	await page.getByLabel("Hvorfor?").fill("Fordi vi trenger flere.");
	await page.getByLabel("Ja", { exact: true }).check();
	if (scripts) await says(/Lagret kl\./);
	else await press("Lagre utkast");
	// Another question is put together; the same is shown side by side, and nothing is lost.
	await other.getByLabel("Hvorfor?").fill("Fordi mange slutter.");
	await other.getByRole("button", { name: "Lagre utkast" }).click();
	await other.getByText("En annen har skrevet det samme stedet samtidig").waitFor();
	expect(await other.locator(".clash .written").allTextContents()).toEqual([
		...["Fordi vi trenger flere.", "Fordi mange slutter."],
	]);
	await other.getByRole("button", { name: "Lagre min tekst" }).click();
	await other.getByText("Utkastet er lagret.").first().waitFor();
	await other.close();
	await open(answer);
	expect(await page.getByLabel("Hvorfor?").inputValue()).toBe("Fordi mange slutter.");
	expect(await page.getByLabel("Ja", { exact: true }).isChecked()).toBe(true);
	await page.getByLabel("Hvor mange?").fill("3");
	await press("Lagre utkast");
	expect(await page.getByLabel("Hvor mange?").inputValue()).toBe("3");
	await page
		.getByLabel(/^Vedlegg/)
		.setInputFiles({ name: "vedtak.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 x") });
	await press("Lagre utkast");
	await page.getByLabel("vedtak.pdf").waitFor();
	await look("answers");
	await press("Fyll ut i Excel");
	await press("Hent inn svarene");
	await page.locator(".ds-error-summary").waitFor();
	await look("filled in with Excel");
	await open(answer);
	await press("Send inn");
	await says("Svaret er sendt inn.");
	await look("answers sent");

	// By link, without an account.
	await open(`${form}/ask`);
	await field("Hvem skal svare?").fill("Enhet nord");
	await page.getByLabel("Hvorfor spør dere?").fill("Vi lager plan for neste år.");
	await press("Lag lenke");
	await says("Lenken til Enhet nord er laget");
	await look("asked by link");
	await says("Venter på svar");
	const link = (await page.locator(".copy-value").textContent()) ?? "";
	await page.context().clearCookies({ name: "session" });
	await open(new URL(link).pathname);
	await press("Svar på skjemaet");
	await page.getByLabel("Nei", { exact: true }).check();
	await look("answers by link");
	await press("Send inn");
	await signInAs("Bjørn Eggemoen");
	await open(`${form}/answers`);
	await says("Enhet nord");
	await look("answers sent in");
});
