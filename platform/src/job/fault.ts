import { JobFault } from "./job.server.ts";

/**
 * What may be kept and logged of a fault: its kind, its code and where in the program it happened. Never its message:
 * that may quote what a person wrote.
 */
export function describeFault(error: unknown): string {
	if (error instanceof JobFault) return error.message;
	if (!(error instanceof Error)) return "unknown fault";
	const code = "code" in error && typeof error.code === "string" ? ` ${error.code.slice(0, 40)}` : "";
	const place = /([\w.-]+\.[cm]?[jt]sx?):(\d+):\d+/.exec(stackOf(error));
	return `${error.name}${code}${place ? ` at ${place[1]}:${place[2]}` : ""}`;
}

/** The stack without the message it begins with. */
function stackOf(error: Error): string {
	const { stack = "" } = error;
	const start = stack.indexOf("\n    at ");
	return start < 0 ? "" : stack.slice(start);
}
