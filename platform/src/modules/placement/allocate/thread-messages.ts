import type { RoundCheck } from "../round/checks.ts";
import type { RunCertificate, RunProgress, RunResult, Snapshot } from "./contract.ts";
import type { SnapshotRows } from "./frozen.ts";
import type { Verified } from "./verified.ts";

/** What the thread that allocates is given: a snapshot, or null where its rows come in pieces, and then the word to begin. */
export type RunTask = { readonly snapshot: Snapshot; readonly snapshotHash: string } | null;

export type ToRun<Rows = readonly unknown[]> =
	| { readonly kind: "rows"; readonly of: keyof SnapshotRows; readonly rows: Rows }
	/** Allocate what has come, or judge it without allocating. */
	| { readonly kind: "begin" }
	| { readonly kind: "check" };

/** A run as it is kept: facts, plan and certificate as gzipped JSON, and what is asked of it without unpacking. */
export type KeptRun = {
	readonly head: Pick<RunResult, "holds" | "measures" | "comparisons" | "snapshotHash">;
	readonly snapshot: Uint8Array;
	readonly plan: Uint8Array;
	readonly certificate: Uint8Array;
};

export type FromRun =
	| { readonly kind: "progress"; readonly progress: RunProgress }
	| { readonly kind: "refused"; readonly reason: string }
	| { readonly kind: "done"; readonly result: RunResult; readonly certificate: RunCertificate }
	| { readonly kind: "kept"; readonly run: KeptRun }
	| { readonly kind: "checked"; readonly check: RoundCheck };

/** What the thread that checks a stored run is given, each gzipped JSON, and what it sends back. */
export type VerifyTask = { readonly snapshot: Uint8Array; readonly plan: Uint8Array; readonly certificate: Uint8Array };
export type FromVerify = Verified;
