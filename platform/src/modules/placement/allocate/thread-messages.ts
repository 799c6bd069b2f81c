import type { RunCertificate, RunProgress, RunResult, Snapshot } from "./contract.ts";
import type { Verified } from "./verified.ts";

/** What the thread that allocates is given, and what it sends back. */
export type RunTask = { readonly snapshot: Snapshot; readonly snapshotHash: string };

export type FromRun =
	| { readonly kind: "progress"; readonly progress: RunProgress }
	| { readonly kind: "refused"; readonly reason: string }
	| { readonly kind: "done"; readonly result: RunResult; readonly certificate: RunCertificate };

/** What the thread that checks a stored run is given, each gzipped JSON, and what it sends back. */
export type VerifyTask = { readonly snapshot: Uint8Array; readonly plan: Uint8Array; readonly certificate: Uint8Array };
export type FromVerify = Verified;
