import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { readBackup, writeBackup } from "../database/backup.server.ts";
import { BackupFault } from "../database/backup-fault.ts";
import type { Command } from "./command.ts";
import { Problem } from "./problem.ts";
import { configure, open } from "./serve.ts";

export const backupCommand: Command = {
	usage: "FIL",
	summary: "Skriv hele databasen til en fil, i ett øyeblikksbilde, mens systemet kjører eller står.",
	options: {},
	async run({ positionals: [file] }) {
		if (file === undefined)
			throw new Problem("Hvilken fil skal sikkerhetskopien skrives til?", "laeringsarena backup kopi.backup", 2);
		const house = await open(configure({}));
		const partial = `${file}.part`;
		try {
			const { stream, summary } = await writeBackup(house.owner);
			await pipeline(stream, createWriteStream(partial, { mode: 0o600 }));
			await rename(partial, file);
			const { tables, rows } = summary();
			process.stdout.write(`${file}: ${tables} tabeller, ${rows} rader.\n`);
			return 0;
		} catch (error) {
			await rm(partial, { force: true });
			throw error;
		} finally {
			await house.close();
		}
	},
};

export const restoreCommand: Command = {
	usage: "FIL [--replace]",
	summary: "Legg en sikkerhetskopi inn i databasen. --replace sletter det som er der fra før.",
	options: { replace: { type: "boolean" } },
	async run({ values, positionals: [file] }) {
		if (file === undefined) throw new Problem("Hvilken fil skal leses?", "laeringsarena restore kopi.backup", 2);
		const house = await open(configure({}));
		try {
			const { tables, rows } = await readBackup(house.owner, createReadStream(file), {
				replace: values.replace === true,
			});
			process.stdout.write(`${tables} tabeller og ${rows} rader er lagt inn.\n`);
			return 0;
		} catch (error) {
			if (error instanceof BackupFault) throw new Problem(error.message, error.remedy);
			throw error;
		} finally {
			await house.close();
		}
	},
};
