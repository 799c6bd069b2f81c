import { type Logger, pino } from "pino";
import { currentRequestId } from "./request.server.ts";

/** Structured log lines on standard output, with request id and without personal data. */
export function openLog(level: string): Logger {
	return pino({
		level,
		base: { pid: process.pid },
		timestamp: pino.stdTimeFunctions.isoTime,
		mixin: () => {
			const requestId = currentRequestId();
			return requestId === null ? {} : { requestId };
		},
	});
}
export type Log = Logger;
