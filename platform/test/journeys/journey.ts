import type { Locator, Page, Request } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { borrowProduct, openBrowser } from "./borrowed.ts";
import type { Lent } from "./lent.ts";
import { keepPicture, looking, still, viewport } from "./look.ts";

export type Visitor = {
	readonly page: Page;
	/** The address of the product's database, for what has been done before the journey begins. */
	readonly databaseUrl: string;
	/** Whether this run of the journey has scripts switched on. */
	readonly scripts: boolean;
	/** Opens a path of the product and waits until it is ready to be used. */
	open(path: string): Promise<void>;
	/** Opens a path that must answer 404; the browser's complaint about that is expected. */
	openMissing(path: string): Promise<void>;
	/** Signs in as a demo person by name. */
	signInAs(name: string): Promise<void>;
	/** Presses a button or link by its visible name, or one that is pointed out, and waits for the page it leads to. */
	press(target: string | RegExp | Locator): Promise<void>;
	/** Keeps a picture of the screen and lets axe look for what shuts people out: no violation is accepted. */
	look(name: string): Promise<void>;
};

const ways = [
	["with scripts", true],
	["without scripts", false],
] as const;

/**
 * A task from end to end in a real browser: once with scripts, once without. Fails on a console error, a failed
 * request, or a page axe finds fault with.
 * @param options.scripts only so; where another journey walks the same pages both ways
 * @param options.timeout milliseconds until it is given up, for a long way on a busy machine
 */
export function journey(
	name: string,
	walk: (visitor: Visitor) => Promise<void>,
	options: { readonly scripts?: boolean; readonly timeout?: number } = {},
): void {
	describe(name, () => {
		const timed = options.timeout === undefined ? {} : { timeout: options.timeout };
		const wanted = ways.filter(([, scripts]) => scripts === (options.scripts ?? scripts));
		beforeAll(async () => {
			await Promise.all([openBrowser(), borrowProduct()]);
		});
		it.each(wanted)("%s", timed, async (_title, scripts) => {
			const [browser, product] = await Promise.all([openBrowser(), borrowProduct()]);
			const context = await browser.newContext({
				javaScriptEnabled: scripts,
				locale: "nb-NO",
				viewport,
				...still,
			});
			const page = await context.newPage();
			const complaints = listen(page);
			const settled = settling(page, product.url, scripts);
			try {
				await walk(visitor({ name, page, product, scripts, complaints, settled }));
				expect(complaints).toEqual([]);
			} catch (error) {
				await keepPicture(page, `${name} failed ${scripts ? "with" : "without"} scripts`).catch(() => {
					// the page itself is gone: the first error is the one to tell
				});
				throw error;
			} finally {
				await context.close();
			}
		});
	});
}

type Visit = {
	readonly name: string;
	readonly page: Page;
	readonly product: Lent;
	readonly scripts: boolean;
	readonly complaints: string[];
	settled(): Promise<void>;
};

function visitor({ name, page, product, scripts, complaints, settled }: Visit): Visitor {
	const { url, databaseUrl } = product;
	const look = looking(page, scripts);
	const ready = async () => {
		await page.waitForLoadState("load");
		// Scripts take over the forms after the page is shown; pressing before that is a different test.
		if (scripts) await page.waitForFunction(() => document.documentElement.dataset.ready === "true");
	};
	return {
		page,
		databaseUrl,
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
			await page.context().clearCookies({ name: "session" });
			await page.goto(`${url}/sign-in`);
			await ready();
			await page.getByRole("button", { name: person }).click();
			await page.waitForURL((to) => to.pathname !== "/sign-in");
			await ready();
		},
		async press(target) {
			const found =
				typeof target === "string" || target instanceof RegExp
					? page
							.getByRole("button", { name: target })
							.or(page.getByRole("link", { name: target }))
							.first()
					: target;
			await found.click();
			await settled();
		},
		look: (screen) => look(`${name} ${screen}`),
	};
}

/**
 * Waits until what was pressed has been answered and is shown: nothing is under way, in the network or in the router,
 * and still not a moment later. The browser's own "network idle" waits half a second after every press.
 */
function settling(page: Page, product: string, scripts: boolean): () => Promise<void> {
	const underWay = new Set<Request>();
	page.on("request", (request) => {
		// The events of a job come for as long as it runs.
		if (request.resourceType() !== "eventsource") underWay.add(request);
	});
	page.on("requestfinished", (request) => underWay.delete(request));
	page.on("requestfailed", (request) => underWay.delete(request));
	// Of what a page was still asking for when it was left, nobody tells.
	page.on("framenavigated", (frame) => {
		if (frame === page.mainFrame()) underWay.clear();
	});
	return async () => {
		for (let calm = 0; calm < 2; ) {
			await page.waitForLoadState("load");
			// A sign-in provider has pages of its own.
			const isOurs = page.url().startsWith(product);
			const isIdle = await page
				.evaluate(async (takenOver) => {
					// What a press sets off has begun when the page has been drawn twice.
					if (takenOver) for (let turn = 0; turn < 2; turn++) await new Promise(requestAnimationFrame);
					const { ready } = document.documentElement.dataset;
					return (!takenOver || ready === "true") && document.querySelector("[data-busy]") === null;
				}, scripts && isOurs)
				// The page was left while it was asked.
				.catch(() => false);
			calm = isIdle && underWay.size === 0 ? calm + 1 : 0;
			if (calm < 2) await new Promise((resolve) => setTimeout(resolve, 25));
		}
	};
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
