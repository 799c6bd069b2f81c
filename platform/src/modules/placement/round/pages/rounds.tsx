import { formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { mayCoordinate, sideOf } from "../../rules.ts";
import { readBeginning } from "../beginning.server.ts";
import { listRounds } from "../service.server.ts";
import type { Route } from "./+types/rounds";
import { BeginningSteps } from "./BeginningSteps.tsx";
import { RoundStatus } from "./RoundStatus.tsx";
import { roundPagesText } from "./round.text.ts";
import { roundsQuery, roundsTable } from "./rounds-table.ts";

/** Rounds the organisation runs or takes part in, the latest first. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading, url } = representing(context, request);
	const state = tableState(url, roundsTable);
	return reading(async (work) => {
		const mandate = await mandateOf(work);
		const page = await listRounds(work, { ...roundsQuery(state), offset: state.offset, pageSize: state.pageSize });
		const create = mayCoordinate(mandate);
		const begins = create && page.total === 0 && !state.search && mandate.organisationId !== null;
		return {
			rows: page.rows,
			...{ state, total: page.total, can: { create }, side: sideOf(actor.organisationKind ?? "") },
			beginning: begins ? await readBeginning(work, mandate.organisationId) : null,
		};
	});
}

type Row = Route.ComponentProps["loaderData"]["rows"][number];

export default function Rounds({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = roundPagesText[language];
	const { columns } = text;
	const counted = (count: number | null) => (count === null ? "" : formatNumber(language, count));
	const { rows, total, state, can, beginning, side } = loaderData;
	const start = can.create ? { action: { to: "/placement/rounds/new", label: text.create } } : {};
	const ofStudents = [
		{
			key: "claims",
			label: columns.claims,
			cell: (row: Row) => counted(row.claims),
			...{ numeric: true, sort: true },
		},
		{
			key: "withoutWishes",
			label: columns.withoutWishes,
			cell: (row: Row) => counted(row.withoutWishes),
			numeric: true,
		},
	];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.lead} {...(beginning === null ? start : {})} />
			{beginning !== null && <BeginningSteps beginning={beginning} side={side} />}
			{beginning === null && (
				<Table
					caption={text.title}
					hideCaption
					rows={rows}
					total={total}
					state={state}
					rowKey={(row) => row.id}
					rowHref={(row) => `/placement/rounds/${row.id}`}
					searchLabel={text.search}
					excel="/placement/rounds.xlsx"
					columns={[
						{ key: "name", label: columns.name, cell: (row) => row.name, sort: true },
						{ key: "owner", label: columns.owner, cell: (row) => row.ownerName },
						{
							key: "days",
							label: columns.days,
							cell: (row) => `${formatShortDate(language, row.firstDay)}–${formatShortDate(language, row.lastDay)}`,
							sort: true,
						},
						{ key: "state", label: columns.state, cell: (row) => <RoundStatus {...row} /> },
						...(rows.length === 0 || rows.some(({ claims }) => claims !== null) ? ofStudents : []),
						{ key: "placed", label: columns.placed, cell: (row) => formatNumber(language, row.placed), numeric: true },
					]}
					empty={
						<EmptyState title={text.emptyTitle} {...start}>
							{text.emptyBody}
						</EmptyState>
					}
				/>
			)}
		</div>
	);
}
