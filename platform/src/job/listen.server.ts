import pg from "pg";
import { pause } from "./repeat.server.ts";

/**
 * Hears notifications on a channel, as a hint that there is something to look for. Comes back by itself when the
 * connection is lost; what was notified meanwhile is not heard.
 */
export function listen(connection: pg.ClientConfig, channel: string, heard: () => void): { stop(): Promise<void> } {
	let stopping = false;
	let hangUp = () => {};
	const loop = (async () => {
		while (!stopping) {
			const client = new pg.Client(connection);
			const lost = new Promise<void>((resolve) => {
				hangUp = resolve;
				client.on("error", () => resolve());
				client.on("end", () => resolve());
			});
			try {
				await client.connect();
				client.on("notification", heard);
				await client.query(`listen ${pg.escapeIdentifier(channel)}`);
				heard();
				if (!stopping) await lost;
			} catch {
				// the database is away: polling says so
			}
			await client.end().catch(() => {
				// it has ended by itself
			});
			if (!stopping) await pause(1_000);
		}
	})();
	return {
		async stop() {
			stopping = true;
			hangUp();
			await loop;
		},
	};
}
