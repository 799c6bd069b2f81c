import type { ServerBuild } from "react-router";
import { readConfiguration } from "./configuration.server.ts";
import { openHouse } from "./house.server.ts";

async function serve(): Promise<void> {
	const house = await openHouse(readConfiguration(process.env));
	const { openDoor } = await import("./main.ts");
	// The virtual module types its optional exports as present-or-undefined, which exactOptionalPropertyTypes tells apart.
	const build = (await import("virtual:react-router/server-build")) as ServerBuild;
	const door = await openDoor(house, build);
	process.stdout.write(`${door.url}\n`);
	const stop = async () => {
		await door.close();
		await house.close();
		process.exit(0);
	};
	process.once("SIGINT", stop);
	process.once("SIGTERM", stop);
}

await serve();
