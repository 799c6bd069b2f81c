import { formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { mandateOf } from "../../../organisation/service.server.ts";
import { placementStates } from "../../codes.ts";
import { maySeeStudents } from "../../rules.ts";
import { listPlacements } from "../service.server.ts";
import { publishText } from "../text.ts";
import type { Route } from "./+types/placements";
import { PlacementStatus } from "./PlacementStatus.tsx";
import { placementsQuery, placementsTable, placementWaits } from "./placements-table.ts";
import { publishPagesText } from "./publish.text.ts";
import { reconsiderText } from "./reconsider.text.ts";

/** Every published placement the organisation has a part in, and the two lists everybody e-mails. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	const state = tableState(url, placementsTable);
	const { rows, total, mandate } = await reading(async (work) => ({
		...(await listPlacements(work, {
			...placementsQuery(state, url),
			...{ offset: state.offset, pageSize: state.pageSize },
		})),
		mandate: await mandateOf(work),
	}));
	return {
		...{ state, total },
		/** Whoever receives students at a unit is told who comes, and not what they had wished. */
		receives: !maySeeStudents(mandate),
		rows: rows.map(
			({
				id,
				studentName,
				siteName,
				hostName,
				courseName,
				firstDay,
				lastDay,
				state: at,
				rank,
				minutes,
				studentAnswer,
				reconsidered,
				supervisorName,
			}) => ({
				...{
					id,
					studentName,
					siteName,
					hostName,
					courseName,
					firstDay,
					lastDay,
					at,
					rank,
					minutes,
					studentAnswer,
					reconsidered,
					supervisorName,
				},
			}),
		),
		search: url.search,
	};
}

type Row = Route.ComponentProps["loaderData"]["rows"][number];

export default function Placements({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const { columns, filters, ...text } = publishPagesText[language];
	const words = publishText[language];
	const { rows, total, state, search, receives } = loaderData;
	const wished = [
		{
			key: "rank",
			label: columns.rank,
			cell: (row: Row) => (row.rank === null ? text.notWished : text.wish(row.rank)),
		},
		{
			key: "minutes",
			label: columns.minutes,
			cell: (row: Row) => (row.minutes === null ? "" : text.minutes(formatNumber(language, row.minutes))),
			numeric: true,
		},
	];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={receives ? text.leadReceives : text.lead}
				secondary={
					<>
						<a
							className="ds-button"
							data-variant="secondary"
							href={`/placement/placements-by-site.xlsx${search}`}
							download
						>
							{text.bySite}
						</a>
						<a
							className="ds-button"
							data-variant="secondary"
							href={`/placement/placements-by-student.xlsx${search}`}
							download
						>
							{text.byStudent}
						</a>
					</>
				}
			/>
			<Table
				caption={text.title}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/placement/placements/${row.id}`}
				searchLabel={text.search}
				filters={[
					{
						name: "state",
						label: filters.state,
						choices: placementStates.map((one) => ({ value: one, label: words.states[one] })),
					},
					{
						name: "waiting",
						label: filters.waiting,
						choices: placementWaits.map((one) => ({ value: one, label: text.waiting[one] })),
					},
				]}
				columns={[
					{ key: "student", label: columns.student, cell: (row) => row.studentName, sort: true },
					{
						key: "site",
						label: columns.site,
						cell: (row) => (
							<>
								{row.siteName}
								<span className="quiet list-under">{row.hostName}</span>
							</>
						),
						sort: true,
					},
					{ key: "course", label: columns.course, cell: (row) => row.courseName, sort: true },
					{
						key: "days",
						label: columns.days,
						cell: (row) => `${formatShortDate(language, row.firstDay)}–${formatShortDate(language, row.lastDay)}`,
						sort: true,
					},
					...(receives ? [] : wished),
					{ key: "state", label: columns.state, cell: (row) => <PlacementStatus state={row.at} />, sort: true },
					receives
						? { key: "supervisor", label: columns.supervisor, cell: (row: Row) => row.supervisorName ?? "" }
						: {
								key: "answer",
								label: columns.answer,
								cell: (row: Row) =>
									[
										row.studentAnswer === null ? text.notAnswered : words.studentAnswers[row.studentAnswer],
										...(row.reconsidered === null ? [] : [reconsiderText[language].answers[row.reconsidered]]),
									].join(": "),
							},
				]}
				empty={
					<EmptyState
						title={text.emptyTitle}
						action={receives ? undefined : { to: "/placement/rounds", label: text.toRounds }}
					>
						{receives ? text.emptyReceives : text.emptyBody}
					</EmptyState>
				}
			/>
		</div>
	);
}
