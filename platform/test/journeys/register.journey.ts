import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { journey } from "./journey.ts";

journey("register", async ({ page, scripts, open, signInAs, press, look }) => {
	// Both runs of the journey share one register, so each has names and numbers of its own.
	const [east, west, renamed, merged] = scripts
		? ["Østre Prøveby", "Vestre Prøveby", "Ytre Prøveby", "Nye Prøveby"]
		: ["Østre Skoleby", "Vestre Skoleby", "Ytre Skoleby", "Nye Skoleby"];
	const number = scripts ? "99" : "98";
	const { says, told, at } = waiting(page);
	const listed = async (search: string, asOf: string) => {
		await open(`/organisations?kind=municipality&q=${encodeURIComponent(search)}&asOf=${asOf}`);
		return page.locator("tbody th, tbody td:first-child").allInnerTexts();
	};

	await signInAs("Randi Kvernmoen");
	await open("/organisations");
	for (const [index, name] of [east, west].entries()) {
		await press("Organisasjoner");
		await press("Registrer organisasjon");
		if (index === 0) {
			await look("new organisation");
			await press("Se hva som skjer");
			await page.locator(".ds-error-summary").waitFor();
			await look("new organisation refused");
		}
		await page.getByLabel("Type", { exact: true }).selectOption({ label: "Kommune" });
		await page.getByLabel(/^Finnes fra/).fill("2020-01-01");
		await page.getByLabel("Navn", { exact: true }).fill(name);
		await page.getByLabel(/^Nummer/).fill(`${number}0${index + 1}`);
		await page.getByLabel("Kilde", { exact: true }).fill("Prøve");
		await press("Se hva som skjer");
		await says(`${name} registreres som kommune og finnes i alle lister fra 1. januar 2020.`);
		if (index === 0) {
			await look("new organisation confirm");
			await press("Endre det du skrev");
			await expect(page.getByLabel("Navn", { exact: true }).inputValue()).resolves.toBe(name);
			await press("Se hva som skjer");
		}
		await press("Registrer organisasjonen");
		await told(`${name} er registrert.`);
	}
	await look("organisation for the operator");

	await press("Endre i registeret");
	await at(`Endre i registeret: ${west}`);
	await look("register of one");
	await press("Nytt navn, nummer eller sete");
	await at(`Nytt navn eller nummer: ${west}`);
	await page.getByLabel("Gjelder fra", { exact: true }).fill("2022-01-01");
	await page.getByLabel("Navn", { exact: true }).fill(renamed);
	await page.getByLabel("Kilde", { exact: true }).fill("Vedtak");
	await look("rename");
	await press("Se hva som skjer");
	await says(`Navn endres fra «${west}» til «${renamed}».`);
	await says(`Til og med 31. desember 2021 heter organisasjonen fortsatt ${west}.`);
	await look("rename confirm");
	await press("Endre fra denne datoen");
	await told(`${renamed} er endret i registeret.`);
	await look("history of one with two names");
	await expect(listed(west, "2021-12-31")).resolves.toEqual([west]);
	await expect(listed(west, "2022-01-01")).resolves.toEqual([renamed]);
	await says(`Tidligere navn: ${west} (til og med 31. desember 2021)`);
	await look("found by an earlier name");

	await press(renamed);
	await press("Vis slik det er nå");
	await press("Endre i registeret");
	await press("Slå sammen med andre");
	await at(`Slå sammen ${renamed}`);
	await page.getByLabel("Skjer fra", { exact: true }).fill("2024-01-01");
	await page.getByLabel(/^Sammen med \(1\)/).fill(east);
	await page.getByLabel(/^Navn på den nye/).fill(merged);
	await page.getByLabel(/^Nummer på den nye/).fill(`${number}03`);
	await look("merge");
	await press("Se hva som skjer");
	await page.locator(".ds-error-summary").waitFor();
	await page.getByLabel("Kilde", { exact: true }).fill("Forskrift");
	await press("Se hva som skjer");
	await says(`Fra 1. januar 2024 finnes ${merged} i stedet.`);
	await look("merge confirm");
	await press("Slå sammen");
	await told(`Sammenslåingen til ${merged} er registrert.`);
	await look("history of a merger");
	expect((await listed(east, "2023-12-31")).sort()).toEqual([east]);
	await expect(listed(east, "2024-01-01")).resolves.toEqual([merged]);
	await says(`${east} er del av denne (egen til og med 31. desember 2023)`);

	await open(`/organisations?q=${encodeURIComponent(renamed)}&asOf=2023-12-31`);
	await press(renamed);
	await says("Slik det er registrert per 31. desember 2023.");
	await press("Vis slik det er nå");
	await says("Dette ble den til:");
	await look("one that has ended");
});

journey("register affiliations", async ({ page, scripts, open, signInAs, press, look }) => {
	const name = scripts ? "Frosta" : "Selbu";
	const { says, told, at } = waiting(page);
	await signInAs("Randi Kvernmoen");
	await open(`/organisations?kind=municipality&q=${name}`);
	await press(name);
	await at(name);
	await press("Endre i registeret");
	await at(`Endre i registeret: ${name}`);
	await press("Legg til tilhørighet");
	await at(`Ny tilhørighet for ${name}`);
	await page.getByLabel("Hvordan", { exact: true }).selectOption({ label: "Medlem av" });
	await page.getByLabel("Organisasjon", { exact: true }).fill("Trondheim");
	await press("Se hva som skjer");
	await page.locator(".ds-error-summary").waitFor();
	await page.getByLabel("Organisasjon", { exact: true }).fill("Trondheim - Tråante");
	await press("Se hva som skjer");
	await says(/medlem av – Trondheim - Tråante/);
	await look("affiliation confirm");
	await press("Legg til");
	await told("Tilhørigheten er lagt til.");
	await look("register with an affiliation");
	await press("Del i flere");
	await at(`Del ${name}`);
	await look("divide");

	await open("/administration/administrators");
	await look("administrators");
	await page.getByLabel("Organisasjon", { exact: true }).fill(name);
	await press("Gå videre");
	await at(`Administratorer i ${name}`);
	await says("Ingen administrator ennå");
	await look("administrators of one");
	await page.getByLabel("Navn", { exact: true }).fill("Kari Første");
	await page.getByLabel("E-post", { exact: true }).fill(`kari.${name.toLowerCase()}@example.no`);
	await press("Utnevn administrator");
	await says(`Kari Første (kari.${name.toLowerCase()}@example.no) blir administrator i ${name}`);
	await press("Utnevn");
	await told("Kari Første er utnevnt.");

	await signInAs("Eva Strandheim");
	await open("/organisations?kind=municipality&q=stjordal");
	await press("Stjørdal");
	await at("Stjørdal");
	await expect(page.getByRole("link", { name: "Endre i registeret" }).count()).resolves.toBe(0);
	await press("Endre kortnavn, nettsted og språk");
	await at("Endre kortnavn, nettsted og språk");
	await look("own details");
});

/** Waits for words on the page, a message just shown, or a page by its title. */
function waiting(page: Page) {
	const visible = (found: Locator) => found.first().waitFor({ state: "visible", timeout: 10_000 });
	return {
		says: (text: string | RegExp) => visible(page.locator("main").getByText(text)),
		told: (text: string) => visible(page.getByText(text)),
		at: (title: string) => visible(page.getByRole("heading", { level: 1, name: title, exact: true })),
	};
}
