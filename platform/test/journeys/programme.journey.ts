import { expect } from "vitest";
import { journey } from "./journey.ts";

/** A programme begun on the ground of an earlier one: a municipality applies, is admitted, and what its project measures is added up. */
journey("programme", async ({ page, scripts, open, signInAs, press, look }) => {
	const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
	const field = (label: string) =>
		page.getByLabel(label, { exact: true }).or(page.getByLabel(`${label} (valgfritt)`, { exact: true }));
	const id = "[0-9a-f-]{36}";
	const at = async (path: string) => {
		await page.waitForURL(new RegExp(`${path}$`));
		return new URL(page.url()).pathname;
	};
	const title = scripts ? "Rolig natt i distriktet" : "Rolig natt i byen";
	const project = scripts ? "Ut av sengen uten å falle" : "Lys på veien til badet";
	const goal = scripts ? "Færre slår seg om natten" : "Færre slår seg på vei til badet";

	// Whoever keeps a programme reads what adds up, what does not and why, and whom it reaches.
	await signInAs("Håvard Myhrvang");
	await open("/development/programmes");
	await press("Trygg hjemme hele døgnet");
	const earlier = await at(`/programmes/${id}`);
	await press("Mål og resultater");
	await at("/results");
	await says("2 av 3 prosjekter (67 %)");
	await says("Mangler utgangspunkt: endring kan ikke dokumenteres");
	await says("Måler på sin egen måte");
	await look("results");
	await press("Hvem det når");
	await at("/reach");
	await open(`${earlier}/reach?here=admitted`);
	await page.getByRole("row").filter({ hasText: "Røros" }).getByText("Fikk plass").waitFor();
	await look("reach");

	await open(earlier);
	await press("Begynn et nytt på grunnlag av dette");
	await page.waitForURL(/\/programmes\/new\?from=/);
	await field("Navn").fill(title);
	await field("Siste dag").fill("2031-12-31");
	await press("Lagre");
	const programme = await at(`/programmes/${id}`);
	await says("Legg til minst én pulje.");
	await look("draft");
	await page.locator("summary").filter({ hasText: "Legg til en pulje" }).click();
	await field("Navn på puljen").fill("Første pulje");
	await field("Søk innen").fill("2031-01-15");
	await field("Begynner").fill("2031-02-01");
	await field("Slutter").fill("2031-12-01");
	await field("Plasser").fill("3");
	await press(page.locator("button").filter({ hasText: "Legg til en pulje" }));
	await says("Alt er på plass.");
	await press("Åpne for søknader");
	await says("Programmet er åpnet. Nå kan kommunene søke.");

	await signInAs("Bjørn Eggemoen");
	await open(programme);
	expect(await page.getByRole("link", { name: "Mål og resultater" }).count()).toBe(0);
	await open(`${programme}/apply`);
	await press("Send søknaden");
	await page.locator(".ds-error-summary").waitFor();
	await look("application refused");
	await field("Behovet hos oss").fill("Mange faller om natten.");
	await field("Hva vi venter å få igjen").fill("Tryggere netter.");
	await field("Stillingsprosent til å lede det").fill("20");
	for (const yes of await page.getByLabel("Godtar vi", { exact: true }).all()) await yes.check();
	await press("Send søknaden");
	const application = await at(`/admissions/${id}`);

	await signInAs("Håvard Myhrvang");
	await open(application);
	await says("Etter opptaksregelen får kommunen plass nå.");
	await field("Får plass").check();
	await press("Svar på søknaden");
	await at("/admissions");
	await page.getByRole("row").filter({ hasText: "Stjørdal" }).getByText("Har plass").waitFor();
	await look("admitted");

	// The project is part of the programme; its goal is measured as the programme says, in words of its own.
	await signInAs("Bjørn Eggemoen");
	await open(application);
	await press("Begynn et prosjekt");
	await page.waitForURL(/\/projects\/new\?admission=/);
	await field("Navn på prosjektet").fill(project);
	await field("Behovet").fill("Tolv fall i måneden.");
	await field("Hensikten").fill("Folk skal tørre å stå opp.");
	await field("Hva vil brukeren merke?").fill("Lyset kommer på.");
	await field("Planen hensikten følger av").fill("Helse- og omsorgsplanen");
	await field("Nytt hos oss").check();
	await field("Én enhet").check();
	await field("Hvem har bestemt at det skal gjøres?").selectOption({ label: "Enhetslederen" });
	await field("Bestemt dag").fill("2026-02-01");
	await field("Eier i linjen").fill("Enhetslederen");
	await field("Siste dag").fill("2031-12-31");
	await press("Lagre");
	await at("/goals");
	await press("Legg til mål");
	await at("/goals/new");
	await field("Målet").fill(goal);
	await field("Resultat: det som kommer ut av det").check();
	await field("Målet i programmet det tjener").selectOption({ label: "Færre fall som fører til skade" });
	const alike = page.locator("option").filter({ hasText: "Fall med skade:" });
	await field("Målt slik programmet sier").selectOption((await alike.getAttribute("value")) ?? "");
	await field("Slik det er i dag").fill("12");
	await field("Målt dag").fill("2026-01-15");
	await field("Hvor tallet kommer fra").fill("Journal");
	await look("goal that serves");
	await press("Lagre");
	await says("Målet er lagt til.");
	await press("Prosjektet");
	const home = await at(`/projects/${id}`);
	await page.getByRole("link", { name: title }).waitFor();
	await open(`${home}/start`);
	await press("Sett i gang");
	await says("Prosjektet er satt i gang.");
	await open(`${home}/goals`);
	await press(goal);
	await at(`/goals/${id}`);
	await says("Ikke med i summen: Ikke målt etter utgangspunktet");
	await field("Verdi").fill("8");
	await field("Hvor tallet kommer fra").first().fill("Journal");
	await press("Før en måling");
	await says("Med i summen for programmet");
	await look("goal in the total");

	await signInAs("Håvard Myhrvang");
	await open(`${programme}/results`);
	await says("1 av 1 prosjekter (100 %)");
	await says("Alle prosjektene er med i tallet.");
	await look("added up");
	await open(`${programme}/admissions`);
	await page.getByRole("row").filter({ hasText: "Begynte et prosjekt" }).getByText("1 som fikk plass").waitFor();

	// Whoever keeps it says how purpose and goals read; the project reads it, and its words stay its own.
	await open(`${programme}/projects`);
	await says("Ingen er lest ennå.");
	await press(project);
	await at(`${programme}/projects/${id}`);
	await says("Folk skal tørre å stå opp.");
	await field("Uklar").check();
	await field("Klare og målbare").check();
	await press("Lagre");
	await page.locator(".ds-error-summary").waitFor();
	await look("advice refused");
	await field("Råd til prosjektet").fill("Hva vil dere at folk skal få til?");
	await press("Lagre");
	await at(`${programme}/projects`);
	await says("Rådet er lagret.");
	await page.getByRole("row").filter({ hasText: "Uklar" }).getByText("1 (100 %)").waitFor();
	await look("advice given");
	await signInAs("Bjørn Eggemoen");
	await open(home);
	await says("Råd fra programmet");
	await says("Hva vil dere at folk skal få til?");
	await says("Folk skal tørre å stå opp.");
	await look("advice read");
});
