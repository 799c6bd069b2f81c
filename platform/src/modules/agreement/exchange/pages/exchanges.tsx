import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { exchangeKinds } from "../../codes.ts";
import { mayKeepAgreements } from "../../rules.ts";
import { agreementText } from "../../text.ts";
import { exchangeStanding } from "../rules.ts";
import { listExchanges } from "../service.server.ts";
import { exchangeText } from "../text.ts";
import type { Route } from "./+types/exchanges";
import { ExchangeStandingOf } from "./ExchangeStandingOf.tsx";
import { exchangeTable } from "./table.ts";

/** People who work across the border, at the organisation or from it. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	const state = tableState(url, exchangeTable);
	return reading(async (work) => {
		if (!mayKeepAgreements(await mandateOf(work))) missing();
		const { search, sort, descending, filters, offset, pageSize } = state;
		const { rows, total } = await listExchanges(work, { ...filters, search, sort, descending, offset, pageSize });
		return { state, total, rows: rows.map((row) => ({ ...row, standing: exchangeStanding(row, work.today) })) };
	});
}

export default function Exchanges({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = exchangeText[language];
	const { columns } = text;
	const words = agreementText[language];
	const { state, rows, total } = loaderData;
	const add = { to: "/agreements/exchanges/new", label: text.add };
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.lead} action={add} />
			<Table
				caption={text.title}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/agreements/exchanges/${row.id}`}
				searchLabel={text.search}
				excel="/agreements/exchanges.xlsx"
				filters={[
					{
						name: "kind",
						label: columns.kind,
						choices: exchangeKinds.map((one) => ({ value: one, label: words.exchangeKinds[one] })),
					},
				]}
				columns={[
					{ key: "title", label: columns.title, cell: (row) => row.title, sort: true },
					{ key: "kind", label: columns.kind, cell: (row) => words.exchangeKinds[row.kind], sort: true },
					{ key: "person", label: columns.person, cell: (row) => row.personName ?? text.vacant, sort: true },
					{ key: "home", label: columns.home, cell: (row) => row.homeName },
					{ key: "guest", label: columns.guest, cell: (row) => row.guestName },
					{ key: "from", label: columns.from, cell: (row) => formatShortDate(language, row.firstDay), sort: true },
					{
						key: "until",
						label: columns.until,
						cell: (row) => (row.lastDay === null ? text.untilFurther : formatShortDate(language, row.lastDay)),
						sort: true,
					},
					{ key: "state", label: columns.state, cell: (row) => <ExchangeStandingOf standing={row.standing} /> },
				]}
				empty={
					<EmptyState title={text.emptyTitle} action={add}>
						{text.emptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}
