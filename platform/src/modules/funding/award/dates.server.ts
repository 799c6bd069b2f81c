import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, type Refusal, refused, refusedAll } from "../../../outcome.ts";
import { tellApplicants } from "../apply/tell.server.ts";
import type { FundingRefusal } from "../contract.ts";
import type { DatesToMove, MovedDates } from "./contract.ts";
import { nameOf, type OpenedAward, openAward } from "./service.server.ts";
import { type AwardKey, updateAward } from "./store.server.ts";

/** Whether who reads an award may move its days: who gives it, or who noted the letter they were moved in. */
export function mayMoveDates({ award, can }: Pick<OpenedAward, "award" | "can">): boolean {
	return (can.give && award.way === "here") || (can.keep && award.way === "letter");
}

/**
 * Moves when the money of an award shall be spent and reported on, with why. Refused for days earlier than they are: what
 * bound the award when it was given is never made stricter.
 */
export async function moveDates(
	work: Work,
	id: string,
	{ spendBy, reportBy, because }: DatesToMove,
): Promise<Outcome<undefined, FundingRefusal>> {
	const opened = await openAward(work, id);
	if (opened.refused) return opened;
	const { award } = opened.done;
	if (!mayMoveDates(opened.done)) return refused("not-allowed");
	const refusals: Refusal<FundingRefusal>[] = [];
	if (spendBy < award.spendBy) refusals.push({ code: "binds-backwards", field: "spendBy" });
	if (reportBy < award.reportBy) refusals.push({ code: "binds-backwards", field: "reportBy" });
	if (reportBy < spendBy) refusals.push({ code: "report-before-spend", field: "reportBy" });
	if (spendBy === award.spendBy && reportBy === award.reportBy) refusals.push({ code: "nothing-changed" });
	if (refusals.length > 0) return refusedAll(refusals);
	const change = { spend_by: spendBy, report_by: reportBy };
	if (!(await updateAward(work, award, change))) return refused("changed-by-another");
	const before = { spendBefore: award.spendBy, reportBefore: award.reportBy };
	await insertDates(work, award, { spendBy, reportBy, because, ...before, by: nameOf(work) });
	await record(work, { verb: "funding-award.move-dates", objectKind: "funding-award", objectId: id });
	if (opened.done.can.give)
		await tellApplicants(work, [award.organisationId], {
			...{ step: "dates-moved", title: award.title, by: award.issuerName, link: `/funding/awards/${id}` },
		});
	return done(undefined);
}

/** How the days of an award have been moved, the last first. */
export async function listMovedDates(work: Work, { organisationId, id }: AwardKey): Promise<readonly MovedDates[]> {
	const { rows } = await sql<MovedDates>`
		select number, spend_by "spendBy", report_by "reportBy", spend_before "spendBefore", report_before "reportBefore", because, at, by
		from funding.award_dates where organisation_id = ${organisationId} and award_id = ${id} order by number desc`.execute(
		work.db,
	);
	return rows;
}

async function insertDates(
	work: Work,
	{ organisationId, id }: AwardKey,
	dates: Omit<MovedDates, "number" | "at">,
): Promise<void> {
	await sql`
		insert into funding.award_dates (organisation_id, award_id, number, spend_by, report_by, spend_before, report_before, because, at, by)
		select ${organisationId}::uuid, ${id}::uuid, coalesce(max(number), 1) + 1, ${dates.spendBy}::date, ${dates.reportBy}::date,
			${dates.spendBefore}::date, ${dates.reportBefore}::date, ${dates.because}, ${work.now}, ${dates.by}
		from funding.award_dates where organisation_id = ${organisationId} and award_id = ${id}`.execute(work.db);
}
