import { expect } from "vitest";
import { journey } from "./journey.ts";

/** A development centre says what it helps with and offers it; a municipality answers, asks for more, and lets it follow its projects. */
journey("help", async ({ page, scripts, open, signInAs, press, look }) => {
	const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
	const field = (label: string) =>
		page.getByLabel(label, { exact: true }).or(page.getByLabel(`${label} (valgfritt)`, { exact: true }));
	const id = "[0-9a-f-]{36}";
	const at = (path: string) => page.waitForURL((url) => new RegExp(`${path}$`).test(url.pathname));
	const title = scripts ? "Smertelindring hjemme" : "Munnstell på sykehjem";

	await signInAs("Kirsten Voldsund");
	await open("/development/help/new");
	await press("Lagre");
	await page.locator(".ds-error-summary").waitFor();
	await look("help refused");
	await field("Hva gjelder det?").fill(title);
	await field("Hva får de?").fill("Vi er med på de første besøkene.");
	await field("Hvem er det for?").fill("Hjemmetjenesten");
	await field("Prosessbesøk").check();
	await field("Hos kommunen").check();
	await field("Hvor mange dere har plass til samtidig").fill("1");
	await press("Lagre");
	await at(`/development/help/${id}`);
	await says("Ikke tilbudt noen ennå");
	const help = new URL(page.url()).pathname;
	// Those who have never been offered anything are a list; the nearest come first.
	await open("/development/help/reached?how=never");
	await page.getByRole("link", { name: "Inderøy" }).waitFor();
	await look("never been offered");
	await open(`${help}/offers/new`);
	await field("Kommune eller annen organisasjon").fill("Stjørdal");
	await field("Hvorfor").fill("Dere spurte i nettverket.");
	await look("offer");
	await press("Send tilbudet");
	await at(help);
	await says("Venter på svar");

	// Whoever is offered it finds it on the front page, and says whom to speak with.
	await signInAs("Bjørn Eggemoen");
	await open("/");
	await press(`Vil dere ha hjelp? ${title}`);
	await at(`/offers/${id}`);
	await field("Ja").check();
	await press("Lagre svaret");
	await says(/Skriv hvem hos dere vi kan snakke med/);
	await look("answer refused");
	await field("Hvem hos dere kan vi snakke med?").fill("Marit Heggeli");
	await field("I hvilken rolle").fill("Enhetsleder");
	await press("Lagre svaret");
	await at(help);
	await says("Nummer 1 i køen");
	await look("in the queue");
	await open("/development/help/let-in");
	if (scripts) {
		await page.locator("summary", { hasText: "Slipp noen til" }).click();
		await field("Hvem").fill("Utviklingssenter");
		await press("Slipp noen til");
		await says("Velg en organisasjon fra listen");
	}
	await look("who follows");

	await signInAs("Kirsten Voldsund");
	await open(help);
	await press("Stjørdal");
	await at(`/offers/${id}`);
	await press("Begynn");
	await at(help);
	await says("1 av 1 i gang");
	await open("/development/help/projects");
	await page.getByRole("row").filter({ hasText: "Hverdagsrehabilitering" }).getByText("For sen").waitFor();
	await look("projects followed");
	await press(page.getByRole("row").filter({ hasText: "Hverdagsrehabilitering" }).getByRole("link").first());
	await at(`/reached/${id}`);
	await says("Arne Solemdal, Prosjektleder");
	await look("one municipality");
	expect(await page.getByText("Kommunen leser dette også.").count()).toBe(1);
});
