import {
	type Allocated,
	allocation,
	beginningFrom,
	type Certificate,
	findingText,
	flawsOf,
	type Level,
	missedBy,
	type Plan,
	type Problem,
	type Refused,
	type StepValue,
	type WideAllocated,
} from "@laeringsarena/allocation";
import type { RunPhase } from "../codes.ts";
import { considering, everyPairOf, mostWhole, problemWith, withPairs } from "./consider.ts";
import type { RunFinding } from "./contract.ts";
import { AllocationRefused, type Frame } from "./facts.ts";
import { givesWay, levelsOf } from "./levels.ts";
import type { RunOptions } from "./options.ts";

/** A plan with what is proved of it. */
export type Answer = {
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

export type Tell = (phase: RunPhase, level?: number, levels?: number, placed?: number | null) => void;

/** The best plan by the forest of limits alone, on as many pairs as its proof needs to cover all. */
export function solved(frame: Frame, options: RunOptions, tell: Tell, lap: (part: RunPhase) => void): Answer {
	const { snapshot } = frame;
	const { rows, complete } = considering(frame, options.whole ?? mostWhole, options.each);
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
			tell("solving", level, levels.length, placedIn(plan));
		}
		return next.value;
	};
	/** Adds pairs and makes the plan again until its proof covers every open pair. */
	const covering = (levels: readonly Level[], from: Allocated | Refused) => {
		let allocated = from;
		for (let round = 0; !complete && round < mostRounds; round++) {
			if (allocated.kind === "refused") break;
			lap("solving");
			tell("widening", round, mostRounds, placedIn(allocated.plan));
			const more = widened(frame, rows, problem, levels, allocated);
			lap("widening");
			if (more === 0) return { allocated, covered: true };
			const before = { problem, allocated };
			problem = problemWith(frame, rows);
			allocated = run(levels, before);
		}
		return { allocated, covered: complete };
	};
	const findings: RunFinding[] = [];
	let tolerance = 0;
	if (givesWay(snapshot)) {
		// How much the burden may rise is a part of the least there is, and the least of few pairs need not be that.
		const all = levelsOf(snapshot, 0);
		const upToBurden = all.slice(0, all.findIndex(({ kind }) => kind === "burden") + 1);
		const first = covering(upToBurden, run(upToBurden)).allocated;
		const least = first.kind === "allocated" ? first.values.find(({ name }) => name === "burden")?.value : undefined;
		tolerance = Math.floor(((least ?? 0) * snapshot.rules.tolerance) / 1000);
	}
	let levels = levelsOf(snapshot, tolerance);
	let begun = run(levels);
	if (begun.kind === "refused" && begun.findings.every(({ code }) => code === "cost-range")) {
		levels = levels.filter(({ kind }) => kind !== "ties");
		findings.push({ code: "no-ties", detail: {} });
		begun = run(levels);
	}
	const { allocated, covered } = covering(levels, begun);
	if (allocated.kind === "refused")
		throw new AllocationRefused(allocated.findings.map((finding) => findingText(finding, "en")));
	lap("solving");
	const { plan, values, bounds, holds, certificate } = allocated;
	const flaws = flawsOf(problem, levels, plan, certificate, bounds).map((flaw) => JSON.stringify(flaw));
	lap("checking");
	return {
		...{ problem, levels, plan, values, bounds, holds, certificate, findings, flaws },
		...{ proofs: [], provedFor: covered ? "open" : "considered" },
	};
}

const placedIn = (plan: Plan) => plan.reduce((sum, pair) => sum + (pair < 0 ? 0 : 1), 0);

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
