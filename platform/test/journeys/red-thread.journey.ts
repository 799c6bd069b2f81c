import { expect } from "vitest";
import { journey } from "./journey.ts";

journey(
	"red-thread",
	async ({ page, scripts, open, openMissing, signInAs, press, look }) => {
		const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
		const field = (label: string) => page.getByLabel(label, { exact: true });
		// The two runs share a database: each makes a call of its own.
		const title = scripts ? "Tilskudd med skript" : "Tilskudd uten skript";
		const year = new Date().getFullYear() + 1;

		await signInAs("Håvard Myhrvang");
		await press("Tilskudd");
		await look("calls");
		await press("Ordninger");
		await look("schemes");
		await press("Våre utlysninger");
		await look("own calls");
		await press("Ny utlysning");
		await press("Begynn");
		await page.locator(".ds-error-summary").waitFor();
		await field("Hva heter utlysningen?").fill(title);
		await page.getByLabel("Ordning").selectOption({ label: "Kompetanse- og innovasjonstilskudd" });
		await press("Begynn");
		await says("Utkastet er laget.");
		const call = new URL(page.url()).pathname.replace(/\/about$/, "");

		// Nothing can be published before it is said.
		await open(`${call}/publish`);
		await says("Dette må på plass først");
		await says("Rammen mangler.");
		await look("not ready");
		await open(`${call}/about`);
		await page.getByLabel("Formål").fill("Flere fagfolk i tjenestene.");
		await page.getByLabel("Regelverk", { exact: true }).fill("Regelverk for ordningen");
		await look("about");
		await press("Lagre og gå videre");
		await page.getByLabel("Ramme i alt").fill("1 000 000");
		await page.getByLabel("Egenandel i prosent").fill("20");
		for (const [label, day] of [
			["Åpner", `${year - 1}-01-02`],
			["Søknadsfrist", `${year - 1}-01-01`],
			["Når ventes vedtaket?", `${year}-06-01`],
			["Når skal pengene være brukt?", `${year + 1}-06-30`],
			["Når skal rapporten være inne?", `${year + 1}-09-01`],
		] as const)
			await page.getByLabel(label).fill(day);
		await page.getByLabel("Hva skjer med penger som ikke er brukt i tide?").fill("Følger studieåret.");
		await press("Lagre og gå videre");
		await page.locator(".ds-error-summary").waitFor();
		await look("money refused");
		await page.getByLabel("Søknadsfrist").fill(`${year}-03-01`);
		await press("Lagre og gå videre");
		await page.locator('[id="categories-0-name-field"]').fill("Utdanning");
		await page.locator('[id="criteria-0-name-field"]').fill("Behov");
		await page.locator('[id="criteria-0-weight-field"]').fill("100");
		await look("criteria");
		await press("Lagre og gå videre");
		await says("Den røde tråden");
		await page.getByLabel("Antall som begynte").selectOption({ label: "Ingenting ennå" });
		await press("Lagre og gå videre");
		await says(/Rapporten spør «Antall som begynte», men ingenting/);
		await look("unprepared");
		await open(`${call}/forms`);
		await look("red thread");
		await page.getByLabel("Antall som begynte").selectOption({ label: "Studiene: hvor mange som begynte" });
		await press("Lagre og gå videre");
		await press("Publiser nå");
		await says("Utlysningen er publisert.");
		await look("published");
		await open("/funding/compare");
		await says("Ulikt");
		await look("side by side");

		// Who applies reads it, asks, and notes one from elsewhere.
		await signInAs("Silje Rostadmo");
		await open(`/funding?q=${encodeURIComponent(title)}`);
		await press(title);
		await says("Det rapporten vil spørre om");
		await openMissing(`${call}/about`);
		await open(call);
		await press("Still et spørsmål");
		await page.locator(".ds-error-summary").waitFor();
		await page.getByLabel("Hva lurer dere på?").fill("Gjelder det lærlinger?");
		await press("Still et spørsmål");
		await says("Venter på svar");

		// The coordinator asks the units; one is answered for, one by link.
		await press("Samle inn behov");
		await press("Spør enhetene");
		await page.locator(".ds-error-summary").waitFor();
		await page.getByLabel("Svar innen").fill(`${year}-02-15`);
		await look("asking the units");
		await press("Spør enhetene");
		await says("Enhetene er spurt.");
		const collection = new URL(page.url()).pathname;
		await page
			.getByRole("link", { name: /^Svar for enheten/ })
			.first()
			.click();
		await page.getByLabel("Utdanning, kurs eller tiltak").first().fill("Videreutdanning i demens");
		await press("Send svaret");
		await page.locator(".ds-error-summary").waitFor();
		await page.locator('[id="rows-0-people"]').fill("2");
		await page.locator('[id="rows-0-applied"]').fill("400 000");
		await page.locator('[id="rows-0-own"]').fill("50 000");
		await look("needs of a unit");
		await press("Send svaret");
		await says("Takk. Svaret er lagret");
		await page.getByLabel(/^Med\?, Videreutdanning/).selectOption({ label: "Ikke med" });
		await press("Lagre prioriteringen");
		await page.locator(".ds-error-summary").waitFor();
		await page.getByLabel(/^Med\?, Videreutdanning/).selectOption({ label: "Med i søknaden" });
		await page.getByLabel(/^Prioritet, Videreutdanning/).fill("1");
		await press("Lagre prioriteringen");
		await says("Egenandelen er 11 %, og skal være minst 20 %.");
		await look("needs weighed");
		await page
			.getByRole("link", { name: /^Gi lenke/ })
			.last()
			.click();
		await page.getByRole("heading", { name: /^Lenke til/ }).waitFor();
		await press("Gi lenke");
		await says("Den vises bare nå.");
		const link = (await page.locator(".copy-value").textContent()) ?? "";
		await page.context().clearCookies({ name: "session" });
		await open(new URL(link).pathname);
		await press("Si hva enheten trenger");
		await look("needs by link");
		await press("Send svaret");
		await says("Takk. Svaret er lagret");
		await signInAs("Silje Rostadmo");
		await open(collection);
		await says("Trenger ingenting");
		await open("/funding/portfolio");
		await says(/2 av \d+ har svart/);
		await look("portfolio");

		// The application: begun with what was decided, mended where something stands in the way, and sent.
		await open(call);
		await press("Søk");
		await page.getByText("Ta med det enhetene trenger").waitFor();
		await look("beginning an application");
		await press("Begynn på søknaden");
		await says("Søknaden er begynt.");
		await says("Egenandelen er 11 %, og skal være minst 20 %.");
		await says("3 spørsmål i skjemaet mangler svar.");
		const application = new URL(page.url()).pathname;
		await look("application");
		await press("Egenandelen er 11 %, og skal være minst 20 %.");
		const line = (at: number, field: string) => page.locator(`[id="rows-${at}-${field}"]`);
		await line(0, "category").selectOption({ label: "Utdanning" });
		await line(0, `own-${year}`).fill("100 000");
		await line(1, `applied-${year}`).fill("10 000");
		await press("Lagre");
		await page.locator(".ds-error-summary").waitFor();
		await look("lines refused");
		await line(1, `applied-${year}`).fill("");
		await press("Lagre");
		await says("Tiltakene er lagret.");
		await look("lines");
		await open(`${application}/answers`);
		await page.getByLabel("Hva skal tilskuddet føre til?").fill("Flere fagfolk i faste stillinger.");
		await page.getByLabel("Ja", { exact: true }).first().check();
		await page.getByLabel("Hvordan har brukere og tillitsvalgte vært med?").fill("Fra starten.");
		await look("answers");
		await press("Lagre");
		await says("Svarene er lagret.");
		await press("Opplysninger som alt finnes");
		await page.getByLabel(/^Kompetanseplan: /).check();
		await look("facts");
		await press("Lagre");
		await says("Valget er lagret.");
		await says("Ingenting står i veien for å sende.");
		await signInAs("Håvard Myhrvang");
		await openMissing(application);
		await signInAs("Silje Rostadmo");
		await open(application);
		await press("Send søknaden");
		await says(/Søknaden er sendt\. Kvitteringen har nummer/);
		await look("sent");
		await press("Endre søknaden");
		await says("Det som er sendt, gjelder til dere sender på nytt.");
		await press("Send på nytt");
		await says(/, sending 2 \(PDF\)/);

		// A second one together with a neighbour, which writes and approves its own part.
		await open(`${call}/apply`);
		await press("Begynn på søknaden");
		const joint = new URL(page.url()).pathname;
		await says("Ingen andre er invitert til å søke sammen med dere.");
		await field("Organisasjon").fill("Inderøy");
		await press(/^Inviter$/);
		await says("Invitasjonen er sendt.");
		await look("joint application");
		await signInAs("Gro Nygårdshaug");
		await open(joint);
		await press("Bli med");
		await says("Dere er med på søknaden.");
		await open(`${joint}/lines`);
		await line(0, "title").fill("Felles veiledere");
		await line(0, "category").selectOption({ label: "Utdanning" });
		await line(0, `applied-${year}`).fill("80 000");
		await line(0, `own-${year}`).fill("20 000");
		await page.getByLabel("Deres del av søknaden, med ord").fill("Vi tar imot studenter.");
		await press("Lagre");
		await says("Tiltakene er lagret.");
		await open(joint);
		await look("part of a partner");
		await press("Godkjenn vår del");
		await says("Dere har godkjent deres del.");
		await signInAs("Silje Rostadmo");
		await open(joint);
		await says("Har godkjent");
		await open("/funding/portfolio");
		await says("Våre søknader");
		await look("own applications");

		await open("/funding");
		await press("Noter en utlysning");
		await field("Hva heter utlysningen?").fill(`Fondet, ${title}`);
		await press("Begynn");
		await says("Utlysningen er notert.");
		await look("noted from outside");

		await signInAs("Håvard Myhrvang");
		await open(call);
		await page.getByLabel("Svaret, til alle").fill("Ja.");
		await press("Svar alle");
		await says("Svaret er publisert.");
		await press("Trekk tilbake");
		await page.getByLabel("Hvorfor?").fill("Bevilgningen er borte.");
		await look("withdraw");
		await press("Trekk tilbake utlysningen");
		await says("Trukket tilbake: Bevilgningen er borte.");
		expect(await page.getByRole("link", { name: "Rediger" }).count()).toBe(0);
	},
	{ timeout: 300_000 },
);
