import { insertMany } from "../../../database/insert-many.server.ts";
import type { Work } from "../../../database/work.server.ts";
import { type NationalGivers, random } from "../../organisation/service.server.ts";
import { postingsOf } from "../award/ledger.ts";
import type { ReportContent } from "../report/contract.ts";
import type { Place } from "./applications.server.ts";
import type { NationalCall } from "./calls.server.ts";
import { nationalId } from "./ids.ts";

const titles = ["Videreutdanning", "Kortere kurs"] as const;

/**
 * The awards of an earlier national call, accepted and paid, with reports in every state: what is due, from whom, when.
 * Made up, the same every time.
 */
export async function makeNationalAwards(
	work: Work,
	call: NationalCall,
	givers: NationalGivers,
	places: readonly Place[],
): Promise<number> {
	const chance = random(358);
	const { content, number } = call;
	const decidedOn = content.decidesOn ?? work.today;
	const budgetYear = Number(decidedOn.slice(0, 4));
	const [awards, awardLines, entries, postings, steps]: [object[], object[], object[], object[], object[]] = [
		[],
		[],
		[],
		[],
		[],
	];
	for (const [index, place] of places.entries()) {
		const id = nationalId(`award:${place.id}`);
		const key = { organisation_id: place.id, award_id: id };
		awards.push({
			...{
				organisation_id: place.id,
				id,
				way: "here",
				issuer_id: givers.organisationId,
				issuer_name: "Helsedirektoratet",
			},
			...{ call_organisation_id: givers.organisationId, call_id: call.id, call_number: number, title: content.title },
			...{ reference: `${budgetYear}/${1_000 + index}`, decided_on: decidedOn, conditions: content.conditions },
			...{ carry_over: content.carryOver, carries: "asked", dropped_share: 50, spend_by: content.spendBy },
			...{ report_by: content.reportOn, accepted_at: work.now, accepted_by: "Rådgiver tilskudd", version: 2 },
			...{ created_at: work.now, created_by: "" },
		});
		const lines: ReportContent["lines"] = [];
		const enter = (entry: string, kind: string, posted: ReturnType<typeof postingsOf>) => {
			const entryId = nationalId(`entry:${place.id}:${entry}`);
			const said = { text: "", reference: "", detail: {}, seen: kind !== "cost", recorded_by: "" };
			entries.push({ ...key, id: entryId, kind, on_day: decidedOn, recorded_at: work.now, ...said });
			for (const [sort, { account, lineId, budgetYear: year, debit, credit }] of posted.entries())
				postings.push({
					...{ ...key, entry_id: entryId, sort, account, line_id: lineId, budget_year: year, debit, credit },
				});
		};
		for (const [sort, title] of titles.entries()) {
			const lineId = nationalId(`award-line:${place.id}:${sort}`);
			const granted = (20 + Math.round(place.population / 400) + chance.whole(0, 40)) * 1_000;
			const spent = Math.round(granted * chance.next());
			const line = { title, category: title, applied: granted * 2, granted, own: Math.round(granted / 4) };
			awardLines.push({
				...{ ...key, id: lineId, sort, ...line, budget_year: budgetYear, conditional: false, places: 0 },
			});
			enter(`${sort}:grant`, "grant", postingsOf({ kind: "grant", lineId, budgetYear, kroner: granted }));
			if (spent > 0)
				enter(`${sort}:cost`, "cost", postingsOf({ kind: "cost", lineId, budgetYear, kroner: spent, own: 0 }));
			lines.push({
				...{ ...line, budgetYear, lost: 0, carried: 0, spent, returned: 0, left: granted - spent, ownSpent: 0 },
				...{ places: 0, persons: 0, begun: 0, completed: 0, dropped: 0, deviation: spent - granted },
			});
		}
		const report: ReportContent = {
			...{ callNumber: number, asOf: work.today, fields: [], lines, financed: 0, everyone: 0, notAsked: [] },
			facts: { typed: 0, all: 26 },
		};
		const step = (kind: "sent" | "returned" | "accepted", at: number, said: ReportContent | null) =>
			steps.push({
				...{
					...key,
					id: nationalId(`step:${place.id}:${kind}`),
					kind,
					message: kind === "returned" ? "Hva gjelder avviket?" : "",
				},
				...{ reference: "", content: said, by: "", at: new Date(work.now.getTime() - at * 86_400_000) },
			});
		if (index % 4 > 0) step("sent", 9, report);
		if (index % 4 === 2) step("accepted", 4, null);
		if (index % 12 === 3) step("returned", 4, null);
	}
	await insertMany(work, "funding.award", awards);
	await insertMany(work, "funding.award_line", awardLines);
	await insertMany(work, "funding.entry", entries);
	await insertMany(work, "funding.posting", postings);
	await insertMany(work, "funding.report_step", steps);
	return awards.length;
}
