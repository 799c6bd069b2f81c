import { parseForm } from "../../../../forms/parse.ts";
import type { Outcome } from "../../../../outcome.ts";
import { missing } from "../../../../visit.server.ts";
import { type EvaluationRefusal, evaluationAnswer } from "../contract.ts";
import { answerEvaluation } from "../service.server.ts";

type Commanding = (
	work: (work: Parameters<typeof answerEvaluation>[0]) => Promise<Outcome<undefined, EvaluationRefusal>>,
) => Promise<Outcome<undefined, EvaluationRefusal>>;

/** Reads a student's answer about a placement from a form, and gives it. @returns the form again where it was refused */
export async function takeEvaluation(commanding: Commanding, form: FormData, placementId: string) {
	const parsed = parseForm(evaluationAnswer, form);
	if (parsed.refusals) return { refusals: parsed.refusals, given: parsed.given };
	const outcome = await commanding((work) => answerEvaluation(work, placementId, parsed.values));
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	return outcome.refused ? { refusals: outcome.refused, given: parsed.given } : undefined;
}
