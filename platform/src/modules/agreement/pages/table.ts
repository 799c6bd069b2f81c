import type { TableState } from "../../../ui/table-state.ts";
import {
	type AgreementKind,
	type AgreementSort,
	agreementKinds,
	type Standing,
	standings,
	type Theme,
	themes,
} from "../codes.ts";
import type { AgreementQuery } from "../contract.ts";

/** What the address of the list says; the list as Excel reads it the same way. */
export const agreementTable = {
	sort: ["newest", "title", "kind", "level", "from", "until", "state"],
	filters: { standing: standings, kind: agreementKinds, theme: themes },
} as const;

export function agreementQuery(
	state: TableState<
		AgreementSort | "newest",
		{ readonly standing?: Standing; readonly kind?: AgreementKind; readonly theme?: Theme }
	>,
): AgreementQuery {
	const { search, sort, descending, filters } = state;
	return { ...filters, search, ...(sort === "newest" ? {} : { sort, descending }) };
}
