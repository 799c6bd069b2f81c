import type { RunCertificate, RunProgress, RunResult, Snapshot } from "./contract.ts";

/** What the thread that allocates is given, and what it sends back. */
export type RunTask = { readonly snapshot: Snapshot; readonly snapshotHash: string };

export type FromRun =
	| { readonly kind: "progress"; readonly progress: RunProgress }
	| { readonly kind: "refused"; readonly reason: string }
	| { readonly kind: "done"; readonly result: RunResult; readonly certificate: RunCertificate };
