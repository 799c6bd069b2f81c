import { expect } from "vitest";
import { journey } from "./journey.ts";

journey("enquiry", async ({ page, scripts, open, signInAs, press, look }) => {
	const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
	// The two runs share a database: each has an enquiry of its own.
	const subject = scripts ? "Fagdag med skript" : "Fagdag uten skript";
	const other = `${subject}, andre`;

	await signInAs("Bjørn Eggemoen");
	await open("/");
	await press("Henvendelser");
	await says("24 dager uten svar");
	await look("enquiries");
	await press("Hvordan det svares");
	await says("0 av 1");
	await look("figures");
	await open("/organisations?q=Nord+universitet");
	await press("Nord universitet");
	await look("organisation with the way to an enquiry");
	await press("Send en henvendelse");
	await press(/^Send$/);
	await page.locator(".ds-error-summary").waitFor();
	await look("new enquiry refused");
	await page.getByLabel("Organisasjon 1").fill("Norges teknisk-naturvitenskapelige universitet");
	await page.getByLabel("Hva spør dere om?").selectOption({ label: "En foreleser" });
	await page.getByLabel("Emne", { exact: true }).fill(subject);
	await page.getByLabel("Henvendelsen", { exact: true }).fill("Kan noen komme på fagdagen vår?");
	await press(/^Send$/);
	await says("Henvendelsen er sendt.");
	const enquiry = new URL(page.url()).pathname;
	await look("sent");

	await signInAs("Ingrid Vollmo");
	await open("/");
	await press(`Svar på henvendelsen: ${subject}`);
	await press("Ta henvendelsen");
	await says("Henvendelsen er din.");
	await page.getByText("Spør avsenderen om noe").click();
	await page.getByLabel("Hva lurer dere på?").fill("Hvilken dag?");
	await press("Send spørsmålet");
	await says("Spørsmålet er sendt.");
	await look("asked back");

	await signInAs("Bjørn Eggemoen");
	await open("/");
	await press(`Svar på spørsmålet om henvendelsen: ${subject}`);
	await page.locator("#reply-body").fill("Torsdag 4. mars.");
	await look("to reply");
	await press(/^Svar$/);
	await says("Svaret er sendt.");

	await signInAs("Ingrid Vollmo");
	await open(enquiry);
	await page.getByLabel("Svaret", { exact: true }).fill("Ja, vi kommer.");
	await press("Send svaret");
	await says("Svaret er sendt.");
	await look("answered");

	await signInAs("Bjørn Eggemoen");
	await open("/enquiries/new");
	await page.getByLabel("Organisasjon 1").fill("Bardu");
	await page.getByLabel("Hva spør dere om?").selectOption({ label: "Et møte" });
	await page.getByLabel("Emne", { exact: true }).fill(other);
	await page.getByLabel("Henvendelsen", { exact: true }).fill("Kan vi møtes?");
	await press(/^Send$/);
	await says("Henvendelsen er sendt.");
	const second = new URL(page.url()).pathname;
	// Where nobody can be reached the way to a link is open already.
	if (!(await page.getByRole("button", { name: "Lag en lenke å svare med" }).isVisible()))
		await page.locator("summary").filter({ hasText: "Lag en lenke å svare med" }).click();
	await press(page.getByRole("button", { name: "Lag en lenke å svare med" }));
	await says("Lenken er laget");
	const link = (await page.locator(".copy-value").textContent()) ?? "";
	expect(link).toMatch(/\/link\/[\w-]{20,}$/);
	await look("link made");

	await open(new URL(link).pathname);
	await press("Les og svar");
	await page.getByText("Si nei", { exact: true }).click();
	await page.locator("#refuse-name").fill("Kari Nes");
	await page.getByLabel("En annen grunn").check();
	await press("Si nei med denne grunnen");
	await says("Skriv hva grunnen er.");
	await look("refusal without words, by link");
	await page.getByLabel("Utdyp").fill("Vi møtes alt i regionrådet.");
	await press("Si nei med denne grunnen");
	await says("Henvendelsen er avsluttet. Takk.");
	await look("refused by link");

	await open(second);
	await says("Vi møtes alt i regionrådet.");
	await look("refused, as the sender sees it");
	await open("/arenas/enquiries?box=sent&standing=answered");
	await says(subject);
});
