import type { RunCertificate, RunProgress, RunResult, Snapshot } from "./contract.ts";
import type { Verified } from "./verified.ts";

/** What the thread that allocates is given, and what it sends back. */
export type RunTask = { readonly snapshot: Snapshot; readonly snapshotHash: string };

export type FromRun =
	| { readonly kind: "progress"; readonly progress: RunProgress }
	| { readonly kind: "refused"; readonly reason: string }
	| { readonly kind: "done"; readonly result: RunResult; readonly certificate: RunCertificate };

/** What the thread that answers about a run under rules that cross is given, is asked, and answers. */
export type ExplainTask = {
	readonly snapshot: Snapshot;
	readonly result: RunResult;
	readonly certificate: RunCertificate;
};

export type ToExplain = {
	readonly number: number;
	readonly question:
		| { readonly kind: "why"; readonly claim: string }
		| { readonly kind: "why-not"; readonly claim: string; readonly site: string }
		| { readonly kind: "worth"; readonly offer: string };
};

export type FromExplain =
	| { readonly number: number; readonly value: unknown }
	| { readonly number: number; readonly error: string };

/** What the thread that checks a stored run is given, and what it sends back. */
export type VerifyTask = ExplainTask;
export type FromVerify = Verified;
