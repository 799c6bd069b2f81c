/** Provably best and explained allocation of claims to offers. See README.md for the door and docs/model.md for the proofs. */
export {
	type Allocated,
	allocate,
	allocation,
	type Beginning,
	type Progress,
	type Refused,
	scored,
} from "./allocate.ts";
export { type Certificate, flawsOf, type Stage } from "./certificate.ts";
export { deferredAcceptance } from "./comparators/deferred.ts";
export { arrivalTurn, inOrder, lotteryTurn } from "./comparators/order.ts";
export { changed } from "./explain/anew.ts";
export {
	bestHolding,
	type Edit,
	type Edited,
	type EditRefusal,
	editedBy,
	type Holding,
	planAfter,
} from "./explain/edit.ts";
export {
	type Explainer,
	explainerOf,
	type Why,
	type WhyNot,
} from "./explain/explain.ts";
export type { MoveTold, Worth } from "./explain/outcome.ts";
export { type Shortage, shortagesOf } from "./explain/shortage.ts";
export { type Built, problemOf } from "./facts/build.ts";
export { checkFacts } from "./facts/check.ts";
export type { Cap, Claim, Facts, Floor, Offer, Pair, Placement, Prohibition } from "./facts/facts.ts";
export { type FactKind, type Finding, findingText, type Language } from "./facts/finding.ts";
export type { Flaw } from "./flaws.ts";
export { type Level, replanningLevels, usualLevels } from "./levels/level.ts";
export type { StepValue } from "./levels/value.ts";
export type { Plan, Problem } from "./problem.ts";
export { beginningFrom } from "./replan.ts";
export type { Known, WhyNotUnder, WhyUnder, WorthUnder } from "./wide/answers.ts";
export { type ExplainerUnder, explainerUnder } from "./wide/explain.ts";
export { wideFlaws } from "./wide/flaws.ts";
export type { PlanUnder } from "./wide/ground.ts";
export type { LinearAnswer, LinearModel, LinearSolver } from "./wide/linear.ts";
export type { PartProof } from "./wide/proofs.ts";
export {
	type AcrossFloor,
	type Crossing,
	type Minimum,
	type Mixture,
	problemUnder,
	type Rules,
	type Together,
} from "./wide/rules.ts";
export {
	allocateWide,
	brokenRules,
	type WideAllocated,
	type WideManner,
	type WideOutcome,
	type WideProgress,
	wideAllocation,
} from "./wide/wide.ts";
export { missedBy } from "./widen.ts";
