import cluster from "node:cluster";
import { type Configuration, readConfiguration } from "../configuration.server.ts";
import { type House, openHouse } from "../house.server.ts";
import { system } from "../identity/actor.ts";
import { listDemoPeople } from "../identity/store.server.ts";
import { type RunningWorker, startWorker } from "../job/worker.server.ts";
import { registrations } from "../registrations.server.ts";
import type { Command } from "./command.ts";
import { prepare } from "./prepare.ts";
import { explain, Problem } from "./problem.ts";
import { startWeb } from "./web.ts";
import { answerRequests, openOwnDoor } from "./web-process.ts";

export const serveCommand: Command = {
	usage: "[--demo] [--port 3000]",
	summary: "Kjør Læringsarena: nettsted, API og arbeider. --demo fyller en demoregion.",
	options: { demo: { type: "boolean" }, port: { type: "string" } },
	async run({ values }) {
		const configuration = configure({
			// Whoever tries the demo reads the terminal; a line for every request is for those who run it for real.
			...(values.demo === true
				? { LAERINGSARENA_DEMO: "1", LAERINGSARENA_LOG: process.env.LAERINGSARENA_LOG ?? "warn" }
				: {}),
			...(typeof values.port === "string" ? { PORT: values.port } : {}),
		});
		if (cluster.isWorker) return await answerRequests(configuration);
		const house = await open(configuration);
		const web = configuration.processes > 1 ? startWeb(house) : null;
		let worker: RunningWorker | null = null;
		try {
			await prepare(house);
			if (configuration.worker === "inside") worker = await startWorker(house, registrations);
			const people = configuration.demo ? await house.database.reading(system("greet"), listDemoPeople) : [];
			// Once people can come in, nothing that asks the database is left to do: one that goes away and returns ends nothing.
			const door = web ? await web.open() : await openOwnDoor(house);
			greet(door.url, people);
			await untilStopped();
			await door.close();
			return 0;
		} catch (error) {
			throw explain(error);
		} finally {
			await worker?.stop();
			await web?.close();
			await house.close();
		}
	},
};

export const workerCommand: Command = {
	usage: "",
	summary: "Kjør bare arbeideren, som en egen prosess mot samme database.",
	options: {},
	async run() {
		const configuration = configure({});
		if (configuration.databaseUrl === undefined)
			throw new Problem(
				"En arbeider som egen prosess trenger en database begge prosessene når.",
				"Sett DATABASE_URL. Med den innebygde databasen kjører arbeideren inne i serve.",
			);
		const house = await open(configuration);
		try {
			const worker = await startWorker(house, registrations);
			process.stdout.write("Arbeideren kjører.\n");
			await untilStopped();
			await worker.stop();
			return 0;
		} catch (error) {
			throw explain(error);
		} finally {
			await house.close();
		}
	},
};

/** Reads the configuration with these variables set on top of the environment. */
export function configure(over: Readonly<Record<string, string>>): Configuration {
	try {
		return readConfiguration({ ...process.env, ...over });
	} catch (error) {
		throw explain(error);
	}
}

export async function open(configuration: Configuration): Promise<House> {
	try {
		return await openHouse(configuration);
	} catch (error) {
		throw explain(error);
	}
}

function greet(url: string, people: Awaited<ReturnType<typeof listDemoPeople>>): void {
	const lines = ["", `  Læringsarena kjører på ${url}`, ""];
	if (people.length > 0) {
		const width = Math.max(...people.map((person) => person.name.length));
		lines.push("  Demopersoner (velg en på innloggingssiden):", "");
		for (const person of people) lines.push(`    ${person.name.padEnd(width)}  ${person.roles.join(" · ")}`);
		lines.push("");
	}
	lines.push("  Stopp med Ctrl-C.", "", "");
	process.stdout.write(lines.join("\n"));
}

/** Resolves at Ctrl-C or a polite kill. A second one ends the program at once. */
function untilStopped(): Promise<void> {
	return new Promise((resolve) => {
		let asked = false;
		const stop = () => {
			if (asked) process.exit(130);
			asked = true;
			resolve();
		};
		process.on("SIGINT", stop);
		process.on("SIGTERM", stop);
	});
}
