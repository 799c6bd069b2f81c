import { sql } from "kysely";
import type { Work } from "../../../database/work.server.ts";
import { compareDays } from "../../../day.ts";
import { mayOf } from "../asker.server.ts";
import { listHeads } from "../award/store.server.ts";
import type { DueReport } from "./contract.ts";
import { type DueInterim, listInterims } from "./interim.store.server.ts";
import { interimPath } from "./path.ts";
import { interimStateOf, isLate } from "./rules.ts";
import { listStates } from "./store.server.ts";

/** Who must report what when: of the awards one's organisation keeps or gives, those due first and those behind last. */
export async function listReports(work: Work): Promise<readonly DueReport[]> {
	const may = await mayOf(work);
	if (may.organisationId === null || !(may.apply || may.makeCalls)) return [];
	const own = may.apply ? sql`a.organisation_id = ${may.organisationId}` : sql`false`;
	const given = may.makeCalls ? sql`a.issuer_id = ${may.organisationId}` : sql`false`;
	const [awards, states] = await Promise.all([
		listHeads(work, sql`a.accepted_at is not null and (${own} or ${given})`),
		listStates(work),
	]);
	const ids = awards.map(({ id }) => id);
	const underway = new Map<string, DueInterim[]>();
	for (const one of await listInterims(work, ids))
		underway.set(one.awardId, [...(underway.get(one.awardId) ?? []), one]);
	return awards
		.flatMap((award): DueReport[] => {
			const { id, title, recipientName, issuerName, reportBy } = award;
			const isOwn = award.organisationId === may.organisationId;
			const common = { awardId: id, title, recipientName, issuerName, isOwn };
			const state = states.get(id) ?? "draft";
			const last = { ...common, interim: false, reportBy, path: `/funding/awards/${id}/report`, state };
			return [
				...(underway.get(id) ?? []).map((one) => dueOf(common, one, work.today)),
				{ ...last, isLate: isLate(state, reportBy, work.today) },
			];
		})
		.sort((one, other) => Number(isBehind(one)) - Number(isBehind(other)) || compareDays(one.reportBy, other.reportBy));
}

type Common = Pick<DueReport, "awardId" | "title" | "recipientName" | "issuerName" | "isOwn">;

function dueOf(common: Common, one: DueInterim, today: string): DueReport {
	const state = interimStateOf(one);
	return {
		...{ ...common, interim: true, reportBy: one.dueOn, state, path: interimPath(common.awardId, one.dueOn) },
		isLate: isLate(state, one.dueOn, today),
	};
}

function isBehind({ state }: DueReport): boolean {
	return state === "accepted" || state === "read";
}
