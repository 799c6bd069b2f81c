import { formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { representing } from "../../../../visit.server.ts";
import { kronerOf } from "../../amounts.ts";
import { ledgerText } from "../../award/pages/ledger.text.ts";
import { listNational } from "../../service.server.ts";
import { reportText } from "../text.ts";
import type { Route } from "./+types/national";

/** What accepted reports come to in the nation. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => ({ rows: await listNational(work) }));
}

export default function National({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = reportText[language];
	const { cuts } = text;
	const { accounts } = ledgerText[language];
	const persons = (count: number | null) => (count === null ? text.hidden : formatNumber(language, count));
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.national)}</title>
			<PageHeader title={text.national} lead={text.nationalLead} />
			<Table
				caption={text.national}
				hideCaption
				rows={loaderData.rows}
				rowKey={(row) => `${row.scheme} ${row.budgetYear} ${row.category} ${row.county}`}
				empty={<EmptyState title={text.nationalEmpty}>{text.nationalBody}</EmptyState>}
				columns={[
					{ key: "scheme", label: cuts.scheme, cell: ({ scheme }) => scheme },
					{ key: "year", label: cuts.year, cell: ({ budgetYear }) => String(budgetYear) },
					{ key: "category", label: cuts.category, cell: ({ category }) => category || text.noCategory },
					{ key: "county", label: cuts.county, cell: ({ county }) => county },
					{
						...{ key: "recipients", label: cuts.recipients, numeric: true },
						cell: ({ recipients }) => formatNumber(language, recipients),
					},
					{ key: "granted", label: accounts.granted, numeric: true, cell: (row) => kronerOf(language, row.granted) },
					{ key: "spent", label: accounts.spent, numeric: true, cell: (row) => kronerOf(language, row.spent) },
					{ key: "lost", label: accounts.lost, numeric: true, cell: (row) => kronerOf(language, row.lost) },
					{ key: "returned", label: accounts.returned, numeric: true, cell: (row) => kronerOf(language, row.returned) },
					{ key: "begun", label: cuts.begun, numeric: true, cell: ({ begun }) => persons(begun) },
					{ key: "completed", label: cuts.completed, numeric: true, cell: ({ completed }) => persons(completed) },
					{ key: "dropped", label: cuts.dropped, numeric: true, cell: ({ dropped }) => persons(dropped) },
				]}
			/>
		</div>
	);
}
