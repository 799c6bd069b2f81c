import type { Server } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** How long what has been begun on may take when a server ends, and how often it is looked for connections nothing goes on on, milliseconds. */
const patience = { end: 10_000, look: 50 };

export type Handed = {
	/** Answers on a connection that another process has accepted. */
	take(socket: Socket): void;
	/** Answers what it has begun on, and closes every connection. */
	close(): Promise<void>;
};

/** Lets a server that does not listen answer on connections it is given. */
export function answerHanded(server: Server, released: () => void): Handed {
	const held = new Set<Socket>();
	// From here on it watches over slow senders and idle connections, as one that listens does.
	server.emit("listening");
	return {
		take(socket) {
			held.add(socket);
			socket.once("close", () => {
				held.delete(socket);
				released();
			});
			// Whoever has said all they have to say still waits for the answer.
			socket.allowHalfOpen = true;
			server.emit("connection", socket);
		},
		async close() {
			for (let waited = 0; held.size > 0 && waited < patience.end; waited += patience.look) {
				server.closeIdleConnections();
				if (held.size > 0) await pause(patience.look);
			}
			for (const socket of held) socket.destroy();
			server.close();
		},
	};
}
