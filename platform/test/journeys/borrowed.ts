import chromium from "@sparticuz/chromium";
import { type Browser, chromium as driver } from "playwright-core";
import { inject } from "vitest";
import { type Lent, lentProduct } from "./lent.ts";

/**
 * In one process, closing one page's context takes the whole browser down. Drawing in software through a graphics
 * card that is not there takes twice the time of drawing without one.
 */
const browserArguments = [
	...chromium.args.filter((argument) => argument !== "--single-process" && !/gl=|angle|swiftshader/.test(argument)),
	"--disable-gpu",
];

let launched: Promise<Browser> | undefined;
let lent: Promise<Lent> | undefined;

/** One browser for all the journeys a test worker walks; it ends with the worker. */
export function openBrowser(): Promise<Browser> {
	launched ??= launch();
	return launched;
}

/** The product that the journeys of one file use, one after the other: files run side by side. */
export function borrowProduct(): Promise<Lent> {
	lent ??= ask();
	return lent;
}

/** When a file is done, another may have the product it used, if it used one. */
export async function giveBack(): Promise<void> {
	const product = await lent?.catch(() => undefined);
	lent = undefined;
	if (product !== undefined)
		await fetch(`${inject("journeys").lender}?product=${encodeURIComponent(product.url)}`, { method: "DELETE" });
}

async function launch(): Promise<Browser> {
	const browser = await driver.launch({
		executablePath: inject("journeys").browser,
		args: browserArguments,
		headless: true,
	});
	// One that dies takes the journey it walks with it, and not those of later files.
	browser.once("disconnected", () => {
		launched = undefined;
	});
	return browser;
}

async function ask(): Promise<Lent> {
	const answer = await fetch(inject("journeys").lender, { method: "POST" });
	if (!answer.ok) throw new Error(await answer.text());
	return lentProduct.parse(await answer.json());
}
