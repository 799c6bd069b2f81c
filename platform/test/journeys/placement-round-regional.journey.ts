import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "vitest";
import { platformFolder } from "../../src/database/folder.server.ts";
import { dayOf } from "../../src/day.ts";
import { regionalFiles } from "../regional-files.ts";
import { journey } from "./journey.ts";

const run = promisify(execFile);
const size = { students: 1500, municipalities: 40, sites: 300 };

/**
 * A whole region, from spreadsheets to a published plan that sites and students have answered: by two spreadsheets on the
 * command line, and through the product's own pages by a coordinator whose municipalities are not on board. It says what
 * the round has taken of people beside the same round by Excel and e-mail.
 */
journey(
	"placement-round-regional",
	async ({ page, open, signInAs, press, look }) => {
		const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
		const year = Number(dayOf(new Date()).slice(0, 4)) + 2;
		const mark = "R";
		const files = await regionalFiles(size, mark, {
			...{ firstDay: `${year}-01-01`, lastDay: `${year}-06-30` },
			...{ from: `${year}-01-18`, to: `${year}-03-14` },
		});
		const folder = await mkdtemp(join(tmpdir(), "laeringsarena-region-"));
		const said: string[] = [];
		const since = laps(said);
		try {
			await writeFile(join(folder, "postnummer-2026.csv"), files.postcodes);
			await writeFile(join(folder, "studenter.xlsx"), files.studentsToAllocate);
			await writeFile(join(folder, "kapasitet.xlsx"), files.capacityToAllocate);
			const command = join(platformFolder, "bin", "laeringsarena.js");
			const words = ["studenter.xlsx", "kapasitet.xlsx", "--postcodes", "postnummer-2026.csv", "--out", "plan.xlsx"];
			const env = { ...process.env, NODE_ENV: "production" };
			const { stdout } = await run(process.execPath, [command, "allocate", ...words], { cwd: folder, env });
			expect(stdout).toContain("Det er bevist at ingen plan er bedre");
			since(`by two spreadsheets: ${/Beregningen tok ([\d,]+) s/.exec(stdout)?.[1]} s of run`);
		} finally {
			await rm(folder, { recursive: true, force: true });
		}

		// Whoever runs the installation has taken in the public file of postcodes.
		await signInAs("Randi Kvernmoen");
		await open("/import/public");
		await page
			.locator("input[type=file]")
			.setInputFiles({ name: "postnummer-2026.csv", mimeType: "text/csv", buffer: Buffer.from(files.postcodes) });
		await press("Importer filene");
		await says("postnummer-2026.csv: 200 rader er tatt inn.");
		const choose = async (content: Uint8Array, name: string) => {
			await page
				.locator("input[type=file]")
				.setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
			await press("Se hva som vil skje");
		};
		since("postcodes");
		await signInAs("Ingrid Vollmo");
		await open("/import/courses");
		await choose(files.courses, "emner.xlsx");
		await press("Importer 4 emner");
		await page.getByRole("heading", { level: 1, name: "Importen er ferdig" }).waitFor({ timeout: 60_000 });
		await open("/import/students");
		await choose(files.students, "studenter.xlsx");
		await press(/^Importer 1.500 studenter$/);
		await page.getByRole("heading", { level: 1, name: "Importen er ferdig" }).waitFor({ timeout: 60_000 });
		since("courses and 1,500 students imported");
		await open("/import/capacity");
		await choose(files.capacity, "kapasitet.xlsx");
		await press(/^Importer .+ tilbud$/);
		await page.getByRole("heading", { level: 1, name: "Importen er ferdig" }).waitFor({ timeout: 120_000 });
		since("capacity of 300 sites in 40 municipalities taken in");
		// What was answered by mail is approved here, a page at a time.
		for (let turn = 0; turn < 10; turn++) {
			await open("/placement/capacity?state=answered");
			if ((await page.getByLabel("Velg alle på denne siden").count()) === 0) break;
			await page.getByLabel("Velg alle på denne siden").check();
			await press("Godkjenn");
			await says(/godkjent/);
		}
		since("capacity approved");

		await open("/placement/rounds/new");
		await page.getByLabel("Navn", { exact: true }).fill(`Region ${year}`);
		await page.getByLabel("Første dag").fill(`${year}-01-01`);
		await page.getByLabel("Siste dag").fill(`${year}-06-30`);
		await page.getByLabel(/^Svarfrist/).fill(`${year}-01-10`);
		await press("Start en runde");
		await says("Runden er opprettet.");
		await says("Kontroll før beregning");
		await look("regional round");
		const round = new URL(page.url()).pathname;
		since("round set up and checked");

		await open(`${round}/runs`);
		await press("Beregn fordelingen");
		await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/, { timeout: 60_000 });
		await says("Det finnes ingen bedre plan etter disse reglene");
		await look("regional result");
		const runPath = new URL(page.url()).pathname;
		since("run asked for, and its result");
		await open(`${runPath}/proof`);
		const took = await page
			.getByText(/\d ms$/)
			.first()
			.textContent();
		said.push(`the run itself, as its proof says: ${took}`);
		await open(`${runPath}/plan?sort=-minutes`);
		await look("regional plan");
		await press(page.locator("tbody a").first());
		await says("Ønskene, ett for ett");
		await look("why, regional");
		await open(`${runPath}/unplaced`);
		const sheet = await page.request.get(new URL(`${runPath}/plan.xlsx?sort=-minutes`, page.url()).href);
		expect([sheet.status(), sheet.headers()["content-disposition"]]).toEqual([200, expect.stringContaining(".xlsx")]);
		// A line for each of 1,500 students, packed.
		expect((await sheet.body()).length).toBeGreaterThan(30_000);
		since("plan, why, those without a place");

		await open(`${round}/runs`);
		await press(/Velg denne Beregning 1/);
		await says("Beregningen er valgt.");
		await open(`${round}/publish`);
		await press(page.getByRole("link", { name: "Se over og publiser" }));
		await says(/^Publiser «/);
		await press(page.getByRole("button", { name: "Publiser", exact: true }));
		await page.waitForURL(/\/publish$/, { timeout: 60_000 });
		await says("Publiseringer");
		since("published");

		await open(`/placement/placements?q=${encodeURIComponent(`Prøve ${mark}`)}`);
		await press(page.locator("tbody a").first());
		await says("Hva som har skjedd");
		const placement = new URL(page.url()).pathname;
		const links: string[] = [];
		for (const to of [0, 1]) {
			await open(`${placement}/link`);
			await press(page.getByRole("button", { name: /^Lag lenke/ }).nth(to));
			await page.locator(".copy-value").waitFor();
			links.push(new URL((await page.locator(".copy-value").textContent()) ?? "").pathname);
		}
		await page.context().clearCookies();
		await page.setViewportSize({ width: 375, height: 740 });
		const [site = "", student = ""] = links;
		await open(`${site}/confirm`);
		await look("site answers for a region by link");
		await press(/^Bekreft/);
		await says(/bekreftet/);
		await open(`${student}/placement`);
		await look("student sees why by link");
		await press("Godta plassen");
		await says("Du har godtatt plassen.");
		await page.setViewportSize({ width: 1280, height: 900 });

		await signInAs("Ingrid Vollmo");
		await open(`${round}/publish`);
		await look("effort of a region");
		const effort = page.getByRole("table", { name: /^Hva runden har krevd/ });
		said.push((await page.getByText(/^Regnet per student med plass/).textContent()) ?? "");
		said.push(...(await effort.getByRole("row").allInnerTexts()).map((row) => row.replaceAll(/\s+/g, " ")));
		said.push((await page.getByText(/^Fra runden ble opprettet/).textContent()) ?? "");
		since("answered by link");
		process.stdout.write(`\n${said.join("\n")}\n\n`);
	},
	{ scripts: true, timeout: 400_000 },
);

/** Says how long each part took, on the clock. */
function laps(said: string[]): (part: string) => void {
	let from = performance.now();
	return (part) => {
		const now = performance.now();
		said.push(`${((now - from) / 1000).toFixed(1)} s  ${part}`);
		process.stdout.write(`${said.at(-1)}\n`);
		from = now;
	};
}
