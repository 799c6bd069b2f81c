import { expect } from "vitest";
import { addDays, dayOf } from "../../src/day.ts";
import { journey } from "./journey.ts";

/** Days ahead of today as a date field takes them. */
function daysAhead(days: number): string {
	return addDays(dayOf(new Date()), days);
}

journey("meeting", async ({ page, scripts, open, signInAs, press, look }) => {
	const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
	// The two runs share a database: each has an arena of its own.
	const arena = scripts ? "Utvalg med skript" : "Utvalg uten skript";

	await signInAs("Bjørn Eggemoen");
	await open("/arenas");
	await says("Samarbeidsutvalg for praksis, Stjørdal");
	await look("arenas");
	await press("Start en arena");
	await press("Start arenaen");
	await page.locator(".ds-error-summary").waitFor();
	await look("arena refused");
	await page.getByLabel("Hva arenaen heter").fill(arena);
	await page.getByLabel("Nivå").selectOption({ label: "Sektor eller fakultet" });
	await page.getByLabel("Organisasjon 1").fill("Nord universitet");
	await press("Start arenaen");
	await says("Arenaen er startet. Legg til medlemmene.");
	const here = new URL(page.url()).pathname;
	await look("new arena");

	await open(`${here}/seats/new`);
	await page.getByLabel("Rolle", { exact: true }).fill("Kommunalsjef");
	await page.getByLabel("Taler for").selectOption({ label: "Toppleder" });
	await page.getByLabel("Hvem det er nå").fill("Bjørn Eggemoen");
	await press("Lagre og legg til en til");
	await says("Kommunalsjef er lagt til.");
	await page.getByLabel("Organisasjon").selectOption({ label: "Nord universitet" });
	await page.getByLabel("Rolle", { exact: true }).fill("Tillitsvalgt");
	await page.getByLabel("Taler for").selectOption({ label: "Tillitsvalgt" });
	await page.getByLabel("Hvem det er nå").fill("Grete Moe");
	await look("new member");
	await press("Lagre");
	await says("Grete Moe");

	await press("Planlegg møte");
	await page.getByLabel("Dag").fill(daysAhead(0));
	await page.getByLabel("Fra kl.").fill("00:01");
	await page.getByLabel("Til kl.").fill("23:59");
	await page.getByLabel("Sted").fill("Rådhuset");
	await look("new meeting");
	await press("Planlegg møte");
	await says("1 møte er planlagt");
	const meeting = new URL(page.url()).pathname;
	await press("Kall inn");
	await says("Legg til minst én sak før du kaller inn.");
	await press("Legg til sak");
	await page.getByLabel("Sak", { exact: true }).fill("Flere plasser");
	await press("Lagre");
	await press("Kall inn");
	await says(/ikke varslet/);
	await page.getByText("Skriv svar for andre, eller lag en lenke").click();
	await page.getByLabel("Medlem", { exact: true }).selectOption({ label: "Grete Moe, Tillitsvalgt" });
	await press("Lag lenke");
	await says("Lenken er laget");
	const link = (await page.locator(".copy-value").textContent()) ?? "";
	expect(link).toMatch(/\/link\/[\w-]{20,}$/);
	await look("called");

	await open(new URL(link).pathname);
	await press("Se sakene og svar");
	await page.getByLabel("Kommer", { exact: true }).check();
	await press(/^Svar$/);
	await says("Takk. Svaret er lagret.");
	await look("answered by link");

	await open(meeting);
	await press("Skriv hvem som møtte");
	// What she answered is offered and said; of the other nothing is claimed, and nothing is saved until somebody says it.
	await says("Svarte før møtet: Kommer");
	await press("Lagre");
	await page.locator(".ds-error-summary").waitFor();
	await look("presence");
	expect(await page.getByRole("group", { name: "Grete Moe, Tillitsvalgt" }).getByLabel("Oppmøte").inputValue()).toBe(
		"holder",
	);
	const leader = page.getByRole("group", { name: "Bjørn Eggemoen, Kommunalsjef" }).getByLabel("Oppmøte");
	expect(await leader.inputValue()).toBe("");
	await leader.selectOption({ label: "Møtte" });
	await press("Lagre");
	await press(/^Skriv referat/);
	// It saves itself as it is written. Somebody else writes in the same item at the same moment: both are shown.
	const item: Record<string, string> = { deed: "minutes", autosave: "on", minutes: "Tolv, skrev den andre." };
	for (const name of ["version", "base"]) item[name] = await page.locator(`[name="${name}"]`).first().inputValue();
	item.outcome = await page.locator('[name="outcome"]:checked').inputValue();
	const { origin } = new URL(page.url());
	expect((await page.request.post(page.url(), { form: item, headers: { Origin: origin } })).status()).toBe(200);
	const minutes = page.getByRole("textbox", { name: "Hva som ble sagt" });
	await minutes.fill("Vi trenger ti plasser til.");
	if (!scripts) await press("Lagre og lukk");
	await says("En annen har skrevet det samme stedet samtidig");
	await says("Tolv, skrev den andre.");
	expect(await minutes.inputValue()).toBe("Vi trenger ti plasser til.");
	await look("two write the minutes");
	await press("Lagre min tekst");
	await says("Vi trenger ti plasser til.");
	await press(/^Skriv referat/);
	// What is written in the minutes stays while something is decided further down, also when it is not saved yet.
	if (scripts) await minutes.fill("Vi trenger ti plasser til. Og to veiledere.");
	await page.getByLabel("Beslutning", { exact: true }).fill("Åpne ti plasser");
	await press("Legg til beslutning");
	await says("Velg hvem som har ansvaret, eller skriv et navn.");
	await page.getByLabel("Ansvarlig", { exact: true }).selectOption({ label: "Grete Moe, Tillitsvalgt" });
	await page.getByLabel("Frist").fill(daysAhead(30));
	await press("Legg til beslutning");
	await says("Beslutningen er lagt til.");
	if (scripts) expect(await minutes.inputValue()).toBe("Vi trenger ti plasser til. Og to veiledere.");
	await look("minutes of an item");
	await open(meeting);
	await look("minutes");
	await press("Godkjenn referatet");
	await says("Referatet er godkjent.");

	await open("/arenas/decisions");
	await press("Åpne ti plasser");
	await page.getByLabel(/^Søk etter avtale/).fill("hjemmetjenesten");
	await press("Søk");
	await look("what a decision changes");
	await press(/^Velg: Utkast til plan/);
	await says("Lagret.");
	await page.getByRole("link", { name: "Utkast til plan for praksis i hjemmetjenesten" }).waitFor();
	await page.getByLabel("Gjort", { exact: true }).check();
	await page.getByLabel("Hva som er gjort").fill("Åpnet");
	await press("Lagre");
	await says("Lagret.");
	await look("decision");
	await open(here);
	await says("1 av 1 saker endte i en beslutning. 1 av 1 beslutninger er gjort.");
	await look("arena with a record");
});
