import { join } from "node:path";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, inject } from "vitest";
import { openBrowser } from "./borrowed.ts";

export const viewport = { width: 1280, height: 900 };

/** Motion is not what the journeys look at. */
export const still = { reducedMotion: "reduce" } as const;

/** Keeps a picture of the whole page. To be looked at, not compared: packing it without loss takes longer than axe. */
export async function keepPicture(page: Page, title: string): Promise<void> {
	const file = `${title.toLowerCase().replaceAll(/[^a-z0-9æøå]+/g, "-")}.jpg`;
	await page.screenshot({ path: join(inject("journeys").pictures, file), type: "jpeg", quality: 80, fullPage: true });
}

/** Looks at a page of this name as it is now: keeps a picture of it, and lets axe look for what shuts people out. */
export function looking(page: Page, scripts: boolean): (name: string) => Promise<void> {
	return async (name) => {
		// The head of a long list follows a page that is scrolled, and lies over whatever rows it has come to.
		if (scripts) await page.evaluate(() => window.scrollTo(0, 0));
		// Without scripts it looks the same.
		if (scripts) await keepPicture(page, name);
		const looked = scripts ? page : await copyOf(page);
		if (!(await looked.evaluate(() => "axe" in window))) await looked.evaluate(axe.source);
		expect(await looked.evaluate(findFaults), `axe on ${name}`).toEqual([]);
	};
}

/** In the browser: what axe finds fault with. */
async function findFaults() {
	// What is half faded in has too little contrast, however short the fading and busy the machine.
	for (const moving of document.getAnimations())
		if (Number.isFinite(moving.effect?.getComputedTiming().endTime)) moving.finish();
	const result = await window.axe.run(document, {
		resultTypes: ["violations"],
		// Of these rules none reads style sheets, which axe would fetch and parse first; the one that does is experimental.
		preload: { assets: ["media"] },
		runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
	});
	return result.violations.map(({ id, help, nodes }) => ({
		id,
		help,
		where: nodes.map((node) => node.html.slice(0, 200)),
	}));
}

/** One page for all copies, which keeps axe, and finds the styles and fonts of those before. */
let kept: Page | undefined;

/** The same page where axe, itself a script, can run: as it stands, and without scripts of its own. */
async function copyOf(page: Page): Promise<Page> {
	if (kept === undefined || kept.isClosed()) kept = await (await openBrowser()).newPage(still);
	const copy = kept;
	const html = await page.content();
	await copy.setViewportSize(page.viewportSize() ?? viewport);
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
