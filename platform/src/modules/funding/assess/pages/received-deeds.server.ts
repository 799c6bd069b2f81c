import { z } from "zod";
import type { Work } from "../../../../database/work.server.ts";
import { parseForm } from "../../../../forms/parse.ts";
import { readNumber } from "../../../../forms/read-text.ts";
import type { Outcome, Refusal } from "../../../../outcome.ts";
import type { Given } from "../../../../ui/form-context.ts";
import { missing, redirectWithToast, type representing } from "../../../../visit.server.ts";
import { version } from "../../../organisation/contract.ts";
import { answerAppeal, assess, decideApplication, judgeEligibility } from "../../service.server.ts";
import { mostPoints } from "../codes.ts";
import { appealAnswer, eligibilityFacts, type YearGrant } from "../contract.ts";
import { assessText } from "../text.ts";

type Visit = ReturnType<typeof representing>;
type Refused = { readonly about: string; readonly refusals: readonly Refusal[]; readonly given: Given };

const decisionForm = z.object({
	outcome: z.enum(["granted", "refused"]),
	because: z.string().trim().min(1).max(4000),
	conditional: z.boolean(),
	version,
});
const assessForm = z.object({
	impartial: z.boolean(),
	comment: z.string().trim().max(4000).default(""),
	note: z.string().trim().max(4000).default(""),
});

/** Does what a form of the page of a received application asks for, and leads on; gives back what was refused. */
export async function receivedDeed(visit: Visit, callId: string, id: string, form: FormData): Promise<Refused> {
	const { language, commanding } = visit;
	const text = assessText[language];
	const here = `/funding/calls/${callId}/applications/${id}`;
	const about = String(form.get("deed") ?? "");
	const given: Given = Object.fromEntries(
		[...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
	);
	const go = async (at: string, toast: string, verb: (work: Work) => Promise<Outcome<unknown>>) => {
		const outcome = await commanding(verb);
		if (!outcome.refused) throw await redirectWithToast(`${here}#${at}`, toast);
		if (outcome.refused.some(({ code }) => code === "missing")) missing();
		return { about, refusals: outcome.refused, given };
	};
	if (about === "eligibility") {
		const parsed = parseForm(eligibilityFacts, form);
		if (parsed.refusals) return { about, refusals: parsed.refusals, given };
		return go("eligibility", text.savedNow, (work) => judgeEligibility(work, callId, id, parsed.values));
	}
	if (about === "assess") {
		const parsed = parseForm(assessForm, form);
		const read = readNumbers(form, "score-", mostPoints);
		const refusals = [...(parsed.refusals ?? []), ...read.refusals];
		if (!parsed.values || refusals.length > 0) return { about, refusals, given };
		const scores = Object.fromEntries(read.found);
		return go("all", text.savedNow, (work) => assess(work, callId, id, { ...parsed.values, scores }));
	}
	if (about === "decide") {
		const parsed = parseForm(decisionForm, form);
		const read = readNumbers(form, "granted-", 100_000_000_000);
		const refusals = [...(parsed.refusals ?? []), ...read.refusals];
		if (!parsed.values || refusals.length > 0) return { about, refusals, given };
		const granted = read.found.map(([year, kroner]): YearGrant => ({ year: Number(year), kroner }));
		return go("decision", text.decided, (work) => decideApplication(work, callId, id, { ...parsed.values, granted }));
	}
	if (about === "appeal") {
		const parsed = parseForm(appealAnswer, form);
		if (parsed.refusals) return { about, refusals: parsed.refusals, given };
		return go("decision", text.answeredAppeal, (work) => answerAppeal(work, callId, id, parsed.values));
	}
	return missing();
}

/** Whole numbers of the fields that begin alike, by what comes after; empty ones are left out. */
function readNumbers(form: FormData, before: string, most: number) {
	const found: [string, number][] = [];
	const refusals: Refusal[] = [];
	for (const [field, sent] of form) {
		if (!field.startsWith(before) || typeof sent !== "string" || sent.trim() === "") continue;
		const read = readNumber(sent);
		if (read !== undefined && Number.isSafeInteger(read) && read >= 0 && read <= most)
			found.push([field.slice(before.length), read]);
		else
			refusals.push({
				code: read !== undefined && read > most ? "too-large" : "whole-number",
				field,
				detail: { maximum: most },
			});
	}
	return { found, refusals };
}
