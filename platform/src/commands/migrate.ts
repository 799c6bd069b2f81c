import type { Command } from "./command.ts";
import { prepare } from "./prepare.ts";
import { configure, open } from "./serve.ts";

export const migrateCommand: Command = {
	usage: "",
	summary: "Oppgrader databasen til denne versjonen, og stopp.",
	options: {},
	async run() {
		const house = await open(configure({}));
		try {
			await prepare(house);
			process.stdout.write("Databasen er oppdatert.\n");
			return 0;
		} finally {
			await house.close();
		}
	},
};
