import { formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status, Tag, type Tone } from "../../../../ui/Tag.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { actualText } from "../../actual/text.ts";
import { mayEnter, mayPlan, mayReadAll } from "../../rules.ts";
import { listMeasures, listPlans } from "../../service.server.ts";
import { type MeasureStatus, measureKinds, measureStatuses, orders } from "../codes.ts";
import { isLate } from "../rules.ts";
import { measureText } from "../text.ts";
import type { Route } from "./+types/measures";
import { measurePageText } from "./measure.text.ts";
import { measureTable, narrowMeasures } from "./table.ts";

/** The measures of every plan, the first to be done first. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const state = tableState(url, measureTable);
	return reading(async (work) => {
		const asker = await mandateOf(work);
		if (!mayEnter(asker)) missing();
		const all = await listMeasures(work);
		const rows = narrowMeasures(language, all, state);
		const plans = new Map(all.map(({ planId, planTitle }) => [planId, planTitle]));
		return {
			...{ state, total: rows.length },
			rows: rows.slice(state.offset, state.offset + state.pageSize).map((row) => ({
				...{ id: row.id, priority: row.priority, title: row.title, kind: row.kind, unitName: row.unitName },
				...{ closes: row.closes, cost: row.cost, financing: row.financing, dueOn: row.dueOn, status: row.status },
				...{ ownerName: row.ownerName, deputyName: row.deputyName, late: isLate(row, work.today) },
			})),
			plans: [...plans].map(([value, label]) => ({ value, label })),
			can: { change: mayPlan(asker), plans: mayReadAll(asker), open: (await listPlans(work)).length > 0 },
		};
	});
}

const tones: Readonly<Record<MeasureStatus, Tone>> = {
	...{ proposed: "neutral", decided: "info", "under-way": "success", done: "neutral", dropped: "danger" },
};

export default function Measures({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [measurePageText[language], measureText[language]];
	const { state, rows, total, plans, can } = loaderData;
	const { columns } = text;
	const number = (value: number | null) => (value === null ? "" : formatNumber(language, value));
	const add = can.change && plans.length > 0 ? { action: { to: "/competence/measures/new", label: text.add } } : {};
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(words.title)}</title>
			<PageHeader
				title={words.title}
				lead={text.lead}
				{...add}
				secondary={
					can.change &&
					can.open && (
						<Link className="ds-button" data-variant="secondary" to="/import/competence-measures">
							{actualText[language].import}
						</Link>
					)
				}
			/>
			<Table
				caption={words.title}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/competence/measures/${row.id}`}
				searchLabel={text.search}
				excel="/competence/measures.xlsx"
				filters={[
					{
						...{ name: "status", label: columns.status },
						choices: measureStatuses.map((one) => ({ value: one, label: words.statuses[one] })),
					},
					{
						...{ name: "kind", label: columns.kind },
						choices: measureKinds.map((one) => ({ value: one, label: words.kinds[one] })),
					},
					{ name: "plan", label: columns.plan, choices: plans },
					{
						...{ name: "order", label: text.order },
						choices: orders.map((one) => ({ value: one, label: text.orders[one] })),
					},
				]}
				columns={[
					{
						...{ key: "title", label: columns.title, sort: true },
						cell: (row) => (
							<>
								{row.title} <span className="quiet">{words.kinds[row.kind]}</span>
							</>
						),
					},
					{ key: "priority", label: columns.priority, cell: (row) => number(row.priority), numeric: true, sort: true },
					{ key: "unit", label: columns.unit, cell: (row) => row.unitName ?? words.wholeScope, sort: true },
					{ key: "closes", label: columns.closes, cell: (row) => number(row.closes), numeric: true },
					{
						...{ key: "cost", label: columns.cost, numeric: true, sort: true },
						cell: (row) => (row.cost === null ? "" : `${number(row.cost)}\u00a0${text.kroner}`),
					},
					{
						...{ key: "owner", label: columns.owner },
						cell: (row) => (
							<>
								{row.ownerName}{" "}
								{row.deputyName === "" ? (
									<Tag tone="warning">{text.noDeputy}</Tag>
								) : (
									<span className="quiet">{row.deputyName}</span>
								)}
							</>
						),
					},
					{
						...{ key: "due", label: columns.due, sort: true },
						cell: (row) => (
							<>
								{row.dueOn === null ? "" : formatShortDate(language, row.dueOn)}{" "}
								{row.late && <Tag tone="warning">{words.late}</Tag>}
							</>
						),
					},
					{
						...{ key: "status", label: columns.status },
						cell: (row) => <Status tone={tones[row.status]}>{words.statuses[row.status]}</Status>,
					},
				]}
				empty={
					<EmptyState
						title={text.emptyTitle}
						{...(can.plans ? { action: { to: "/competence/plans", label: text.plans } } : {})}
					>
						{text.emptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}
