import { findingMessage, findingRemedy } from "./text.ts";

/**
 * Every way the embedded PostgreSQL can refuse to run. `data` of a fault holds what the words need: a folder, a user,
 * what the program itself said.
 */
export const faultCodes = [
	"unsupported-platform",
	"musl-platform",
	"binaries-missing",
	"binaries-do-not-run",
	"data-folder-in-use",
	"data-folder-not-writable",
	"data-folder-of-another-user",
	"data-of-another-version",
	"server-out-of-reach",
	"cannot-run-as-root",
	"user-without-name",
	"lock-unavailable",
	"setting-refused",
	"start-failed",
] as const;

export type FaultCode = (typeof faultCodes)[number];

/** What the words of a fault or finding may mention. Absent means: not known. */
export type FaultData = {
	readonly folder?: string;
	readonly platform?: string;
	readonly packageName?: string;
	readonly user?: string;
	readonly holder?: string;
	readonly version?: string;
	readonly setting?: string;
	/** Room left on the disk. */
	readonly megabytes?: number;
	/** What a program or the operating system said, in its own words (English, without personal data). */
	readonly said?: string;
};

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
