import type { FaultCode, FaultData } from "./finding.ts";
import { findingMessage, findingRemedy } from "./text.ts";

/**
 * The embedded PostgreSQL cannot run. `message` and `remedy` are bokmål; `findingMessage` and `findingRemedy`
 * give the same in nynorsk and English from `code` and `data`.
 */
export class EmbeddedPostgresFault extends Error {
	readonly code: FaultCode;
	readonly data: FaultData;
	readonly remedy: string;

	constructor(code: FaultCode, data: FaultData = {}, options?: ErrorOptions) {
		super(findingMessage("nb", code, data), options);
		this.name = "EmbeddedPostgresFault";
		this.code = code;
		this.data = data;
		this.remedy = findingRemedy("nb", code, data);
	}
}

/** The operating system's or PostgreSQL's error code (`ENOENT`, `57P03`), where the error carries one. */
export function errorCode(error: unknown): string | undefined {
	return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
