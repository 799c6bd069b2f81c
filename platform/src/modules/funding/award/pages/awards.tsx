import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { kronerOf } from "../../amounts.ts";
import { mayOf } from "../../asker.server.ts";
import { listAwards, reckonAwards } from "../../service.server.ts";
import { awardStates } from "../codes.ts";
import { standingOf } from "../ledger.ts";
import { awardText } from "../text.ts";
import type { Route } from "./+types/awards";
import { StateOf } from "./StateOf.tsx";
import { awardTable, narrowAwards } from "./table.ts";

/** The awards an organisation has received or given, with what is left of each. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, language, url } = representing(context, request);
	const state = tableState(url, awardTable);
	return reading(async (work) => {
		const may = await mayOf(work);
		if (!may.apply && !may.makeCalls) missing();
		const rows = narrowAwards(language, await listAwards(work), state);
		const shown = await reckonAwards(work, rows.slice(state.offset, state.offset + state.pageSize));
		return {
			...{ mayNote: may.apply, state, total: rows.length },
			rows: shown.map(({ award, granted, balances, isOwn }) => ({
				...{ id: award.id, title: award.title, state: award.state, decidedOn: award.decidedOn, granted, isOwn },
				...{ spendBy: award.spendBy, reportBy: award.reportBy },
				other: isOwn ? award.issuerName : award.recipientName,
				// What is left is the recipient's to follow until it is reported.
				left: isOwn && award.state === "accepted" ? standingOf(balances).left : null,
			})),
		};
	});
}

export default function Awards({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = awardText[language];
	const { columns } = text;
	const note = loaderData.mayNote ? { to: "/funding/awards/new", label: text.note } : undefined;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.lead} action={note} />
			<Table
				caption={text.title}
				hideCaption
				rows={loaderData.rows}
				total={loaderData.total}
				state={loaderData.state}
				searchLabel={text.search}
				filters={[
					{
						name: "state",
						label: columns.state,
						choices: awardStates.map((one) => ({ value: one, label: text.states[one] })),
					},
				]}
				rowKey={({ id }) => id}
				rowHref={({ id }) => `/funding/awards/${id}`}
				empty={
					<EmptyState title={text.emptyTitle} action={note}>
						{note ? text.emptyBody : text.emptyGiver}
					</EmptyState>
				}
				columns={[
					{ key: "title", label: columns.title, cell: ({ title }) => title, sort: true },
					{
						key: "other",
						label: columns.other,
						sort: true,
						cell: ({ isOwn, other }) => (isOwn ? text.from(other) : text.to(other)),
					},
					{
						key: "decided",
						label: columns.decided,
						sort: true,
						cell: ({ decidedOn }) => formatShortDate(language, decidedOn),
					},
					{ key: "granted", label: columns.granted, numeric: true, cell: ({ granted }) => kronerOf(language, granted) },
					{
						key: "left",
						label: columns.left,
						numeric: true,
						cell: ({ left }) => kronerOf(language, left) || <NoValue />,
					},
					{ key: "spend", label: columns.spendBy, cell: ({ spendBy }) => formatShortDate(language, spendBy) },
					{ key: "report", label: columns.reportBy, cell: ({ reportBy }) => formatShortDate(language, reportBy) },
					{ key: "state", label: columns.state, cell: ({ state }) => <StateOf state={state} /> },
				]}
			/>
		</div>
	);
}
