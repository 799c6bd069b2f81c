import {
	type Allocated,
	allocateWide,
	allocation,
	arrivalTurn,
	beginningFrom,
	brokenRules,
	type Certificate,
	deferredAcceptance,
	findingText,
	flawsOf,
	inOrder,
	type Level,
	type LinearSolver,
	lotteryTurn,
	missedBy,
	type Plan,
	type Problem,
	type StepValue,
	type WideAllocated,
	wideFlaws,
} from "@laeringsarena/allocation";
import { writtenResult } from "@laeringsarena/allocation/form";
import type { RunPhase } from "../codes.ts";
import { planFlawsOf } from "./checked.ts";
import { considering, everyPairOf, mostWhole, problemWith, withPairs } from "./consider.ts";
import type { RunCertificate, RunFinding, RunProgress, RunResult, Snapshot } from "./contract.ts";
import { AllocationRefused, type Frame, factsOf } from "./facts.ts";
import { givesWay, levelsOf, weightsOf } from "./levels.ts";
import { measuresOf, placedBy } from "./measures.ts";
import { unplacedBy } from "./unplaced.ts";

export type RunOptions = {
	/** Told where the run stands, often. */
	readonly tick?: (progress: RunProgress) => void;
	/** Solves the linear models of rules that cross; without it they are refused. */
	readonly solver?: LinearSolver;
	/** How many pairs are given to the engine whole, and how many of each claim else; for tests. */
	readonly whole?: number;
	readonly each?: number;
	/** SHA-256 of the snapshot as JSON. */
	readonly snapshotHash: string;
};

/** A plan with what is proved of it. */
type Answer = {
	readonly problem: Problem;
	readonly levels: readonly Level[];
	readonly plan: Plan;
	readonly values: readonly StepValue[];
	readonly bounds: readonly (number | null)[];
	readonly holds: "optimal" | "feasible";
	readonly certificate: Certificate | null;
	readonly proofs: WideAllocated["proofs"];
	readonly provedFor: "open" | "considered";
	readonly findings: readonly RunFinding[];
	readonly flaws: readonly string[];
};

/** Claims looked at together when the proof is asked about the pairs left out. */
const batch = 1_000;
/** So many times pairs are added and the plan is made again before what is left is told instead. */
const mostRounds = 25;

/**
 * One run: the best plan of a snapshot by its rules, its proof, what it gives, and what other ways would have given.
 * @throws AllocationRefused where there is no plan at all: locks that break rules that cross, numbers beyond exact arithmetic.
 */
export async function allocateSnapshot(
	snapshot: Snapshot,
	options: RunOptions,
): Promise<{ readonly result: RunResult; readonly certificate: RunCertificate }> {
	const milliseconds: Record<string, number> = {};
	let since = performance.now();
	const lap = (part: RunPhase) => {
		const now = performance.now();
		milliseconds[part] = Math.round((milliseconds[part] ?? 0) + now - since);
		since = now;
	};
	const tell = (phase: RunPhase, level = 0, levels = 0, placed: number | null = null) =>
		options.tick?.({ phase, level, levels, placed });
	tell("facts");
	const frame = factsOf(snapshot);
	lap("facts");
	const answer = await answered(frame, options, tell, lap);
	tell("checking");
	const { problem, plan, levels } = answer;
	const offerOf = (of: Plan) => (claim: number) => ((of[claim] ?? -1) < 0 ? -1 : (problem.offer[of[claim] ?? 0] ?? -1));
	const placed = placedBy(frame, offerOf(plan));
	const flaws = [...answer.flaws, ...planFlawsOf(frame, placed)];
	const measures = measuresOf(frame, placed);
	lap("checking");
	tell("comparing");
	const comparisons = otherWays(frame, problem).map(({ name, plan: other }) => ({
		name,
		measures: measuresOf(frame, placedBy(frame, offerOf(other))),
	}));
	lap("comparing");
	const findings: RunFinding[] = [...frame.findings, ...answer.findings];
	if (frame.crosses) findings.push({ code: "comparisons-without-crossing-rules", detail: {} });
	const result: RunResult = {
		form: 1,
		holds: flaws.length === 0 && answer.provedFor === "open" ? answer.holds : "feasible",
		plan: placed,
		...{ measures, comparisons, findings, flaws },
		...unplacedBy(frame, problem, plan),
		steps: answer.values.map(({ name, value }, step) => ({ name, value, bound: answer.bounds[step] ?? null })),
		pairs: { open: frame.open, considered: problem.offer.length, provedFor: answer.provedFor },
		snapshotHash: options.snapshotHash,
		seed: snapshot.seed,
		milliseconds,
	};
	return { result, certificate: writtenCertificate(frame, answer, levels) };
}

function writtenCertificate(frame: Frame, answer: Answer, levels: readonly Level[]): RunCertificate {
	const { problem, plan, values, bounds, holds, certificate, proofs } = answer;
	return {
		form: 1,
		levels,
		result:
			certificate === null
				? null
				: writtenResult(problem, { kind: "allocated", plan, values, bounds, holds, certificate }),
		crossing: frame.crosses ? { rules: frame.rules, proofs } : null,
	};
}

type Tell = (phase: RunPhase, level?: number, levels?: number, placed?: number | null) => void;

/** The best plan without the rules that cross; with them too where it breaks one. */
async function answered(frame: Frame, options: RunOptions, tell: Tell, lap: (part: RunPhase) => void): Promise<Answer> {
	const pure = solved(frame, options, tell, lap);
	if (!frame.crosses) return pure;
	const broken = brokenRules(pure.problem, frame.rules, pure.plan);
	if (broken.length === 0) return pure;
	if (options.solver === undefined) throw new AllocationRefused(["rules that cross need a solver"]);
	tell("solving");
	const { levels, findings } = levelsOf(frame.snapshot, null);
	const wide = await allocateWide(pure.problem, levels, frame.rules, options.solver);
	if (wide.kind === "no-plan") throw new AllocationRefused(["no plan keeps both the locks and the rules that cross"]);
	if (wide.kind !== "allocated") throw new AllocationRefused([JSON.stringify(wide)]);
	const flaws = wideFlaws(pure.problem, levels, frame.rules, wide).map((flaw) => JSON.stringify(flaw));
	lap("solving");
	return {
		...{ problem: pure.problem, levels, certificate: null, findings, flaws },
		...{ plan: wide.plan, values: wide.values, bounds: wide.bounds, holds: wide.holds, proofs: wide.proofs },
		// Pairs left out were not needed without the rules; with them nobody has looked.
		provedFor: pure.problem.offer.length === frame.open ? "open" : "considered",
	};
}

/** The best plan by the forest of limits alone, on as many pairs as its proof needs to cover all. */
function solved(frame: Frame, options: RunOptions, tell: Tell, lap: (part: RunPhase) => void): Answer {
	const { snapshot } = frame;
	const begun = considering(frame, options.whole ?? mostWhole, options.each);
	const rows = begun.rows;
	let problem = problemWith(frame, rows);
	lap("facts");
	const run = (levels: readonly Level[], before?: { problem: Problem; allocated: Allocated }) => {
		tell("solving", 0, levels.length);
		const steps = allocation(
			problem,
			levels,
			before === undefined ? undefined : beginningFrom(problem, before.problem, before.allocated),
		);
		let next = steps.next();
		for (let turn = 0; !next.done; next = steps.next(), turn++) {
			if (turn % 16 > 0) continue;
			const { level, plan } = next.value;
			tell(
				"solving",
				level,
				levels.length,
				plan.reduce((sum, pair) => sum + (pair < 0 ? 0 : 1), 0),
			);
		}
		return next.value;
	};
	const findings: RunFinding[] = [];
	let tolerance = 0;
	if (givesWay(snapshot)) {
		const first = run(levelsOf(snapshot, 0).levels);
		const least = first.kind === "allocated" ? first.values.find(({ name }) => name === "burden")?.value : undefined;
		tolerance = Math.floor(((least ?? 0) * snapshot.rules.tolerance) / 1000);
	}
	let { levels } = levelsOf(snapshot, tolerance);
	let allocated = run(levels);
	if (allocated.kind === "refused" && allocated.findings.every(({ code }) => code === "cost-range")) {
		levels = levels.filter(({ kind }) => kind !== "ties");
		findings.push({ code: "no-ties", detail: {} });
		allocated = run(levels);
	}
	let provedFor: Answer["provedFor"] = begun.complete ? "open" : "considered";
	for (let round = 0; !begun.complete && round < mostRounds; round++) {
		if (allocated.kind === "refused") break;
		lap("solving");
		tell(
			"widening",
			round,
			mostRounds,
			allocated.plan.reduce((sum, pair) => sum + (pair < 0 ? 0 : 1), 0),
		);
		const more = widened(frame, rows, problem, levels, allocated);
		lap("widening");
		if (more === 0) {
			provedFor = "open";
			break;
		}
		const before = { problem, allocated };
		problem = problemWith(frame, rows);
		allocated = run(levels, before);
	}
	if (allocated.kind === "refused")
		throw new AllocationRefused(allocated.findings.map((finding) => findingText(finding, "en")));
	lap("solving");
	const { plan, values, bounds, holds, certificate } = allocated;
	const flaws = flawsOf(problem, levels, plan, certificate, bounds).map((flaw) => JSON.stringify(flaw));
	lap("checking");
	return { problem, levels, plan, values, bounds, holds, certificate, proofs: [], provedFor, findings, flaws };
}

/** Adds the pairs that the proof does not cover, and says how many. */
function widened(
	frame: Frame,
	rows: Int32Array[],
	problem: Problem,
	levels: readonly Level[],
	{ certificate }: Allocated,
): number {
	let more = 0;
	for (let from = 0; from < problem.claims; from += batch) {
		const { all, known } = everyPairOf(frame, rows, from, Math.min(problem.claims, from + batch));
		const added = new Map<number, number[]>();
		const [minutes, rank] = [all.parts.get("minutes"), all.parts.get("rank")];
		let claim = 0;
		for (const e of missedBy(problem, levels, certificate, all, known)) {
			while ((all.start[claim + 1] ?? 0) <= e) claim++;
			const list = added.get(claim) ?? [];
			list.push(all.offer[e] ?? 0, rank?.[e] ?? 0, minutes?.[e] ?? 0);
			added.set(claim, list);
			more++;
		}
		for (const [at, list] of added) rows[from + at] = withPairs(rows[from + at] ?? new Int32Array(0), list);
	}
	return more;
}

/** What other ways of doing it would have given on the same pairs; rules that cross are not asked of them. */
function otherWays({ snapshot }: Frame, problem: Problem) {
	const weights = weightsOf(snapshot.rules);
	const [minutes, rank] = [problem.parts.get("minutes"), problem.parts.get("rank")];
	const burden = (pair: number) =>
		(weights.minutes ?? 0) * (minutes?.[pair] ?? 0) + (weights.rank ?? 0) * (rank?.[pair] ?? 0);
	const lottery = lotteryTurn(problem, snapshot.seed, true);
	const arrived = snapshot.claims
		.toSorted((a, b) => (a.arrivedAt < b.arrivedAt ? -1 : a.arrivedAt > b.arrivedAt ? 1 : 0))
		.map(({ id }) => id);
	const turn = new Int32Array(problem.claims);
	lottery.forEach((claim, at) => {
		turn[claim] = at;
	});
	const claimOfPair = new Int32Array(problem.offer.length);
	for (let i = 0; i < problem.claims; i++) claimOfPair.fill(i, problem.start[i], problem.start[i + 1]);
	return [
		{ name: "lottery", plan: inOrder(problem, lottery, burden) },
		{ name: "first-come", plan: inOrder(problem, arrivalTurn(problem, arrived), burden) },
		// Places prefer by priority class, and by the same lottery within it.
		{
			name: "deferred-acceptance",
			plan: deferredAcceptance(problem, burden, (pair) => turn[claimOfPair[pair] ?? 0] ?? 0),
		},
	] as const;
}
