import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { serveSamples } from "../ui/serve.ts";
import { journey } from "./journey.ts";

/** What one meets on every page, reached and used with the keyboard alone. */
let served: Awaited<ReturnType<typeof serveSamples>>;
beforeAll(async () => {
	served = await serveSamples();
});
afterAll(() => served.stop());

/** What the element with focus is called, and whether one can see that it has it. */
function focus(page: Page): Promise<{ name: string; seen: boolean }> {
	return page.evaluate(() => {
		const element = document.activeElement;
		// After the last thing on the page it is the browser's own turn.
		if (!element || element === document.body) return { name: "", seen: true };
		const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
		// A round or square box shows it on the line it stands in.
		const shown = [element, element.parentElement].map((one) => one && getComputedStyle(one));
		const seen = shown.some((style) => style && (style.outlineStyle !== "none" || style.boxShadow !== "none"));
		// The way past the menu is there only while it has focus.
		const appears = element.matches(".ds-skip-link");
		return {
			name: name.replaceAll(/\s+/g, " ").trim(),
			seen: appears || seen,
		};
	});
}

/** Presses Tab until something of this name has focus; everything on the way must show that it has it. */
async function tabTo(page: Page, name: string, key = "Tab"): Promise<void> {
	const met: string[] = [];
	for (let presses = 0; presses < 150; presses++) {
		await page.keyboard.press(key);
		const found = await focus(page);
		met.push(found.name);
		expect(found.seen, `the focus on "${found.name}" is seen`).toBe(true);
		if (found.name === name) return;
	}
	throw new Error(`"${name}" is not reached with ${key}: ${met.join(" · ")}`);
}

journey("keyboard through the pages", async ({ open, signInAs, page, scripts }) => {
	const heading = (text: string) => page.getByRole("heading", { level: 1, name: text }).waitFor();
	/** With scripts a new page begins at its heading; without them the browser begins at the top. */
	const begins = async (text: string) => {
		await heading(text);
		if (scripts) await expect.poll(async () => (await focus(page)).name).toBe(text);
	};
	// Before anyone is signed in: the choice is the browser's alone.
	await open("/sign-in");
	await tabTo(page, "English");
	await page.keyboard.press("Enter");
	await page.locator('html[lang="en"]').waitFor();
	expect(new URL(page.url()).pathname).toBe("/sign-in");
	await tabTo(page, "Norsk bokmål");
	await page.keyboard.press("Enter");
	await page.locator('html[lang="nb"]').waitFor();

	await signInAs("Eva Strandheim");

	await open("/");
	await tabTo(page, "Hopp til hovedinnhold");
	await page.keyboard.press("Enter");
	await expect.poll(() => page.evaluate(() => document.activeElement?.id ?? "")).toBe("main");

	await open("/");
	await tabTo(page, "Folk og roller");
	await page.keyboard.press("Enter");
	await begins("Folk og roller");

	await tabTo(page, "Rolle");
	await page.keyboard.press("Enter");
	await page.locator('th[aria-sort="ascending"]', { hasText: "Rolle" }).waitFor();
	// The table is another; one stands where one stood, and may turn the order round.
	if (scripts) expect((await focus(page)).name).toBe("Rolle");
	else await tabTo(page, "Rolle");
	await page.keyboard.press("Enter");
	await page.locator('th[aria-sort="descending"]', { hasText: "Rolle" }).waitFor();

	await open("/profile");
	await tabTo(page, "Varsler");
	await page.keyboard.press("Enter");
	await page.waitForURL(/\/profile\/notices/);
	await page.locator('[aria-current="page"]', { hasText: "Varsler" }).first().waitFor();

	await page.setViewportSize({ width: 375, height: 800 });
	await open("/inbox");
	await tabTo(page, "Meny");
	await page.keyboard.press("Enter");
	await page.locator("details.shell-narrow[open]").waitFor();
	await tabTo(page, "Administrasjon");
	await page.keyboard.press("Enter");
	await begins("Administrasjon");
	expect(await page.locator("details.shell-narrow[open]").count()).toBe(0);
});

journey("keyboard in a dialog", async ({ open, page, scripts }) => {
	await open(`${served.url}/parts`);
	await tabTo(page, "Slett stedet");
	await page.keyboard.press("Enter");
	if (!scripts) return page.waitForURL(/\/delete/);
	const dialog = page.getByRole("dialog", { name: "Slette Halsen sykehjem?" });
	await dialog.waitFor();
	const isInside = () => page.evaluate(() => document.activeElement?.closest("dialog") !== null);
	expect(await isInside()).toBe(true);
	// Round and round, both ways: the page behind is out of reach. The browser itself takes its turn with no element.
	for (const key of ["Tab", "Shift+Tab"])
		for (let presses = 0; presses < 8; presses++) {
			await page.keyboard.press(key);
			const name = await page.evaluate(() => document.activeElement?.tagName ?? "");
			expect(name === "BODY" || (await isInside()), `${key} led to ${name}`).toBe(true);
		}
	await page.keyboard.press("Escape");
	await dialog.waitFor({ state: "hidden" });
	expect((await focus(page)).name).toBe("Slett stedet");
});
