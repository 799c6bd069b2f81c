import { expect } from "vitest";
import { journey } from "./journey.ts";

/** A municipality alone: a project from need to operations, and what is in use of one that ended before. */
journey("project-alone", async ({ page, scripts, open, signInAs, press, look }) => {
	const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
	// Also where it is said that it need not be filled in.
	const field = (label: string) =>
		page.getByLabel(label, { exact: true }).or(page.getByLabel(`${label} (valgfritt)`, { exact: true }));
	const refused = () => page.locator(".ds-error-summary").waitFor();
	const title = scripts ? "Samme folk hos samme bruker" : "Felles journal på legevakten";
	const goal = scripts ? "Færre ansatte innom hver uke" : "Færre ringer to ganger";

	await signInAs("Arne Solemdal");
	await press("Utvikling");
	await says("Begynn et prosjekt");
	// One that nobody has told of for months is found without anybody looking.
	await page.getByRole("row").filter({ hasText: "Hverdagsrehabilitering" }).getByText("Mangler status").waitFor();
	await look("projects");

	await press("Begynn et prosjekt");
	await press("Lagre");
	await refused();
	await look("project refused");
	await field("Navn på prosjektet").fill(title);
	await field("Behovet").fill("En bruker møter tolv av oss på en uke.");
	await field("Hensikten").fill("Folk skal være trygge på den som kommer.");
	await field("Hva vil brukeren merke?").fill("Jeg kjenner dem som kommer.");
	await field("Planen hensikten følger av").fill("Helse- og omsorgsplanen, punkt 3.1");
	await field("Nytt hos oss").check();
	await field("Flere enheter eller yrkesgrupper").check();
	await field("Endrer arbeidstid eller hvem som gjør hva").check();
	await field("Prosjektleder").fill("Arne Solemdal");
	await field("Eier i linjen").fill("Enhetslederen");
	await field("Siste dag").fill("2030-12-31");
	await press("Lagre");
	await says("Prosjektet er begynt.");

	// A goal that only says the purpose again is refused; what was typed stays.
	await press("Legg til mål");
	await field("Målet").fill("Folk er trygge på den som kommer");
	await field("Resultat: det som kommer ut av det").check();
	await press("Lagre");
	await says(/Hensikten og målet sier det samme/);
	await look("goal refused");
	await field("Målet").fill(goal);
	await field("Hva måles?").fill("Ansatte innom hver bruker");
	await field("Måles i").fill("ansatte i uken");
	await field("Slik det er i dag").fill("12");
	await field("Målt dag").fill("2026-01-15");
	await field("Hvor tallet kommer fra").fill("Turnus og journal");
	await field("Dit dere vil").fill("6");
	await press("Lagre");
	await says("Målet er lagt til.");
	await look("goals");

	// It is not anchored high enough for what it touches, until somebody has decided it.
	await press("Prosjektet");
	await press("Sett i gang");
	await says(/minst kommunalsjefen/);
	await look("not anchored");
	await press(page.getByRole("link", { name: /Noen som kan bestemme det/ }));
	await page.waitForURL(/\/edit$/);
	await field("Hvem har bestemt at det skal gjøres?").selectOption({
		label: "Kommunalsjefen eller lederen for sektoren",
	});
	await field("Bestemt dag").fill("2026-02-01");
	await press("Lagre");
	await press("Sett i gang");
	await says("Alt som trengs, er på plass.");
	await press("Sett i gang");
	await says("Prosjektet er satt i gang.");
	await says("De tillitsvalgte er ikke med");
	await look("running");

	await press("Medvirkning");
	await field("Hvem").selectOption({ label: "Tillitsvalgt" });
	await field("Når i arbeidet").selectOption({ label: "Gjennomføring" });
	await press("Før at noen var med");
	await says(/Var sent med, eller ikke med:.*tillitsvalgt/);
	await look("involvement");

	// The status card, in five steps: open, how it stands, what is done, what comes next, save.
	await press("Si hvordan det står");
	await field("Hva er gjort siden sist?").fill("Turnusen er lagt om på to soner.");
	await field("Hva er neste?").fill("Måle på nytt.");
	await field("Timer brukt i alt").fill("60");
	await press("Lagre status");
	await says("Statusen er lagret.");
	await look("status");

	await press("Mål");
	await press(goal);
	await field("Verdi").fill("7");
	await field("Hvor tallet kommer fra").first().fill("Turnus og journal");
	await press("Før en måling");
	await says("Målingen er ført.");
	await says(/83 % av veien/);
	await look("one goal");

	await press(title);
	await press("Avslutt");
	await field("Går over i drift").check();
	await field("Bestemt av").fill("Kommunalsjefen");
	await field("Delvis").check();
	await field("Hva ble det til?").fill("Sju i stedet for tolv. Folk sier navnet på dem som kommer.");
	await field("Hva bør andre vite som vil prøve det samme?").fill("Legg om én sone først.");
	await press("Avslutt prosjektet");
	await says("Det som går over i drift, trenger eier, penger og rutine.");
	await look("end refused");
	await field("Hvem eier det i drift?").fill("Enhetslederen");
	await field("Hvor kommer pengene fra?").fill("Innenfor rammen");
	await field("Hvilken rutine er det blitt?").fill("Soneturnus, rutine 12");
	await field("Fem år").check();
	await press("Avslutt prosjektet");
	await says("Prosjektet er avsluttet.");
	await says("Går over i drift. Bestemt av Kommunalsjefen");
	await look("ended");
	expect(await page.getByText(/Spørres/).count()).toBe(3);

	if (!scripts) return;
	// What ended more than a year ago is asked of, once.
	await open("/");
	await press("Er det fortsatt i bruk? Etisk refleksjon på vaktskiftet");
	await field("Noe er i bruk").check();
	await field("Hvorfor ikke alt?").selectOption({ label: "En nøkkelperson sluttet" });
	await look("still in use");
	await press("Lagre svaret");
	await says("Takk. Svaret er lagret.");
	await says("Ett år etter: Noe er i bruk");
});
