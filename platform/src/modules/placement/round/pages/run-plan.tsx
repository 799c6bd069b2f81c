import { Link } from "react-router";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import { tableHref } from "../../../../ui/table-state.ts";
import { representing } from "../../../../visit.server.ts";
import { got } from "../codes.ts";
import { costForPage } from "../run-view.server.ts";
import type { Route } from "./+types/run-plan";
import { MovedByHand } from "./MovedByHand.tsx";
import { movedLines } from "./moved-lines.ts";
import { planState, readPlanRows } from "./plan-rows.server.ts";
import { runPagesText } from "./run.text.ts";

/** Who goes where, to search, narrow and sort. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url, language } = representing(context, request);
	const state = planState(url);
	const { offset, pageSize } = state;
	const { standing, total, rows } = await readPlanRows(reading, params.runId, state, { offset, pageSize, language });
	const { cost, making } = await costForPage(standing);
	return {
		moves: new Set(standing.moves.map(({ claim }) => claim)).size,
		...{ cost: cost && movedLines(cost, language), making },
		...{ state, total, rows, roundId: params.roundId, runId: params.runId },
	};
}

export default function RunPlan({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const { planColumns: columns, ...text } = runPagesText[language];
	const { rows, total, state, roundId, runId } = loaderData;
	const base = `/placement/rounds/${roundId}/runs/${runId}/claims`;
	return (
		<>
			<MovedByHand moves={loaderData.moves} lines={loaderData.cost} making={loaderData.making} />
			{rows.length > 0 && (
				<p>
					<Link className="ds-link" to={tableHref(state, {}, `/placement/rounds/${roundId}/runs/${runId}/plan/print`)}>
						{text.print}
					</Link>
				</p>
			)}
			<Table
				caption={text.plan}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.claim}
				rowHref={(row) => `${base}/${row.claim}`}
				searchLabel={text.search}
				excel={`/placement/rounds/${roundId}/runs/${runId}/plan.xlsx`}
				filters={[
					{ name: "got", label: text.filters.got, choices: got.map((one) => ({ value: one, label: text.got[one] })) },
				]}
				columns={[
					{
						key: "student",
						label: columns.student,
						cell: (row) => row.student ?? `${text.another}, ${row.institution}`,
						sort: true,
					},
					{
						key: "course",
						label: columns.course,
						cell: (row) => (
							<>
								{row.course}
								<span className="quiet list-under">
									{formatShortDate(language, row.firstDay)}–{formatShortDate(language, row.lastDay)}
								</span>
							</>
						),
						sort: true,
					},
					{
						key: "site",
						label: columns.site,
						cell: (row) =>
							row.site === null ? (
								<Link className="ds-link" to={`${base}/${row.claim}`}>
									{text.noPlace}
								</Link>
							) : (
								<>
									{row.site} {row.locked && <Tag>{text.locked}</Tag>}
									<span className="quiet list-under">{row.host}</span>
								</>
							),
						sort: true,
					},
					{
						key: "rank",
						label: columns.rank,
						cell: (row) => {
							if (row.offer === null) return "";
							if (row.rank !== null) return text.wish(row.rank);
							return row.wishes === 0 ? text.hasNotWished : text.notWished;
						},
						sort: true,
					},
					{
						key: "minutes",
						label: columns.minutes,
						cell: (row) => (row.minutes === null ? "" : text.minutes(formatNumber(language, row.minutes))),
						numeric: true,
						sort: true,
					},
				]}
			/>
		</>
	);
}
