import type { Work } from "../../../database/work.server.ts";
import { countInEducation, listAllStudies, standing } from "../../competence/service.server.ts";
import type { Study } from "../../competence/study/contract.ts";
import { halvesOf, placeOf } from "./admission.ts";
import { listEntries, readBalances } from "./ledger.store.server.ts";
import type { OpenedAward } from "./service.server.ts";
import * as store from "./store.server.ts";

/** What the page of an award shows besides what it says: sums, documents, and what has been counted. */
export async function readAwardPage(work: Work, { award, can }: OpenedAward) {
	return {
		balances: award.state === "accepted" ? await readBalances(work, award) : [],
		documents: await store.listDocuments(work, award),
		counts: can.keep ? await store.listCounts(work, award) : [],
	};
}

/** The ledger of an award as the actor reads it: who gives it does not read costs. */
export async function readLedgerPage(work: Work, { award }: Pick<OpenedAward, "award">) {
	return {
		entries: await listEntries(work, award),
		balances: await readBalances(work, award),
		documents: await store.listDocuments(work, award),
	};
}

/** The studies that have a place of an award. */
export async function listPlacedStudies(work: Work, { award }: Pick<OpenedAward, "award">): Promise<readonly Study[]> {
	const placed = new Set((await store.listPlaced(work, award)).map(({ studyId }) => studyId));
	return placed.size === 0 ? [] : (await listAllStudies(work)).filter(({ id }) => placed.has(id));
}

/** What has become of the place a study has, by the steps that count. */
export function stateOfPlace({ steps }: Pick<Study, "steps">) {
	return placeOf({ states: standing(steps).map(({ state }) => state) });
}

/** The half-years of an award: the study year each belongs to, how many were in education, and what was spent. */
export async function readHalves(work: Work, { award, lines }: Pick<OpenedAward, "award" | "lines">) {
	const studies = await listAllStudies(work);
	const entries = await listEntries(work, award);
	const first = Math.min(...lines.map(({ budgetYear }) => budgetYear), Number(award.decidedOn.slice(0, 4)));
	const last = Math.max(first, Number(award.spendBy.slice(0, 4)));
	const years = Array.from({ length: Math.min(last - first + 1, 10) }, (_, at) => first + at);
	return years.flatMap((budgetYear) =>
		halvesOf(budgetYear).map(({ half, studyYear, day, from, until }) => {
			const isKnown = day <= work.today;
			const costs = entries
				.filter(({ onDay }) => onDay >= from && onDay <= until)
				.flatMap(({ postings }) => postings)
				.reduce((sum, one) => (one.account === "spent" ? sum + one.debit - one.credit : sum), 0);
			return {
				...{ budgetYear, half, studyYear, day, costs },
				financed: isKnown ? countInEducation(studies, day, { award: award.id }).persons : null,
				everyone: isKnown ? countInEducation(studies, day).persons : null,
			};
		}),
	);
}
