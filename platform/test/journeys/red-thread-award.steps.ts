import { expect } from "vitest";
import type { Visitor } from "./journey.ts";
import { says, year } from "./red-thread.steps.ts";

/** Opens one of the applications to a call by who applies; gives its path. */
async function openReceived({ page, open }: Visitor, call: string, applicant: RegExp): Promise<string> {
	await open(`${call}/applications`);
	const href = await page.getByRole("link", { name: applicant }).first().getAttribute("href");
	await open(href ?? "");
	return href ?? "";
}

/** One who assesses gives points; whose name then stands among those who have. */
async function givePoints({ page, press }: Visitor, points: string, name: string): Promise<void> {
	const mine = page.locator("#mine");
	await mine.getByLabel("Jeg er habil i denne saken").check();
	await mine.getByLabel(/^Behov/).fill(points);
	await press(mine.getByRole("button", { name: "Lagre" }));
	await page.getByRole("row").filter({ hasText: name }).waitFor();
}

async function sayEligible({ page, press, ...rest }: Visitor, is: boolean): Promise<void> {
	const asked = page.locator("#eligibility");
	if (is) await asked.getByLabel("Ja, den oppfyller vilkårene").check();
	else {
		await asked.getByLabel("Nei", { exact: true }).check();
		await asked.getByLabel(/^Begrunnelse/).fill("Tiltaket er ikke utdanning.");
	}
	await press("Lagre");
	await says({ page, press, ...rest }, "Lagret.");
}

/** Who makes the call looks at what came, tries what the money would give, and begins to assess the largest. */
export async function assessFirst(visitor: Visitor, call: string): Promise<void> {
	const { page, open, press, look } = visitor;
	await open(`${call}/applications`);
	await page.getByLabel("Måte").selectOption({ label: "Samme andel til alle" });
	await press("Regn ut");
	await look("applications received");
	await press("Bruk som forslag");
	await says(visitor, "Forslaget er lagret på søknadene som ikke er avgjort.");
	await openReceived(visitor, call, /^Levanger/);
	await sayEligible(visitor, true);
	await givePoints(visitor, "8", "Håvard Myhrvang");
}

/** A second one assesses, sees that they disagree, and decides all three. */
export async function decideAll(visitor: Visitor, call: string): Promise<void> {
	const { page, press, look } = visitor;
	await openReceived(visitor, call, /^Levanger/);
	await givePoints(visitor, "4", "Tuva Reinås");
	await says(visitor, /Uenighet: 40 poeng mellom/);
	await look("one application assessed");
	const decide = async (outcome: "Innvilget" | "Avslag", kroner: string) => {
		const decision = page.locator("#decision");
		await decision.getByLabel(outcome, { exact: true }).check();
		await decision.getByLabel(`Innvilget i ${year}`).fill(kroner);
		await decision.getByLabel(/følger hvor mange som begynner/).check();
		await decision.getByLabel(/^Begrunnelse/).fill("Etter utlysningen.");
		await press("Fatt vedtaket");
		await says(visitor, "Vedtaket er fattet, og søkeren har fått beskjed.");
	};
	await decide("Innvilget", "300 000");
	const letter = await page.getByRole("link", { name: "Vedtaksbrev (PDF)" }).getAttribute("href");
	const answer = await page.request.get(new URL(letter ?? "", page.url()).href);
	expect(answer.headers()["content-type"]).toContain("application/pdf");
	await openReceived(visitor, call, /^Inderøy/);
	await sayEligible(visitor, true);
	await decide("Innvilget", "240 000");
	await openReceived(visitor, call, /^Utviklingssenter|^USHT/);
	await sayEligible(visitor, false);
	await decide("Avslag", "");
}

/** The applicant reads the decision and accepts the award it made; gives its path. */
export async function acceptAward(visitor: Visitor, application: string): Promise<string> {
	const { page, open, press, look } = visitor;
	await open(application);
	await says(visitor, "Etter utlysningen.");
	await look("decided");
	await press("Tilsagnet");
	await press("Aksepter tilsagnet");
	await says(visitor, "Tilsagnet er akseptert, og regnskapet er begynt.");
	await look("award");
	return new URL(page.url()).pathname;
}

/** Somebody begins to study, and stops where it is so. */
async function study(visitor: Visitor, title: string, stops: boolean): Promise<void> {
	const { page, open, press } = visitor;
	await open("/competence/studies/new");
	await page.getByLabel("Studium eller kurs").fill(title);
	await page.getByLabel("Enhet", { exact: true }).selectOption({ index: 1 });
	await page.getByLabel("Kompetansen det gir").selectOption({ index: 1 });
	await press("Lagre");
	await says(visitor, "Føringen er lagret.");
	await page.getByLabel("I gang", { exact: true }).check();
	await press("Før steget");
	await says(visitor, "Ført: I gang.");
	if (!stops) return;
	await page.getByLabel("Falt fra", { exact: true }).check();
	await page.getByLabel(/^Hvorfor/).selectOption({ label: "For krevende ved siden av jobben" });
	await press("Før steget");
	await says(visitor, "Ført: Falt fra.");
}

/** Two begin and one drops out: the amount follows them into the ledger. */
export async function followStudies(visitor: Visitor, award: string, title: string): Promise<void> {
	const { page, open, press, look } = visitor;
	const titles = [`${title}, plass A`, `${title}, plass B`] as const;
	await study(visitor, titles[0], false);
	await study(visitor, titles[1], true);
	await open(`${award}/admission`);
	for (const one of titles) {
		const choice = page.getByLabel("Utdanning som skal ha plass");
		const value = await choice.locator("option", { hasText: one }).getAttribute("value");
		await choice.selectOption(value);
		await press("Gi plass");
		await page.getByRole("row").filter({ hasText: one }).waitFor();
	}
	await says(visitor, "75 000 kr er falt bort fordi noen sluttet underveis.");
	await look("admission");
	await press("Før i regnskapet");
	await says(visitor, "Regnskapet viser nå det opptaket er blitt til.");
}

/** The municipality enters a cost, and asks to carry money over to the next year. */
export async function spend(visitor: Visitor, award: string): Promise<void> {
	const { page, open, press, look } = visitor;
	await open(`${award}/ledger/new`);
	await page.getByLabel(/^Av tilskuddet/).fill("120 000");
	await page.getByLabel(/^Av egne midler/).fill("30 000");
	await page.getByLabel(/^Hva gjelder det\?/).fill("Vikar ved studiepermisjon");
	await press(/^Før$/);
	await says(visitor, "Føringen er gjort.");
	await look("ledger");
	await open(`${award}/asks`);
	await page.getByLabel(/^Til år/).fill(String(year + 1));
	await page.getByLabel(/^Beløp/).fill("50 000");
	await page.getByLabel(/^Hvorfor\?/).fill("Studieåret varer til juni.");
	await press("Be om det");
	await says(visitor, "Det er bedt om. Svaret kommer her.");
}

/** Who gives the award pays, and says yes to carrying over. */
export async function payAndCarry(visitor: Visitor, award: string): Promise<void> {
	const { page, open, press, look } = visitor;
	await open(`${award}/ledger/new`);
	await page.getByLabel(/^Av tilskuddet/).fill("200 000");
	await press(/^Før$/);
	await says(visitor, "Føringen er gjort.");
	await open(`${award}/asks`);
	await page.getByLabel("Innvilget", { exact: true }).check();
	await look("asked to carry over");
	await press("Lagre svaret");
	await says(visitor, "Svaret er lagret.");
}

/** How it goes is told underway, with the numbers as they stand; who gave the award reads it. */
export async function tellUnderway(visitor: Visitor, award: string): Promise<string> {
	const { page, open, press, look } = visitor;
	await open(`${award}/report`);
	const href = await page.locator("#interim").getByRole("link").first().getAttribute("href");
	await open(href ?? "");
	await press("Send underveisrapporten");
	await page.locator(".ds-error-summary").waitFor();
	await page.getByLabel(/^Hva er gjort/).fill("En er i gang, en sluttet. Vikaren er på plass.");
	await look("interim report");
	await press("Send underveisrapporten");
	await says(visitor, "Underveisrapporten er sendt.");
	return href ?? "";
}

/** Who gave the award reads what was told underway, and answers. */
export async function readUnderway(visitor: Visitor, interim: string): Promise<void> {
	const { page, open, press, look } = visitor;
	await open(interim);
	await says(visitor, "Vikaren er på plass.");
	await page.getByLabel("Svar til mottakeren").fill("Takk. Husk å søke om overføring.");
	await look("interim report sent");
	await press("Merk som lest");
	await says(visitor, "Underveisrapporten er merket som lest.");
}

/** The report is filled in already: at most a tenth of its facts are typed, as it says itself. Only the judgement is written. */
export async function report(visitor: Visitor, award: string): Promise<void> {
	const { page, open, press, look } = visitor;
	const field = (name: string) => page.getByRole("row").filter({ hasText: name });
	await open(`${award}/report`);
	await field("Brukt av tilskuddet")
		.filter({ hasText: /120\s000/ })
		.waitFor();
	await field("Antall som begynte").filter({ hasText: "2" }).waitFor();
	await field("Antall som sluttet underveis").filter({ hasText: "1" }).waitFor();
	const said = (await page.getByText(/opplysninger er skrevet for hånd/).textContent()) ?? "";
	const [, typed = "1", all = "0"] = /(\d+) av (\d+) opplysninger er skrevet for hånd/.exec(said) ?? [];
	expect(Number(typed)).toBeLessThanOrEqual(Number(all) / 10);
	await press("Send rapporten");
	await page.locator(".ds-error-summary").waitFor();
	await look("report");
	await page.getByLabel(/^Hva førte tilskuddet til\?/).fill("To begynte, og en blir i fast stilling.");
	await press("Send rapporten");
	await says(visitor, "Rapporten er sendt.");
}

/** What was spent of the category and year, as the national figures say it; nothing before the first report is accepted. */
async function nationally({ page, open }: Visitor): Promise<number> {
	await open("/funding/national");
	await page.getByRole("heading", { name: "Nasjonale tall" }).waitFor();
	const row = page
		.getByRole("row")
		.filter({ hasText: "Utdanning" })
		.filter({ hasText: String(year) });
	if ((await row.count()) === 0) return 0;
	const at = await page.getByRole("columnheader").allTextContents();
	const cell = await row.first().locator("th, td").nth(at.indexOf("Brukt")).textContent();
	return Number((cell ?? "").replaceAll(/\D/g, ""));
}

/** Who gave the award accepts the report, which the national figures then hold. */
export async function acceptReport(visitor: Visitor, award: string): Promise<void> {
	const { open, press, look } = visitor;
	const before = await nationally(visitor);
	await open(`${award}/report`);
	await press("Godkjenn rapporten");
	await says(visitor, /^Rapporten er godkjent, og tallene er med/);
	expect(await nationally(visitor)).toBe(before + 120_000);
	await look("national figures");
}
