import {
	allocateWide,
	arrivalTurn,
	brokenRules,
	deferredAcceptance,
	findingText,
	inOrder,
	type Level,
	lotteryTurn,
	type Plan,
	type Problem,
	problemUnder,
	scored,
	wideFlaws,
} from "@laeringsarena/allocation";
import { writtenResult } from "@laeringsarena/allocation/written";
import type { RunPhase } from "../codes.ts";
import { planFlawsOf } from "./checked.ts";
import { considering, mostWhole, mostWholeUnderRules, problemWith } from "./consider.ts";
import type { RunCertificate, RunFinding, RunResult, Snapshot } from "./contract.ts";
import { AllocationRefused, type Frame, factsOf } from "./facts.ts";
import { weightsOf } from "./levels.ts";
import { measuresOf, placedBy } from "./measures.ts";
import type { RunOptions } from "./options.ts";
import { type Answer, solved, type Tell } from "./solved.ts";
import { unplacedBy } from "./unplaced.ts";

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

/** The best plan without the rules that cross; with them too where it breaks one. */
async function answered(frame: Frame, options: RunOptions, tell: Tell, lap: (part: RunPhase) => void): Promise<Answer> {
	const pure = solved(frame, options, tell, lap);
	if (!frame.crosses) return pure;
	// Only where ties are settled is the plan the one and only; else an equal one might break what this one keeps.
	const isOnlyOne = pure.levels.some(({ kind }) => kind === "ties");
	if (isOnlyOne && keepsRules(frame, pure)) return pure;
	if (options.solver === undefined) throw new AllocationRefused(["rules that cross need a solver"]);
	tell("solving");
	// How much the burden may rise is a part of the least without these rules. Nobody looks at ties under them.
	const levels = pure.levels.filter(({ kind }) => kind !== "ties");
	const { problem, every } = underRules(frame, pure.problem, options);
	const wide = await allocateWide(problem, levels, frame.rules, options.solver);
	if (wide.kind !== "allocated")
		throw new AllocationRefused(wide.findings.map((finding) => findingText(finding, "en")));
	const flaws = wideFlaws(problem, levels, frame.rules, wide).map((flaw) => JSON.stringify(flaw));
	lap("solving");
	return {
		...{ problem, levels, certificate: null, findings: [], flaws },
		...{ plan: wide.plan, values: wide.values, bounds: wide.bounds, holds: wide.holds, proofs: wide.proofs },
		provedFor: every ? "open" : "considered",
	};
}

/** Whether a plan made without the rules that cross breaks none of them, and misses nothing to floors among them. */
function keepsRules({ rules }: Frame, { problem, levels, plan, values }: Answer): boolean {
	if (brokenRules(problem, rules, plan).length > 0) return false;
	return scored(problemUnder(problem, rules), levels, plan).every(({ value }, step) => value === values[step]?.value);
}

/**
 * The problem for rules that cross, and whether it has every open pair. That pairs are not needed without the rules says nothing of them with
 * the rules: somebody whom a rule sends away may need just one of those left out. Where there are too many, the pairs are those given, and the
 * proof is for them alone.
 */
function underRules(frame: Frame, given: Problem, options: RunOptions): { problem: Problem; every: boolean } {
	const isWhole = frame.open <= (options.whole ?? mostWhole);
	if (frame.open > (options.wholeUnderRules ?? mostWholeUnderRules))
		return { problem: isWhole ? problemWith(frame, considering(frame, 0).rows) : given, every: false };
	if (isWhole) return { problem: given, every: true };
	return { problem: problemWith(frame, considering(frame, Number.POSITIVE_INFINITY).rows), every: true };
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
