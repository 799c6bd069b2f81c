import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { system } from "../identity/actor.ts";
import { exportOrganisation } from "../modules/organisation/import/export.server.ts";
import type { Command } from "./command.ts";
import { findByNumber } from "./organisation.ts";
import { Problem } from "./problem.ts";
import { configure, open } from "./serve.ts";

export const exportCommand: Command = {
	usage: "MAPPE --organisation NUMMER [--kind SLAG]",
	summary: "Skriv alt om en organisasjon til en mappe: arbeidsbøker som import leser igjen, og JSON.",
	options: { organisation: { type: "string" }, kind: { type: "string" } },
	async run({ values, positionals: [folder] }) {
		if (folder === undefined)
			throw new Problem("Hvilken mappe skal det skrives til?", "laeringsarena export mappe --organisation 5035", 2);
		const house = await open(configure({}));
		try {
			const organisation = await findByNumber(house, values);
			const outcome = await house.database.commanding(system("export", organisation.id), async (work) => ({
				done: await exportOrganisation(work, organisation.id, "nb"),
			}));
			const files = outcome.done ?? [];
			await mkdir(folder, { recursive: true, mode: 0o700 });
			for (const { name, content } of files) await writeFile(join(folder, name), content, { mode: 0o600 });
			process.stdout.write(`${organisation.name}: ${files.map((file) => join(folder, file.name)).join(", ")}\n`);
			return 0;
		} finally {
			await house.close();
		}
	},
};
