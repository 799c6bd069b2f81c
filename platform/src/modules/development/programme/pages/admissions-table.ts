import { compareText, type Language } from "../../../../language.ts";
import type { TableState } from "../../../../ui/table-state.ts";
import type { ListedAdmission } from "../../service.server.ts";
import { type AdmissionState, admissionStates, appliedSorts } from "../codes.ts";

/** What the address of the list says. */
export const appliedTable = { sort: appliedSorts, filters: { state: admissionStates } } as const;

type Narrowing = Pick<TableState, "search" | "sort" | "descending"> & {
	readonly filters: { readonly state?: AdmissionState };
};

/** The applications the list shows, searched, filtered and in order: in the order they were sent where none is asked for. */
export function narrowApplied(
	language: Language,
	rows: readonly ListedAdmission[],
	{ search, sort, descending, filters }: Narrowing,
): ListedAdmission[] {
	const wanted = search.toLocaleLowerCase("nb");
	const compare = compareText(language);
	const order = (one: ListedAdmission, other: ListedAdmission) => {
		if (sort === "name") return compare(one.name, other.name);
		if (sort === "state") return admissionStates.indexOf(one.state) - admissionStates.indexOf(other.state);
		return sort === "sent" ? (one.sentAt?.getTime() ?? 0) - (other.sentAt?.getTime() ?? 0) : 0;
	};
	const found = rows.filter(
		(row) =>
			(filters.state === undefined || row.state === filters.state) &&
			[row.name, row.batchName, row.leaderName].some((word) => word.toLocaleLowerCase("nb").includes(wanted)),
	);
	// Sorting is stable: what is alike stays in the order it came.
	return found.sort((one, other) => (descending ? -1 : 1) * order(one, other));
}
