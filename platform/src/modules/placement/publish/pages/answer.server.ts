import { parseForm } from "../../../../forms/parse.ts";
import type { Outcome } from "../../../../outcome.ts";
import { missing } from "../../../../visit.server.ts";
import { answerAsHost, answerAsStudent, nameSupervisor } from "../answer.server.ts";
import { hostAnswer, type PublishRefusal, reconsiderationAnswer, studentAnswer, supervising } from "../contract.ts";
import { answerReconsideration } from "../reconsider.server.ts";
import type { Telling } from "../tell.server.ts";

type Commanding = <Value, Code extends string>(
	work: (work: Parameters<typeof answerAsHost>[0]) => Promise<Outcome<Value, Code>>,
) => Promise<Outcome<Value, Code>>;

/** Reads the answer to a student who asks for reconsideration from a form, and gives it. */
export async function takeReconsidered(
	commanding: Commanding,
	form: FormData,
	placementId: string,
	byName: string,
	telling: Telling,
) {
	const deed = "reconsidered" as const;
	const parsed = parseForm(reconsiderationAnswer, form);
	if (parsed.refusals) return { refused: { refusals: parsed.refusals, given: parsed.given, deed } };
	const outcome = await commanding((work) => answerReconsideration(work, placementId, parsed.values, byName, telling));
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return { refused: { refusals: outcome.refused, given: parsed.given, deed } };
	return { told: outcome.done.told };
}

async function takeSupervisor(commanding: Commanding, form: FormData, placementId: string, byName: string) {
	const deed = "supervised" as const;
	const parsed = parseForm(supervising, form);
	if (parsed.refusals) return { refused: { refusals: parsed.refusals, given: parsed.given, deed } };
	const outcome = await commanding((work) => nameSupervisor(work, placementId, parsed.values, byName));
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return { refused: { refusals: outcome.refused, given: parsed.given, deed } };
	return { answered: deed };
}

/**
 * Reads an answer to a placement from a form and gives it: the site's or the student's, by what the form says. The same
 * for those signed in and those with a link.
 * @returns what was answered, or the form again with what is wrong
 */
export async function takeAnswer(commanding: Commanding, form: FormData, placementId: string, byName: string) {
	const deed = String(form.get("answer") ?? "");
	if (deed === "supervised") return takeSupervisor(commanding, form, placementId, byName);
	const isHost = deed === "confirmed" || deed === "declined";
	const parsed = isHost ? parseForm(hostAnswer, form) : parseForm(studentAnswer, form);
	if (parsed.refusals) return { refused: { refusals: parsed.refusals, given: parsed.given, deed } };
	const outcome: Outcome<undefined, PublishRefusal> = await commanding((work) =>
		"supervisor" in parsed.values
			? answerAsHost(work, placementId, parsed.values, byName)
			: answerAsStudent(work, placementId, parsed.values),
	);
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return { refused: { refusals: outcome.refused, given: parsed.given, deed } };
	return { answered: parsed.values.answer };
}
