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

/** What `doctor` can find beside the faults that stop a start. */
export const observationCodes = [
	"platform-supported",
	"binaries-run",
	"binaries-need-repair",
	"binaries-will-be-copied",
	"runs-as-self",
	"runs-in-namespace",
	"runs-as-other",
	"data-kept-elsewhere",
	"no-cluster-yet",
	"cluster-found",
	"program-running",
	"server-left-running",
	"little-disk-space",
] as const;

export type ObservationCode = (typeof observationCodes)[number];

/** `fault`: the program will not start. `notice`: worth knowing, and dealt with at start. `good`: as it should be. */
export type Finding = {
	readonly severity: "good" | "notice" | "fault";
	readonly code: FaultCode | ObservationCode;
	readonly data: FaultData;
};

/** What is the matter, and what a person can do about it. Nothing to do: no remedy. */
export type Words = { readonly message: string; readonly remedy?: string };

/** Every code has its words in every language, or this does not compile. */
export type Texts = Readonly<Record<FaultCode | ObservationCode, (data: FaultData) => Words>>;
