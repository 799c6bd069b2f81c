import { searchWords } from "../../../../geography/search.ts";
import type { Language } from "../../../../language.ts";
import { type TableState, tableState } from "../../../../ui/table-state.ts";
import { missing, type Visit } from "../../../../visit.server.ts";
import { type Got, got } from "../codes.ts";
import { orderNames } from "../run.store.server.ts";
import { namedRows, namesOf, openStanding } from "../run-view.server.ts";

export const planTable = { sort: ["student", "site", "rank", "minutes", "course"], filters: { got } } as const;

type PlanState = TableState<(typeof planTable)["sort"][number], { readonly got?: Got }>;

export function planState(url: URL): PlanState {
	return tableState(url, planTable);
}

/** Rows of a plan as it stands, with what was moved by hand; only those asked for leave the thread that has the plan. */
export async function readPlanRows(
	reading: Visit["reading"],
	runId: string,
	{ search, sort, descending, filters }: PlanState,
	cut: { readonly offset: number; readonly pageSize: number; readonly language: Language },
) {
	const standing = (await openStanding(reading, runId)) ?? missing();
	const { ask, run, edits } = standing;
	const words = searchWords(search);
	const { hostIds } = await ask("about", null);
	const names = await reading(async (work) => ({
		names: await orderNames(work, run, words),
		hosts: await namesOf(work, hostIds),
	}));
	const { total, rows } = await ask("planPage", { ...cut, sort, descending, edits, words, ...names, got: filters.got });
	return { standing, total, rows: await reading((work) => namedRows(work, standing, rows)) };
}
