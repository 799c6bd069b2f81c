import { formatDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { mayOf } from "../../asker.server.ts";
import { listGuidance, mayGuide } from "../../service.server.ts";
import { guidanceStates } from "../codes.ts";
import { guidanceText } from "../text.ts";
import type { Route } from "./+types/guidance-list";
import { guidanceTable, narrowGuidance } from "./table.ts";

/** Guidance asked for, and guidance to give. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, language, url } = representing(context, request);
	const state = tableState(url, guidanceTable);
	return reading(async (work) => {
		if (!(await mayGuide(work))) missing();
		const { apply, makeCalls } = await mayOf(work);
		const rows = narrowGuidance(language, await listGuidance(work), state);
		const shown = rows.slice(state.offset, state.offset + state.pageSize);
		return { state, apply, makeCalls, total: rows.length, rows: shown };
	});
}

export default function GuidanceList({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = guidanceText[language];
	const { columns } = text;
	const { state: asked, rows, total, apply, makeCalls } = loaderData;
	const action = apply ? { action: { to: "/funding/guidance/new", label: text.ask } } : {};
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={text.lead}
				{...action}
				secondary={
					makeCalls && (
						<Link className="ds-button" data-variant="secondary" to="/funding/guidance/guides">
							{text.guides}
						</Link>
					)
				}
			/>
			<Table
				caption={text.title}
				hideCaption
				rows={rows}
				total={total}
				state={asked}
				searchLabel={text.search}
				excel="/funding/guidance.xlsx"
				filters={[
					{
						name: "state",
						label: columns.state,
						choices: guidanceStates.map((one) => ({ value: one, label: text.states[one] })),
					},
				]}
				rowKey={({ id }) => id}
				rowHref={({ id }) => `/funding/guidance/${id}`}
				empty={<EmptyState title={text.emptyTitle}>{makeCalls || !apply ? text.emptyGive : text.emptyAsk}</EmptyState>}
				columns={[
					{ key: "subject", label: columns.subject, sort: true, cell: ({ subject }) => subject },
					{ key: "asker", label: columns.asker, cell: ({ askerName }) => askerName },
					{ key: "giver", label: columns.giver, cell: ({ giverName }) => giverName },
					{ key: "open", label: columns.open, cell: ({ open }) => (open ? text.open : text.walled) },
					{ key: "last", label: columns.last, sort: true, cell: ({ lastAt }) => formatDate(language, lastAt) },
					{
						key: "state",
						label: columns.state,
						cell: ({ state }) => (
							<Status tone={state === "advised" ? "success" : "warning"}>{text.states[state]}</Status>
						),
					},
				]}
			/>
		</div>
	);
}
