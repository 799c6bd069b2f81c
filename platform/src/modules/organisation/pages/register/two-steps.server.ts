import { data } from "react-router";
import type { Work } from "../../../../database/work.server.ts";
import type { Parsed } from "../../../../forms/parse.ts";
import { type Outcome, type Refusal, refused } from "../../../../outcome.ts";
import type { Given } from "../../../../ui/form-context.ts";
import { missing, type Visit } from "../../../../visit.server.ts";

/** What a page in two steps shows after its form was sent: what to confirm, or the form again with what was typed. */
type TwoSteps<Values> = {
	readonly refusals: readonly Refusal[];
	readonly given: Given;
	/** What was understood, to be confirmed; null where the form is shown. */
	readonly confirm: Values | null;
	/** Whether the form is to be shown with one more of several fields alike. */
	readonly isMoreWanted: boolean;
};

/**
 * Runs a verb in two steps. First it is done and taken back, so that everything it would refuse is said before anybody
 * is asked to confirm; then, confirmed, it is done. `edit` goes back to the form with what was typed, and `more` shows
 * it with one field more.
 */
export async function inTwoSteps<Values, Value>(
	{ commanding }: Pick<Visit, "commanding">,
	form: FormData,
	parsed: Parsed<Values>,
	{
		verb,
		fieldOf = (refusal) => refusal,
		after,
	}: {
		verb(work: Work, values: Values): Promise<Outcome<Value>>;
		/** Where on the form a refusal of the verb belongs. */
		fieldOf?(refusal: Refusal): Refusal;
		after(value: Value, values: Values): Promise<Response>;
	},
) {
	const { given } = parsed;
	const form200 = { refusals: [], given, confirm: null, isMoreWanted: false };
	const form422 = (refusals: readonly Refusal[]) =>
		data<TwoSteps<Values>>({ ...form200, refusals: refusals.map(fieldOf) }, 422);
	const step = form.get("step");
	if (step === "edit" || step === "more") return data<TwoSteps<Values>>({ ...form200, isMoreWanted: step === "more" });
	if (parsed.refusals) return form422(parsed.refusals);
	const { values } = parsed;
	if (step === "do") {
		const outcome = await commanding((work) => verb(work, values));
		if (!outcome.refused) return after(outcome.done, values);
		return lets(outcome.refused, form422);
	}
	const refusals = await rehearse(commanding, (work) => verb(work, values));
	if (refusals.length > 0) return lets(refusals, form422);
	return data<TwoSteps<Values>>({ ...form200, confirm: values });
}

/** What somebody may not do, is not there for them. */
function lets<Answer>(refusals: readonly Refusal[], answer: (refusals: readonly Refusal[]) => Answer): Answer {
	if (refusals.some(({ code }) => code === "not-allowed")) missing();
	return answer(refusals);
}

const rehearsed = "rehearsed";

async function rehearse(
	commanding: Visit["commanding"],
	verb: (work: Work) => Promise<Outcome<unknown>>,
): Promise<readonly Refusal[]> {
	const outcome = await commanding<unknown, string>(async (work) => {
		const { refused: refusals } = await verb(work);
		return refusals ? { refused: refusals } : refused(rehearsed);
	});
	return (outcome.refused ?? []).filter(({ code }) => code !== rehearsed);
}
