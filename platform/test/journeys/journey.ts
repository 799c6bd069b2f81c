import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import axe from "axe-core";
import { type Browser, type BrowserContext, chromium as driver, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

export type Visitor = {
	readonly page: Page;
	/** Whether this run of the journey has scripts switched on. */
	readonly scripts: boolean;
	/** Opens a path of the product and waits until it is ready to be used. */
	open(path: string): Promise<void>;
	/** Opens a path that must answer 404; the browser's complaint about that is expected. */
	openMissing(path: string): Promise<void>;
	/** Signs in as a demo person by name. */
	signInAs(name: string): Promise<void>;
	/** Presses a button or link by its visible name, and waits for the page it leads to. */
	press(name: string | RegExp): Promise<void>;
	/** Keeps a picture of the screen and lets axe look for what shuts people out: no violation is accepted. */
	look(name: string): Promise<void>;
};

let browser: Browser | undefined;

/**
 * A task from end to end in a real browser: once with scripts, once without. Fails on a console error, a failed
 * request, or a page axe finds fault with.
 */
export function journey(name: string, walk: (visitor: Visitor) => Promise<void>): void {
	describe(name, () => {
		beforeAll(async () => {
			browser ??= await driver.launch({
				executablePath: await chromium.executablePath(),
				// In one process, closing one page's context takes the whole browser down.
				args: chromium.args.filter((argument) => argument !== "--single-process"),
				headless: true,
			});
		});
		afterAll(async () => {
			await browser?.close();
			browser = undefined;
		});
		it.each([
			["with scripts", true],
			["without scripts", false],
		])("%s", async (_title, scripts) => {
			if (!browser) throw new Error("no browser");
			const context = await browser.newContext({
				javaScriptEnabled: scripts,
				locale: "nb-NO",
				viewport: { width: 1280, height: 900 },
			});
			const page = await context.newPage();
			const complaints = listen(page);
			try {
				await walk(visitor(name, page, context, scripts, complaints));
				expect(complaints).toEqual([]);
			} catch (error) {
				await page
					.screenshot({ path: picture(`${name} failed ${scripts ? "with" : "without"} scripts`), fullPage: true })
					.catch(() => {
						// the page itself is gone: the first error is the one to tell
					});
				throw error;
			} finally {
				await context.close();
			}
		});
	});
}

function visitor(name: string, page: Page, context: BrowserContext, scripts: boolean, complaints: string[]): Visitor {
	const { url } = inject("product");
	const ready = async () => {
		await page.waitForLoadState("load");
		// Scripts take over the forms after the page is shown; pressing before that is a different test.
		if (scripts) await page.waitForFunction(() => document.documentElement.dataset.ready === "true");
	};
	return {
		page,
		scripts,
		async open(path) {
			await page.goto(new URL(path, url).href);
			await ready();
		},
		async openMissing(path) {
			const answer = await page.goto(new URL(path, url).href);
			expect(answer?.status()).toBe(404);
			await ready();
			const expected = complaints.findIndex((complaint) => complaint.includes("404 (Not Found)"));
			if (expected >= 0) complaints.splice(expected, 1);
		},
		async signInAs(person) {
			await context.clearCookies({ name: "session" });
			await page.goto(`${url}/sign-in`);
			await ready();
			await page.getByRole("button", { name: person }).click();
			await page.waitForURL((to) => to.pathname !== "/sign-in");
			await ready();
		},
		async press(target) {
			const found = page.getByRole("button", { name: target }).or(page.getByRole("link", { name: target }));
			await found.first().click();
			await page.waitForLoadState("networkidle");
		},
		async look(screen) {
			await page.screenshot({
				path: picture(`${name} ${screen} ${scripts ? "with" : "without"} scripts`),
				fullPage: true,
			});
			const looked = scripts ? page : await copyOf(page);
			await looked.evaluate(axe.source);
			const found = await looked.evaluate(async () => {
				const result = await window.axe.run(document, {
					runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
				});
				return result.violations.map(({ id, help, nodes }) => ({
					id,
					help,
					where: nodes.map((node) => node.html.slice(0, 200)),
				}));
			});
			if (!scripts) await looked.context().close();
			expect(found, `axe on ${screen}`).toEqual([]);
		},
	};
}

/** The same page where axe, itself a script, can run: as it stands, and without scripts of its own. */
async function copyOf(page: Page): Promise<Page> {
	const html = await page.content();
	const context = await page.context().browser()?.newContext({ viewport: page.viewportSize() });
	if (!context) throw new Error("no browser");
	const copy = await context.newPage();
	await copy.setContent(
		html
			.replaceAll(/<script\b.*?<\/script>/gs, "")
			.replace(/<head[^>]*>/, (head) => `${head}<base href="${page.url()}">`),
	);
	return copy;
}

declare global {
	interface Window {
		axe: typeof axe;
	}
}

function listen(page: Page): string[] {
	const complaints: string[] = [];
	page.on("console", (message) => {
		// A refused form is an answer; the browser logs every 422 all the same.
		if (message.type() === "error" && !message.text().includes("status of 422"))
			complaints.push(`console: ${message.text()}`);
	});
	page.on("pageerror", (error) => complaints.push(`page: ${error.message}`));
	page.on("response", (response) => {
		if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
	});
	return complaints;
}

function picture(title: string): string {
	return join(inject("product").pictures, `${title.toLowerCase().replaceAll(/[^a-z0-9æøå]+/g, "-")}.png`);
}
