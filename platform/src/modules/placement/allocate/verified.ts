import { createHash } from "node:crypto";
import { findingText, problemOf } from "@laeringsarena/allocation";
import { resultFlaws } from "@laeringsarena/allocation/verified";
import { planFlawsOf } from "./checked.ts";
import type { RunCertificate, RunResult, Snapshot } from "./contract.ts";
import { factsOf } from "./facts.ts";
import { writtenFacts } from "./written.ts";

export type Verified = {
	/** What is wrong with facts, plan or proof, in the checker's own words; empty: nothing. */
	readonly flaws: readonly string[];
	/** Whether there was a proof to check; where rules cross there may be none in the engine's form. */
	readonly withProof: boolean;
};

/**
 * Checks a stored run anew, from the frozen facts on: that they have the fingerprint the run was made from, that the plan
 * keeps every rule day by day, and that the engine's separate checker accepts values and proof, as `npm run verify` would
 * of the files one can download.
 */
export function verifiedRun(snapshot: Snapshot, result: RunResult, certificate: RunCertificate): Verified {
	const flaws: string[] = [];
	const hash = createHash("sha256").update(JSON.stringify(snapshot)).digest("hex");
	if (hash !== result.snapshotHash) flaws.push(`the facts have the fingerprint ${hash}, not ${result.snapshotHash}`);
	flaws.push(...planFlawsOf(factsOf(snapshot), result.plan));
	const form = certificate.result;
	if (form === null) return { flaws, withProof: false };
	const { facts, levels } = writtenFacts(snapshot, certificate);
	const built = problemOf(facts);
	if (built.kind === "refused")
		return { flaws: [...flaws, ...built.findings.map((finding) => findingText(finding, "en"))], withProof: true };
	flaws.push(...resultFlaws(built.problem, levels, form, certificate.crossing?.rules));
	// The proof is of the engine's assignment: the plan people see must be that one.
	const offerOf = new Map(form.assignment.map(({ claim, offer }) => [claim, offer?.replace(/#\d+$/, "") ?? null]));
	for (const { claim, offer } of result.plan)
		if (offerOf.get(claim) !== offer) flaws.push(`the plan has ${claim} elsewhere than what is proved`);
	return { flaws, withProof: true };
}
