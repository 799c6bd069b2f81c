import { journey } from "./journey.ts";

/** A network from its first day: who is in it, who leads, what is ordered, where it meets, and its end. */
journey("network", async ({ page, scripts, open, signInAs, press, look }) => {
	const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
	const field = (label: string) =>
		page.getByLabel(label, { exact: true }).or(page.getByLabel(`${label} (valgfritt)`, { exact: true }));
	const name = scripts ? "Nettverk for ernæring" : "Nettverk for demens";

	await signInAs("Kirsten Voldsund");
	await press("Utvikling");
	await press("Nettverk");
	await says("Begynn et nettverk");
	await look("networks");
	// One that has gone on for years: what is weak in it is said first.
	await press("Fagnettverk for helse og mestring på Innherred");
	await says("Det er ikke skrevet ned hva disse bidrar med: Stjørdal");
	await look("network of the region");
	await press("Medlemmer");
	await says("Bare sagt");
	await look("members");
	await press("Bestillinger");
	await says("Felles kurs i palliasjon for nattevakter");
	await look("orders");
	await press("Samlinger");
	await says("Verdal rådhus");
	await look("gatherings");
	// The status card, in six steps: open, how it stands, what work is done, what is done, what comes next, save.
	await press(page.getByRole("row").filter({ hasText: "Verdal rådhus" }).last().getByRole("link"));
	await page.waitForURL(/\/gatherings\/[^/]+$/);
	await says("Ikke levert");
	await look("gathering");
	await press("Fyll ut statuskortet");
	await page.waitForURL(/\/card$/);
	await field("Som planlagt").check();
	await page.getByLabel(/Ta med ett eksempel på en beboer/).check();
	await field("Hva er gjort siden sist?").fill("Alle avdelinger veier beboerne.");
	await field("Hva er neste?").fill("Måltidene om kvelden.");
	await look("status card");
	await press("Lagre statuskortet");
	await page.waitForURL(/\/gatherings\/[^/]+$/);
	await says("Statuskortet er lagret.");
	await says("Måltidene om kvelden.");

	// Who comes, in which role, and who works instead; a leader in the line of the member approves that.
	await press("Se påmeldingen");
	await page.waitForURL(/\/sign-up$/);
	const signUp = new URL(page.url()).pathname;
	const person = scripts ? "Ella Wold" : "Nils Aune";
	await page.locator("summary", { hasText: "Meld på" }).click();
	await field("Medlem").selectOption({ label: "Stjørdal" });
	await field("Hvem kommer?").fill(person);
	await field("Tillitsvalgt").check();
	await field("Hva vikaren koster, kroner").fill("2100");
	const send = page.locator("button[value='sign-up']");
	await press(send);
	await says("Skriv hvor mange timer vikaren jobber.");
	await look("sign-up refused");
	await field("Timer med vikar").fill("7");
	await press(send);
	await says("Meldt på.");
	await signInAs("Bjørn Eggemoen");
	await open(signUp);
	await press(`Godkjenn vikaren for ${person}`);
	await page
		.getByRole("row")
		.filter({ hasText: person })
		.getByText(/^Bjørn Eggemoen, /)
		.waitFor();
	await look("signed up");
	// How the time is shared, and what members reflect on at home.
	await signInAs("Kirsten Voldsund");
	await open(signUp.replace(/\/sign-up$/, ""));
	await page.locator("summary", { hasText: "Fordel tiden" }).click();
	for (const [use, minutes] of [
		["Innlegg, minutter", "150"],
		["Deling mellom medlemmene, minutter", "60"],
		["Refleksjon, minutter", "30"],
		["Eget arbeid, minutter", "30"],
	] as const)
		await field(use).fill(minutes);
	await press(page.locator("button[value='time']"));
	await says("Mer enn halve tiden er innlegg.");
	await look("time shared");
	await open(signUp.replace(/\/gatherings\/.*$/, "/reflection"));
	await page.locator("summary", { hasText: "Skriv om en refleksjon" }).click();
	await field("Tema").fill(`Måltidet, ${person}`);
	await field("Nei").check();
	await press("Lagre");
	await says("Skriv hvorfor tiden ikke ble holdt.");
	await look("reflection refused");
	await field("Hvorfor ikke?").fill("Mange syke.");
	await press("Lagre");
	await page
		.getByRole("row")
		.filter({ hasText: `Måltidet, ${person}` })
		.getByText("Nei. Mange syke.")
		.waitFor();
	await look("reflection");

	await open("/development/networks");
	await press("Begynn et nettverk");
	await press("Lagre");
	await page.locator(".ds-error-summary").waitFor();
	await look("network refused");
	await field("Navn").fill(name);
	await field("Hensikt").fill("Ingen eldre skal være underernært.");
	await field("Hvem som betaler").selectOption({ label: "Medlemmenes egne budsjetter" });
	await press("Lagre");
	await says("Nettverket er begynt. Legg til medlemmene.");
	const here = new URL(page.url()).pathname.replace(/\/members$/, "");

	await press("Legg til et medlem");
	await field("Organisasjon").fill("Ikke i Norge");
	await press(/^Lagre$/);
	await says("Velg en organisasjon fra listen");
	await field("Organisasjon").fill("Verdal");
	await field("Ble med").fill("2026-01-15");
	await press(/^Lagre$/);
	await says("Dagen er før nettverket begynte.");
	await field("Ble med").fill("");
	await press(/^Lagre$/);
	await says("Verdal er lagt til.");
	await look("somebody asked");

	await open(`${here}/lead`);
	await field("Hvem som leder").fill("Kirsten Voldsund");
	await field("Medlem").selectOption({ index: 1 });
	await look("who leads");
	await press("Lagre");
	await says("Kirsten Voldsund leder nettverket.");
	await open(`${here}/orders/new`);
	await field("Hva nettverket skal arbeide med").fill("Måle vekt likt overalt");
	await field("Må ha").check();
	await press("Bestill noe");
	await says("Bestillingen er lagret.");
	await press("Måle vekt likt overalt");
	await field("Ikke tatt med").check();
	await press("Lagre");
	await says("Skriv hvorfor det ikke tas med.");
	await field("I planen").check();
	await press("Lagre");
	await says("Svaret er lagret.");

	await open(`${here}/gatherings`);
	await press("Lag arenaen");
	await says("Arenaen er laget.");
	await press("Planlegg en samling");
	await field("Sted").waitFor();
	await open(here);
	await page.locator("summary", { hasText: "Skriv en merknad" }).click();
	await field("Merknad").fill("To medlemmer.");
	await press("Skriv en merknad");
	await says("Merknaden er lagret.");

	// Who is asked reads it, and says itself that it joins and what it gives.
	await signInAs("Arne Solemdal");
	await open(here);
	await says("Ingen eldre skal være underernært.");
	await look("network of others");

	await signInAs("Kirsten Voldsund");
	await open(`${here}/edit`);
	await page.locator("summary", { hasText: "Avslutt nettverket" }).click();
	await page.locator("#end-endedBecause, [name='endedBecause']").first().fill("Tre samlinger var nok.");
	await press(/^Avslutt$/);
	await says("Nettverket er avsluttet");
	await says("Tre samlinger var nok.");
	await look("ended");
});
