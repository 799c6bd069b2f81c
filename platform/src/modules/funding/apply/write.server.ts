import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { listGrantNeeds } from "../../competence/service.server.ts";
import { mostLines } from "../codes.ts";
import type { FundingRefusal } from "../contract.ts";
import type { HeldFact, LineFacts } from "./contract.ts";
import { beginAnswers, nameOf, openApplication, readAnswersOf } from "./service.server.ts";
import * as store from "./store.server.ts";

/**
 * Writes what one's own party applies for, and its part in words, in the version that was looked at. Lines of others are
 * theirs. A party that had approved its part approves what is changed anew.
 */
export async function writeLines(
	work: Work,
	id: string,
	given: { readonly lines: readonly LineFacts[]; readonly part: string; readonly version: number },
): Promise<Outcome<{ readonly version: number }, FundingRefusal>> {
	const opened = await openApplication(work, id);
	if (opened.refused) return opened;
	const { application, content, own, can } = opened.done;
	if (!can.lines) return refused(own.state === "invited" ? "not-joined" : "application-sent");
	if (given.lines.length > mostLines) return refused("too-many-lines", { detail: { most: mostLines } });
	const known = new Set(["", ...content.categories.map((one) => one.id)]);
	const at = given.lines.findIndex(({ category }) => !known.has(category));
	if (at >= 0) return refused("category-unknown", { field: `rows-${at}-category` });
	const state = own.state === "approved" ? { state: "joined" as const } : {};
	const change = { ...state, part: given.part, by: nameOf(work) };
	if (!(await store.updateParty(work, application, { id: own.id, version: given.version }, change)))
		return refused("changed-by-another");
	await store.writeLines(work, application, own.id, given.lines);
	await record(work, { verb: "funding-application.change", objectKind: "funding-application", objectId: id });
	return done({ version: given.version + 1 });
}

/** Measures of one's competence plans that wait for a grant and are not among one's lines. */
export async function listPlannedMeasures(work: Work, taken: readonly { readonly source: string }[]) {
	const known = new Set(taken.map(({ source }) => source));
	return (await listGrantNeeds(work))
		.map((one) => ({ id: one.id, title: one.title, cost: one.cost, persons: one.persons, source: sourceOf(one) }))
		.filter(({ source }) => !known.has(source));
}

function sourceOf({ planTitle, number }: { readonly planTitle: string; readonly number: number }): string {
	return `${planTitle}, ${number}`.slice(0, 300);
}

/** Takes a measure of a competence plan along as a line; its cost in the first budget year. */
export async function addPlannedMeasure(
	work: Work,
	id: string,
	measureId: string,
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openApplication(work, id);
	if (opened.refused) return opened;
	const { lines, own, years } = opened.done;
	const mine = lines.filter(({ partyId }) => partyId === own.id);
	const found = (await listPlannedMeasures(work, mine)).find((one) => one.id === measureId);
	if (!found) return refused("plan-measure-unknown");
	const line = {
		...{ title: found.title, category: "", people: found.persons ?? 0, novelty: null, argued: "" },
		...{ source: found.source, amounts: [{ year: years[0] ?? 0, applied: found.cost ?? 0, own: 0 }] },
	};
	const outcome = await writeLines(work, id, { lines: [...mine, line], part: own.part, version: own.version });
	return outcome.refused ? outcome : done(undefined);
}

/** Chooses which facts the house holds go along; as they stand now, with where they are from. */
export async function chooseFacts(
	work: Work,
	id: string,
	chosen: readonly HeldFact[],
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openApplication(work, id);
	if (opened.refused) return opened;
	const { application, can } = opened.done;
	if (!can.lead) return refused("not-allowed");
	await store.writeTaken(work, application, chosen, nameOf(work));
	await record(work, {
		...{ verb: "funding-application.choose-facts", objectKind: "funding-application", objectId: id },
		detail: { facts: chosen.length },
	});
	return done(undefined);
}

/** Goes over to what the call says now; what is answered is kept where it is still asked. */
export async function takeNewVersion(work: Work, id: string): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openApplication(work, id);
	if (opened.refused) return opened;
	const { application, newer, can } = opened.done;
	if (!can.lead || !newer) return refused("application-changed");
	const values = (await readAnswersOf(work, opened.done))?.values ?? {};
	const begun = await beginAnswers(work, newer, values);
	if (begun.refused) return refused("not-allowed");
	const change = { number: newer.number, answerId: begun.done.id };
	if (!(await store.updateApplication(work, application, change))) return refused("changed-by-another");
	await record(work, {
		...{ verb: "funding-application.new-version", objectKind: "funding-application", objectId: id },
		detail: { version: newer.number },
	});
	return done(undefined);
}
