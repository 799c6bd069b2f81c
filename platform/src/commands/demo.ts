import type { Command } from "./command.ts";
import { prepare } from "./prepare.ts";
import { configure, open } from "./serve.ts";

export const demoCommand: Command = {
	usage: "",
	summary: "Fyll databasen med demoregionen, og stopp. Endrer ingenting som finnes fra før.",
	options: {},
	async run() {
		const house = await open(configure({ LAERINGSARENA_DEMO: "1" }));
		try {
			await prepare(house);
			process.stdout.write("Demoregionen er på plass.\n");
			return 0;
		} finally {
			await house.close();
		}
	},
};
