import { type Logger, pino } from "pino";

/** Lines are written together, at least this often, milliseconds: writing each would cost more than making it. */
const patience = 200;
/** Bytes that are written without waiting for more. */
const together = 8192;
/** From this level (warn) on a line is not waited with. */
const urgent = 40;

/** Structured log lines on standard output, without personal data; those of a request are written by its `houseFor`. */
export function openLog(level: string): Logger {
	const output = standardOutput();
	return pino(
		{
			level,
			base: { pid: process.pid },
			timestamp: pino.stdTimeFunctions.isoTime,
			hooks: {
				logMethod(words, write, of) {
					write.apply(this, words);
					if (of >= urgent) output.flushSync();
				},
			},
		},
		output,
	);
}
export type Log = Logger;

let opened: ReturnType<typeof pino.destination> | undefined;

function standardOutput(): ReturnType<typeof pino.destination> {
	if (opened) return opened;
	const output = pino.destination({ fd: 1, sync: true, minLength: together, periodicFlush: patience });
	process.on("exit", () => output.flushSync());
	opened = output;
	return output;
}
