import type { Refusal } from "../../outcome.ts";
import type { Choice } from "../../ui/ChoiceField.tsx";
import { findNamed } from "../../ui/choice.ts";
import { isId } from "../organisation/contract.ts";
import { linesAtOnce, mostLines } from "./codes.ts";

/** Parties as a form names them, a line each; lines left blank say nothing. */
export type PartyLinesRead = {
	readonly partyIds: readonly string[];
	readonly given: Readonly<Record<string, string>>;
	readonly refusals: readonly Refusal[];
	/** How many lines the page was sent with, and how many it is to show where more were asked for. */
	readonly lines: number;
	readonly addsLines: boolean;
	/** What a verb refused about `partyIds.2`, at the line it was typed in. */
	placed(refusals: readonly Refusal[]): readonly Refusal[];
};

export function readPartyLines(form: FormData, choices: readonly Choice[]): PartyLinesRead {
	const sent = Number(form.get("count"));
	const count = Number.isInteger(sent) && sent >= 1 && sent <= mostLines ? sent : linesAtOnce;
	const partyIds: string[] = [];
	const given: Record<string, string> = {};
	const refusals: Refusal[] = [];
	const lineOf = new Map<string, string>();
	for (let index = 0; index < count; index++) {
		const field = `parties.${index}`;
		const typed = String(form.get(field) ?? "").trim();
		given[field] = typed;
		if (typed === "") continue;
		const found = findNamed(choices, typed)?.value ?? (isId(typed) ? typed : undefined);
		if (found === undefined) refusals.push({ code: "organisation-unknown", field });
		else {
			lineOf.set(`partyIds.${partyIds.length}`, field);
			partyIds.push(found);
		}
	}
	const addsLines = form.get("do") === "add";
	return {
		...{ partyIds, given, refusals, addsLines },
		lines: addsLines ? Math.min(mostLines, count + linesAtOnce) : count,
		placed: (refused) =>
			refused.map((one) => {
				const line = lineOf.get(one.field ?? "");
				return line === undefined ? one : { ...one, field: line };
			}),
	};
}
