import { createHash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { gzipSync } from "node:zlib";
import { solvedByHighs } from "@laeringsarena/allocation/highs";
import { checkRound } from "../round/checks.ts";
import type { Snapshot } from "./contract.ts";
import { AllocationRefused } from "./facts.ts";
import { frozen } from "./frozen.ts";
import { allocateSnapshot } from "./run.ts";
import type { FromRun, RunTask, ToRun } from "./thread-messages.ts";

/** Seconds that one linear model of rules that cross may take; what it has by then is what counts. */
const mostSeconds = 20;
/** Milliseconds between two words about how far the run has come. */
const between = 100;

/** One run in a thread of its own: it computes without pause, and ends when the thread does. */
const task: RunTask = workerData;
const say = (message: FromRun) => parentPort?.postMessage(message);
let told = Number.NEGATIVE_INFINITY;
let phase: string | null = null;

async function allocated(snapshot: Snapshot, snapshotHash: string) {
	return allocateSnapshot(snapshot, {
		snapshotHash,
		solver: (model) => solvedByHighs(model, mostSeconds),
		tick: (progress) => {
			const now = performance.now();
			if (progress.phase === phase && now - told < between) return;
			told = now;
			phase = progress.phase;
			say({ kind: "progress", progress });
		},
	});
}

async function refusing(run: () => Promise<void>): Promise<void> {
	try {
		await run();
	} catch (error) {
		if (!(error instanceof AllocationRefused)) throw error;
		say({ kind: "refused", reason: error.message });
	}
}

if (task === null) receive();
else
	await refusing(async () => {
		say({ kind: "done", ...(await allocated(task.snapshot, task.snapshotHash)) });
	});

/** Puts a snapshot together from rows that come in pieces, allocates it, and packs what is to be kept. */
function receive(): void {
	const parts = new Map<string, never[]>();
	const part = (name: string) => {
		const known = parts.get(name);
		if (known !== undefined) return known;
		const made: never[] = [];
		parts.set(name, made);
		return made;
	};
	const received = () => {
		const [round] = part("round");
		if (round === undefined) throw new Error("the rules of the round are missing");
		return frozen({
			...{ periods: part("periods"), offers: part("offers"), sites: part("sites"), limits: part("limits") },
			...{ load: part("load"), claims: part("claims"), wishes: part("wishes"), studentRules: part("studentRules") },
			...{ locks: part("locks"), previous: part("previous"), declined: part("declined") },
			...{ agreements: part("agreements"), round: [round] },
		});
	};
	const keep = async () => {
		const snapshot = received();
		const facts = JSON.stringify(snapshot);
		const snapshotHash = createHash("sha256").update(facts).digest("hex");
		const { result, certificate } = await allocated(snapshot, snapshotHash);
		const { holds, measures, comparisons } = result;
		const packed = (text: string) => gzipSync(text);
		say({
			kind: "kept",
			run: {
				head: { holds, measures, comparisons, snapshotHash },
				...{ snapshot: packed(facts), plan: packed(JSON.stringify(result)) },
				certificate: packed(JSON.stringify(certificate)),
			},
		});
	};
	parentPort?.on("message", (message: ToRun<readonly never[]>) => {
		if (message.kind === "begin") void refusing(keep);
		else if (message.kind === "check") say({ kind: "checked", check: checkRound(received()) });
		else part(message.of).push(...message.rows);
	});
}
