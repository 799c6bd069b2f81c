import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { samplePages } from "../ui/samples.tsx";
import { serveSamples } from "../ui/serve.ts";
import { journey } from "./journey.ts";

/** The parts of the interface on pages of their own: they are shared by every room, so they are tried once, thoroughly. */
let served: Awaited<ReturnType<typeof serveSamples>>;
beforeAll(async () => {
	served = await serveSamples();
});
afterAll(() => served.stop());

const at = (path: string) => served.url + path;

async function focused(page: Page): Promise<string> {
	return page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName || "");
}

journey("ui every part", async ({ open, look, page, scripts }) => {
	// Axe takes a second a page: wide with scripts and narrow without cover both ways a page can come to be.
	await page.setViewportSize(scripts ? { width: 1280, height: 900 } : { width: 375, height: 800 });
	for (const path of samplePages) {
		await open(at(path));
		await look(`part ${path}`);
	}
	await page.setViewportSize({ width: 320, height: 800 });
	for (const path of samplePages) {
		await open(at(path));
		const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
		expect(beyond, `${path} at 320 px`).toBeLessThanOrEqual(0);
	}
});

journey("ui form", async ({ open, look, page }) => {
	await open(at("/form"));
	await page.getByLabel("E-post").fill("nei");
	await page.getByLabel("Plasser", { exact: true }).fill("mange");
	await page.getByLabel("Sykepleie").uncheck();
	await page.getByRole("button", { name: "Lagre", exact: true }).click();

	const summary = page.getByRole("region", { name: "For å gå videre må du rette opp dette:" });
	await summary.waitFor();
	await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("ds-error-summary");
	expect(await page.getByLabel("E-post").inputValue()).toBe("nei");
	expect(await page.getByLabel("Navn på stedet").inputValue()).toBe("Halsen sykehjem");
	expect(await page.getByLabel("Høst").isChecked()).toBe(true);
	await look("refused form");
	await summary.getByRole("link", { name: /^Plasser:/ }).click();
	expect(await focused(page)).toBe("places");
	expect(await summary.isVisible()).toBe(true);

	await page.getByLabel("E-post").fill("kari@kommune.no");
	await page.getByLabel("Plasser", { exact: true }).fill("1 2");
	await page.getByLabel("Type sted").selectOption("home");
	await page.getByLabel("Vernepleie").check();
	await page.getByRole("button", { name: "Lagre", exact: true }).click();
	await page.waitForURL(/\/list/);
	await page.getByText("Stedet er lagret.").waitFor();
	await look("accepted form");
});

journey("ui list", async ({ open, page, scripts }) => {
	await open(at("/list"));
	await page.getByLabel("Søk etter sted").fill("åsly");
	if (!scripts) await page.getByRole("button", { name: "Søk" }).click();
	await page.getByText("Viser 1–20 av 71").waitFor();
	await page.getByLabel("Type").selectOption("Skole");
	if (!scripts) await page.getByRole("button", { name: "Søk" }).click();
	await page.getByText("Viser alle 17").waitFor();
	await page.getByRole("link", { name: "Plasser" }).click();
	await page.locator('th[aria-sort="ascending"]', { hasText: "Plasser" }).waitFor();
	await page.getByText("Viser alle 17").waitFor();
	await page.getByRole("link", { name: "Nullstill" }).click();
	await page.getByText("Viser 1–20 av 357").waitFor();
	await expect.poll(() => page.getByLabel("Søk etter sted").inputValue()).toBe("");
	await page.getByRole("link", { name: "Side 2" }).click();
	await page.getByText("Viser 21–40 av 357").waitFor();
	if (scripts) {
		await page.getByLabel("Velg alle på denne siden").check();
		expect(await page.locator("tbody input:checked").count()).toBe(20);
	}
});

journey("ui focus and messages", async ({ open, page, scripts }) => {
	await open(at("/form"));
	await page.getByRole("link", { name: "Organisasjoner" }).click();
	await page.waitForURL(/\/list/);
	// With script the new page's heading takes focus; without it the browser starts at the top by itself.
	if (scripts) await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Tjenestesteder");
	await open(at("/form"));
	await page.getByLabel("Type sted").selectOption("home");
	await page.getByRole("button", { name: "Lagre", exact: true }).click();
	await page.getByText("Stedet er lagret.").waitFor();
	expect(await page.getByRole("button", { name: "Lukk" }).count()).toBe(scripts ? 1 : 0);
	await page.getByRole("link", { name: "Side 2" }).click();
	await page.waitForURL(/page=2/);
	if (scripts) await expect.poll(() => page.getByText("Stedet er lagret.").count()).toBe(0);
});

journey("ui confirm", async ({ open, look, page, scripts }) => {
	await open(at("/parts"));
	await page.getByRole("link", { name: "Slett stedet" }).click();
	if (scripts) {
		const dialog = page.getByRole("dialog", { name: "Slette Halsen sykehjem?" });
		await dialog.waitFor();
		await look("dialog");
		await page.keyboard.press("Escape");
		await dialog.waitFor({ state: "hidden" });
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Slett stedet");
		await page.keyboard.press("Enter");
		await dialog.waitFor();
	} else await page.waitForURL(/\/delete/);
	await page.getByRole("button", { name: "Slett stedet" }).click();
	await page.getByText("Det er 3 studenter på stedet.").waitFor();
	expect(new URL(page.url()).pathname).toBe("/delete");
});

journey("ui tree", async ({ open, page, scripts }) => {
	await open(at("/tree"));
	const row = (name: string) => page.locator(".tree-row", { hasText: name });
	if (scripts) {
		await row("Halsen sykehjem").dragTo(row("Oppvekst og kultur"));
		await page.waitForURL(/toast=moved&to=6/);
		await open(at("/tree"));
	}
	expect(await row("Fosslia skole").isVisible()).toBe(false);
	await page.locator("summary", { hasText: "Under Oppvekst og kultur" }).focus();
	await page.keyboard.press("Enter");
	await expect.poll(() => row("Fosslia skole").isVisible()).toBe(true);
	await page.getByRole("link", { name: "Flytt Hjemmetjenesten", exact: true }).click();
	await page.getByRole("combobox", { name: "Ny plass" }).selectOption({ label: "Oppvekst og kultur" });
	await page.getByRole("button", { name: "Flytt" }).click();
	await page.waitForURL(/toast=moved&to=6/);
});

journey("ui questions that follow from answers", async ({ open, look, page, scripts }) => {
	await open(at("/questions"));
	expect(await page.getByLabel("Antall ansatte").isVisible()).toBe(false);
	await page.getByLabel("Ja").check();
	if (!scripts) await page.getByRole("button", { name: "Send" }).click();
	await page.getByLabel("Antall ansatte").waitFor({ state: "visible" });
	await page.getByLabel("Antall ansatte").fill("4");
	await page.getByLabel("Beløp, rad 1").fill("100 001");
	await page.getByRole("button", { name: "Send" }).click();
	await page.getByText("Kostnadene kan være høyst 100 000 kr.").first().waitFor();
	await page.getByLabel("Beløp, rad 1").fill("60 000");
	await page.getByRole("button", { name: "Legg til en rad" }).click();
	await page.getByLabel("Beløp, rad 2").fill("40 000");
	await page.getByRole("button", { name: "Legg til: tiltak" }).click();
	await page.getByLabel("Hva skal gjøres?, Tiltak 1").fill("Kurs");
	await page.getByRole("button", { name: "Legg til: tiltak" }).click();
	await page.getByRole("button", { name: "Fjern tiltak 2" }).click();
	expect((await page.getByLabel("Beløp, rad 2").inputValue()).replaceAll(" ", "")).toBe("40000");
	await look("form rows");
	await page.getByRole("button", { name: "Send" }).click();
	await page.waitForURL(/toast=saved/);
});

journey("ui slow answer", async ({ open, page, scripts }) => {
	await open(at("/slow"));
	const button = page.getByRole("button", { name: "Lagre" });
	if (!scripts) {
		await button.click();
		await page.waitForURL(/sent=/);
		return;
	}
	await button.click();
	await page.locator('button[aria-busy="true"]').click({ force: true });
	await page.getByRole("status").filter({ hasText: "Laster …" }).waitFor({ state: "attached" });
	await page.waitForURL(/sent=1$/);
	await expect.poll(() => page.getByText("Laster …").count()).toBe(0);
});
