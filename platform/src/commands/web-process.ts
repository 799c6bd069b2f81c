import { Socket } from "node:net";
import type { ServerBuild } from "react-router";
import type { Configuration } from "../configuration.server.ts";
import { type House, joinHouse } from "../house.server.ts";
import type { Counting, Door } from "../main.ts";
import { openMetrics, type Tally } from "../metrics.server.ts";
import { answerHanded, type Handed } from "./handed.ts";
import { type SaidByWeb, toldWeb } from "./web-messages.ts";

/** Connections to the database each process has at least, however many share what there may be. */
const fewestConnections = 4;

/** Opens the door of this very process. */
export async function openOwnDoor(house: House): Promise<Door> {
	const [{ openDoor }, build] = await loadProduct();
	return openDoor(house, build);
}

async function loadProduct() {
	const main = await import("../main.ts");
	// The virtual module types its optional exports as present-or-undefined, which exactOptionalPropertyTypes tells apart.
	const build = (await import("virtual:react-router/server-build")) as ServerBuild;
	return [main, build] as const;
}

/**
 * What a process that answers requests does: loads the product, opens when it is told to, answers on the connections it is
 * given, and ends when it is told to, or when the process that told it is gone.
 */
export async function answerRequests(configuration: Configuration): Promise<number> {
	const asked = new Map<number, (tallies: readonly Tally[]) => void>();
	const poolSize = Math.max(fewestConnections, Math.ceil(configuration.poolSize / configuration.processes));
	let number = 0;
	let metrics: Counting["metrics"] | undefined;
	let opening: Promise<Opened> | undefined;
	const others = () =>
		new Promise<readonly Tally[]>((resolve) => {
			asked.set(++number, resolve);
			say({ say: "count", number });
		});

	async function open(program: House["program"]): Promise<Opened> {
		const house = await joinHouse({ ...configuration, poolSize }, program);
		metrics = openMetrics(house);
		const [{ answering }, build] = await loadProduct();
		const handed = answerHanded(answering(house, build, { metrics, others }), () => say({ say: "released" }));
		say({ say: "opened" });
		return { house, handed };
	}

	const gone = () => process.exit(1);
	process.on("disconnect", gone);
	// Ctrl-C reaches every process of the terminal; what is under way is ended when the process that owns the house says so.
	for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => {});
	await loadProduct();
	const stopped = new Promise<void>((resolve) => {
		process.on("message", (message: unknown, socket: unknown) => {
			const told = toldWeb.parse(message);
			if (told.tell === "open") {
				opening ??= open(told.program);
				opening.catch(({ message, code }: NodeJS.ErrnoException) =>
					say({ say: "failed", message, ...(code === undefined ? {} : { code }) }),
				);
			} else if (told.tell === "count" && metrics) say({ say: "counted", number: told.number, tally: metrics.tally() });
			else if (told.tell === "counted") {
				asked.get(told.number)?.(told.tallies);
				asked.delete(told.number);
			} else if (told.tell === "take") void opening?.then(({ handed }) => take(handed, socket));
			else if (told.tell === "stop") resolve();
		});
	});
	say({ say: "ready" });
	await stopped;
	const opened = await opening?.catch(() => undefined);
	await opened?.handed.close();
	await opened?.house.close();
	process.off("disconnect", gone);
	process.disconnect();
	return 0;
}

type Opened = { readonly house: House; readonly handed: Handed };

/** One that was closed on its way is not there any more. */
function take(handed: Handed, socket: unknown): void {
	if (socket instanceof Socket) handed.take(socket);
	else say({ say: "released" });
}

function say(message: SaidByWeb): void {
	process.send?.(message);
}
