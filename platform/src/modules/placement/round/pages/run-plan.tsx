import { Link } from "react-router";
import { searchWords } from "../../../../geography/search.ts";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, representing } from "../../../../visit.server.ts";
import { got } from "../codes.ts";
import { orderNames } from "../run.store.server.ts";
import { costOfMoves, namedRows, namesOf, openStanding } from "../run-view.server.ts";
import type { Route } from "./+types/run-plan";
import { MovedByHand } from "./MovedByHand.tsx";
import { runPagesText } from "./run.text.ts";

const planTable = { sort: ["student", "site", "rank", "minutes", "course"], filters: { got } } as const;

/** Who goes where, to search, narrow and sort; only the rows of the page leave the thread that has the plan. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url, language } = representing(context, request);
	const state = tableState(url, planTable);
	const standing = (await openStanding(reading, params.runId)) ?? missing();
	const { ask, run, edits, moves } = standing;
	const words = searchWords(state.search);
	const { sort, descending, offset, pageSize } = state;
	const { hostIds } = await ask("about", null);
	const names = await reading(async (work) => ({
		names: await orderNames(work, run, words),
		hosts: await namesOf(work, hostIds),
	}));
	const { total, rows } = await ask("planPage", {
		...{ sort, descending, offset, pageSize, language, edits, words, ...names },
		got: got.find((one) => one === state.filters.got),
	});
	return {
		...{ moves: new Set(moves.map(({ claim }) => claim)).size, cost: (await costOfMoves(standing))?.cost ?? null },
		...{ state, total, roundId: params.roundId, runId: params.runId },
		rows: await reading((work) => namedRows(work, standing, rows)),
	};
}

export default function RunPlan({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const { planColumns: columns, ...text } = runPagesText[language];
	const { rows, total, state, roundId, runId } = loaderData;
	const base = `/placement/rounds/${roundId}/runs/${runId}/claims`;
	return (
		<>
			<MovedByHand {...loaderData} />
			<Table
				caption={text.plan}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.claim}
				rowHref={(row) => `${base}/${row.claim}`}
				searchLabel={text.search}
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
