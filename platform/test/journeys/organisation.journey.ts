import { expect } from "vitest";
import { journey } from "./journey.ts";

journey("organisation", async ({ page, scripts, open, openMissing, signInAs, press, look }) => {
	await open("/sign-in");
	await look("sign-in");
	await signInAs("Eva Strandheim");
	await look("home");

	await open("/organisations");
	await look("directory");
	await page.getByRole("searchbox").fill("karasjok");
	await press("Søk");
	await expectText(page, "Kárášjohka");
	await open("/organisations?view=map");
	await look("map");
	await open("/organisations?q=stjordal&kind=municipality");
	await press("Stjørdal");
	await look("one organisation");
	await press("Historie");
	await look("history");

	await press(/^Enheter/);
	await look("unit tree");
	await press("Legg til enhet");
	await look("new unit");
	await press("Opprett enheten");
	await page.locator(".ds-error-summary").waitFor();
	await look("new unit refused");
	const name = `Åsly bokollektiv ${scripts ? "med" : "uten"} skript`;
	await page.getByLabel("Navn", { exact: false }).first().fill(name);
	await page.getByLabel("Type tjenestested", { exact: false }).selectOption({ label: "Omsorgsbolig med bemanning" });
	await press("Opprett enheten");
	await expectText(page, "Enheten er opprettet.");
	await look("unit");
	await press("Flytt");
	await look("move unit");
	await page.getByLabel("Flytt til").selectOption({ label: "Helse og mestring" });
	await press("Flytt enheten");
	await expectText(page, "Enheten er flyttet.");
	await page.locator(".tree-row[data-selected]", { hasText: name }).waitFor({ state: "visible" });
	await look("unit tree after a move");
	await press(name);
	await press("Legg ned");
	await look("close unit");
	await press("Legg ned");
	await expectText(page, "Enheten er åpen til og med");
	await press("Ikke legg ned likevel");
	await expectText(page, "Enheten legges ikke ned.");
	await press("Legg ned");
	await page.getByLabel("Siste dag").fill("2020-01-01");
	await press("Legg ned");
	await expectText(page, "Siste dag kan ikke være før første dag.");
	await press("Avbryt");

	for (const [language, heading] of [
		["Norsk nynorsk", "Organisasjonar"],
		["English", "Organisations"],
		["Norsk bokmål", "Organisasjoner"],
	] as const) {
		await open("/organisations");
		await press(language);
		await expect(page.getByRole("heading", { level: 1 }).textContent()).resolves.toBe(heading);
	}
	await openMissing("/organisations/ikke-en-id");
	await look("missing page");
	await open("/api");
	await look("api");
});

journey("a narrow screen", async ({ page, open, signInAs, look }) => {
	await page.setViewportSize({ width: 320, height: 700 });
	await signInAs("Eva Strandheim");
	for (const path of ["/", "/organisations", "/organisations?view=map", "/profile"]) {
		await open(path);
		await look(`narrow ${path}`);
		const overflow = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
		);
		expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
	}
});

async function expectText(page: import("playwright-core").Page, text: string): Promise<void> {
	await page.getByText(text).first().waitFor({ state: "visible", timeout: 10_000 });
}
