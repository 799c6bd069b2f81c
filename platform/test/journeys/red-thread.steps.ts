import { addDays, dayOf } from "../../src/day.ts";
import type { Visitor } from "./journey.ts";

export const says = ({ page }: Visitor, words: string | RegExp) => page.getByText(words).first().waitFor();

const ahead = (days: number) => addDays(dayOf(new Date()), days);
/** The first budget year of the call: the year it is decided in. */
export const year = Number(ahead(60).slice(0, 4));

/** A case officer makes a call, is told what is missing, and publishes it; gives its path. */
export async function makeCall(visitor: Visitor, title: string): Promise<string> {
	const { page, open, press, look } = visitor;
	await press("Tilskudd");
	await look("calls");
	await press("Våre utlysninger");
	await press("Ny utlysning");
	await press("Begynn");
	await page.locator(".ds-error-summary").waitFor();
	await page.getByLabel("Hva heter utlysningen?", { exact: true }).fill(title);
	await page.getByLabel("Ordning").selectOption({ label: "Kompetanse- og innovasjonstilskudd" });
	await press("Begynn");
	await says(visitor, "Utkastet er laget.");
	const call = new URL(page.url()).pathname.replace(/\/about$/, "");
	await open(`${call}/publish`);
	await says(visitor, "Dette må på plass først");
	await says(visitor, "Rammen mangler.");
	await look("not ready");
	await open(`${call}/about`);
	await page.getByLabel("Formål").fill("Flere fagfolk i tjenestene.");
	await page.getByLabel("Regelverk", { exact: true }).fill("Regelverk for ordningen");
	await page.getByLabel("Regionråd og kompetansekontor").check();
	await press("Lagre og gå videre");
	await page.getByLabel("Ramme i alt").fill("1 000 000");
	await page.getByLabel("Egenandel i prosent").fill("20");
	for (const [label, day] of [
		["Åpner", ahead(-30)],
		["Søknadsfrist", ahead(-31)],
		["Når ventes vedtaket?", ahead(60)],
		["Når skal pengene være brukt?", ahead(500)],
		["Når skal den første underveisrapporten være inne?", ahead(300)],
		["Når skal rapporten være inne?", ahead(600)],
	] as const)
		await page.getByLabel(label).fill(day);
	await page.getByLabel(/^Når noen slutter/).fill("50");
	await page.getByLabel("Hva skjer med penger som ikke er brukt i tide?").fill("Overføres etter søknad.");
	await press("Lagre og gå videre");
	await page.locator(".ds-error-summary").waitFor();
	await look("money refused");
	await page.getByLabel("Søknadsfrist").fill(ahead(30));
	await press("Lagre og gå videre");
	await page.locator('[id="categories-0-name-field"]').fill("Utdanning");
	await page.locator('[id="criteria-0-name-field"]').fill("Behov");
	await page.locator('[id="criteria-0-weight-field"]').fill("100");
	await look("criteria");
	await press("Lagre og gå videre");
	await says(visitor, "Den røde tråden");
	await page.getByLabel("Antall som begynte").selectOption({ label: "Ingenting ennå" });
	await press("Lagre og gå videre");
	await says(visitor, /Rapporten spør «Antall som begynte», men ingenting/);
	await open(`${call}/forms`);
	await look("red thread");
	await page.getByLabel("Antall som begynte").selectOption({ label: "Studiene: hvor mange som begynte" });
	await press("Lagre og gå videre");
	await press("Publiser nå");
	await says(visitor, "Utlysningen er publisert.");
	await look("published");
	await open("/funding/compare");
	await says(visitor, "Ulikt");
	await look("side by side");
	return call;
}

/** The coordinator asks the units: one is answered for, one answers by link without an account; one need is decided on. */
export async function collectNeeds(visitor: Visitor): Promise<string> {
	const { page, open, press, look, signInAs } = visitor;
	await press("Samle inn behov");
	await press("Spør enhetene");
	await page.locator(".ds-error-summary").waitFor();
	await page.getByLabel("Svar innen").fill(ahead(14));
	await look("asking the units");
	await press("Spør enhetene");
	await says(visitor, "Enhetene er spurt.");
	const collection = new URL(page.url()).pathname;
	const first = page.getByRole("link", { name: /^Svar for enheten/ });
	await press(first.first());
	await page.getByLabel("Utdanning, kurs eller tiltak").first().fill("Videreutdanning i demens");
	await press("Send svaret");
	await page.locator(".ds-error-summary").waitFor();
	await page.locator('[id="rows-0-people"]').fill("2");
	await page.locator('[id="rows-0-applied"]').fill("400 000");
	await page.locator('[id="rows-0-own"]').fill("50 000");
	await look("needs of a unit");
	await press("Send svaret");
	await says(visitor, "Takk. Svaret er lagret");
	await page.getByLabel(/^Med\?, Videreutdanning/).selectOption({ label: "Ikke med" });
	await press("Lagre prioriteringen");
	await page.locator(".ds-error-summary").waitFor();
	await page.getByLabel(/^Med\?, Videreutdanning/).selectOption({ label: "Med i søknaden" });
	await page.getByLabel(/^Prioritet, Videreutdanning/).fill("1");
	await press("Lagre prioriteringen");
	await says(visitor, "Egenandelen er 11 %, og skal være minst 20 %.");
	await look("needs weighed");
	const links = page.getByRole("link", { name: /^Gi lenke/ });
	await press(links.last());
	await page.getByRole("heading", { name: /^Lenke til/ }).waitFor();
	await press("Gi lenke");
	await says(visitor, "Den vises bare nå.");
	const link = (await page.locator(".copy-value").textContent()) ?? "";
	await page.context().clearCookies({ name: "session" });
	await open(new URL(link).pathname);
	await press("Si hva enheten trenger");
	await look("needs by link");
	await press("Send svaret");
	await says(visitor, "Takk. Svaret er lagret");
	await signInAs("Silje Rostadmo");
	return collection;
}

const row = ({ page }: Visitor, at: number, field: string) => page.locator(`[id="rows-${at}-${field}"]`);

/** Writes one measure with what is applied for and borne by oneself in the first year. */
export async function writeMeasure(visitor: Visitor, title: string, people: string): Promise<void> {
	await row(visitor, 0, "title").fill(title);
	await row(visitor, 0, "category").selectOption({ label: "Utdanning" });
	await row(visitor, 0, "people").fill(people);
	await row(visitor, 0, `applied-${year}`).fill("80 000");
	await row(visitor, 0, `own-${year}`).fill("20 000");
	await visitor.press("Lagre");
	await says(visitor, "Tiltakene er lagret.");
}

/** Answers what the call asks. */
export async function answerQuestions({ page, open, press, ...rest }: Visitor, application: string): Promise<void> {
	await open(`${application}/answers`);
	await page.getByLabel("Hva skal tilskuddet føre til?").fill("Flere fagfolk i faste stillinger.");
	await page.getByLabel("Ja", { exact: true }).first().check();
	await page.getByLabel("Hvordan har brukere og tillitsvalgte vært med?").fill("Fra starten.");
	await press("Lagre");
	await says({ page, open, press, ...rest }, "Svarene er lagret.");
}

/** One municipality applies with what its units need: mends what stands in the way, and sends; twice. */
export async function applyAlone(visitor: Visitor, call: string): Promise<string> {
	const { page, open, press, look } = visitor;
	await open(call);
	await press("Søk");
	await page.getByText("Ta med det enhetene trenger").waitFor();
	await look("beginning an application");
	await press("Begynn på søknaden");
	await says(visitor, "Søknaden er begynt.");
	await says(visitor, "3 spørsmål i skjemaet mangler svar.");
	const application = new URL(page.url()).pathname;
	await look("application");
	await press("Egenandelen er 11 %, og skal være minst 20 %.");
	await row(visitor, 0, "category").selectOption({ label: "Utdanning" });
	await row(visitor, 0, `own-${year}`).fill("100 000");
	await row(visitor, 1, `applied-${year}`).fill("10 000");
	await press("Lagre");
	await page.locator(".ds-error-summary").waitFor();
	await look("lines refused");
	await row(visitor, 1, `applied-${year}`).fill("");
	await press("Lagre");
	await says(visitor, "Tiltakene er lagret.");
	await answerQuestions(visitor, application);
	await look("answers");
	await press("Opplysninger som alt finnes");
	await page.getByLabel(/^Kompetanseplan: /).check();
	await look("facts");
	await press("Lagre");
	await says(visitor, "Ingenting står i veien for å sende.");
	await send(visitor);
	await look("sent");
	await press("Endre søknaden");
	await says(visitor, "Det som er sendt, gjelder til dere sender på nytt.");
	await press("Send på nytt");
	await says(visitor, /, sending 2 \(PDF\)/);
	return application;
}

async function send(visitor: Visitor): Promise<void> {
	await visitor.press("Send søknaden");
	await says(visitor, /Søknaden er sendt\. Kvitteringen har nummer/);
}

/** A regional office applies with one measure. */
export async function applyRegional(visitor: Visitor, call: string): Promise<void> {
	const { page, open, press } = visitor;
	await open(`${call}/apply`);
	await press("Begynn på søknaden");
	await says(visitor, "Søknaden er begynt.");
	const application = new URL(page.url()).pathname;
	await open(`${application}/lines`);
	await writeMeasure(visitor, "Veiledere i nettverk", "4");
	await answerQuestions(visitor, application);
	await open(application);
	await send(visitor);
}

/** Three small municipalities apply together: the lead asks two, who write and approve their own parts. */
export async function applyTogether(visitor: Visitor, call: string): Promise<void> {
	const { page, open, press, look, signInAs } = visitor;
	await signInAs("Gro Nygårdshaug");
	await open(`${call}/apply`);
	await page.getByLabel("Vi søker sammen med andre, og leder søknaden").check();
	await press("Begynn på søknaden");
	await says(visitor, "Ingen andre er invitert til å søke sammen med dere.");
	const application = new URL(page.url()).pathname;
	for (const name of ["Snåsa", "Lierne"]) {
		await page.getByLabel("Organisasjon", { exact: true }).fill(name);
		await press(/^Inviter$/);
		await page.getByRole("row").filter({ hasText: name }).waitFor();
	}
	await look("joint application");
	await open(`${application}/lines`);
	await writeMeasure(visitor, "Felles veiledere", "3");
	await answerQuestions(visitor, application);
	for (const partner of ["Kari Agledal", "Jon Sørlimo"]) {
		await signInAs(partner);
		await open(application);
		await press("Bli med");
		await says(visitor, "Dere er med på søknaden.");
		await open(`${application}/lines`);
		await page.getByLabel("Deres del av søknaden, med ord").fill("Vi tar imot studenter.");
		await writeMeasure(visitor, "Fagbrev på jobb", "2");
		await open(application);
		if (partner === "Kari Agledal") await look("part of a partner");
		await press("Godkjenn vår del");
		await says(visitor, "Dere har godkjent deres del.");
	}
	await signInAs("Gro Nygårdshaug");
	await open(application);
	await send(visitor);
}

/** The deadline is moved: in a day there is no waiting for it. */
export async function moveDeadline({ page, open, press, ...rest }: Visitor, call: string): Promise<void> {
	await open(`${call}/money`);
	await page.getByLabel("Søknadsfrist").fill(ahead(-1));
	await press("Lagre og gå videre");
	await open(`${call}/publish`);
	await page.getByLabel("Hva er nytt i denne versjonen?").fill("Fristen er framskyndet.");
	await press("Publiser nå");
	await says({ page, open, press, ...rest }, "Utlysningen er publisert.");
}
