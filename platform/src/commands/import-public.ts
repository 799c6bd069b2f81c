import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { recognisePublicFile } from "../geography/public/files.ts";
import { describePublicRefusal } from "../geography/public/text.ts";
import { importPublicFiles } from "../modules/organisation/facts/import.server.ts";
import type { Command } from "./command.ts";
import { prepare } from "./prepare.ts";
import { Problem } from "./problem.ts";
import { configure, open } from "./serve.ts";

export const importPublicCommand: Command = {
	usage: "FIL eller MAPPE",
	summary:
		"Hent offentlige fakta (folketall, postnumre, kommuneendringer …) fra filer. Samme fil to ganger endrer ingenting.",
	options: {},
	async run({ positionals: [where] }) {
		if (where === undefined) throw new Problem("Hvilken fil eller mappe?", "laeringsarena import-public mappe", 2);
		const paths = statSync(where).isDirectory() ? readdirSync(where).map((name) => join(where, name)) : [where];
		const files = paths.filter((path) => recognisePublicFile(basename(path)));
		if (files.length === 0)
			throw new Problem(`Fant ingen kjente filer i ${where}.`, "Bruk filnavnene de er publisert med.");
		const house = await open(configure({}));
		try {
			await prepare(house);
			const read = files.map((path) => ({ fileName: basename(path), bytes: new Uint8Array(readFileSync(path)) }));
			const outcome = await importPublicFiles(house.database, read);
			if (outcome.refused) throw new Problem(`Ikke tatt inn: ${outcome.refused[0]?.code}`);
			let wrong = 0;
			for (const result of outcome.done) {
				if ("unread" in result) {
					wrong += 1;
					process.stdout.write(`✗ ${result.fileName}: ${result.unread.refusalCount} feil, ingenting tatt inn\n`);
					for (const refusal of result.unread.refusals.slice(0, 20)) {
						const { place, problem, remedy } = describePublicRefusal(refusal, "nb");
						process.stdout.write(`    ${place}: ${problem} ${remedy}\n`);
					}
				} else {
					const rows = Object.values(result.taken.written).reduce((sum, count) => sum + count, 0);
					process.stdout.write(
						`✓ ${result.fileName}: ${result.taken.unchanged ? "ingenting nytt" : `${rows} rader`}\n`,
					);
				}
			}
			return wrong === 0 ? 0 : 1;
		} finally {
			await house.close();
		}
	},
};
