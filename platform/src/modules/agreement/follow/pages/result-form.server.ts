import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { resultAnswer } from "../contract.ts";

const form = resultAnswer.extend({ year: z.coerce.number<string>(), comment: resultAnswer.shape.comment.nullable() });

/** Reads what a party says of a year. */
export function readResultForm(sent: FormData) {
	const parsed = parseForm(form, sent);
	if (parsed.refusals) return { refusals: parsed.refusals, given: parsed.given } as const;
	const { year, comment, ...answers } = parsed.values;
	return { given: parsed.given, year, answer: { ...answers, comment: comment ?? "" } } as const;
}
