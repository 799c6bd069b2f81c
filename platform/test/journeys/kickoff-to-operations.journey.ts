import { expect } from "vitest";
import { journey } from "./journey.ts";
import { kickOff } from "./kickoff-to-operations.steps.ts";

/**
 * A programme from its kick-off until what came of it is in operations, and is asked for three years later: what stalls
 * is found, what stops has a lesson, what adds up is added up, and a neighbour tries it in its own way. What a programme,
 * a network and a project alone ask of people on the way is walked by their own journeys; here it has been done.
 */
journey("kickoff-to-operations", async ({ page, scripts, databaseUrl, open, signInAs, press, look }) => {
	const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
	const field = (label: string) =>
		page.getByLabel(label, { exact: true }).or(page.getByLabel(`${label} (valgfritt)`, { exact: true }));
	const named = scripts ? "Trygg trapp" : "Trygt bad";
	const story = await kickOff(databaseUrl, named, scripts ? ["5034", "5036"] : ["5033", "5049"]);
	try {
		const [inVerdal = "", inStjordal = ""] = story.projects.map((id) => `/development/projects/${id}`);
		const programme = `/development/programmes/${story.programme}`;
		const card = `${named}: rekkverk på begge sider`;
		const at = (path: string) => page.waitForURL((url) => url.pathname === path);

		// A purpose that only says a goal again tells nobody why; it is refused, and the one before stands.
		await signInAs("Arne Solemdal");
		await open(`${inVerdal}/edit`);
		await field("Hensikten").fill("Færre fall i trappen");
		await press("Lagre");
		await says(/Hensikten og målet sier det samme/);
		await look("purpose refused");
		// A year on it goes into operations: with an owner, money and a routine.
		await open(`${inVerdal}/end`);
		await says("Folk skal tørre å gå opp til seg selv.");
		await field("Går over i drift").check();
		await field("Bestemt av").fill("Kommunalsjefen");
		await field("Ja").check();
		await field("Hva ble det til?").fill("De går opp.");
		await field("Hvem eier det i drift?").fill("Enhetslederen");
		await field("Hvor kommer pengene fra?").fill("Rammen");
		await field("Hvilken rutine er det blitt?").fill("Rutine 7");
		await field("Hva bør andre vite som vil prøve det samme?").fill("Begynn med trappen.");
		await press("Avslutt prosjektet");
		await at(inVerdal);
		await says("Går over i drift. Bestemt av Kommunalsjefen");

		// One that nobody has told of for months is found on the front page of whoever answers for it, and rescued.
		await signInAs("Bjørn Eggemoen");
		await open(inStjordal);
		await says("Det er gått lenger enn avtalt siden noen sa hvordan det står.");
		await look("stalled");
		await open("/");
		await press(`Si hvordan det står til: ${named}, prosjekt 2`);
		await at(`${inStjordal}/status/new`);
		await field("På etterskudd").check();
		await field("Hva er gjort siden sist?").fill("Ingenting på fem måneder.");
		await field("Hva er neste?").fill("To uker fri til å sette opp resten.");
		await field("Hva er i veien, og hvem kan hjelpe?").fill("Snekkeren er tatt av andre. Enhetslederen bestiller en.");
		await press("Lagre status");
		await at(`${inStjordal}/status`);
		await open(inStjordal);
		await says("Folk skal tørre å gå opp til seg selv.");
		expect(await page.getByText("Her stopper det opp").count()).toBe(0);

		// Whoever keeps the programme: who took part, where they met, what adds up and what does not; then it closes.
		await signInAs("Kirsten Voldsund");
		await open(`${programme}/admissions`);
		await page.getByRole("row").filter({ hasText: "Begynte et prosjekt" }).getByText("5 som fikk plass").waitFor();
		expect(await page.getByRole("row").filter({ hasText: "Første gang" }).count()).toBe(2);
		await look("five municipalities");
		await open(`/development/networks/${story.network}/gatherings`);
		await page.getByRole("row").filter({ hasText: "Holdt" }).nth(2).waitFor();
		await open(`${programme}/results`);
		await says("3 av 5 prosjekter (60 %)");
		const outside = (project: number) => page.getByRole("row").filter({ hasText: `prosjekt ${project}` });
		await outside(4).getByText("Måler på sin egen måte").waitFor();
		await outside(5).getByText("Mangler utgangspunkt: endring kan ikke dokumenteres").waitFor();
		expect(
			await page
				.getByRole("row")
				.filter({ hasText: `${named}, prosjekt` })
				.count(),
		).toBe(2);
		await look("added up");
		await open(`${programme}/close`);
		await field("Hva ble det til, sett mot hensikten?").fill("Tre av fem kan vise at færre faller.");
		await field("Hva bør det neste programmet vite?").fill("Mål før dere begynner.");
		await press("Avslutt programmet");
		await at(programme);
		await says("Programmet er avsluttet.");
		await look("closed");

		// A year later, and three: it is asked what is in use, though the programme has closed.
		await signInAs("Arne Solemdal");
		for (const [days, wave] of [
			[366, "Ett år etter"],
			[731, "3 år etter"],
		] as const) {
			await story.pass(days);
			await open("/");
			await press(`Er det fortsatt i bruk? ${named}, prosjekt 1`);
			await page.waitForURL(/\/follow-ups\//);
			await says(wave);
			await field(days === 366 ? "Alt er i bruk" : "Noe er i bruk").check();
			if (days !== 366) await field("Hvorfor ikke alt?").selectOption({ label: "Innsparing" });
			await press("Lagre svaret");
			await at(inVerdal);
		}
		await says("3 år etter: Noe er i bruk");
		await look("three years later");

		// A neighbour tries it, for a reason of its own and changed for what is different there.
		const cardId = await story.makeCard(card);
		await signInAs("Bjørn Eggemoen");
		await open(`/development/practice/${cardId}/adopt`);
		await field("Hva er annerledes hos dere?").fill("Flere bor i blokk med heis.");
		await field("Hva endrer dere av den grunn?").fill("Vi begynner på badet.");
		await field("Navn på prosjektet").fill(`${named} i blokk`);
		await field("Behovet").fill("De faller på badet.");
		await field("Hensikten").fill("Ingen skal la være å dusje av redsel.");
		await field("Hva vil brukeren merke?").fill("Jeg dusjer når jeg vil.");
		await field("Planen hensikten følger av").fill("Helseplanen");
		await field("Én enhet").check();
		await field("Eier i linjen").fill("Enhetslederen");
		await field("Siste dag").fill("2031-12-31");
		await press("Lagre");
		await page.waitForURL(/\/development\/projects\/[^/]+\/goals$/);
		await open(`/development/practice/${cardId}`);
		await page
			.getByRole("row")
			.filter({ hasText: `${named} i blokk` })
			.getByText("Ikke satt i gang")
			.waitFor();
		await says("Vi begynner på badet.");
		await look("adopted");
	} finally {
		await story.close();
	}
});
