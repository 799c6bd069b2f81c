import { compareText, type Language } from "../../../../language.ts";
import type { TableState } from "../../../../ui/table-state.ts";
import {
	type MeasureKind,
	type MeasureStatus,
	measureKinds,
	measureSorts,
	measureStatuses,
	type Order,
	orders,
} from "../codes.ts";
import type { Measure } from "../contract.ts";
import { orderedOf } from "../rules.ts";

/** What the address of the list says. */
export const measureTable = {
	sort: measureSorts,
	filters: { status: measureStatuses, kind: measureKinds, plan: "text", order: orders },
} as const;

type Narrowing = Pick<TableState, "search" | "sort" | "descending"> & {
	readonly filters: {
		readonly status?: MeasureStatus;
		readonly kind?: MeasureKind;
		readonly plan?: string;
		readonly order?: Order;
	};
};

/** The measures the list shows, searched, filtered and in order. */
export function narrowMeasures(language: Language, rows: readonly Measure[], asked: Narrowing): Measure[] {
	const { filters, sort, descending } = asked;
	const wanted = asked.search.toLocaleLowerCase("nb");
	const compare = compareText(language);
	const turn = descending ? -1 : 1;
	const order = (one: Measure, other: Measure) => {
		if (sort === "title") return compare(one.title, other.title);
		if (sort === "unit") return compare(one.unitName ?? "", other.unitName ?? "");
		if (sort === "cost") return (one.cost ?? -1) - (other.cost ?? -1);
		if (sort === "due") return (one.dueOn ?? "9999").localeCompare(other.dueOn ?? "9999");
		return one.priority - other.priority;
	};
	return (filters.order === undefined ? rows : orderedOf(filters.order, rows))
		.filter(
			(row) =>
				(filters.status === undefined || row.status === filters.status) &&
				(filters.kind === undefined || row.kind === filters.kind) &&
				(filters.plan === undefined || row.planId === filters.plan) &&
				[row.title, row.unitName ?? "", row.ownerName, row.deputyName].some((word) =>
					word.toLocaleLowerCase("nb").includes(wanted),
				),
		)
		.sort((one, other) => turn * order(one, other) || one.number - other.number);
}
