import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { accepting } from "./load.ts";
import type { User } from "./national.ts";
import type { Page } from "./pages.ts";
import { startProduct } from "./programs.ts";

const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.unknown())]);
const statement = z.object({ name: z.string().optional(), text: z.string(), values: z.array(value) });
const line = statement.extend({ connection: z.number() });
/** A statement on its own, or those from begin to commit on one connection. */
const unit = z.array(statement);
export const recording = z.array(z.object({ cookie: z.string(), path: z.string(), units: z.array(unit) }));

export type Statement = z.infer<typeof statement>;
export type Recording = z.infer<typeof recording>;

/**
 * Every statement each page sends to the database for each user, but for the session look-up that all begin with: asked
 * for one at a time of a product that writes them down. Throws where a page does not answer 200 to a user.
 */
export async function record(
	databaseUrl: string,
	folder: string,
	usersOf: (page: Page) => readonly User[],
	pages: readonly Page[],
): Promise<Recording> {
	const file = join(folder, "statements.jsonl");
	const product = await startProduct(
		{
			...{ DATABASE_URL: databaseUrl, LAERINGSARENA_WORKER: "apart", LAERINGSARENA_PROCESSES: "1", BENCH_RECORD: file },
			NODE_OPTIONS: `--import ${join(import.meta.dirname, "recorder.js")}`,
		},
		join(folder, "recording.log"),
	);
	try {
		const found: Recording = [];
		const failed = new Set<string>();
		for (const page of pages)
			for (const user of usersOf(page)) {
				const path = page.path(user);
				// The first times fill what a process keeps and prepares; the last is what the page asks every time.
				for (let time = 0; time < 5; time++) {
					writeFileSync(file, "");
					const answer = await fetch(product.url + path, {
						headers: { Cookie: user.cookie, ...accepting },
						redirect: "manual",
					});
					await answer.arrayBuffer();
					if (answer.status !== 200) failed.add(`${page.name} (${page.path(user)}) answers ${answer.status}`);
					await pause(1);
				}
				found.push({ cookie: user.cookie, path, units: unitsOf(readFileSync(file, "utf8")) });
			}
		if (failed.size > 0)
			throw new Error(`Not measured, because not every page answers 200:\n${[...failed].join("\n")}`);
		return found;
	} finally {
		await product.stop();
	}
}

function unitsOf(text: string): Statement[][] {
	const units: Statement[][] = [];
	const open = new Map<number, Statement[]>();
	for (const written of text.split("\n").filter((one) => one !== "")) {
		const { connection, ...said } = line.parse(JSON.parse(written));
		if (said.text.includes("identity.find_session(")) continue;
		const under = open.get(connection);
		if (said.text.startsWith("begin")) {
			const begun = [said];
			units.push(begun);
			open.set(connection, begun);
		} else if (under) {
			under.push(said);
			if (said.text === "commit" || said.text === "rollback") open.delete(connection);
		} else units.push([said]);
	}
	return units;
}
