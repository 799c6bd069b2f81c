import type { LinearSolver } from "@laeringsarena/allocation";
import type { RunProgress } from "./contract.ts";

export type RunOptions = {
	/** Told where the run stands, often. */
	readonly tick?: (progress: RunProgress) => void;
	/** Solves the linear models of rules that cross; without it they are refused. */
	readonly solver?: LinearSolver;
	/** How many pairs are given to the engine whole, and how many of each claim else; for tests. */
	readonly whole?: number;
	readonly each?: number;
	/** Up to how many pairs are all given to the solver of rules that cross; for tests. */
	readonly wholeUnderRules?: number;
	/** SHA-256 of the snapshot as JSON. */
	readonly snapshotHash: string;
};
