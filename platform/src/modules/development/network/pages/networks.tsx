import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayEnter } from "../../rules.ts";
import { listNetworks } from "../../service.server.ts";
import { networkKinds, networkStates } from "../codes.ts";
import { mayKeepNetworks } from "../rules.ts";
import { networkText } from "../text.ts";
import type { Route } from "./+types/networks";
import { networkPageText } from "./network.text.ts";
import { networksText } from "./networks.text.ts";
import { narrowNetworks, networkTable } from "./table.ts";

/** The networks the organisation acted for keeps or takes part in. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const state = tableState(url, networkTable);
	return reading(async (work) => {
		const asker = await mandateOf(work);
		if (!mayEnter(asker)) missing();
		const rows = narrowNetworks(language, await listNetworks(work), state);
		return {
			...{ state, total: rows.length, mayBegin: mayKeepNetworks(asker) },
			rows: rows.slice(state.offset, state.offset + state.pageSize).map((row) => ({
				...{ id: row.id, name: row.name, kind: row.kind, members: row.members, beside: row.beside },
				...{ lead: row.lead?.name ?? null, foundedOn: row.foundedOn, endedOn: row.endedOn, isOwn: row.isOwn },
			})),
		};
	});
}

export default function Networks({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words, page] = [networksText[language], networkText[language], networkPageText[language]];
	const { columns } = text;
	const { state, rows, total, mayBegin } = loaderData;
	const action = mayBegin ? { action: { to: "/development/networks/new", label: text.add } } : {};
	const day = (value: string) => formatShortDate(language, value);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(words.title)}</title>
			<PageHeader title={words.title} lead={text.lead} {...action} />
			<Table
				caption={words.title}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/development/networks/${row.id}`}
				searchLabel={text.search}
				excel="/development/networks.xlsx"
				filters={[
					{
						...{ name: "state", label: columns.state },
						choices: networkStates.map((one) => ({
							value: one,
							label: one === "going" ? page.going : page.endedTitle,
						})),
					},
					{
						...{ name: "kind", label: columns.kind },
						choices: networkKinds.map((one) => ({ value: one, label: words.kinds[one] })),
					},
					{
						...{ name: "keeper", label: text.whose },
						choices: [
							{ value: "own", label: text.own },
							{ value: "others", label: text.others },
						],
					},
				]}
				columns={[
					{ key: "name", label: columns.name, cell: (row) => row.name, sort: true },
					{ key: "kind", label: columns.kind, cell: (row) => words.kinds[row.kind] },
					{
						...{ key: "members", label: columns.members, sort: true, numeric: true },
						cell: (row) => (row.beside === 0 ? `${row.members}` : `${row.members} ${text.beside(row.beside)}`),
					},
					{
						...{ key: "lead", label: columns.lead, sort: true },
						cell: (row) => (row.endedOn === null ? (row.lead ?? <Status tone="warning">{text.noLead}</Status>) : ""),
					},
					{ key: "founded", label: columns.founded, sort: true, cell: (row) => day(row.foundedOn) },
					{
						...{ key: "state", label: columns.state },
						cell: (row) =>
							row.endedOn === null ? <Status tone="success">{page.going}</Status> : page.ended(day(row.endedOn)),
					},
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
