import { parentPort, workerData } from "node:worker_threads";
import { type RefusedTable, readTable, type Table } from "./read.server.ts";
import type { Refused } from "./result.ts";
import type { FromThread, ReadTask } from "./thread-messages.ts";
import { piecesOf } from "./thread-messages.ts";

/** Reads one file and sends its rows piece by piece, each when the last is taken: a crowd of messages blocks the receiver. */
const port = parentPort;
if (!port) throw new Error("read.thread.ts runs in a thread");
const send = (message: FromThread) => port.postMessage(message);

const task: ReadTask = workerData;
const answer = readTable(task.bytes, task.fileName, task.contract, task.options);
const { table, refused } = "refusals" in answer ? split(answer) : { table: answer, refused: null };
if (table) {
	const { sheetRows, values, broken, ...facts } = table;
	const pieces = piecesOf(sheetRows, values, broken);
	const sendNext = () => {
		const piece = pieces.next();
		if (!piece.done) send({ kind: refused ? "partRows" : "rows", ...piece.value });
		else {
			send({ kind: "done", facts, refused });
			port.close();
		}
	};
	port.on("message", sendNext);
	sendNext();
} else if (refused) send({ kind: "refused", refused });

function split({ part, ...refused }: RefusedTable): { table: Table | undefined; refused: Refused } {
	return { table: part, refused };
}
