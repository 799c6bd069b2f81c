import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import type { Expectation } from "../contract.ts";
import { admissionFacts } from "../contract.ts";

/** An application as its form was sent: what it says, and an answer for each thing that is expected. */
export function parseApplication(form: FormData, expectations: readonly Expectation[]) {
	const parsed = parseForm(admissionFacts, form);
	const asked = z.object(
		Object.fromEntries(
			expectations.flatMap(({ id }) => [
				[`answer-${id}`, z.string().max(3).default("")],
				[`because-${id}`, z.string().trim().max(500).default("")],
			]),
		),
	);
	const said = parseForm(asked, form);
	const given = { ...parsed.given, ...said.given };
	if (parsed.refusals || said.refusals)
		return { refusals: [...(parsed.refusals ?? []), ...(said.refusals ?? [])], given };
	const answers = expectations.flatMap(({ id }) => {
		const answer = said.values[`answer-${id}`] ?? "";
		const because = said.values[`because-${id}`] ?? "";
		return answer === "" ? [] : [{ expectationId: id, accepted: answer === "yes", because }];
	});
	return { application: { facts: parsed.values, answers }, given };
}
