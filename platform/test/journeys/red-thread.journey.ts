import { expect } from "vitest";
import { journey } from "./journey.ts";
import {
	applyAlone,
	applyRegional,
	applyTogether,
	collectNeeds,
	makeCall,
	moveDeadline,
	says,
} from "./red-thread.steps.ts";
import {
	acceptAward,
	acceptReport,
	assessFirst,
	decideAll,
	followStudies,
	payAndCarry,
	readUnderway,
	report,
	spend,
	tellUnderway,
} from "./red-thread-award.steps.ts";

/**
 * A call from its first word to an accepted report: one large municipality, three small ones together and a regional office
 * apply; two are granted and one refused; somebody drops out, money is carried over, and the report is filled in already.
 */
journey(
	"red-thread",
	async (visitor) => {
		const { page, scripts, open, openMissing, signInAs, press, look } = visitor;
		// The two runs share a database: each makes a call of its own.
		const title = scripts ? "Tilskudd med skript" : "Tilskudd uten skript";

		await signInAs("Håvard Myhrvang");
		const call = await makeCall(visitor, title);

		// Who applies reads it and asks about it; gathers what the units need, and applies with that.
		await signInAs("Silje Rostadmo");
		await open(`/funding?q=${encodeURIComponent(title)}`);
		await press(title);
		await says(visitor, "Det rapporten vil spørre om");
		await openMissing(`${call}/about`);
		await open(call);
		await press("Still et spørsmål");
		await page.locator(".ds-error-summary").waitFor();
		await page.getByLabel("Hva lurer dere på?").fill("Gjelder det lærlinger?");
		await press("Still et spørsmål");
		await says(visitor, "Venter på svar");
		const collection = await collectNeeds(visitor);
		await open(collection);
		await says(visitor, "Trenger ingenting");
		const application = await applyAlone(visitor, call);
		await open("/funding/portfolio");
		await says(visitor, /2 av \d+ har svart/);
		await says(visitor, "Våre søknader");
		await look("portfolio");
		await press("Noter en utlysning");
		await page.getByLabel("Hva heter utlysningen?", { exact: true }).fill(`Fondet, ${title}`);
		await press("Begynn");
		await says(visitor, "Utlysningen er notert.");

		await signInAs("Kirsten Voldsund");
		await applyRegional(visitor, call);
		await applyTogether(visitor, call);

		await signInAs("Håvard Myhrvang");
		await open(call);
		await page.getByLabel("Svaret, til alle").fill("Ja.");
		await press("Svar alle");
		await says(visitor, "Svaret er publisert.");
		await moveDeadline(visitor, call);
		await assessFirst(visitor, call);
		await signInAs("Tuva Reinås");
		await decideAll(visitor, call);

		// The award follows who begins, and what is left over the year.
		await signInAs("Silje Rostadmo");
		const award = await acceptAward(visitor, application);
		await followStudies(visitor, award, title);
		await spend(visitor, award);
		const interim = await tellUnderway(visitor, award);
		await signInAs("Håvard Myhrvang");
		await readUnderway(visitor, interim);
		await payAndCarry(visitor, award);
		await signInAs("Silje Rostadmo");
		await report(visitor, award);
		await signInAs("Håvard Myhrvang");
		await acceptReport(visitor, award);

		await open(`${call}/withdraw`);
		await page.getByLabel("Hvorfor?").fill("Bevilgningen er borte.");
		await look("withdraw");
		await press("Trekk tilbake utlysningen");
		await says(visitor, "Trukket tilbake: Bevilgningen er borte.");
		expect(await page.getByRole("link", { name: "Rediger" }).count()).toBe(0);
	},
	{ timeout: 480_000 },
);
