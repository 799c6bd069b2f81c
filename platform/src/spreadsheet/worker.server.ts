import { startThread } from "../job/thread.server.ts";
import type { Contract, RowOf } from "./contract.ts";
import type { ReadOptions } from "./read.server.ts";
import type { Problem } from "./refusal.ts";
import { placed } from "./refusal.ts";
import type { PartRow, ReadRow, Refused, SheetResult } from "./result.ts";
import { partRowMaker, rowMaker } from "./rows.ts";
import type { FromThread, ReadTask } from "./thread-messages.ts";

export type WorkerOptions = ReadOptions & {
	/** Milliseconds before reading is given up; default 60,000. */
	readonly timeLimit?: number;
	/** Megabytes of JavaScript memory the reading may use; default 768. */
	readonly memoryLimit?: number;
	/** Stops the reading at once; one that waits for its turn stops when it gets it. */
	readonly signal?: AbortSignal;
};

/**
 * `readSheet` in a thread: the event loop stays free, also on large and hostile files. Time and memory spent are
 * refusals. Two files are read at a time in one process, and the next wait: each may take a gigabyte.
 * @returns rejects with the signal's reason where it is aborted, else only for faults in the program.
 */
export async function readSheetInWorker<One extends Contract>(
	bytes: Uint8Array,
	fileName: string,
	contract: One,
	options: WorkerOptions = {},
): Promise<SheetResult<RowOf<One>>> {
	const finished = await turn();
	try {
		return await readNow(bytes, fileName, contract, options);
	} finally {
		finished();
	}
}

async function readNow<One extends Contract>(
	bytes: Uint8Array,
	fileName: string,
	contract: One,
	options: WorkerOptions,
): Promise<SheetResult<RowOf<One>>> {
	const { timeLimit = 60_000, memoryLimit = 768, signal, ...readOptions } = options;
	signal?.throwIfAborted();
	const make = rowMaker(contract);
	const makePart = partRowMaker(contract);
	const rows: ReadRow<RowOf<One>>[] = [];
	const partRows: PartRow<RowOf<One>>[] = [];
	const task: ReadTask = { bytes, fileName, contract, options: readOptions };
	const worker = startThread("read", task, { maxOldGenerationSizeMb: memoryLimit });
	const { promise, resolve, reject } = settling<SheetResult<RowOf<One>>>();

	const abort = () => reject(signal?.reason);
	const timer = setTimeout(() => {
		resolve(refusedFor({ code: "timeLimit", detail: { seconds: Math.ceil(timeLimit / 1000) } }));
	}, timeLimit);
	signal?.addEventListener("abort", abort, { once: true });
	worker.on("message", (message: FromThread) => {
		if (message.kind === "refused") resolve(message.refused);
		else if (message.kind === "done") {
			const { facts, refused } = message;
			resolve(refused ? { ...refused, part: { ...facts, rows: partRows } } : { ...facts, rows });
		} else {
			try {
				const broken = new Map(message.broken);
				message.values.forEach((cells, index) => {
					const sheetRow = message.sheetRows[index] ?? 0;
					if (message.kind === "rows") rows.push({ sheetRow, value: make(cells) });
					else partRows.push({ sheetRow, value: makePart(cells), broken: broken.get(sheetRow) ?? [] });
				});
				worker.postMessage("next");
			} catch (error) {
				reject(error);
			}
		}
	});
	worker.on("error", (error) => {
		const spent = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
		if (spent) resolve(refusedFor({ code: "memoryLimit", detail: {} }));
		else reject(error);
	});
	worker.on("exit", () => reject(new Error("The reading thread ended without an answer")));
	try {
		return await promise;
	} finally {
		clearTimeout(timer);
		signal?.removeEventListener("abort", abort);
		await worker.terminate();
	}
}

const readAtOnce = 2;
let reading = 0;
const waiting: (() => void)[] = [];

/** Waits until fewer are read at once; the answer is called when the reading is over. */
async function turn(): Promise<() => void> {
	if (reading === readAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
	else reading += 1;
	return () => {
		// The turn goes straight to the next in line: nobody who comes in between takes it.
		const next = waiting.shift();
		if (next) next();
		else reading -= 1;
	};
}

function refusedFor(problem: Problem): Refused {
	return { refusals: [placed(problem)], refusalCount: 1 };
}

/** A promise settled from outside; the first answer counts. */
function settling<Value>(): {
	promise: Promise<Value>;
	resolve: (value: Value) => void;
	reject: (reason: unknown) => void;
} {
	let resolve: (value: Value) => void = () => {};
	let reject: (reason: unknown) => void = () => {};
	const promise = new Promise<Value>((onValue, onReason) => {
		resolve = onValue;
		reject = onReason;
	});
	return { promise, resolve, reject };
}
