import { expect } from "vitest";
import { journey } from "./journey.ts";

/**
 * The main job on the demo region: a coordinator looks at what a round would meet, runs it, compares with another rule,
 * reads why, moves somebody by hand, publishes; a site and a student answer. Each run of the journey has a round of its own.
 */
journey("placement-round", async ({ page, scripts, open, signInAs, press, look }) => {
	const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
	/** Without script the page of a job refreshes itself until it leads on. */
	const followed = (path: RegExp) => page.waitForURL(path, { timeout: 60_000 });

	await signInAs("Ingrid Vollmo");
	await open("/placement/rounds");
	await look("rounds");
	await press(scripts ? /^Sykepleie vår|^Sykepleie høst/ : /^Vernepleie og sosialt arbeid/);
	if (scripts && (await page.getByText("Publisert", { exact: true }).count()) > 0) {
		// Of the two nursing rounds the one that is not published yet.
		await open("/placement/rounds");
		await page
			.getByRole("row", { name: /Klar til å beregne|Beregnet, ikke publisert/ })
			.getByRole("link")
			.first()
			.click();
	}
	await says("Kontroll før beregning");
	await look("round");
	const round = new URL(page.url()).pathname;
	await open(`${round}/scope`);
	await look("who takes part");
	await open(`${round}/rules`);
	await look("rules");

	await open(`${round}/runs`);
	await press("Beregn fordelingen");
	await followed(/\/runs\/[0-9a-f-]{36}$/);
	await says("Det finnes ingen bedre plan etter disse reglene");
	await look("result");
	const run = new URL(page.url()).pathname;
	for (const view of ["plan", "unplaced", "sites", "proof"]) {
		await open(`${run}/${view}`);
		await look(`run ${view}`);
	}

	await open(`${run}/board`);
	await look("board");
	await page.locator(".board-student a").first().click();
	if (scripts) {
		// With script the same is asked for in a dialog on the board.
		await page
			.getByRole("button", { name: "Ta fra plassen" })
			.or(page.locator(".board-choices button"))
			.first()
			.click();
		await says(/^Hva (det|hele flyttingen) koster$/);
		await look("board, what a move costs");
		await press(/^Flytt studenten/);
		await says(/er flyttet til|har ikke lenger plass/);
		await look("board, moved");
		await page.locator("summary", { hasText: "for hånd" }).click();
		await press(/^Angre flyttingen av/);
		await says("Flyttingen er angret.");
	} else await says("Flytt for hånd");

	// Somebody who got another wish than the first: why, and what the first would have cost.
	await open(`${run}/plan?got=wished&sort=-rank`);
	await page.locator("tbody a").first().click();
	await says("Ønskene, ett for ett");
	await look("why");
	await page.getByLabel("Ny plass").selectOption({ label: "Ingen plass" });
	await press("Se hva det koster");
	await says("Hva flyttingen koster");
	await press("Flytt studenten");
	await says("Studenten er flyttet.");
	await look("moved by hand");
	await press("Angre flyttingen");
	await says("Flyttingen er angret.");

	await open(`${round}/rules`);
	await page.getByLabel("Reisegrense").fill("40");
	await press("Lagre reglene");
	await says("Reglene er lagret.");
	await open(`${round}/runs`);
	await page.getByLabel("Navn på beregningen").fill("Reisegrense 40 minutter");
	await press("Beregn fordelingen");
	await followed(/\/runs\/[0-9a-f-]{36}$/);
	await open(`${round}/runs`);
	await says("Sammenlign beregningene");
	await look("runs compared");
	await press(/Velg denne Beregning 1/);
	await says("Beregningen er valgt.");

	await open(`${round}/publish`);
	await look("before publishing");
	await page.getByRole("button", { name: "Publiser", exact: true }).click();
	await page.waitForLoadState("networkidle");
	// The address is the same before and after: what is asked for is that the publication stands there.
	for (let tries = 0; tries < 60; tries++) {
		await open(`${round}/publish`);
		if ((await page.getByText("Publiseringer").count()) > 0) break;
		await page.waitForTimeout(500);
	}
	await says("Publiseringer");
	await look("published");

	await open("/placement/placements?waiting=host");
	await look("placements");
	await page.locator("tbody a").first().click();
	await says("Hva som har skjedd");
	await look("placement");
	expect(new URL(page.url()).pathname).toMatch(/^\/placement\/placements\/[0-9a-f-]{36}$/);
	await press("Hvorfor denne plassen?");
	await says("Slik velges den beste planen");
	await look("why this place");

	await signInAs("Amalie Nesteby");
	await page.setViewportSize({ width: 375, height: 740 });
	await open("/placement/own");
	await look("own placement on a phone");
	await page.setViewportSize({ width: 1280, height: 900 });
});
