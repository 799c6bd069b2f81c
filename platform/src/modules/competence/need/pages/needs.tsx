import { formatNumber, formatShortDate, type Language } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { actualText } from "../../actual/text.ts";
import { bases } from "../../codes.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { mayEnter } from "../../rules.ts";
import { listAnswerable, listNeeds } from "../../service.server.ts";
import type { Need } from "../contract.ts";
import { needText } from "../text.ts";
import type { Route } from "./+types/needs";
import { narrowNeeds, needTable } from "./table.ts";

/** What units need, and why. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const state = tableState(url, needTable);
	return reading(async (work) => {
		if (!mayEnter(await mandateOf(work))) missing();
		const all = (await listNeeds(work)).filter(
			({ basis }) => state.filters.basis === undefined || basis === state.filters.basis,
		);
		const rows = narrowNeeds(language, all, state);
		return {
			...{ state, total: rows.length, rows: rows.slice(state.offset, state.offset + state.pageSize) },
			can: { add: (await listAnswerable(work)).length > 0 },
		};
	});
}

export default function Needs({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = needText[language];
	const { columns } = text;
	const { state, rows, total, can } = loaderData;
	const action = can.add ? { action: { to: "/competence/needs/new", label: text.add } } : {};
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.needs)}</title>
			<PageHeader
				title={text.needs}
				lead={text.needsLead}
				{...action}
				secondary={
					can.add && (
						<Link className="ds-button" data-variant="secondary" to="/import/competence-needs">
							{actualText[language].import}
						</Link>
					)
				}
			/>
			<Table
				caption={text.needs}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => (row.mayChange ? `/competence/needs/${row.id}` : undefined)}
				searchLabel={text.search}
				excel="/competence/needs.xlsx"
				filters={[
					{
						name: "basis",
						label: columns.basis,
						choices: bases.map((one) => ({ value: one, label: text.bases[one] })),
					},
				]}
				columns={[
					{ key: "entry", label: columns.entry, cell: (row) => nameOfEntry(language, row), sort: true },
					{ key: "unit", label: columns.unit, cell: (row) => row.unitName, sort: true },
					{
						key: "positions",
						label: columns.positions,
						cell: (row) => formatNumber(language, row.positions),
						numeric: true,
						sort: true,
					},
					{ key: "basis", label: columns.basis, cell: (row) => basisOf(language, row) },
					{
						key: "growth",
						label: columns.growth,
						cell: (row) => (row.growth === null ? "" : `${formatNumber(language, row.growth)} %`),
						numeric: true,
					},
					{
						key: "from",
						label: columns.from,
						cell: (row) => (row.fromDay === null ? text.already : formatShortDate(language, row.fromDay)),
					},
					{ key: "reason", label: columns.reason, cell: (row) => row.reason },
				]}
				empty={
					<EmptyState title={text.emptyTitle} {...action}>
						{text.emptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}

/** What a need follows from, with the reckoning where it follows from those served. */
function basisOf(language: Language, { basis, users, usersEach }: Need): string {
	const text = needText[language];
	if (users === null || usersEach === null) return text.bases[basis];
	return `${text.bases[basis]}: ${text.served(formatNumber(language, users), formatNumber(language, usersEach))}`;
}
