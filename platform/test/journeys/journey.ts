import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import axe from "axe-core";
import {
	type Browser,
	type BrowserContext,
	chromium as driver,
	type Locator,
	type Page,
	type Request,
} from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { lentProduct } from "./lent.ts";

export type Visitor = {
	readonly page: Page;
	/** Whether this run of the journey has scripts switched on. */
	readonly scripts: boolean;
	/** The address of the product's database, for what has been done before the journey begins. */
	readonly databaseUrl: string;
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

const viewport = { width: 1280, height: 900 };

/** Motion is not what the journeys look at. */
const still = { reducedMotion: "reduce" } as const;

/**
 * In one process, closing one page's context takes the whole browser down. Drawing in software through a graphics
 * card that is not there takes twice the time of drawing without one.
 */
const browserArguments = [
	...chromium.args.filter((argument) => argument !== "--single-process" && !/gl=|angle|swiftshader/.test(argument)),
	"--disable-gpu",
];

/** What the journeys of one file use, one after the other: files run side by side. */
let browser: Browser;
let product: string;
let databaseUrl: string;

beforeAll(async () => {
	const { lender, browser: executablePath } = inject("journeys");
	const [launched, lent] = await Promise.all([
		driver.launch({
			executablePath,
			args: browserArguments,
			headless: true,
		}),
		fetch(lender, { method: "POST" }),
	]);
	browser = launched;
	if (!lent.ok) throw new Error(await lent.text());
	({ url: product, databaseUrl } = lentProduct.parse(await lent.json()));
});

afterAll(async () => {
	await browser.close();
	await fetch(`${inject("journeys").lender}?product=${encodeURIComponent(product)}`, { method: "DELETE" });
});

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
		it.each(wanted)("%s", timed, async (_title, scripts) => {
			const context = await browser.newContext({
				javaScriptEnabled: scripts,
				locale: "nb-NO",
				viewport,
				...still,
			});
			const page = await context.newPage();
			const complaints = listen(page);
			const settled = settling(page, scripts);
			try {
				await walk(visitor({ name, page, context, scripts, complaints, settled }));
				expect(complaints).toEqual([]);
			} catch (error) {
				await page
					.screenshot({
						path: picture(`${name} failed ${scripts ? "with" : "without"} scripts`),
						type: "jpeg",
						fullPage: true,
					})
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

type Visit = {
	readonly name: string;
	readonly page: Page;
	readonly context: BrowserContext;
	readonly scripts: boolean;
	readonly complaints: string[];
	settled(): Promise<void>;
};

function visitor({ name, page, context, scripts, complaints, settled }: Visit): Visitor {
	const url = product;
	const copied = copying(page);
	const ready = async () => {
		await page.waitForLoadState("load");
		// Scripts take over the forms after the page is shown; pressing before that is a different test.
		if (scripts) await page.waitForFunction(() => document.documentElement.dataset.ready === "true");
	};
	return {
		page,
		scripts,
		databaseUrl,
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
		async look(screen) {
			// The head of a long list follows a page that is scrolled, and lies over whatever rows it has come to.
			if (scripts) await page.evaluate(() => window.scrollTo(0, 0));
			// To be looked at, not compared: packing it without loss takes longer than axe. Without scripts it looks the same.
			if (scripts)
				await page.screenshot({ path: picture(`${name} ${screen}`), type: "jpeg", quality: 80, fullPage: true });
			const looked = scripts ? page : await copied();
			if (!(await looked.evaluate(() => "axe" in window))) await looked.evaluate(axe.source);
			const found = await looked.evaluate(async () => {
				// What is half faded in has too little contrast, however short the fading and busy the machine.
				for (const moving of document.getAnimations())
					if (Number.isFinite(moving.effect?.getComputedTiming().endTime)) moving.finish();
				const result = await window.axe.run(document, {
					resultTypes: ["violations"],
					runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
				});
				return result.violations.map(({ id, help, nodes }) => ({
					id,
					help,
					where: nodes.map((node) => node.html.slice(0, 200)),
				}));
			});
			expect(found, `axe on ${screen}`).toEqual([]);
		},
	};
}

/** Makes the same page where axe, itself a script, can run: as it stands, and without scripts of its own. */
function copying(page: Page): () => Promise<Page> {
	// One page for all of them, which keeps axe, and finds the styles and fonts of those before.
	let kept: Promise<Page> | undefined;
	return async () => {
		const html = await page.content();
		kept ??= browser.newContext(still).then((context) => context.newPage());
		const copy = await kept;
		await copy.setViewportSize(page.viewportSize() ?? viewport);
		await copy.setContent(
			html
				.replaceAll(/<script\b.*?<\/script>/gs, "")
				.replace(/<head[^>]*>/, (head) => `${head}<base href="${page.url()}">`),
		);
		return copy;
	};
}

declare global {
	interface Window {
		axe: typeof axe;
	}
}

/**
 * Waits until what was pressed has been answered and is shown: nothing is under way, in the network or in the router,
 * and still not a moment later. The browser's own "network idle" waits half a second after every press.
 */
function settling(page: Page, scripts: boolean): () => Promise<void> {
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

function picture(title: string): string {
	return join(inject("journeys").pictures, `${title.toLowerCase().replaceAll(/[^a-z0-9æøå]+/g, "-")}.jpg`);
}
