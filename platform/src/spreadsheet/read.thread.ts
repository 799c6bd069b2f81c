import { parentPort, workerData } from "node:worker_threads";
import { readTable } from "./read.server.ts";
import type { FromThread, ReadTask } from "./thread-messages.ts";
import { piecesOf } from "./thread-messages.ts";

/** Reads one file and sends its rows piece by piece, each when the last is taken: a crowd of messages blocks the receiver. */
const port = parentPort;
if (!port) throw new Error("read.thread.ts runs in a thread");
const send = (message: FromThread) => port.postMessage(message);

const task: ReadTask = workerData;
const table = readTable(task.bytes, task.fileName, task.contract, task.options);
if ("refusals" in table) {
	send({ kind: "refused", refused: table });
} else {
	const { sheetRows, values, ...facts } = table;
	const pieces = piecesOf(sheetRows, values);
	const sendNext = () => {
		const piece = pieces.next();
		if (!piece.done) send({ kind: "rows", ...piece.value });
		else {
			send({ kind: "done", facts });
			port.close();
		}
	};
	port.on("message", sendNext);
	sendNext();
}
